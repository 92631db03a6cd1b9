package pane

import (
	"gloss/model"
	"gloss/ui/measure"
)

// contents lists the sections, one row each, so that a document of 200,000
// headings costs what its visible rows cost.
type contents struct {
	doc  *model.Document
	base int // the level that is not set in
}

// baseLevel is the level that stands at the left. A document whose only
// heading of the first level is its title has its chapters on the second, and
// title and chapters stand in one line.
func baseLevel(sections []model.Section) int {
	least, titles := 6, 0
	for i := range sections {
		level := sections[i].Level
		least = min(least, level)
		if level == 1 {
			titles++
		}
	}
	if titles == 1 && sections[0].Level == 1 {
		return 2
	}
	return least
}

func (c contents) len() int { return len(c.doc.Sections) }

func (c contents) draw(i int, d drawing) item {
	section := &c.doc.Sections[i]
	s := sheet{drawing: d}
	// Deep levels leave the title at least half of the row.
	indent := min(2*max(0, section.Level-c.base), d.width/2)
	style := d.theme.Text
	if d.current {
		style = d.theme.Accent
	}
	s.put(lead, measure.Spaces(indent)+style.Paint(Shorten(section.Title, d.width-indent)))
	return item{rows: s.rows}
}

func (c contents) span(i int) model.Span { return c.doc.Sections[i].Span }

func (c contents) touches(i int, screen model.Span) bool {
	return c.doc.Sections[i].Span.Overlaps(screen)
}

func (c contents) maxDensity() int { return 0 }

func (c contents) empty() string { return "No headings here: the text is one piece." }
