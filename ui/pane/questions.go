package pane

import "gloss/model"

// questions lists the open questions under their themes.
type questions struct{ all []model.Question }

func (q questions) len() int { return len(q.all) }

func (q questions) draw(i int, d drawing) item {
	question := &q.all[i]
	s := sheet{drawing: d}
	if i == 0 && question.Derived {
		s.derived()
	}
	if question.Theme != "" && (i == 0 || question.Theme != q.all[i-1].Theme) {
		s.heading(question.Theme)
	}
	s.add(lead, d.theme.Text, 2, question.Text, labelRows)
	if question.By != "" {
		s.addHung(body, d.theme.Muted, 2, 4, "asked by "+question.By, 2)
	}
	if d.density > 0 || d.selected {
		for _, side := range question.Sides {
			s.addHung(body, d.theme.Muted, 2, 4, "› "+quoted(side.Quote), quoteRows)
		}
	}
	air := 1
	if i == len(q.all)-1 {
		air = 0
	}
	return item{rows: s.rows, air: air}
}

func (q questions) span(i int) model.Span { return q.all[i].Span }

func (q questions) touches(i int, screen model.Span) bool { return q.all[i].Span.Overlaps(screen) }

func (q questions) maxDensity() int { return 1 }

func (q questions) empty() string {
	return "No open questions here yet."
}
