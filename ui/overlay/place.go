package overlay

import (
	"strings"

	"gloss/ui/measure"
	"gloss/ui/theme"
)

// Place lays a box over painted lines with its top left at column x and row y.
// All lines of box have the same width; what would lie outside of base is left
// out. A wide letter that the box cuts in two gives way to spaces, and what
// stands right of the box keeps its style. base is not changed.
func Place(base, box []string, x, y int) []string {
	out := append([]string(nil), base...)
	if len(box) == 0 || x < 0 {
		return out
	}
	width := measure.Width(box[0])
	for i, line := range box {
		if row := y + i; row >= 0 && row < len(out) {
			out[row] = over(out[row], line, x, width)
		}
	}
	return out
}

// over is base with line, of width cells, in place of what stands at column x.
func over(base, line string, x, width int) string {
	all := measure.Width(base)
	if x == 0 && width >= all {
		return line
	}
	var b strings.Builder
	if x > 0 {
		left := measure.Truncate(base, x)
		b.WriteString(left)
		b.WriteString(theme.Reset)
		b.WriteString(measure.Spaces(x - measure.Width(left)))
	}
	b.WriteString(line)
	rest := all - x - width
	if rest <= 0 {
		return b.String()
	}
	// TruncateLeft hands on the styles of what it drops; of a wide letter of
	// which half should stay, it keeps all or nothing.
	right := rightPart(base, x+width, rest)
	b.WriteString(measure.Spaces(rest - measure.Width(right)))
	b.WriteString(theme.Reset)
	b.WriteString(right)
	return b.String()
}
