package markdown

import "strings"

// special are the characters that can be mark-up within a line.
const special = "\\`*_[]<>#|~&!"

// Escape is text on one line as Markdown that shows it: nothing in it is
// mark-up within a line. What is mark-up only at the start of one, such as a
// list's number, stays as it is.
func Escape(text string) string {
	if !strings.ContainsAny(text, special) {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte(special, text[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
