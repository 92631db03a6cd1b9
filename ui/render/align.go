package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// aligner finds a shown text again in what Glamour made of it. Wrapping adds
// and drops white space and nothing else, so the other runes of the two are
// the same, one by one and in order; if they are not, alignment fails and
// nothing of the output is used. Rows are then cut from the shown text, never
// from the output: a row cannot say what the document does not.
type aligner struct {
	shown string
	pos   int // of the next byte of shown to find
	row   extent
	pens  []pen
}

// output walks over terminal output and reports its runes, each with the SGR
// sequences in force, and "" for no style. It stops when rune returns false.
type output struct {
	names map[string]string // of SGR sequences, so that equal ones share memory
}

func (o *output) walk(out []byte, rune func(r rune, sgr string) bool) bool {
	sgr := ""
	for i := 0; i < len(out); {
		switch {
		case out[i] != 0x1b:
			r, n := utf8.DecodeRune(out[i:])
			if !rune(r, sgr) {
				return false
			}
			i += n
		case i+1 < len(out) && out[i+1] == '[':
			end := i + 2
			for end < len(out) && (out[end] < 0x40 || out[end] > 0x7e) {
				end++
			}
			end = min(end+1, len(out))
			sgr = o.after(sgr, out[i:end])
			i = end
		default: // a hyperlink, which ends with BEL
			for i < len(out) && out[i] != 0x07 {
				i++
			}
			i++
		}
	}
	return true
}

// after is the style in force after one more sequence.
func (o *output) after(sgr string, sequence []byte) string {
	switch string(sequence) {
	case "\x1b[m", "\x1b[0m":
		return ""
	}
	if sgr != "" {
		sequence = append([]byte(sgr), sequence...)
	}
	if name, ok := o.names[string(sequence)]; ok {
		return name
	}
	if o.names == nil || len(o.names) > namesMax {
		o.names = map[string]string{}
	}
	name := string(sequence)
	o.names[name] = name
	return name
}

// namesMax bounds the names kept: a theme makes a few dozen.
const namesMax = 1000

// rune takes the next rune of the output. It returns false where the shown
// text has another one.
func (a *aligner) rune(r rune, sgr string) bool {
	if unicode.IsSpace(r) {
		// It is padding unless the shown text has white space here too.
		if s, n := a.next(); n > 0 && unicode.IsSpace(s) && s != '\n' {
			a.set(sgr)
			a.pos += n
		}
		return true
	}
	s, n := a.next()
	for n > 0 && unicode.IsSpace(s) {
		a.pos += n
		s, n = a.next()
	}
	if n == 0 || s != r && (s != '-' || r != nonBreakingHyphenRune) {
		return false
	}
	a.set(sgr)
	if a.row.start == a.row.end {
		a.row.start = a.pos
	}
	a.pos += n
	a.row.end = a.pos
	return true
}

func (a *aligner) next() (rune, int) { return utf8.DecodeRuneInString(a.shown[a.pos:]) }

func (a *aligner) set(sgr string) {
	if n := len(a.pens); n == 0 && sgr == "" || n > 0 && a.pens[n-1].sgr == sgr {
		return
	}
	a.pens = append(a.pens, pen{a.pos, sgr})
}

// endRow ends a row of the output; ok is false where it showed nothing.
func (a *aligner) endRow() (row extent, ok bool) {
	row, a.row = a.row, extent{}
	return row, row.start < row.end
}

// done reports whether all of the shown text was found.
func (a *aligner) done() bool { return strings.TrimSpace(a.shown[a.pos:]) == "" }

// align finds the rows and styles of a shown text in terminal output.
func (o *output) align(out []byte, shown string) (rows []extent, pens []pen, ok bool) {
	a := aligner{shown: shown}
	ok = o.walk(out, func(r rune, sgr string) bool {
		if r == '\n' {
			if row, shows := a.endRow(); shows {
				rows = append(rows, row)
			}
			return true
		}
		return a.rune(r, sgr)
	})
	if row, shows := a.endRow(); shows {
		rows = append(rows, row)
	}
	return rows, a.pens, ok && a.done()
}
