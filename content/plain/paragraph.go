package plain

import "strings"

// paragraph writes the next lines as a paragraph: joined where they were
// wrapped, line by line where they are verse or an address.
func (m *maker) paragraph() {
	m.begin()
	if !m.style.blanks && m.in.peek(0).edge() < narrow {
		m.single()
		return
	}
	r := m.ahead()
	switch {
	case m.headed(r):
		m.single()
	case m.wrapped(r):
		m.joined()
	case r.size > 1 && m.style.blanks && r.edge < 100:
		m.verse(r)
	case m.style.wrap > 0 && r.size > 1 && filled(m.in.peek(0), m.in.peek(1), m.style.wrap):
		m.joined()
	default:
		m.single()
	}
}

// headed reports whether the first line of a run stands by itself and those
// below it are a paragraph: a term and what it means.
func (m *maker) headed(r *run) bool {
	a, b := m.in.peek(0), m.in.peek(1)
	return r.size >= 3 && r.edge <= 130 && a.edge()*3 < r.edge*2 && !filled(a, b, r.edge) && r.wraps == r.size-2 && !r.verse()
}

// single writes the next line as a paragraph.
func (m *maker) single() {
	escape(&m.out, m.in.peek(0).text, true)
	m.out.WriteByte('\n')
	m.pass(1)
}

// joined writes lines up to the end of their paragraph as one.
func (m *maker) joined() {
	whole := line{}
	escape(&m.out, m.in.peek(0).text, true)
	for {
		l := *m.in.peek(0)
		whole.text, whole.width = l.text, whole.width+l.width
		m.in.take(1)
		skip, ok := m.goesOn(&l)
		if !ok {
			break
		}
		m.in.take(skip)
		m.out.WriteByte(' ')
		escape(&m.out, m.in.peek(0).text, false)
	}
	m.out.WriteByte('\n')
	m.remember(whole, false)
}

// goesOn reports whether the paragraph of a line, which was taken, goes on with
// the next line, or behind a page break: skip is what stands between.
func (m *maker) goesOn(l *line) (skip int, ok bool) {
	next := m.in.peek(0)
	if next == nil {
		return 0, false
	}
	for n := m.furniture(0); n > 0 && skip < reach; n = m.furniture(skip) { // the foot of a page and the head of the next
		skip += n
	}
	if skip > 0 || next.page {
		next = m.in.peek(skip)
		return skip, next != nil && !l.trace().ends && isLower(firstRune(next.text))
	}
	if next.gap > 0 || m.breaks(0) || m.isUnderline(1) {
		return 0, false
	}
	if !l.trace().ends {
		return 0, true
	}
	if next.indent > l.indent+1 && l.indent <= m.style.indent+1 { // the first line of the next is indented
		return 0, false
	}
	if m.style.wrap > 0 && m.over(0) {
		return 0, false
	}
	return 0, m.style.blanks || m.style.wrap == 0 || filled(l, next, m.style.wrap)
}

// verse writes the lines of a run one by one, and those that follow up to a
// blank line. How far a line is indented more than the others is kept.
func (m *maker) verse(r *run) {
	whole := line{}
	for {
		l := m.in.peek(0)
		whole.text, whole.width = l.text, l.width
		if more := min(l.indent-r.indent, 20); more > 0 {
			m.out.WriteString(strings.Repeat("\u00a0", more))
		}
		escape(&m.out, l.text, true)
		m.in.take(1)
		next := m.in.peek(0)
		if next == nil || next.gap > 0 || next.page || m.breaks(0) || m.isUnderline(1) || m.furniture(0) > 0 {
			break
		}
		m.hardBreak(whole.text) // l is in use again
	}
	m.out.WriteByte('\n')
	m.remember(whole, false)
}

// fields writes the head of a letter, "From: Ada", line by line.
func (m *maker) fields() bool {
	if !isField(m.in.peek(0).text) {
		return false
	}
	if next := m.in.peek(1); next == nil || next.gap > 0 || !isField(next.text) {
		return false
	}
	r := m.ahead()
	if r.edge > 2*headingMax {
		return false
	}
	m.begin()
	m.verse(r)
	return true
}

// isField reports whether a line is a name, a colon and a value.
func isField(s string) bool {
	at := strings.IndexByte(s[:min(len(s), 24)], ':')
	return at > 1 && at+1 < len(s) && s[at+1] == ' ' && isUpper(rune(s[0])) && strings.IndexByte(s[:at], ' ') < 0
}

// hardBreak ends a line that stays one. The backslash that does so is not known
// behind another, so there it is two spaces.
func (m *maker) hardBreak(text string) {
	if lastByte(text) == '\\' {
		m.out.WriteString("  \n")
	} else {
		m.out.WriteString("\\\n")
	}
}
