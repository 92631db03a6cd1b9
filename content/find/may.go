package find

import (
	"strings"
	"unicode/utf8"
)

// may reports whether raw Markdown can show the query's longest word. It errs
// on the side of yes. The letters of a shown word stand in the raw text in
// order, and between them nothing but mark-up: emphasis, brackets, a link's
// target, a tag. Entities can stand for letters, and comments can hold
// anything, so where there is one of them the answer is yes.
func (q query) may(raw string) bool {
	if q.word == "" || strings.Contains(raw, "&") || strings.Contains(raw, "<!--") {
		return true
	}
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
