package plain

import "strings"

// fenceMax is how many lines of code are fenced as one: the fence must be longer
// than any in the code, which is read ahead to know.
const fenceMax = 200

// code writes a table or indented code as it stands, if that comes next.
func (m *maker) code() bool {
	l, next := m.in.peek(0), m.in.peek(1)
	if !l.trace().grid && (next == nil || !next.trace().grid) && l.indent < max(3, m.style.indent+2) {
		return false
	}
	r := m.ahead()
	if !m.isCode(r) {
		return false
	}
	size, fence, indent, shift := 0, 3, r.indent, 0
	for size < fenceMax {
		l := m.in.peek(size)
		if l == nil || size >= r.size && !m.continues(l, indent) || size > 0 && m.furniture(size) > 0 {
			break
		}
		fence = max(fence, ticks(l.text)+1)
		indent = min(indent, l.indent)
		if l.text[0] == '[' && strings.Contains(l.text, "]:") {
			shift = 4 // a link's definition is looked for in code too, but not this far in
		}
		size++
	}
	m.begin()
	m.out.WriteString(strings.Repeat("`", fence) + "\n")
	for i := range size {
		l := m.in.peek(i)
		if i > 0 {
			m.out.WriteString(strings.Repeat("\n", min(l.gap, 2)))
		}
		spaces(&m.out, l.indent-indent+shift)
		m.out.WriteString(l.text)
		m.out.WriteByte('\n')
	}
	m.out.WriteString(strings.Repeat("`", fence) + "\n")
	m.pass(size)
	return true
}

// isCode reports whether a run is a table or code.
func (m *maker) isCode(r *run) bool {
	l := m.in.peek(0)
	if r.size >= 2 && r.grid*2 > r.size {
		return true
	}
	if digits, _ := l.trace().ordinal(); digits > 0 || l.trace().bullet > 0 || l.trace().letter {
		return false
	}
	if r.indent < m.style.indent+2 || r.indent < 3 || l.width > headingMax {
		return false
	}
	if r.size == 1 && l.gap == 0 {
		return false
	}
	return r.marks*5 >= r.size*2 || r.upper == 0 && r.ends == 0 && r.indent >= m.style.indent+4 && r.indent < m.style.indent+12
}

// continues reports whether a line goes on with code that has the given indent.
func (m *maker) continues(l *line, indent int) bool {
	if l.page || l.gap > 1 {
		return false
	}
	if l.gap == 0 {
		return l.indent >= indent && indent >= m.style.indent+3
	}
	return l.indent >= indent && indent >= m.style.indent+3 && (l.indent > indent || l.trace().code || isLower(firstRune(l.text)) && !l.trace().ends)
}

// ticks is the longest run of backticks.
func ticks(s string) int {
	if strings.IndexByte(s, '`') < 0 {
		return 0
	}
	most, n := 0, 0
	for i := range len(s) {
		if s[i] == '`' {
			n++
			most = max(most, n)
		} else {
			n = 0
		}
	}
	return most
}

func spaces(b *strings.Builder, n int) {
	for ; n > 0; n -= 32 {
		b.WriteString("                                "[:min(n, 32)])
	}
}
