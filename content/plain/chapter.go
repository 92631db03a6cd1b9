package plain

import "strings"

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
	if shape.last == '.' && shape.upper != shape.letters || isLower(shape.first) || shape.letters == 0 {
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
	if len(s) > headingMax || !isUpper(rune(s[0])) {
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

// isNumeral reports whether a line is nothing but a Roman number.
func isNumeral(s string) bool {
	return len(s) < 8 && s != "." && strings.Trim(strings.TrimSuffix(s, "."), "IVXLC") == ""
}
