package overlay

import (
	"strings"
	"unicode/utf8"

	"gloss/ui/measure"
	"gloss/ui/theme"
)

// row is painted text as a line of exactly width cells. It is the last guard of
// the width of a surface: text that was wrapped well is only padded.
func row(painted string, width int) string {
	cells := measure.Width(painted)
	if cells > width {
		painted = measure.Truncate(painted, width) + theme.Reset
		cells = measure.Width(painted)
	}
	// Some letters join with the space behind them to one that takes no cell of
	// its own (U+070F, U+0600); a sequence between them keeps them apart.
	if n := len(painted); n > 0 && painted[n-1] >= utf8.RuneSelf {
		painted += theme.Reset
	}
	return painted + measure.Spaces(width-cells)
}

// rightPart is what is left of painted text behind its first cells, in at most
// width cells.
func rightPart(painted string, cells, width int) string {
	for n := cells; ; n++ {
		part := measure.Method().TruncateLeft(painted, n, "")
		if measure.Width(part) <= width {
			return part
		}
	}
}

// ends is a line of width cells with painted text at both ends; the left one
// gives way.
func ends(left, right string, width int) string {
	room := width - measure.Width(right)
	if right == "" || room < 1 {
		return row(left, width)
	}
	return row(left, room) + right
}

// cut is text on one line of at most width cells, with an ellipsis where it was
// longer.
func cut(text string, width int) string { return measure.Cut(flat(measure.Head(text, width)), width) }

// middle shortens text to width cells in its middle, as suits addresses: the
// host in front and the name at the end are what tells them apart.
func middle(text string, width int) string {
	front := measure.Head(text, width)
	if len(front) == len(text) && measure.Width(text) <= width {
		return text
	}
	front = measure.Method().Truncate(front, width*2/3, "")
	room := width - measure.Width(front) - 1
	if room < 1 {
		return measure.Trail(text, width)
	}
	at := max(len(front), len(text)-room*measure.BytesPerCell)
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	back := text[at:]
	return front + measure.Ellipsis + measure.Method().TruncateLeft(back, measure.Width(back)-room, "")
}

// flat is text on one line; its bytes keep their places.
func flat(text string) string {
	if !strings.ContainsAny(text, "\n\t") {
		return text
	}
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
}

// Range is a part [Start, End) of a text, in bytes.
type Range struct{ Start, End int }

// wrap breaks text, which is flat, at its spaces into rows of at most width
// cells, at most most of them; more reports that there is text left over. A
// word longer than a row is broken where the row ends.
func wrap(text string, width, most int) (rows []Range, more bool) {
	if width < 1 || most < 1 {
		return nil, text != ""
	}
	short := measure.Head(text, width*most)
	more = len(short) < len(text)
	for at := afterBlanks(short, 0); at < len(short); {
		if len(rows) == most {
			return rows, true
		}
		end := rowEnd(short, at, width)
		rows = append(rows, Range{at, end})
		at = afterBlanks(short, end)
	}
	return rows, more
}

// rowEnd is where the row that starts at at ends.
func rowEnd(text string, at, width int) int {
	end, cells := at, 0
	for {
		word := afterBlanks(text, end)
		if word == len(text) {
			break
		}
		next := wordEnd(text, word)
		part := measure.Head(text[end:next], width)
		cells += measure.Width(part)
		if cells > width || len(part) < next-end {
			break
		}
		end = next
	}
	if end > at {
		return end
	}
	word := measure.Head(text[at:wordEnd(text, at)], width)
	if kept := measure.Truncate(word, width); kept != "" {
		return at + len(kept)
	}
	return at + measure.First(word, width) // wider than the row
}

func afterBlanks(text string, at int) int {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return at
}

func wordEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], ' '); i >= 0 {
		return at + i
	}
	return len(text)
}

// paragraph is text in rows of at most width cells, most of them at most,
// painted in plain but for the ranges of bold, which are painted in strong.
// Text that was left over ends in an ellipsis.
func paragraph(text string, width, most int, plain, strong theme.Style, bold []Range) []string {
	short := flat(measure.Head(text, width*most))
	rows, more := wrap(short, width, most)
	var parts []part
	for _, b := range bold {
		parts = append(parts, part{b, strong})
	}
	return paintRows(short, rows, more || len(short) < len(text), width, plain, parts)
}

// part is a part of a text with a style of its own.
type part struct {
	Range
	style theme.Style
}

// paintRows is the rows of text that wrap found; more says that text was left
// over.
func paintRows(text string, rows []Range, more bool, width int, plain theme.Style, parts []part) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		if !more || i < len(rows)-1 {
			out[i] = paint(text, r, plain, parts)
			continue
		}
		r.End = r.Start + len(measure.Trail(text[r.Start:r.End], width)) - len(measure.Ellipsis)
		out[i] = paint(text, r, plain, parts) + plain.Paint(measure.Ellipsis)
	}
	return out
}

// prose is a paragraph in one style.
func prose(text string, width, most int, style theme.Style) []string {
	return paragraph(text, width, most, style, style, nil)
}

// paint is the row r of text, the parts of it in their styles.
func paint(text string, r Range, plain theme.Style, parts []part) string {
	var b strings.Builder
	at := r.Start
	for _, p := range parts {
		start, end := max(p.Start, at), min(p.End, r.End)
		if start >= end {
			continue
		}
		b.WriteString(plain.Paint(text[at:start]))
		b.WriteString(p.style.Paint(text[start:end]))
		at = end
	}
	b.WriteString(plain.Paint(text[at:r.End]))
	return b.String()
}
