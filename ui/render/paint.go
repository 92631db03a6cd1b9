package render

import (
	"slices"
	"strings"

	"gloss/model"
	"gloss/ui/theme"
)

// Overlay is a mark laid over the text.
type Overlay struct {
	Span  model.Span
	Style theme.Style
}

// Paint is the row as it goes to the terminal. Overlays are laid over it in
// order, so that a later one wins where two meet; they mark whole characters
// as a reader sees them, and only text of the document. Every style that is
// turned on is turned off by the end of the row.
func Paint(row Row, overlays []Overlay) string {
	var b strings.Builder
	size := 0
	for _, s := range row.Segments {
		size += len(s.Style) + len(s.Text) + len(theme.Reset)
	}
	b.Grow(size)
	var laid []patch
	for i := range row.Segments {
		s := &row.Segments[i]
		laid = patches(laid[:0], s, overlays)
		if len(laid) == 0 {
			piece(&b, s.Text, s.Style, nil)
			continue
		}
		overlaid(&b, s, laid)
	}
	return b.String()
}

// patch is the part [from, to) of a segment's text that an overlay covers.
type patch struct {
	from, to int
	sgr      string
}

func patches(laid []patch, s *Segment, overlays []Overlay) []patch {
	if s.Span.Empty() {
		return laid
	}
	for i := range overlays {
		if from, to := s.part(overlays[i].Span); from < to {
			laid = append(laid, patch{from, to, overlays[i].Style.SGR()})
		}
	}
	return laid
}

// overlaid paints a segment cut at the borders of its patches.
func overlaid(b *strings.Builder, s *Segment, laid []patch) {
	var room [16]int
	cuts := append(room[:0], 0, len(s.Text))
	for _, p := range laid {
		cuts = append(cuts, p.from, p.to)
	}
	slices.Sort(cuts)
	var over []string
	for i := 1; i < len(cuts); i++ {
		from, to := cuts[i-1], cuts[i]
		if from == to {
			continue
		}
		over = over[:0]
		for _, p := range laid {
			if p.from <= from && to <= p.to {
				over = append(over, p.sgr)
			}
		}
		piece(b, s.Text[from:to], s.Style, over)
	}
}

func piece(b *strings.Builder, text, style string, over []string) {
	start := b.Len()
	b.WriteString(style)
	for _, sgr := range over {
		b.WriteString(sgr)
	}
	styled := b.Len() > start
	b.WriteString(text)
	if styled {
		b.WriteString(theme.Reset)
	}
}
