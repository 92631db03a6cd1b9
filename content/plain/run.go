package plain

import "strings"

// runMax is how many lines of a block tell what it is.
const runMax = 24

// narrow is the column behind which any line ends that was wrapped.
const narrow = 30

// edge is the column in which a line ends.
func (l *line) edge() int { return l.indent + l.width }

// filled reports whether a line ends where it does because the first word of
// the next had no room in the given width. Ten columns are allowed for a ragged
// edge.
func filled(a, b *line, width int) bool {
	return width > 0 && a.edge()+1+b.trace().word > width-10
}

// fits reports whether the first word of the next line had room behind this one:
// the author, not the width, ended it.
func fits(a, b *line, width int) bool { return a.edge()+1+b.trace().word <= width }

// run is the lines ahead that no blank line parts and none of which is known to
// be something else, runMax at most.
type run struct {
	size   int
	edge   int // the rightmost column
	indent int // the smallest indent
	shifts int // lines that begin in another column than the one before
	wraps  int // lines that were wrapped, judged by edge
	upper  int // lines that begin with a capital
	marks  int // lines that look like code
	ends   int // lines that end as a sentence does
	grid   int // lines that look like rows of a table
}

// ahead is the run that begins with the next line.
func (m *maker) ahead() *run {
	if m.in.taken == m.runAt {
		return &m.run
	}
	m.runAt = m.in.taken
	r := &m.run
	*r = run{indent: m.in.peek(0).indent}
	for r.size < runMax {
		l := m.in.peek(r.size)
		if l == nil || r.size > 0 && (l.gap > 0 || l.page || m.breaks(r.size)) {
			break
		}
		r.add(l)
	}
	for i := range r.size - 1 {
		a, b := m.in.peek(i), m.in.peek(i+1)
		if filled(a, b, r.edge) {
			r.wraps++
		}
		if step := abs(a.indent - b.indent); step > 1 && i > 0 || step > 5 { // the first line of a paragraph may be indented
			r.shifts++
		}
	}
	return r
}

// add counts a line.
func (r *run) add(l *line) {
	r.edge, r.indent = max(r.edge, l.edge()), min(r.indent, l.indent)
	r.size++
	t := l.trace()
	for _, trait := range [...]struct {
		has   bool
		count *int
	}{{t.upper, &r.upper}, {t.ends, &r.ends}, {t.grid, &r.grid}, {t.code, &r.marks}} {
		if trait.has {
			*trait.count++
		}
	}
}

// breaks reports whether the line n ahead begins something of its own whatever
// stands before it.
func (m *maker) breaks(n int) bool {
	l := m.in.peek(n)
	t := l.trace()
	if l.text[0] == '>' || t.rule || t.bullet > 0 || t.strong {
		return true
	}
	if t.letter && m.lettered(n) {
		return true
	}
	if t.digits == 0 || n == 0 || t.grid {
		return false
	}
	before := m.in.peek(n - 1)
	return l.indent >= before.indent && !filled(before, l, m.style.wrap)
}

// wrapped reports whether the run is a paragraph whose lines were wrapped.
func (m *maker) wrapped(r *run) bool {
	switch {
	case r.size < 2 || r.edge > 130 || r.verse() || r.shifts*2 > r.size-2 && r.shifts > 0:
		return false
	case r.size == 2 || r.size == 3 && r.edge < 45:
		a, b := m.in.peek(0), m.in.peek(1)
		return m.style.wrap > 0 && filled(a, b, m.style.wrap) || a.edge() > 55 && !a.trace().ends && isLower(firstRune(b.text))
	}
	return r.edge >= 40 && r.wraps*5 >= (r.size-1)*3
}

// verse reports whether the lines begin with capitals as those of a poem do.
func (r *run) verse() bool {
	return r.size >= 3 && r.edge-r.indent < 62 && r.upper*5 >= r.size*4
}

// isGrid reports whether a line has columns.
func isGrid(s string) bool {
	if strings.Contains(s, "   ") {
		return true
	}
	if marksOf(s)&gridMarks == 0 {
		return false
	}
	if strings.Contains(s, " . . .") || strings.Contains(s, ".....") {
		return true
	}
	if strings.HasPrefix(s, "--") && strings.Contains(s, "  ") {
		return true
	}
	return strings.Contains(s, " | ") || s[0] == '|' || strings.HasPrefix(s, "+-") || strings.HasPrefix(s, "│") || strings.HasPrefix(s, "┌") || strings.HasPrefix(s, "├") || strings.HasPrefix(s, "└")
}

// marks is a set of the bytes that lines of code and tables are told by.
type marks uint8

const (
	codeMarks marks = 1 << iota
	gridMarks
)

var marksByByte = [256]marks{'=': codeMarks, '(': codeMarks, '>': codeMarks, ':': codeMarks, '-': codeMarks | gridMarks,
	'|': gridMarks, '.': gridMarks, '+': gridMarks, 0xe2: gridMarks}

func marksOf(s string) marks {
	var all marks
	for i := range len(s) {
		all |= marksByByte[s[i]]
	}
	return all
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
	if codeMarks&marksOf(s) == 0 {
		return false
	}
	for _, mark := range [...]string{" = ", "()", "->", "=>", "::", "==", " --", "();", ":= "} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}
