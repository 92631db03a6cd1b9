package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/content/clean"
)

// A sign of the page's text that Markdown may read as its own is kept apart from
// Markdown's own signs until all is written: as a character from a private
// plane. Whether it needs a backslash depends on what it then stands beside.
const (
	private    = 0xF0000
	privateEnd = private + utf8.RuneSelf
)

// signs are those that Markdown may read.
var signs = func() (is [utf8.RuneSelf]bool) {
	for _, c := range []byte("\\*_`[]<>&#+-=.):|~!^") {
		is[c] = true
	}
	return is
}()

// literal is text with its signs marked. A ] needs care only in a link's text.
func literal(text string, inLink bool) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < utf8.RuneSelf && signs[c] && (c != ']' || inLink) {
			b.WriteString(text[from:i])
			b.WriteRune(private + rune(c))
			from = i + 1
		}
	}
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}

// harmless is text without what would be taken for a mark of ours or of the
// library that writes, and without what is cleaned away later, for a sign is to
// know its neighbours. Entities bring controls back, so this is the place.
func harmless(text string) string {
	controls, marks := false, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != '\r', c == 0x7F:
			controls = true
		case c == '\f', c == 0xC2, c == 0xE2, c == 0xEF, c == 0xF3: // the first byte of what is mapped below
			marks = true
		}
	}
	if controls {
		text = clean.Body(text)
	}
	if !marks {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xF000 && r <= 0xF002 || r >= private && r < privateEnd:
			return utf8.RuneError
		case r == '\u00AD' || r == '\uFEFF':
			return -1
		case r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return '\n' // as they will be, and then what follows would begin a line
		}
		return r
	}, text)
}

// escape puts a backslash before each marked sign that needs one.
func escape(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var l line
	prev := '\n'
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		rest := text[i+size:]
		switch {
		case r >= private && r < privateEnd:
			r -= private
			next, _ := sign(rest)
			if l.needs(r, prev, next, rest) {
				b.WriteByte('\\')
			}
			b.WriteByte(byte(r))
			l.state, l.label = inText, false
		case r == '`':
			size = codeLength(text[i:])
			if l.address || !unicode.IsSpace(prev) && strings.IndexByte(text[i:i+size], '@') > 0 {
				b.WriteString(addressEnd)
			}
			b.WriteString(text[i : i+size])
			l.state, l.address, l.label = inText, false, false
		default:
			if l.address && opensLink(text[i:]) {
				b.WriteString(addressEnd)
			}
			l.own(r)
			l.inAddress(r, text[i:])
			b.WriteString(text[i : i+size])
		}
		prev = r
		i += size
	}
	return b.String()
}

// codeLength is the length of the code that text starts with, its marks at both
// ends included: all backticks that are the page's are marked, or in code.
func codeLength(text string) int {
	run := len(text) - len(strings.TrimLeft(text, "`"))
	for at := run; at < len(text); {
		open := strings.IndexByte(text[at:], '`')
		if open < 0 {
			break
		}
		at += open
		n := len(text[at:]) - len(strings.TrimLeft(text[at:], "`"))
		at += n
		if n == run {
			return at
		}
	}
	return run
}

// sign is the character that text starts with, marked or not.
func sign(text string) (r rune, marked bool) {
	if text == "" {
		return '\n', false
	}
	r, _ = utf8.DecodeRuneInString(text)
	if r >= private && r < privateEnd {
		return r - private, true
	}
	return r, false
}

// line is what is known of the line that is being written.
type line struct {
	state   int
	heading bool // begins with a heading's own #
	address bool // is within a bare web address
	label   bool // has just opened a link's text
	row     bool // begins with a table's own |
}

const (
	atStart  = iota // nothing yet but marks of the blocks it is in
	inNumber        // digits that may be a list's number
	inBullet        // a list's own mark, with its space to come
	inText
)

// own takes a character that is Markdown's, or no sign.
func (l *line) own(r rune) {
	l.label = r == '['
	switch {
	case r == '\n':
		*l = line{}
	case l.state == inText:
	case r == ' ' && l.state != inNumber, r == '>':
		l.state = atStart
	case r >= '0' && r <= '9' && l.state != inBullet:
		l.state = inNumber
	case r == '.' && l.state == inNumber, l.state == atStart && (r == '-' || r == ':'):
		l.state = inBullet
	default:
		l.heading = l.heading || r == '#' && l.state == atStart
		l.row = l.row || r == '|' && l.state == atStart
		l.state = inText
	}
}

// addressEnd ends a bare web address that a link or code follows without a space:
// the address would take it for its rest, and so does mail's, at either side.
const addressEnd = "<!-- -->"

// opensLink reports whether text starts with a link or a picture of our own. No
// target has a [ in it, so that this is not within one.
func opensLink(text string) bool {
	return strings.HasPrefix(text, "[") || strings.HasPrefix(text, "![")
}

func (l *line) inAddress(r rune, text string) {
	switch {
	case unicode.IsSpace(r) || opensLink(text):
		l.address = false
	case r == 'h' || r == 'H' || r == 'f' || r == 'F' || r == 'w' || r == 'W':
		l.address = l.address || address(text)
	}
}

// address reports whether text begins as one that is made a link of.
func address(text string) bool {
	for _, begin := range []string{"http", "ftp", "www"} {
		if len(text) > len(begin) && strings.EqualFold(text[:len(begin)], begin) {
			return true
		}
	}
	return false
}

// needs reports whether a sign between prev and next would be Markdown's.
func (l *line) needs(r, prev, next rune, rest string) bool {
	start := l.state == atStart
	space, nextSpace := unicode.IsSpace(prev), unicode.IsSpace(next)
	switch r {
	case '\\':
		return next < utf8.RuneSelf && (unicode.IsPunct(next) || unicode.IsSymbol(next)) || next == '\n'
	case '`', '[', ']':
		return true
	case '*':
		return start || !space || !nextSpace
	case '_':
		return start || !(space && nextSpace) && !(word(prev) && word(next))
	case '^': // of a footnote
		return l.label
	case '<':
		return next < utf8.RuneSelf && unicode.IsLetter(next) || strings.ContainsRune("/!?", next)
	case '&':
		return entity(rest)
	case '!':
		_, marked := sign(rest)
		return next == '[' && !marked
	case '~':
		return next == '~' || !space
	case '|':
		return l.row || start
	case '#':
		return start || l.heading && next == '\n'
	case '+', ':':
		return start && nextSpace || start && r == ':' && strings.ContainsRune("-:|", next)
	case '-':
		return start && (nextSpace || strings.ContainsRune("-:|", next))
	case '>', '=':
		return start
	case '.', ')':
		return l.state == inNumber && nextSpace
	}
	return false
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// entityMax is longer than the longest name of an entity.
const entityMax = 40

// entity reports whether text goes on as an entity does behind its &.
func entity(text string) bool {
	for i, r := range text[:min(len(text), entityMax)] {
		switch {
		case r == ';':
			return i > 0
		case r == '#' && i == 0, r == private+'#' && i == 0:
		case r >= utf8.RuneSelf || !word(r):
			return false
		}
	}
	return false
}
