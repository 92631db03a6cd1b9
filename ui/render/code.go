package render

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"
)

const (
	codeIndent = 2
	codeHang   = "↳ " // before the rest of a line that did not fit
	// Below this width the indent and the hang would leave too little of the
	// code on a row.
	codeRoomy = 20
)

// code is the rows of a code block: lines as they are, indented, long ones cut
// at the width.
func (r *Renderer) code(leaf model.Leaf, width int) []Row {
	f := flatten(leaf.Inlines)
	all := lines(strings.TrimRight(f.text, "\n"))
	pens := r.highlight(f.text, leaf.Language, all)
	var indent, hang []Segment
	room, rest := width, width // cells for the start of a line, and for the rest of it
	if width == 0 || width >= codeRoomy {
		indent = []Segment{blank(codeIndent)}
		hang = []Segment{blank(codeIndent), {Text: codeHang, Style: r.theme.Border.SGR()}}
		room = width - codeIndent
		rest = room - measure.Width(codeHang)
	}
	var rows []Row
	for _, line := range all {
		line = trim(f.text, line)
		side, room := indent, room
		for {
			part := line
			if width > 0 {
				part.end = part.start + codeHead(f.text[line.start:line.end], room)
			}
			rows = append(rows, Row{append(side[:len(side):len(side)], f.within(part, pens, width)...)})
			if line.start = part.end; line.start == line.end {
				break
			}
			side, room = hang, rest
		}
	}
	return rows
}

// codeHead is how much of a line of code goes on a row: all that fits, back to
// the last space where that leaves most of the row filled.
func codeHead(line string, room int) int {
	n := head(line, room)
	if n == len(line) {
		return n
	}
	if space := strings.LastIndexByte(line[:n], ' ') + 1; space > n*2/3 {
		return space
	}
	return n
}
