package overlay

import (
	"strings"

	"gloss/ui/keymap"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// frame is the border round a surface: its title above, its keys below, so that
// neither costs a row. A bare frame has no border, only the two edges.
type frame struct {
	theme *theme.Theme
	bare  bool
	air   bool // an empty row above and below the lines
	title string
	head  string // painted; stands in place of a bare frame's title
	note  string // right of the title
	end   string // right of the keys
	keys  []keymap.Hint
}

// inner is the place of the lines within a frame of width×height cells: the
// column and row where they begin, and their size.
func (f frame) inner(width, height int) (x, y, w, h int) {
	if f.bare {
		return 0, 1, width, max(0, height-2)
	}
	return 2, 1 + f.rows()/2, max(0, width-4), max(0, height-2-f.rows())
}

// rows is what the air takes.
func (f frame) rows() int {
	if f.air {
		return 2
	}
	return 0
}

// draw is the lines in a frame of width×height cells.
func (f frame) draw(lines []string, width, height int) []string {
	if height < 1 {
		return nil
	}
	out := make([]string, 0, height)
	out = append(out, f.top(width))
	_, y, w, _ := f.inner(width, height)
	side := f.theme.Border.Paint("│")
	for i := 1; i < height-1; i++ {
		line := ""
		if i >= y && i-y < len(lines) {
			line = lines[i-y]
		}
		line = row(line, w)
		switch {
		case f.bare:
		case width < 4:
			line = measure.Spaces(width)
		default:
			line = side + " " + line + " " + side
		}
		out = append(out, line)
	}
	if height > 1 {
		out = append(out, f.bottom(width))
	}
	return out
}

func (f frame) top(width int) string {
	if !f.bare {
		room := width - 8 - measure.Width(f.note)
		return f.edge("╭", f.theme.Title.Paint(cut(f.title, room)), f.theme.Muted.Paint(f.note), "╮", width)
	}
	if f.head != "" {
		return ends(f.head, f.theme.Muted.Paint(f.note), width)
	}
	room := width - 2 - measure.Width(f.note)
	title := f.theme.Title.Paint(cut(f.title, room)) + " "
	note := f.theme.Muted.Paint(f.note)
	line := max(0, width-measure.Width(title)-measure.Width(note)-1)
	return row(title+f.theme.Border.Paint(strings.Repeat("─", line))+" "+note, width)
}

func (f frame) bottom(width int) string {
	end := f.theme.Muted.Paint(f.end)
	if f.bare {
		return ends(f.hints(width-measure.Width(end)-1), end, width)
	}
	room := width - 6
	if f.end != "" {
		room -= measure.Width(f.end) + 2
	}
	return f.edge("╰", f.hints(room), end, "╯", width)
}

// edge is an edge of a border with painted text in it at both ends.
func (f frame) edge(from, left, right, to string, width int) string {
	b := f.theme.Border
	if left != "" {
		left = " " + left + " "
	}
	if right != "" {
		right = " " + right + " "
	}
	line := width - 4 - measure.Width(left) - measure.Width(right)
	if line < 0 { // a frame of a few cells
		return row(b.Paint(from+strings.Repeat("─", max(0, width-2))+to), width)
	}
	return row(b.Paint(from+"─")+left+b.Paint(strings.Repeat("─", line))+right+b.Paint("─"+to), width)
}

// hints is the keys, as many as width cells hold; the first ones matter most.
func (f frame) hints(width int) string {
	const gap = "   "
	var b strings.Builder
	used := 0
	for _, k := range f.keys {
		cells := measure.Width(k.Key) + 1 + measure.Width(k.Does)
		if used > 0 {
			cells += len(gap)
		}
		if used+cells > width {
			continue
		}
		if used > 0 {
			b.WriteString(gap)
		}
		b.WriteString(f.theme.Key.Paint(k.Key) + " " + f.theme.Muted.Paint(k.Does))
		used += cells
	}
	return b.String()
}

// Frame is lines in a border of width×height cells with a title above and the
// keys below; on a screen too small for a border, between a title and the keys
// alone. Lines that are too long are cut.
func Frame(t *theme.Theme, title string, lines []string, width, height int, keys ...keymap.Hint) []string {
	return sheetFrame(t, title, width, height, keys).draw(lines, width, height)
}

// Inner is the place of the lines within a Frame of width×height cells: the
// column and row where they begin, and their size.
func Inner(width, height int) (x, y, w, h int) {
	return sheetFrame(nil, "", width, height, nil).inner(width, height)
}

func sheetFrame(t *theme.Theme, title string, width, height int, keys []keymap.Hint) frame {
	return frame{theme: t, bare: bare(width, height), title: title, keys: keys}
}

func rule(width int) string { return strings.Repeat("─", max(0, width)) }
