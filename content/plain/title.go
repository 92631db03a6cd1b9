package plain

import "strings"

// outline is what the headings so far tell of the level of the next.
type outline struct {
	any      bool // there was a heading
	top      bool // there is a title
	chapter  int  // the level of the last chapter, 0 for none
	parts    bool // there are parts or books above the chapters
	capitals int  // headings in capitals
	number   int  // that of the last numbered heading
}

// heading writes the next n lines as a heading.
func (m *maker) heading(level, n int) {
	m.begin()
	m.out.WriteString("######"[:min(max(level, 1), 6)] + " ")
	for i := range n {
		if i > 0 {
			m.out.WriteByte(' ')
		}
		text, closing := m.in.peek(i).text, ""
		if cut := strings.TrimRight(text, "#"); i == n-1 && cut != text { // Markdown would take them for the end of its mark
			text, closing = cut, text[len(cut):]
		}
		escape(&m.out, text, false)
		for range closing {
			m.out.WriteString("\\#")
		}
	}
	m.out.WriteByte('\n')
	m.any = true
	m.pass(n)
	m.round.below = true
}

// underlined writes a heading with a line of one mark below it.
func (m *maker) underlined() bool {
	if !m.isUnderline(1) {
		return false
	}
	level := 3
	switch m.in.peek(1).text[0] {
	case '=', '#', '*':
		level = 1
	case '-':
		level = 2
	}
	if m.top {
		level = max(level, 2)
	}
	m.heading(level, 1)
	m.in.take(1)
	return true
}

// isUnderline reports whether the line n ahead, from 1 on, underlines the one
// before it.
func (m *maker) isUnderline(n int) bool {
	title, l := m.in.peek(n-1), m.in.peek(n)
	return title != nil && l != nil && l.gap == 0 && !l.page && title.width <= headingMax && l.trace().rule &&
		strings.IndexByte(l.text, ' ') < 0 && !title.trace().rule && l.width*2 >= title.width && l.width <= title.width*2+10 &&
		title.look().letters > 0 && title.trace().bullet == 0 && !title.trace().grid
}

// isRule reports whether a line is drawn with one mark.
func isRule(s string) bool {
	switch s[0] {
	case '-', '=', '*', '_', '~', '#', '^':
	default:
		return false
	}
	count := 0
	for i := range len(s) {
		switch {
		case s[i] == s[0]:
			count++
		case s[i] != ' ' || s[i-1] == ' ' || i > 1 && s[i-2] != ' ': // "---  ---" are the rules of a table's columns
			return false
		}
	}
	return count >= 3
}

// weighed writes a heading that its clues tell.
func (m *maker) weighed() bool {
	l := m.in.peek(0)
	if l.width > headingMax || !m.alone(l) || l.trace().strong && m.contents(l) {
		return false
	}
	n := m.near(l)
	if n.score() <= 0 {
		return false
	}
	if digits, value := l.trace().ordinal(); digits > 0 {
		m.number = value
	}
	m.heading(m.level(l), 1)
	return true
}

// numbered writes a heading that could be the item of a list.
func (m *maker) numbered() bool {
	digits, _ := m.in.peek(0).trace().ordinal()
	return digits > 0 && m.weighed()
}

// alone reports whether a line does not belong to a paragraph with the next.
func (m *maker) alone(l *line) bool {
	if l.look().letters < 2 && !isNumeral(l.text) {
		return false
	}
	next := m.in.peek(1)
	if next == nil || next.gap > 0 {
		return m.style.wrap == 0 || l.gap > 0 || m.out.Len() == 0 || m.round.below || !m.style.blanks
	}
	if m.style.wrap == 0 {
		return l.edge() < narrow || !m.wrapped(m.ahead())
	}
	if m.out.Len() == 0 && !m.wrapped(m.ahead()) { // a title page is a block of short lines
		return true
	}
	if m.style.blanks && l.gap == 0 && m.out.Len() > 0 || !fits(l, next, m.style.wrap) {
		return false
	}
	return m.over(0) ||
		(isUpper(firstRune(next.text)) && next.width*10 > m.style.wrap*7 || l.look().upper == l.look().letters)
}

// over reports whether the line n ahead stands over a paragraph whose first line
// is indented.
func (m *maker) over(n int) bool {
	l, next := m.in.peek(n), m.in.peek(n+1)
	return next != nil && next.gap == 0 && next.indent > l.indent+1 && next.indent < l.indent+10 && fits(l, next, m.style.wrap)
}

// near is a line with what stands round it, where wrapped lines count as one.
func (m *maker) near(l *line) *near {
	n := &m.round
	n.at, n.behind, n.style, n.first = l, m.behind, &m.style, m.out.Len() == 0
	next := m.in.peek(1)
	n.apart = m.style.blanks && (m.style.wrap > 0 || m.style.verse) && (l.gap > 0 || n.first) && next != nil && next.gap > 0
	digits, value := l.trace().ordinal()
	n.next = digits > 0 && m.any && value == m.number+1
	n.left = n.apart && l.indent < m.style.indent
	at := 1
	for i := range n.ahead {
		n.ahead[i] = m.in.peek(at)
		if n.ahead[i] == nil {
			continue
		}
		at++
		if m.style.wrap == 0 {
			continue
		}
		m.folded[i] = *n.ahead[i]
		n.ahead[i] = &m.folded[i]
		for range reach {
			before, next := m.in.peek(at-1), m.in.peek(at)
			if next == nil || next.gap > 0 || !filled(before, next, m.style.wrap) {
				break
			}
			n.ahead[i].width += next.width
			at++
		}
	}
	return n
}

// level is the level of a heading that its clues tell.
func (m *maker) level(l *line) int {
	shape := l.look()
	depth := shape.depth
	capitals := shape.upper == shape.letters
	switch {
	case isNumeral(l.text):
		return max(m.chapter, 2)
	case depth == 1 && m.chapter > 0:
		return m.chapter + 1
	case depth > 0: // the first number of two is the chapter's
		return depth + 1
	case !m.any && m.behind[3] == nil && !hasWord(l.text, parts):
		m.top = true
		return 1
	case m.chapter > 0 && !hasWord(l.text, parts):
		return m.chapter + 1
	case capitals:
		m.capitals++
	case m.capitals > 1:
		return 3
	}
	return 2
}
