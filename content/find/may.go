package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// may reports whether raw Markdown can show the query's longest word. It errs
// on the side of yes. The letters of a shown word stand in the raw text in
// order, and between them nothing but mark-up: emphasis, brackets, a link's
// target, a tag. Entities can stand for letters, and comments can hold
// anything, so where there is one of them the answer is yes.
//
// Only where the word's rarest letter stands are the letters round it looked
// at. What stands between is crossed sixteen bytes and more at a time.
func (q query) may(raw string) bool {
	if q.word == "" || strings.Contains(raw, "&") || strings.Contains(raw, "<!--") {
		return true
	}
	if q.rare < 0 {
		return q.stands(raw)
	}
	low := q.word[q.rare]
	if q.near(raw, low) {
		return q.stands(raw)
	}
	if up := low - ('a' - 'A'); !q.exact && 'a' <= low && low <= 'z' {
		return q.near(raw, up) && q.stands(raw)
	}
	return false
}

// near reports whether the word may stand round one of the bytes that are c, a
// form of its rarest letter.
func (q query) near(raw string, c byte) bool {
	for at := 0; ; at++ {
		n := strings.IndexByte(raw[at:], c)
		if n < 0 {
			return false
		}
		at += n
		if beside := at + q.side; beside < 0 || beside >= len(raw) || !q.beside[raw[beside]] {
			continue
		}
		if q.precedes(raw[:at], q.word[:q.rare]) && q.follows(raw[at+1:], q.word[q.rare+1:]) {
			return true
		}
	}
}

// neighbours are the bytes that may stand beside a word's rarest letter, and on
// which side: before it, or behind it where the word begins with it. They spare
// nearly all of its places a closer look, which costs ten times as much.
func (q query) neighbours() (beside *[256]bool, side int) {
	beside, side = new([256]bool), -1
	marks, at := markupEnds, q.rare-1
	if q.rare == 0 {
		marks, at, side = markupStarts, 1, 1
	}
	if at >= len(q.word) {
		beside[q.word[0]], beside[unicode.ToUpper(rune(q.word[0]))] = true, true
		return beside, 0 // it is alone
	}
	for _, c := range []byte(marks + q.word[at:at+1]) {
		beside[c] = true
	}
	if c := q.word[at]; c >= utf8.RuneSelf {
		for i := utf8.RuneSelf; i < len(beside); i++ {
			beside[i] = true
		}
	} else {
		beside[unicode.ToUpper(rune(c))] = true
	}
	return beside, side
}

// precedes reports whether the beginning of a word may come last in raw. Mark-up
// is not taken apart backward: where some ends, it may.
func (q query) precedes(raw, beginning string) bool {
	for beginning != "" {
		want, n := utf8.DecodeLastRuneInString(beginning)
		r, size := utf8.DecodeLastRuneInString(raw)
		if size == 0 {
			return false
		}
		if foldRune(r, q.exact) != want {
			return strings.ContainsRune(markupEnds, r)
		}
		raw, beginning = raw[:len(raw)-size], beginning[:len(beginning)-n]
	}
	return true
}

// What skipMarkup drops ends with one of markupEnds, and begins with one of
// markupStarts.
const (
	markupEnds   = "*_~`\\[!])>"
	markupStarts = "*_~`\\[!]<"
)

// stands reports whether the word stands in raw, mark-up left out.
func (q query) stands(raw string) bool {
	first, size := utf8.DecodeRuneInString(q.word)
	if first >= utf8.RuneSelf {
		for i, r := range raw {
			if foldRune(r, q.exact) == first && q.follows(raw[i+utf8.RuneLen(r):], q.word[size:]) {
				return true
			}
		}
		return false
	}
	low, up := byte(first), byte(first)
	if !q.exact && 'a' <= low && low <= 'z' {
		up -= 'a' - 'A'
	}
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; (c == low || c == up) && q.follows(raw[i+1:], q.word[1:]) {
			return true
		}
	}
	return false
}

// follows reports whether the rest of a word comes next in raw, mark-up left out.
func (q query) follows(at, rest string) bool {
	for rest != "" {
		want, n := utf8.DecodeRuneInString(rest)
		raw, sure := skipMarkup(at)
		if !sure {
			return true
		}
		r, size := utf8.DecodeRuneInString(raw)
		if size == 0 || foldRune(r, q.exact) != want {
			return false
		}
		at, rest = raw[size:], rest[n:]
	}
	return true
}

// common are the bytes of most words, the most frequent first, as they are in
// English. Which of two is rarer matters little: of any that are not the first
// few a text has one in fifty bytes.
const common = "etaoinsrhldcumfpgwybvk0129876534xjqz"

// rarest is the place of the byte of a word that texts have least of, -1 where
// it has no byte of ASCII.
func rarest(word string) int {
	at, rank := -1, -1
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			continue
		}
		n := strings.IndexByte(common, word[i])
		if n < 0 { // a capital, which counts
			n = len(common)
		}
		if n > rank {
			at, rank = i, n
		}
	}
	return at
}

// skipMax is how far skipMarkup looks for the end of a tag or a link's target.
// Without it a block of nothing but "a<" would cost the square of its length.
const skipMax = 4096

// skipMarkup drops what may stand between two letters of one shown word. It is
// not sure where something opens that does not end soon.
func skipMarkup(raw string) (rest string, sure bool) {
	for raw != "" {
		closing := byte(0)
		switch raw[0] {
		case '*', '_', '~', '`', '\\', '[', '!':
			raw = raw[1:]
			continue
		case ']':
			raw = raw[1:]
			switch {
			case strings.HasPrefix(raw, "("):
				closing = ')'
			case strings.HasPrefix(raw, "["):
				closing = ']'
			default:
				continue
			}
		case '<':
			closing = '>'
		default:
			return raw, true
		}
		end := strings.IndexByte(raw[:min(len(raw), skipMax)], closing)
		if end < 0 {
			return raw, false
		}
		raw = raw[end+1:]
	}
	return raw, true
}
