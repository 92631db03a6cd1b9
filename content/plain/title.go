package plain

import (
	"strings"
	"unicode"
)

// outline is what the headings so far tell of the level of the next.
type outline struct {
	any      bool
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

// named writes the heading of a chapter, "CHAPTER I", with the line below it
// that names it.
func (m *maker) named() bool {
	l := m.in.peek(0)
	if !l.trace().strong || m.contents(l) {
		return false
	}
	n := 1
	if next := m.in.peek(1); next != nil && next.gap < 2 && !next.page && next.width < 70 && !next.trace().strong && unnamed(l.text) && m.names(next) {
		n = 2
	}
	m.heading(m.namedLevel(l.text), n)
	return true
}

// names reports whether a line is the name of the chapter whose number stands
// above it.
func (m *maker) names(l *line) bool {
	shape := l.look()
	if l.trace().bullet > 0 || l.trace().grid || l.text[0] == '>' || l.trace().rule {
		return false
	}
	if l.trace().ends && shape.last == '.' && shape.upper != shape.letters || isLower(shape.first) || shape.letters == 0 {
		return false
	}
	after := m.in.peek(2)
	return shape.upper == shape.letters || shape.title() || after == nil || after.gap > 0
}

// contents reports whether a chapter's line is an entry of the table of contents:
// the next or the last line is one too, and no text between them.
func (m *maker) contents(l *line) bool {
	kind, _, _ := strings.Cut(l.text, " ")
	next := m.in.peek(1)
	if next != nil && next.gap < 2 && next.trace().strong && strings.HasPrefix(next.text, kind+" ") {
		return true
	}
	before := m.behind[0]
	return before != nil && !m.round.below && l.gap < 2 && before.trace().strong && strings.HasPrefix(before.text, kind+" ")
}

// strong reports whether a line is the heading of a chapter by its words alone:
// "CHAPTER I", "Chapter 2. The Pool", "PART ONE", "Appendix A".
func strong(s string) bool {
	if len(s) > headingMax || !isUpper(rune(s[0])) && s[0] != '<' {
		return false
	}
	word, rest, ok := strings.Cut(s, " ")
	if !ok || len(word) < 3 || len(word) > 10 || !isOne(word, divisions) {
		return false
	}
	number, name, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	mark := lastByte(number)
	number = strings.TrimRight(number, ".:—-,)")
	if !counts(number) {
		return false
	}
	name = strings.TrimLeft(name, " —–-:.")
	switch {
	case name == "":
		return true
	case strings.HasPrefix(name, "of ") || isLower(firstRune(name)):
		return false
	}
	m := measure(name)
	return mark == '.' || mark == ':' || m.upper == m.letters || m.lower == 0 && m.last != '.'
}

// divisions are the words that a numbered part of a book is called by.
var divisions = []string{"chapter", "part", "book", "volume", "canto", "act", "scene", "appendix", "section", "letter", "stave", "annex",
	"chapitre", "livre", "partie", "kapitel", "teil", "buch", "capítulo", "capitolo", "libro", "parte"}

// numerals are the numbers that parts are counted with when written as words.
var numerals = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

func isOne(word string, list []string) bool {
	for _, w := range list {
		if strings.EqualFold(word, w) {
			return true
		}
	}
	return false
}

// counts reports whether a word is a number, a Roman one, a letter or a numeral.
func counts(s string) bool {
	if s == "" || len(s) > 12 {
		return false
	}
	if len(s) == 1 && isUpper(rune(s[0])) || strings.Trim(s, "0123456789") == "" && len(s) < 5 {
		return true
	}
	return strings.Trim(s, "IVXLCDM") == "" || isOne(s, numerals)
}

// unnamed reports whether a chapter's line has a number and no name.
func unnamed(s string) bool { return strings.Count(s, " ") == 1 }

// namedLevel is the level of a chapter: below that of a part, if there are any.
func (m *maker) namedLevel(s string) int {
	word, _, _ := strings.Cut(s, " ")
	level := 2
	switch strings.ToLower(word) {
	case "part", "book", "volume", "act":
		m.parts = true
	case "appendix", "annex":
	default:
		if m.parts {
			level = 3
		}
	}
	m.chapter = level
	return level
}

func isUpper(r rune) bool { return unicode.IsUpper(r) }

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
	return l.edge()*3 < m.style.wrap*2 && (l.gap > 0 || !m.style.blanks || m.out.Len() == 0) && !filled(l, next, m.style.wrap) &&
		(isUpper(firstRune(next.text)) && next.width*10 > m.style.wrap*7 || l.look().upper == l.look().letters)
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
	case depth > 0:
		return max(depth+1, min(m.chapter, 2)+depth-1)
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

// isNumeral reports whether a line is nothing but a Roman number.
func isNumeral(s string) bool {
	return len(s) < 8 && s != "." && strings.Trim(strings.TrimSuffix(s, "."), "IVXLC") == ""
}
