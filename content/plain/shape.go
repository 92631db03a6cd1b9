package plain

import (
	"unicode"
	"unicode/utf8"
)

// shape is what a look over a short line tells of it.
type shape struct {
	words    int
	capitals int // words that begin with a capital
	lower    int // words of more than three letters that do not: "of" may be small in a title
	letters  int
	upper    int // letters that are capitals
	digits   int
	marks    int // signs of code, tables and addresses
	commas   int
	first    rune
	last     rune
	depth    int  // of a number before it: 1 for "1." and "IV.", 2 for "2.1", 0 for none
	rest     int  // where the text behind that number begins
	inner    bool // a sentence ends within it
}

// measure is the shape of a text.
func measure(s string) shape {
	var m shape
	m.depth, m.rest = number(s)
	m.first, _ = utf8.DecodeRuneInString(s)
	m.last, _ = utf8.DecodeLastRuneInString(s)
	start, length, lead, dots := true, 0, rune(0), 0
	word := func() {
		if length == 0 {
			return
		}
		m.words++
		switch {
		case unicode.IsUpper(lead):
			m.capitals++
		case unicode.IsLower(lead) && length > 3:
			m.lower++
		}
		length, lead, dots = 0, 0, 0
	}
	before := rune(0)
	for _, r := range s {
		if r == ' ' {
			if start = true; before == '.' && length > 3 && dots == 1 { // no "Mr.", no "U.S."
				m.inner = true
			}
			word()
			before = r
			continue
		}
		length++
		if start && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			start, lead = false, r
		}
		switch {
		case r == '.':
			dots++
		case r == ',':
			m.commas++
		case r >= '0' && r <= '9':
			m.digits++
		case r == '=' || r == '{' || r == '}' || r == '|' || r == '@' || r == '/' || r == '\\' || r == '<' || r == '>' || r == '_' || r == '$' || r == '©':
			m.marks++
		case unicode.IsLetter(r):
			m.letters++
			if unicode.IsUpper(r) {
				m.upper++
			}
		}
		before = r
	}
	word()
	return m
}

// number reads what numbers a heading: "3", "3.", "2.1", "2.1.", "A.", "IV.",
// "§ 4". rest is where the text behind it begins.
func number(s string) (depth, rest int) {
	i := 0
	for i < len(s) && i < 20 {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == from && depth == 0 { // letters: A. and IV.
			for i < len(s) && i < 8 && (s[i] >= 'A' && s[i] <= 'Z' && (i == from || isRoman(s[i]) && isRoman(s[from]))) {
				i++
			}
			if i == from || i >= len(s) || s[i] != '.' {
				return 0, 0
			}
		}
		if i-from > 3 {
			return 0, 0
		}
		if i > from {
			depth++
		}
		if i < len(s) && (s[i] == '.' || s[i] == ')' && i+1 < len(s) && s[i+1] == ' ') {
			i++
			continue
		}
		break
	}
	if i >= len(s) || s[i] != ' ' || depth == 0 {
		return 0, 0
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return depth, i
}

func isRoman(c byte) bool {
	switch c {
	case 'I', 'V', 'X', 'L', 'C':
		return true
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func isUpper(r rune) bool { return unicode.IsUpper(r) }

func isLower(r rune) bool { return unicode.IsLower(r) }

// isMark reports whether a line that begins with the rune is an item or code
// rather than words.
func isMark(r rune) bool {
	return r > ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '"' && r != '“' && r != '\'' && r != '‘' && r != '«' && r != '¿' && r != '¡' && r != '§'
}

// sentence reports whether a line ends as a sentence does.
func sentence(l *line) bool {
	switch r, _ := utf8.DecodeLastRuneInString(l.text); r {
	case '.', '!', '?', '…', ':', ';':
		return true
	case '"', '”', ')', '’', '\'':
		r, _ = utf8.DecodeLastRuneInString(l.text[:len(l.text)-utf8.RuneLen(r)])
		return r == '.' || r == '!' || r == '?'
	}
	return false
}
