package reader

import (
	"sort"
	"strings"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/measure"
	"gloss/ui/render"
	"gloss/ui/theme"
)

// Layer is marks laid over the text in one style: what was found, the
// mentions of a name, the passage of a note. Spans are in order and do not
// overlap. A later layer lies over an earlier one.
type Layer struct {
	Spans  []model.Span
	Style  theme.Style
	Gutter bool // rows that bear a span get a bar beside them
}

// SetLayers marks the text.
func (w *Window) SetLayers(layers []Layer) {
	w.layers = layers
	w.repaint()
}

// Lines are the rows on the screen, each exactly as wide as gutter and prose
// together; fewer than the window's height at the end of a short text.
func (w *Window) Lines() []string { return w.painted }

// repaint paints the rows on the screen. It runs when what they show changed,
// so that the view has nothing to do but to join them.
func (w *Window) repaint() {
	w.painted = make([]string, len(w.visible))
	var overlays []render.Overlay
	for i, l := range w.visible {
		span := l.Span()
		overlays = overlays[:0]
		bar := false
		for _, layer := range w.layers {
			for _, s := range within(layer.Spans, span) {
				overlays = append(overlays, render.Overlay{Span: s, Style: layer.Style})
				bar = bar || layer.Gutter
			}
		}
		w.painted[i] = w.gutter(bar, w.heading(span)) + w.fit(render.Paint(l.Row, overlays), l.Width())
	}
}

// fit gives a painted row the width of the prose. A row is too wide only while
// it waits to be rendered for a window that was just made narrower.
func (w *Window) fit(painted string, width int) string {
	if width > w.width {
		painted = measure.Method().Truncate(painted, w.width, "")
		width = measure.Width(painted) // a cell less where a wide character was cut
	}
	return painted + strings.Repeat(" ", max(w.width-width, 0))
}

// within is the part of the spans that share a byte with the span.
func within(spans []model.Span, span model.Span) []model.Span {
	first := sort.Search(len(spans), func(i int) bool { return spans[i].End > span.Start })
	last := first + sort.Search(len(spans)-first, func(i int) bool { return spans[first+i].Start >= span.End })
	return spans[first:last]
}

// heading reports whether a row shows the heading of the section jumped to.
func (w *Window) heading(span model.Span) bool {
	return w.section >= 0 && w.text.Document().Sections[w.section].Heading.Overlaps(span)
}

func (w *Window) gutter(passage, heading bool) string {
	if passage || heading {
		return w.theme.Accent.Paint("▌") + strings.Repeat(" ", Gutter-1)
	}
	return strings.Repeat(" ", Gutter)
}

// Gutter is the cells left of the prose in Lines.
const Gutter = layout.Gutter

// OffsetAt is the offset of the text at a cell of the window, the gutter
// counted in; ok is false where no text stands.
func (w *Window) OffsetAt(x, y int) (at int, ok bool) {
	if y < 0 || y >= len(w.visible) {
		return 0, false
	}
	return w.visible[y].Offset(x - Gutter)
}

// CellOf is the cell where the text at the offset stands, the gutter counted
// in; ok is false where it is not on the screen.
func (w *Window) CellOf(at int) (x, y int, ok bool) {
	for y, l := range w.visible {
		if cells := l.Cells(model.Span{Start: at, End: at + 1}); len(cells) > 0 {
			return cells[0].Start + Gutter, y, true
		}
	}
	return 0, 0, false
}
