package pane

import (
	"path"

	"gloss/model"
	"gloss/ui/measure"
)

// gutter is the cells left of the items in a panel of that width, for marks; a
// panel too narrow for anything has none.
func gutter(width int) int { return min(2, max(0, width)/4) }

func (p *Panel) gutter() int { return gutter(p.width) }

// What stands in the gutter: beside what the text shows, and where an item goes
// on below the panel.
const (
	mark = "▌"
	more = "↓"
)

// marked reports whether the text shows item i.
func (p *Panel) marked(i int) bool {
	if p.contents() {
		return i == p.current
	}
	return p.items.touches(i, p.visible)
}

// item is item i as drawn, from the cache where it can be.
func (p *Panel) item(i int) item {
	if it, ok := p.drawn[i]; ok {
		return it
	}
	it := p.items.draw(i, drawing{
		theme: p.theme, width: p.width - p.gutter(), density: p.density,
		selected: i == p.selected, current: p.contents() && i == p.current,
	})
	// Room for the frame and for walking a few of them; more is drawn again.
	if p.drawn == nil || len(p.drawn) > 256+4*p.height {
		p.drawn = make(map[int]item, p.height)
	}
	p.drawn[i] = it
	return it
}

// frame draws the rows from the top place on.
func (p *Panel) frame() {
	p.lines, p.owner = make([]string, 0, p.height), make([]int, 0, p.height)
	if p.Len() == 0 {
		p.emptyFrame()
	}
	at := p.top
	for len(p.lines) < p.height && at.item < p.Len() {
		it := p.item(at.item)
		marked := p.marked(at.item)
		rows := it.from(at.row, p.height-len(p.lines))
		cut := len(p.lines)+len(rows) == p.height && it.goesOn(at.row+len(rows))
		for k, r := range rows {
			switch {
			case cut && k == len(rows)-1:
				p.draw(at.item, r, p.theme.Muted.Paint(more))
			case marked && r.role == lead:
				p.draw(at.item, r, p.theme.Accent.Paint(mark))
			default:
				p.draw(at.item, r, " ")
			}
		}
		for at.row = max(at.row, len(it.rows)); at.row < it.height() && len(p.lines) < p.height; at.row++ {
			p.push(measure.Spaces(p.width), -1)
		}
		at = place{item: at.item + 1}
	}
	for len(p.lines) < p.height {
		p.push(measure.Spaces(p.width), -1)
	}
}

// draw puts a row behind its gutter, which has a sign of one cell.
func (p *Panel) draw(i int, r row, sign string) {
	margin := ""
	if p.gutter() > 0 {
		margin = sign + measure.Spaces(p.gutter()-1)
	}
	line := margin + r.text + measure.Spaces(p.width-p.gutter()-r.cell)
	if r.role == aside {
		p.push(line, -1)
		return
	}
	if i == p.selected {
		style := p.theme.Selected
		// What the item is says enough: a whole note in bold shouts.
		if n := len(p.owner); r.role != lead && n > 0 && p.owner[n-1] == i {
			style.Bold = false
		}
		line = style.Paint(line)
	}
	p.push(line, i)
}

func (p *Panel) push(line string, owner int) {
	p.lines, p.owner = append(p.lines, line), append(p.owner, owner)
}

// emptyFrame says in a friendly line why there is nothing.
func (p *Panel) emptyFrame() {
	g := p.gutter()
	text := p.items.empty()
	switch {
	case p.reading:
		text = "Reading on…"
	case !p.contents():
		text += " " + bringer(p.doc)
	}
	for _, line := range wrap(text, p.width-g, p.width-g, p.height) {
		text, cells := fit(p.theme.Muted.Paint(line), p.width-g)
		p.push(measure.Spaces(g)+text+measure.Spaces(p.width-g-cells), -1)
	}
}

// ItemAt is the item drawn at a row of the panel, counted from its top; ok is
// false beside the items.
func (p *Panel) ItemAt(row int) (index int, ok bool) {
	p.Lines()
	if row < 0 || row >= len(p.owner) || p.owner[row] < 0 {
		return 0, false
	}
	return p.owner[row], true
}

// bringer says what would bring notes: the notes file that belongs beside the
// document.
func bringer(doc *model.Document) string {
	name := path.Base(doc.NotesFile())
	switch {
	case doc.Source == "":
		name = "story.notes.yaml"
	case doc.NotesFile() == "":
		return "A notes file beside a document brings them: save it to a file first."
	}
	return "A notes file beside the document, " + name + ", brings them."
}
