// Package lock is the second lock on the way out. Text was cleaned when it came
// in; whatever a mistake elsewhere let through, a terminal is sent nothing but
// text and, where styles are wanted, the sequences that set them. Everything
// else that could act on a terminal becomes a �. It knows nothing of what the
// text is, or where it goes.
package lock

import (
	"strings"
	"unicode/utf8"
)

// Styled is a line with its styles (SGR sequences), harmless.
func Styled(line string) string { return harmless(line, true) }

// Text is text of any number of lines without a sequence, harmless.
func Text(text string) string { return harmless(text, false) }

func harmless(s string, styled bool) string {
	var out strings.Builder
	from := 0
	for i := 0; i < len(s); {
		n, ok := Next(s[i:], styled)
		if !ok {
			out.WriteString(s[from:i])
			out.WriteString("\uFFFD")
			from = i + n
		}
		i += n
	}
	if from == 0 {
		return s
	}
	out.WriteString(s[from:])
	return out.String()
}

// Next is the length in bytes of the character that s begins with, or of the
// sequence where styles may pass, and whether it may leave. s is not empty.
func Next[T ~string | ~[]byte](s T, styled bool) (n int, ok bool) {
	if c := s[0]; ' ' <= c && c < 0x7f || c == '\n' || c == '\t' {
		return 1, true
	}
	if n := sgrLen(s); styled && n > 0 {
		return n, true
	}
	r, n := utf8.DecodeRuneInString(string(s[:min(len(s), utf8.UTFMax)]))
	switch {
	case r == utf8.RuneError && n == 1,
		r < ' ', 0x7f <= r && r < 0xa0, // C0, DEL, C1
		r == 0x2028, r == 0x2029, // line and paragraph separators
		r == 0x061c, r == 0x200e, r == 0x200f, // marks of direction
		0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069: // overrides and isolates
		return n, false
	}
	return n, true
}

// sgrLen is the length of the SGR sequence (colours and the like) at the start
// of s, 0 where there is none.
func sgrLen[T ~string | ~[]byte](s T) int {
	if len(s) < 3 || s[0] != 0x1b || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}
