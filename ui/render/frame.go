package render

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"
)

// frame is what stands left of a leaf: the bars of quotations, bullets and
// numbers, and the blank below those, so that an item's text hangs.
type frame struct {
	first, rest []Segment
	width       int
}

const (
	quoteBar = "│ "
	// At most half of the width goes to marks: text nested twenty deep is read
	// for what it says, not for how deep it stands.
	frameShare = 2
)

// frame draws marks for a leaf that has width cells, 0 for any number. Where
// they take too many, the outer ones are left out.
func (r *Renderer) frame(marks []model.Mark, numbers []int, width int) frame {
	widths := make([]int, len(marks))
	total := 0
	for i, m := range marks {
		widths[i] = markWidth(m, i, numbers)
		total += widths[i]
	}
	out := 0
	for width > 0 && out < len(marks) && total > width/frameShare {
		total -= widths[out]
		out++
	}
	f := frame{width: total}
	for i := out; i < len(marks); i++ {
		switch m := marks[i]; m.Kind {
		case model.Quote:
			bar := Segment{Text: quoteBar, Style: r.theme.Quote.SGR()}
			f.first, f.rest = append(f.first, bar), append(f.rest, bar)
		case model.Item:
			hang := blank(widths[i])
			f.rest = append(f.rest, hang)
			if !m.First {
				f.first = append(f.first, hang)
				continue
			}
			text := printable(m.Text) + " "
			f.first = append(f.first, Segment{
				Text:  strings.Repeat(" ", widths[i]-measure.Width(text)) + text,
				Style: r.theme.Bullet.SGR(),
			})
		}
	}
	return f
}

func markWidth(m model.Mark, depth int, numbers []int) int {
	if m.Kind == model.Quote {
		return measure.Width(quoteBar)
	}
	width := measure.Width(printable(m.Text))
	if isNumber(m.Text) {
		width = max(width, numbers[depth])
	}
	return width + 1
}

// numberWidths is how wide the widest number at each depth of a block is, so
// that 9 and 10 stand right-aligned.
func numberWidths(leaves []model.Leaf) []int {
	var widths []int
	for _, leaf := range leaves {
		for i, m := range leaf.Marks {
			if i >= len(widths) {
				widths = append(widths, 0)
			}
			if m.Kind == model.Item && isNumber(m.Text) {
				widths[i] = max(widths[i], measure.Width(printable(m.Text)))
			}
		}
	}
	return widths
}

func isNumber(mark string) bool { return mark != "" && mark[0] >= '0' && mark[0] <= '9' }

// inner is the width left of width for the text; 0 stays without limit.
func (f frame) inner(width int) int {
	if width == 0 {
		return 0
	}
	return width - f.width
}

// around appends the body's rows with the frame beside them.
func (f frame) around(rows, body []Row) []Row {
	if f.width == 0 {
		return append(rows, body...)
	}
	side := f.first
	for _, b := range body {
		segments := make([]Segment, 0, len(side)+len(b.Segments))
		rows = append(rows, Row{append(append(segments, side...), b.Segments...)})
		side = f.rest
	}
	return rows
}

// bars is what stands in the empty rows between two leaves: the bars of the
// quotations that both are in.
func (r *Renderer) bars(above, below []model.Mark, width int) []Segment {
	shared := 0
	for i, m := range below {
		if i >= len(above) || above[i].Kind != m.Kind || m.First {
			break
		}
		if m.Kind == model.Quote {
			shared = i + 1
		}
	}
	if shared == 0 {
		return nil
	}
	bars := r.frame(below[:shared], make([]int, shared), width).rest
	if last := len(bars) - 1; last >= 0 {
		bars[last].Text = strings.TrimRight(bars[last].Text, " ")
	}
	return bars
}
