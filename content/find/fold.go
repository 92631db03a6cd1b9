package find

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// folded is a text made ready for comparing: white space is single spaces,
// quotation marks are straight, and case is gone unless it counts.
type folded struct {
	text  string
	shift []shift // where offsets of text and of the original part, in order
}

// shift says that from byte at of the folded text on, the original is by bytes
// ahead.
type shift struct{ at, by int }

// offset is the original offset of byte i of the folded text.
func (f folded) offset(i int) int {
	n := sort.Search(len(f.shift), func(n int) bool { return f.shift[n].at > i })
	if n == 0 {
		return i
	}
	return i + f.shift[n-1].by
}

// fold keeps offsets through every change of length: a curly quotation mark is
// three bytes and a straight one is one, a run of spaces becomes one.
func fold(s string, exact bool) folded {
	out := make([]byte, 0, len(s))
	var f folded
	by, space := 0, false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		from := len(out)
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r >= utf8.RuneSelf && unicode.IsSpace(r):
			if !space {
				out = append(out, ' ')
			}
			space = true
		default:
			space = false
			out = utf8.AppendRune(out, foldRune(r, exact))
		}
		if grown := size - (len(out) - from); grown != 0 {
			by += grown
			f.shift = append(f.shift, shift{len(out), by})
		}
		i += size
	}
	f.text = string(out)
	return f
}

func foldRune(r rune, exact bool) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ':
		return '\''
	case '“', '”', '„', '‟':
		return '"'
	}
	if exact {
		return r
	}
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	// A letter whose lower case is ASCII (the Kelvin sign, the dotted İ) stays
	// itself, so that ASCII can be compared byte by byte.
	if low := unicode.ToLower(r); low >= utf8.RuneSelf {
		return low
	}
	return r
}
