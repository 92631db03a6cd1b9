package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldString is a quote as passage looks for it.
func foldString(s string) string {
	b, _ := fold(nil, nil, s)
	return string(b)
}

// fold appends s to dst with accents, white space and quotation marks folded, and
// no white space at the ends. Where from is not nil, the offset in s of every byte
// appended to dst is appended to it.
func fold(dst []byte, from []int, s string) ([]byte, []int) {
	if norm.NFC.IsNormalString(s) { // as almost all text is
		return foldSigns(dst, from, s)
	}
	if from == nil {
		return foldSigns(dst, nil, norm.NFC.String(s))
	}
	s, back := compose(s)
	start := len(from)
	dst, from = foldSigns(dst, from, s)
	for i := start; i < len(from); i++ {
		from[i] = back[from[i]]
	}
	return dst, from
}

// compose is s in normal form C, in which an accent and its letter are one sign,
// with the offset in s of every byte. What is composed of several runes starts at
// the first of them and ends with the last, so that a passage has all of them.
func compose(s string) (composed string, back []int) {
	var b strings.Builder
	for i := 0; i < len(s); {
		n := max(1, norm.NFC.NextBoundaryInString(s[i:], true))
		as, to := s[i:i+n], norm.NFC.String(s[i:i+n])
		b.WriteString(to)
		for k := range len(to) {
			if as == to {
				back = append(back, i+k)
			} else {
				back = append(back, i)
			}
		}
		if as != to {
			_, last := utf8.DecodeLastRuneInString(as)
			back[len(back)-1] = i + n - last
		}
		i += n
	}
	return b.String(), back
}

// composeWord is a word in normal form C. Most are ASCII, for which even to ask
// would cost more than all else that is done with a word.
func composeWord(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFC.String(s)
		}
	}
	return s
}

// foldSigns is fold of white space and quotation marks.
func foldSigns(dst []byte, from []int, s string) ([]byte, []int) {
	start := len(dst)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		before := len(dst)
		switch {
		case unicode.IsSpace(r):
			if len(dst) > start && dst[len(dst)-1] != ' ' {
				dst = append(dst, ' ')
			}
		default:
			if f := straight(r); f != r {
				dst = append(dst, byte(f))
			} else {
				dst = append(dst, s[i:i+n]...)
			}
		}
		if from != nil {
			for k := range len(dst) - before {
				from = append(from, i+min(k, n-1))
			}
		}
		i += n
	}
	if len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
		from = from[:max(0, len(from)-1)]
	}
	return dst, from
}

// straight is the straight form of a curly quotation mark or apostrophe, any
// other rune itself.
func straight(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ':
		return '\''
	case '“', '”', '„', '‟':
		return '"'
	}
	return r
}
