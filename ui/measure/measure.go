// Package measure says how many cells of a terminal a text takes, and shortens
// it to fit. It looks at no more of a text than can be shown, however long the
// text is. It knows nothing of what is drawn.
package measure

import (
	"strings"
	"unicode/utf8"
)

// Ellipsis stands for what was left out.
const Ellipsis = "…"

// Spaces is n cells of nothing.
func Spaces(n int) string {
	const some = "                                                                                                "
	if n <= len(some) {
		return some[:max(0, n)]
	}
	return strings.Repeat(" ", n)
}

// Cells is the cells of painted text between spaces, and the most it takes
// anywhere. They differ after signs that are one with what follows them, be it
// a space, such as U+0600: a row that ends in one has to end in a space.
func Cells(painted string) (cells, most int) {
	cells = Width(" "+painted+" ") - 2
	return cells, max(cells, Width(painted))
}

// Truncate is the longest beginning of painted text that takes at most width
// cells, with all of its styles. Truncate and StringWidth of ansi can differ
// by a cell about a sign followed by U+FE0F, or a letter and a mark that joins
// it; what is measured in the end is what counts.
func Truncate(painted string, width int) string {
	for n := width; n > 0; n-- {
		short := Method().Truncate(painted, n, "")
		if _, most := Cells(short); most <= width {
			return short
		}
	}
	return ""
}

// Cut is text of at most width cells, with an ellipsis where it was longer.
func Cut(text string, width int) string {
	if Width(text) <= width {
		return text
	}
	return Trail(text, width)
}

// Trail ends text in an ellipsis within width cells, at the end of a word where
// that keeps most of the room.
func Trail(text string, width int) string {
	if width < 1 {
		return ""
	}
	if Width(text) >= width {
		kept := Truncate(text, width-1)
		inWord := !strings.HasPrefix(text[len(kept):], " ")
		if i := strings.LastIndexByte(kept, ' '); inWord && i >= 0 && Width(kept[:i])*3 >= width*2 {
			kept = kept[:i]
		}
		text = kept
	}
	return strings.TrimRight(text, " ,;:–—") + Ellipsis
}

// BytesPerCell bounds the bytes that are looked at to fill a cell. Four are
// enough for any letter; a cell may bear many combining marks, but not without
// end.
const BytesPerCell = 16

// Head is the part of text that can matter to so many cells, so that a long
// text costs no more than what is shown of it.
func Head(text string, cells int) string {
	most := (max(0, cells) + 1) * BytesPerCell
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
