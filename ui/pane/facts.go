package pane

import "gloss/model"

// facts lists the facts under the sections that they stand in.
type facts struct{ doc *model.Document }

func (f facts) len() int { return len(f.doc.Notes.Facts) }

func (f facts) draw(i int, d drawing) item {
	all := f.doc.Notes.Facts
	fact := &all[i]
	s := sheet{drawing: d}
	if i == 0 && fact.Derived {
		s.derived()
	}
	section := f.doc.SectionAt(fact.Span.Start)
	if section >= 0 && (i == 0 || section != f.doc.SectionAt(all[i-1].Span.Start)) {
		s.heading(Shorten(f.doc.Sections[section].Title, d.width))
	}
	s.add(lead, d.theme.Text, 2, fact.Text, labelRows)
	f.standing(&s, fact)
	if d.density > 1 && fact.Quote != "" {
		s.quote(fact.Quote)
	}
	air := 0
	last := i == len(all)-1
	if !last && (d.density > 0 || section != f.doc.SectionAt(all[i+1].Span.Start)) {
		air = 1
	}
	return item{rows: s.rows, air: air}
}

// standing says who says the fact and how firmly it stands. At the least
// density only the word is left, and only where the fact is not simply stated:
// that an allegation is one must never depend on how much is shown, and so the
// row is pinned.
func (f facts) standing(s *sheet, fact *model.Fact) {
	word := fact.Standing.String()
	if fact.Source != "" && s.density > 0 {
		switch fact.Standing {
		case model.Claimed, model.Denied:
			word += " by " + fact.Source
		case model.Stated, model.Reported, model.Alleged:
			word += " · " + fact.Source
		}
	}
	switch {
	case fact.Standing != model.Stated:
		s.addHung(pinned, s.theme.Standing[fact.Standing], 2, 4, word, 2)
	case s.density > 1:
		s.addHung(body, s.theme.Muted, 2, 4, word, 2)
	}
}

func (f facts) span(i int) model.Span { return f.doc.Notes.Facts[i].Span }

func (f facts) touches(i int, screen model.Span) bool { return f.span(i).Overlaps(screen) }

func (f facts) maxDensity() int { return 2 }

func (f facts) empty() string {
	return "No facts here yet."
}
