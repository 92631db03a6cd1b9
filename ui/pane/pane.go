// Package pane is what stands beside the text: the contents, and the panels of
// facts, figures, questions and names. A Panel is told the document, its size
// and what the text shows, and gives rows of exactly that size. It knows
// nothing of where it stands on the screen, of keys or of the mouse.
//
// Cost follows the height of a panel, never the number of its items: the place
// it is scrolled to is an item and a row within it, so the height of items that
// are not shown is never asked for.
package pane

import (
	"gloss/model"
	"gloss/ui/theme"
)

// Panel lists the notes of one kind, or the sections. Its methods are for one
// goroutine.
type Panel struct {
	kind    model.Kind
	doc     *model.Document
	reading bool // the document is still being read: more notes may come
	theme   *theme.Theme
	items   items

	width, height int // cells, rows
	focused       bool
	density       int // how much each item shows, 0 least

	current  int        // contents: the section that is being read
	visible  model.Span // what the text shows
	selected int        // index of an item, -1 for none

	top    place // the first row shown
	held   bool  // the reader scrolled the panel: it follows the text no more
	follow bool  // the items on the screen have to be brought into view
	dirty  bool  // lines are not what they should be

	lines []string
	owner []int // for each line, the item that a click on it means, or -1
	drawn map[int]item
}

// place is a row of an item.
type place struct{ item, row int }

// New is an empty panel of a kind of note; KindSection makes the contents.
func New(kind model.Kind) *Panel {
	p := &Panel{kind: kind, theme: theme.Plain(), density: 1, selected: -1, current: -1}
	if kind == model.KindQuestion { // a question alone says enough
		p.density = 0
	}
	p.SetDocument(&model.Document{})
	return p
}

// Kind is the kind of note that the panel lists.
func (p *Panel) Kind() model.Kind { return p.kind }

// Len is the number of items.
func (p *Panel) Len() int { return p.items.len() }

// SetReading says whether the document is still being read, so that a panel
// without notes does not say that there are none.
func (p *Panel) SetReading(reading bool) {
	if p.reading != reading {
		p.reading = reading
		p.SetDocument(p.doc)
	}
}

// SetDocument shows another document, or the same one read further: the
// selection and the scrolling stay where they still can.
func (p *Panel) SetDocument(doc *model.Document) {
	p.doc, p.items = doc, list(p.kind, doc)
	if p.selected >= p.items.len() {
		p.selected = -1
	}
	p.redraw()
}

// SetTheme shows the panel in another theme.
func (p *Panel) SetTheme(t *theme.Theme) {
	if t.ID != p.theme.ID {
		p.theme = t
		p.redraw()
	}
}

// SetSize gives the panel its width in cells and height in rows.
func (p *Panel) SetSize(width, height int) {
	width, height = max(0, width), max(0, height)
	if width == p.width && height == p.height {
		return
	}
	if width != p.width {
		p.redraw()
	}
	p.width, p.height = width, height
	p.dirty, p.follow = true, true
}

// SetFocused says whether keys go to the panel. Contents that lose them lose
// their selection too and follow the text again; the selection of a panel of
// notes is what the text shows, whoever has the keys.
func (p *Panel) SetFocused(focused bool) {
	if p.focused && !focused && p.contents() {
		p.Deselect()
	}
	p.focused = focused
}

// SetCurrent says which section is being read, -1 for none. The contents mark
// it and keep it in view unless the reader is walking through them.
func (p *Panel) SetCurrent(section int) {
	if section != p.current {
		delete(p.drawn, p.current)
		delete(p.drawn, section)
		p.current = section
		p.look()
	}
}

// SetVisible says what the text shows. The notes of that passage are marked,
// and the panel brings them into view unless the reader is walking through it.
func (p *Panel) SetVisible(screen model.Span) {
	if screen != p.visible {
		p.visible = screen
		p.look()
	}
}

// look takes notice that the text moved on.
func (p *Panel) look() {
	p.dirty, p.follow, p.held = true, true, false
}

// More changes how much each item shows; it reports whether that was possible.
// A fact shows itself alone, then who says it, then its quote; the other kinds
// do alike. A fact that is not simply stated always says so.
func (p *Panel) More(delta int) bool {
	density := min(max(0, p.density+delta), p.items.maxDensity())
	if density == p.density {
		return false
	}
	p.density = density
	p.redraw()
	p.follow = true
	return true
}

// redraw forgets what was drawn.
func (p *Panel) redraw() {
	p.drawn, p.dirty = nil, true
}

// Lines is the panel: as many rows as it is high, each exactly as wide as it
// is. The caller must not change them; they are drawn again only after a
// change.
func (p *Panel) Lines() []string {
	if p.dirty {
		p.settle()
		p.frame()
		p.dirty = false
	}
	return p.lines
}
