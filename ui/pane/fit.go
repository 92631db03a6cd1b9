package pane

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"
)

// fit is painted text cut to width, and the cells it takes before a space. It
// is the last guard of the width of a row: what was wrapped well passes
// unchanged.
func fit(painted string, width int) (text string, cells int) {
	cells, most := measure.Cells(painted)
	if most > width {
		painted = measure.Truncate(painted, width)
		cells, _ = measure.Cells(painted)
	}
	return painted, cells
}

// Shorten is a title cut to width cells: a long one before its colon, then at
// the end of a word where that keeps most of the room, with an ellipsis.
func Shorten(title string, width int) string {
	title = measure.Head(title, width)
	if measure.Width(title) <= width {
		return title
	}
	return measure.Cut(model.ShortTitle(title), width)
}

// wrap breaks text at its spaces into at most most rows, the first of at most
// first cells and the others of at most rest. A word longer than a row is
// broken where the row ends; text that is left over ends in an ellipsis.
func wrap(text string, first, rest, most int) []string {
	if first < 1 || rest < 1 || most < 1 {
		return nil
	}
	short := measure.Head(text, max(first, rest)*most)
	w := wrapper{width: first, rest: rest, most: most}
	// No row begins with a per cent sign.
	for _, word := range strings.FieldsFunc(strings.ReplaceAll(short, " %", "\u00a0%"), blank) {
		w.word(word)
		if w.full {
			break
		}
	}
	if w.line != "" {
		w.end()
	}
	if n := len(w.rows); n > 0 && (w.full || len(short) < len(text)) {
		width := rest
		if n == 1 {
			width = first
		}
		w.rows[n-1] = measure.Trail(w.rows[n-1], width)
	}
	return w.rows
}

// blank reports whether a line may break at r; no-break spaces hold.
func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

type wrapper struct {
	rows              []string
	line              string
	cells             int // of line
	width, rest, most int
	full              bool // there was text for one more row
}

// end closes the row.
func (w *wrapper) end() {
	if len(w.rows) == w.most {
		w.full = true
		return
	}
	w.rows = append(w.rows, w.line)
	w.line, w.cells, w.width = "", 0, w.rest
}

// word sets the next word.
func (w *wrapper) word(word string) {
	for !w.full {
		start := measure.Head(word, max(w.width, w.rest)) // a row of a word without end
		cells := measure.Width(start)
		if len(start) < len(word) {
			cells = max(cells, w.width+1, w.rest+1)
		}
		gap := min(1, w.cells)
		room := w.width - w.cells - gap
		if cells <= room {
			w.line += measure.Spaces(gap) + word
			w.cells += gap + cells
			return
		}
		if w.cells > 0 && (cells <= w.rest || room < w.width/2) {
			w.end()
			continue
		}
		part := measure.Truncate(start, room)
		if first := measure.First(start, room); part == "" && w.cells == 0 && measure.Width(start[:first]) <= room {
			part = start[:first]
		}
		switch {
		case part != "":
			w.line += measure.Spaces(gap) + part
			word = word[len(part):]
		case w.cells == 0: // a wide letter in a row of one cell
			return
		}
		w.end()
	}
}
