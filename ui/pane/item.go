package pane

import (
	"slices"
	"strings"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// items is what a panel lists: one implementation for each kind.
type items interface {
	len() int
	// draw sets item i in rows. It is not asked for more than what is shown.
	draw(i int, d drawing) item
	// span is where the item stands in the text.
	span(i int) model.Span
	// touches reports whether the text shows a passage of the item.
	touches(i int, screen model.Span) bool
	maxDensity() int
	// empty is what the panel says when there is no item.
	empty() string
}

// drawing is how an item is to be drawn.
type drawing struct {
	theme    *theme.Theme
	width    int // cells, right of the gutter
	density  int
	selected bool
	current  bool // the section that is being read
}

// item is a drawn item: its rows, and the empty rows that follow it.
type item struct {
	rows []row
	air  int
}

// height is the rows of the item with the air below it.
func (it item) height() int { return len(it.rows) + it.air }

// goesOn reports whether there is more of the item itself from a row on.
func (it item) goesOn(from int) bool {
	return from < len(it.rows) && slices.ContainsFunc(it.rows[from:], func(r row) bool { return r.role != aside })
}

// from is the rows of the item from a row on, as far as there is room. A pinned
// row that would fall off the end takes the place of the last one; where nothing
// of the item would be left before it, the item is not begun.
func (it item) from(start, room int) []row {
	rows := it.rows[min(start, len(it.rows)):]
	if len(rows) <= room {
		return rows
	}
	off := slices.IndexFunc(rows[room:], func(r row) bool { return r.role == pinned })
	if off < 0 || room == 0 {
		return rows[:room]
	}
	if start == 0 && !slices.ContainsFunc(rows[:room-1], func(r row) bool { return r.role != aside }) {
		return nil
	}
	return append(slices.Clone(rows[:room-1]), rows[room+off])
}

// row is one painted row of an item, right of the gutter.
type row struct {
	text string
	cell int  // width of the text in cells
	role role // what the row is to the item
}

// role says how a row takes part in its item.
type role uint8

const (
	aside  role = iota // a heading or a footnote that stands with the item: not selected, not clicked
	body               // part of the item
	lead               // the part that bears the mark when the text shows the item's passage
	pinned             // part of the item that is shown if any of the item before it is
)

// list is the items of a kind.
func list(kind model.Kind, doc *model.Document) items {
	switch kind {
	case model.KindFact:
		return facts{doc}
	case model.KindFigure:
		return figures{doc.Notes.Figures}
	case model.KindQuestion:
		return questions{doc.Notes.Questions}
	case model.KindName:
		return names{doc.Notes.Names}
	case model.KindSection, model.KindText:
	}
	return contents{doc: doc, base: baseLevel(doc.Sections)}
}

// sheet collects the rows of an item.
type sheet struct {
	drawing
	rows []row
}

// add sets text in a style, wrapped to at most most rows; the rows after the
// first hang under text that starts at cell hang.
func (s *sheet) add(r role, style theme.Style, hang int, text string, most int) {
	s.addHung(r, style, 0, hang, text, most)
}

// addHung is add with the first row set in by indent cells.
func (s *sheet) addHung(r role, style theme.Style, indent, hang int, text string, most int) {
	hang = min(hang, s.width/3)
	indent = min(indent, hang)
	for i, line := range wrap(text, s.width-indent, s.width-hang, most) {
		in := hang
		if i == 0 {
			in = indent
		} else if r == pinned { // the first row says it
			r = body
		}
		s.put(r, measure.Spaces(in)+style.Paint(line))
	}
}

// put adds one row that is already painted.
func (s *sheet) put(r role, painted string) {
	painted, cells := fit(painted, s.width)
	s.rows = append(s.rows, row{text: painted, cell: cells, role: r})
}

// heading opens a group of items.
func (s *sheet) heading(text string) { s.add(aside, s.theme.Heading[3], 0, text, 2) }

// derived says, over the first item, that the notes were not written by anyone.
func (s *sheet) derived() {
	s.put(aside, s.theme.Muted.Paint(measure.Cut("found by gloss", s.width)))
	s.put(aside, "")
}

// quote sets a passage of the text in quotation marks.
func (s *sheet) quote(text string) {
	s.addHung(body, s.theme.Muted, 2, 2, quoted(text), quoteRows)
}

var inner = strings.NewReplacer("“", "‘", "”", "’")

// quoted is text in quotation marks, those within it made single ones.
func quoted(text string) string { return "“" + inner.Replace(text) + "”" }

// The most rows that one text may take, so that a note of ten kilobytes is cut
// instead of filling the panel.
const (
	labelRows = 8
	quoteRows = 8
	checkRows = 12
)
