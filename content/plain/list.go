package plain

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// bullet is how many bytes the mark of a list item and the space behind it
// take; 0 where the line is no item.
func bullet(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '-', '*', '+', '•', '·', '◦', '▪', '‣', '●', '○', '■', '–', '∙', '⁃', '➢', '✓', '❖':
	case 'o': // as typewriters draw a bullet
		if !strings.HasPrefix(s, "o  ") {
			return 0
		}
	default:
		return 0
	}
	if len(s) == n || s[n] != ' ' {
		return 0
	}
	rest := strings.TrimLeft(s[n:], " ")
	if rest == "" {
		return 0
	}
	return len(s) - len(rest)
}

// ordinal is how many digits number a list item, and their value: 2 and 12 for
// "12. Text"; 0 where the line is no item.
func ordinal(s string) (digits, value int) {
	for digits < len(s) && digits < 3 && s[digits] >= '0' && s[digits] <= '9' {
		value = value*10 + int(s[digits]-'0')
		digits++
	}
	if digits == 0 || digits+2 >= len(s) || s[digits] != '.' && s[digits] != ')' || s[digits+1] != ' ' || digits > 1 && s[0] == '0' {
		return 0, 0
	}
	return digits, value
}

// item is a list item that is open: its column in the source, that of its text
// in the Markdown, and its number.
type item struct {
	column, text int
	number       int // -1 for a bullet
	mark         byte
}

// list writes the items of a list with what stands in them. Numbers are kept:
// one that does not follow from the one before begins no item.
func (m *maker) list() bool {
	var open []item
	for {
		l := m.in.peek(0)
		if l == nil || len(open) > 0 && (l.gap > 2 || m.isUnderline(1)) {
			break
		}
		next, ok := m.item(l, open)
		if !ok {
			break
		}
		if len(open) == 0 {
			if m.listEnd == m.out.Len() && m.listEnd > 0 && next.number >= 0 {
				m.out.WriteString("\n<!-- -->\n") // else Markdown would count on
			}
			m.begin()
		}
		for len(open) > 0 && open[len(open)-1].column >= next.column {
			open = open[:len(open)-1]
		}
		outer := 0
		if len(open) > 0 {
			outer = open[len(open)-1].text
		}
		open = append(open, m.begun(next, outer))
		m.content()
		for m.aside(open[len(open)-1]) {
			m.out.WriteByte('\n')
			spaces(&m.out, open[len(open)-1].text)
			escape(&m.out, m.in.peek(0).text, true)
			m.content()
		}
	}
	if len(open) > 0 {
		m.listEnd = m.out.Len()
	}
	return len(open) > 0
}

// depthMax is how deep lists are kept apart.
const depthMax = 6

// item reports whether a line is the next item of the lists that are open, or
// begins one.
func (m *maker) item(l *line, open []item) (item, bool) {
	if l.trace().bullet > 0 {
		return item{column: l.indent, number: -1, mark: '-'}, len(open) < depthMax || l.indent <= open[len(open)-1].column
	}
	digits, value := l.trace().ordinal()
	if digits == 0 {
		return item{}, false
	}
	next := item{column: l.indent, number: value, mark: l.text[digits]}
	for i := len(open) - 1; i >= 0; i-- {
		if o := open[i]; o.number >= 0 && abs(o.column-l.indent) < 2 {
			next.column = o.column
			return next, value == o.number+1 && o.mark == next.mark
		}
		if open[i].column <= l.indent {
			break
		}
	}
	if len(open) > 0 && open[len(open)-1].column >= l.indent { // no list in another, but one behind it
		return item{}, false
	}
	return next, value <= 1 && len(open) < depthMax && m.counts(l, value)
}

// counts reports whether a line that is numbered 1 begins a list: another item
// follows within the lines that tell what a block is.
func (m *maker) counts(l *line, value int) bool {
	for i := 1; i < runMax; i++ {
		next := m.in.peek(i)
		if next == nil {
			return false
		}
		if digits, v := next.trace().ordinal(); digits > 0 && v == value+1 && abs(next.indent-l.indent) < 2 {
			return true
		}
	}
	return false
}

// begun writes the mark and the first line of an item.
func (m *maker) begun(it item, outer int) item {
	l := m.in.peek(0)
	spaces(&m.out, outer)
	text := l.text[max(l.trace().bullet, 0):]
	if it.number < 0 {
		m.out.WriteString("- ")
		it.text = outer + 2
	} else {
		digits, _ := l.trace().ordinal()
		m.out.WriteString(strconv.Itoa(it.number))
		m.out.WriteByte(it.mark)
		m.out.WriteByte(' ')
		it.text = outer + digits + 2
		text = strings.TrimLeft(l.text[digits+1:], " ")
	}
	escape(&m.out, text, true)
	return it
}

// content ends the line that is written, with those that it was wrapped to.
func (m *maker) content() {
	whole := line{}
	for {
		l := *m.in.peek(0)
		whole.text, whole.width = l.text, whole.width+l.width
		m.in.take(1)
		next := m.in.peek(0)
		if next == nil {
			break
		}
		if skip := m.furniture(0); skip > 0 || next.page {
			if _, ok := m.goesOn(&l); !ok {
				break
			}
			m.in.take(skip)
			next = m.in.peek(0)
		} else if next.gap > 0 || m.breaks(0) || m.isUnderline(1) {
			break
		}
		if digits, _ := next.trace().ordinal(); digits > 0 && next.indent <= l.indent || next.indent <= l.indent && l.trace().bullet > 0 && !filled(&l, next, m.style.wrap) {
			break
		}
		if !m.style.blanks && m.style.wrap > 0 && l.trace().ends && fits(&l, next, m.style.wrap) { // an indented line begins a paragraph there
			break
		}
		if whole.width > l.width && next.indent+1 < l.indent {
			break
		}
		if m.style.wrap == 0 && next.indent <= l.indent && whole.width == l.width {
			break
		}
		m.out.WriteByte(' ')
		escape(&m.out, next.text, false)
	}
	m.out.WriteByte('\n')
	m.remember(whole, false)
}

// aside reports whether the next line begins another paragraph of an item.
func (m *maker) aside(it item) bool {
	l := m.in.peek(0)
	return l != nil && l.gap == 1 && !l.page && l.indent > it.column+1 && l.indent < it.column+6 && !m.breaks(0) && m.furniture(0) == 0 && !l.trace().code
}

func abs(n int) int { return max(n, -n) }

// lettered reports whether a line may begin an item that is counted with
// letters, "a) Text", "(iv) Text", "B. Text". Markdown has no such lists: it
// becomes a paragraph.
func lettered(s string) bool {
	s, opened := strings.CutPrefix(s, "(")
	n := 0
	for n < len(s) && n < 4 && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z' || opened && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == 0 || n > 1 && !opened || n+1 >= len(s) || s[n+1] != ' ' {
		return false
	}
	return s[n] == ')' || s[n] == '.' && !opened
}

// lettered reports whether the line n ahead, which looks as if it began an item
// that is counted with letters, does: its other lines are indented, or it is no
// further in than the line before it.
func (m *maker) lettered(n int) bool {
	l, next := m.in.peek(n), m.in.peek(n+1)
	if next != nil && next.gap == 0 && next.indent > l.indent {
		return true
	}
	return l.text[0] != '(' && n > 0 && l.indent < m.in.peek(n-1).indent
}
