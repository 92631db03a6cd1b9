// Package sentence cuts shown text into its sentences, for quotes, look-up and
// notes: a passage is never shown in half. It works on text as a reader sees it
// and knows nothing of Markdown or documents. It knows English abbreviations;
// other languages are cut at their stops.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split gives the byte ranges of the sentences of a leaf's shown text, in
// order, each without the space round it.
//
// A sentence ends at a stop (a run of . ! ? … with the closing quotes and
// brackets after it) that white space follows, and at every newline and tab,
// which stand between lines and table cells. A stop does not end it
//
//   - before a small letter: “Why?” he asked;
//   - after a title or another word that is only written with its stop: Mr., e.g.;
//   - after a word that announces a number, before a digit: No. 5, Jan. 29;
//   - after initials and acronyms (U.S., J. R., Inc.), unless the next word is
//     one that opens sentences and is no name: “in the U.S. The Navy …”;
//   - after the number of a list: 1. First.
//
// Decimals (3.35) need no rule: no space follows their point. A colon or
// semicolon never ends a sentence. The text is read once, with a look at a few
// bytes either side of each stop.
func Split(shown string) [][2]int {
	var out [][2]int
	start := 0
	end := func(at int) {
		part := shown[start:at]
		from := at - len(strings.TrimLeftFunc(part, unicode.IsSpace))
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, [2]int{from, from + len(part)})
		}
		start = at
	}
	for at := 0; at < len(shown); {
		if plain[shown[at]] {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(shown[at:])
		at += n
		switch {
		case r == '\n' || r == '\t':
			end(at)
		case strings.ContainsRune(wideStops, r):
			at += closers(shown[at:])
			end(at)
		case strings.ContainsRune(stops, r):
			first := at - n
			at += len(shown[at:]) - len(strings.TrimLeft(shown[at:], stops))
			run := shown[first:at]
			at += closers(shown[at:])
			if ends(shown[start:first], run, shown[at:]) {
				end(at)
			}
		}
	}
	end(len(shown))
	return out
}

const (
	stops     = ".!?…‽"
	wideStops = "。！？｡" // no space follows them
	spaces    = " \u00a0\u2009\u202f"
	closing   = "”’\"')]}»›」』"
)

// plain are the bytes that neither end a sentence nor start a longer rune: most
// of any text.
var plain = func() (set [256]bool) {
	for c := range utf8.RuneSelf {
		set[c] = !strings.ContainsRune(stops+"\n\t", rune(c))
	}
	return set
}()

// closers is the length of the closing marks that s starts with. French sets
// its closing mark off by a space.
func closers(s string) int {
	n := len(s) - len(strings.TrimLeft(s, closing))
	if rest := strings.TrimLeft(s[n:], spaces); strings.HasPrefix(rest, "»") {
		n = len(s) - len(rest) + len("»")
	}
	return n
}

// ends reports whether the stop run ends the sentence before it.
func ends(before, run, after string) bool {
	next := strings.TrimLeft(after, spaces)
	if next == "" {
		return true
	}
	if next[0] == '\n' || next[0] == '\t' {
		return true
	}
	if len(next) == len(after) {
		return false
	}
	opening, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "“‘\"'([{«‹*_"))
	if unicode.IsLower(opening) {
		return false
	}
	if run != "." {
		return true
	}
	word := lastWord(before)
	lower := strings.ToLower(word)
	switch {
	case titles[lower]:
		return false
	case numbered[lower]:
		return !unicode.IsDigit(opening)
	case isInitials(word) || firms[lower]:
		return opens(next)
	case strings.Trim(before, " 0123456789") == "":
		return false
	}
	return true
}

// wordMax is longer than any word the lists hold; it bounds the look back.
const wordMax = 24

// lastWord is the word that the text ends with, its inner stops included.
func lastWord(before string) string {
	if len(before) > wordMax {
		before = before[len(before)-wordMax:]
	}
	at := strings.LastIndexFunc(before, func(r rune) bool { return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if at < 0 {
		return before
	}
	_, n := utf8.DecodeRuneInString(before[at:])
	return before[at+n:]
}

// isInitials reports whether the word is one letter, or letters with stops
// between them.
func isInitials(word string) bool {
	for i, part := range strings.Split(word, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n != len(part) || !unicode.IsLetter(r) || i == 0 && n == len(word) && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// opens reports whether the text starts with a word that opens sentences and
// is no part of a name.
func opens(next string) bool {
	next = strings.TrimLeft(next, "“‘\"'(")
	n := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(next)
	}
	return openers[next[:n]] && !strings.HasPrefix(next[n:], ".")
}

var (
	titles = words(`mr mrs ms dr prof st gen rep sen gov pres rev hon capt lt sgt col maj cmdr
		vs e.g i.e eg ie cf viz approx ca mt`)
	numbered = words(`no nos vol fig figs sec ch art p pp ed par eq
		jan feb mar apr jun jul aug sep sept oct nov dec`)
	firms   = words(`inc ltd co corp llc plc jr sr al ph.d`)
	openers = words(`The This That These Those It Its He She They We You I A An His Her Their Our My
		In On At But And Or So If When While As For To From With By After Before Since Until However Although Though
		Meanwhile Then There Here What Why How Who Where Which Not No Yes Some Many Most All Both Each Another Such
		Now Today Yet Still Also Thus Therefore Despite During Because Beyond Whether`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
