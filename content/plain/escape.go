package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// special is the bytes that may be mark-up within a line.
var special = [256]bool{'\\': true, '`': true, '*': true, '_': true, '~': true, '[': true, ']': true, '<': true, '&': true}

// escape writes a text so that Markdown reads it as text. start says that it
// begins a line.
func escape(b *strings.Builder, s string, start bool) {
	if start {
		s = s[opening(b, s):]
	}
	from := 0
	for i := 0; i < len(s); i++ {
		if special[s[i]] && isMarkup(s, i) {
			b.WriteString(s[from:i])
			b.WriteByte('\\')
			from = i
		}
	}
	b.WriteString(s[from:])
}

// opening escapes what would be mark-up because it begins a line, and is how
// much of the text it has written.
func opening(b *strings.Builder, s string) int {
	switch s[0] {
	case '>', '=', '|':
	case '#':
		if rest := strings.TrimLeft(s, "#"); rest != "" && rest[0] != ' ' {
			return 0
		}
	case '[': // the box of a task
		if len(s) < 3 || s[2] != ']' {
			return 0
		}
	case '-', '+', '*', ':', '~':
		if len(s) > 1 && s[1] != ' ' && s[1] != s[0] && s[1] != '-' && s[1] != ':' && s[1] != '|' {
			return 0
		}
	default:
		digits := 0
		for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
			digits++
		}
		if digits == 0 || digits == len(s) || s[digits] != '.' && s[digits] != ')' || digits+1 < len(s) && s[digits+1] != ' ' {
			return 0
		}
		b.WriteString(s[:digits])
		b.WriteByte('\\')
		b.WriteByte(s[digits])
		return digits + 1
	}
	b.WriteByte('\\')
	b.WriteByte(s[0])
	return 1
}

// isMarkup reports whether the byte at i could be read as mark-up. A mark
// between spaces or letters is none: "2 * 3", "snake_case".
func isMarkup(s string, i int) bool {
	var next byte
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch s[i] {
	case '\\':
		return next == 0 || next < utf8.RuneSelf && !isWordByte(next) && next != ' ' || next == '\''
	case '*', '~':
		return i > 0 && s[i-1] != ' ' || next != ' ' && next != 0
	case '_':
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		inner := isWordRune(before) && (isWordRune(after) || after == '_')
		return !inner && (i > 0 && before != ' ' || next != ' ' && next != 0)
	case '[':
		return next == '^'
	case ']':
		return next == '(' || next == '[' || next == ':'
	case '<':
		return next > ' ' // the name in an address may begin with any sign
	case '&':
		return next == '#' || isWordByte(next)
	}
	return true
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
