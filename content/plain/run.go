package plain

import "strings"

// runMax is how many lines of a block tell what it is.
const runMax = 24

// edge is the column in which a line ends.
func (l *line) edge() int { return l.indent + l.width }

// filled reports whether a line ends where it does because the first word of
// the next had no room in the given width. Ten columns are allowed for a ragged
// edge.
func filled(a, b *line, width int) bool {
	first := strings.IndexByte(b.text, ' ')
	if first < 0 {
		first = b.width
	}
	return width > 0 && a.edge()+1+first > width-10
}

// run is the lines ahead that no blank line parts and none of which is known to
// be something else, runMax at most.
type run struct {
	size   int
	edge   int // the rightmost column
	indent int // the smallest indent
	wraps  int // lines that were wrapped, judged by edge
	upper  int // lines that begin with a capital
	marks  int // lines that look like code
	ends   int // lines that end as a sentence does
	grid   int // lines that look like rows of a table
}

// ahead is the run that begins with the next line.
func (m *maker) ahead() run {
	var r run
	r.indent = m.in.peek(0).indent
	for r.size < runMax {
		l := m.in.peek(r.size)
		if l == nil || r.size > 0 && (l.gap > 0 || l.page || m.breaks(r.size)) {
			break
		}
		r.edge, r.indent = max(r.edge, l.edge()), min(r.indent, l.indent)
		r.size++
	}
	for i := range r.size {
		l := m.in.peek(i)
		if i+1 < r.size && filled(l, m.in.peek(i+1), r.edge) {
			r.wraps++
		}
		if isUpper(firstRune(l.text)) {
			r.upper++
		}
		if sentence(l) {
			r.ends++
		}
		if l.width > headingMax {
			continue
		}
		if isGrid(l.text) {
			r.grid++
		}
		if isCode(l.text) {
			r.marks++
		}
	}
	return r
}

// breaks reports whether the line n ahead begins something of its own whatever
// stands before it.
func (m *maker) breaks(n int) bool {
	l := m.in.peek(n)
	if l.text[0] == '>' || isRule(l.text) || bullet(l.text) > 0 {
		return true
	}
	if digits, _ := ordinal(l.text); digits > 0 && n > 0 && !isGrid(l.text) && l.indent >= m.in.peek(n-1).indent && !filled(m.in.peek(n-1), l, m.style.wrap) {
		return true
	}
	return strong(l.text)
}

// wrapped reports whether the run is a paragraph whose lines were wrapped.
func (m *maker) wrapped(r *run) bool {
	switch {
	case r.size < 2 || r.edge > 130 || r.verse():
		return false
	case r.size == 2 || r.size == 3 && r.edge < 45:
		a, b := m.in.peek(0), m.in.peek(1)
		return m.style.wrap > 0 && filled(a, b, m.style.wrap) || a.edge() > 55 && !sentence(a) && isLower(firstRune(b.text))
	}
	return r.edge >= 40 && r.wraps*5 >= (r.size-1)*3
}

// verse reports whether the lines begin with capitals as those of a poem do.
func (r *run) verse() bool {
	return r.size >= 3 && r.edge < 75 && r.upper*10 >= r.size*7
}

// isGrid reports whether a line has columns.
func isGrid(s string) bool {
	if strings.Contains(s, "   ") || strings.Contains(s, " . . .") || strings.Contains(s, ".....") {
		return true
	}
	if strings.HasPrefix(s, "--") && strings.Contains(s, "  ") {
		return true
	}
	return strings.Contains(s, " | ") || s[0] == '|' || strings.HasPrefix(s, "+-") || strings.HasPrefix(s, "│") || strings.HasPrefix(s, "┌") || strings.HasPrefix(s, "├") || strings.HasPrefix(s, "└")
}

// isCode reports whether a line looks like a command or code.
func isCode(s string) bool {
	switch s[0] {
	case '$', '%', '#', '{', '}', '/', '<', '@', '.':
		return true
	}
	switch s[len(s)-1] {
	case '{', '}', '=', '\\', '|':
		return true
	case ';':
		return strings.ContainsAny(s, "=()")
	case ')', ':':
		return strings.ContainsAny(s, "(") && !strings.Contains(s, " (")
	}
	for _, mark := range [...]string{" = ", "()", "->", "=>", "::", "==", " --", "();", ":= "} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}
