package plain

import "strings"

// quoteMax is how deep quotes are kept apart.
const quoteMax = 8

// quote writes lines that begin with ">" as a quote. Those that were wrapped are
// joined, the others stay lines.
func (m *maker) quote() {
	m.begin()
	depth, open := 0, false
	var last line
	for l := m.in.peek(0); l != nil && l.text[0] == '>'; l = m.in.peek(0) {
		if depth > 0 && (l.gap > 0 || l.page) {
			break
		}
		d, text := quoted(l.text)
		mark := strings.Repeat("> ", d)
		switch {
		case text == "":
			if open {
				m.out.WriteByte('\n')
			}
			m.out.WriteString(strings.TrimRight(mark, " ") + "\n")
			open = false
		case open && d == depth && filled(&last, &line{text: text, width: len(text)}, m.quoteWidth()):
			m.out.WriteByte(' ')
			escape(&m.out, text, false)
		case open && d == depth:
			m.hardBreak(last.text)
			m.out.WriteString(mark)
			escape(&m.out, text, true)
		default:
			if open { // a blank line of the outer quote, or the text would continue the inner one
				m.out.WriteString("\n" + strings.TrimRight(strings.Repeat("> ", min(d, depth)), " ") + "\n")
			}
			m.out.WriteString(mark)
			escape(&m.out, text, true)
			open = true
		}
		depth, last = d, line{text: text, width: len(text)}
		m.in.take(1)
	}
	if open {
		m.out.WriteByte('\n')
	}
	m.remember(last, false)
}

// quoteWidth is the width at which a quoted line was wrapped: before it was
// quoted, so without the marks.
func (m *maker) quoteWidth() int {
	if m.style.wrap > 0 {
		return m.style.wrap - 8
	}
	return 60
}

// quoted is how deep a line is quoted, and its text.
func quoted(s string) (depth int, text string) {
	for depth < quoteMax && s != "" && s[0] == '>' {
		s = strings.TrimLeft(s[1:], " ")
		depth++
	}
	return depth, s
}
