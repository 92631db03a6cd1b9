package pane

import (
	"math"
	"strings"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// figures lists the figures under their groups.
type figures struct{ all []model.Figure }

func (f figures) len() int { return len(f.all) }

func (f figures) draw(i int, d drawing) item {
	figure := &f.all[i]
	s := sheet{drawing: d}
	if i == 0 && figure.Derived {
		s.derived()
	}
	if figure.Group != "" && f.opens(i) {
		s.heading(figure.Group)
	}
	f.subject(&s, figure)
	f.value(&s, i)
	if d.density > 0 {
		f.chart(&s, figure)
	}
	f.check(&s, figure)
	if d.density > 1 && figure.Quote != "" {
		s.quote(figure.Quote)
	}
	last := i == len(f.all)-1
	if d.density > 0 && (last || f.opens(i+1)) {
		f.footnote(&s, i)
	}
	if last {
		return item{rows: s.rows}
	}
	return item{rows: s.rows, air: 1}
}

// opens reports whether figure i is the first of its group.
func (f figures) opens(i int) bool { return i == 0 || f.all[i].Group != f.all[i-1].Group }

// subject says what the number measures, and the period where the group's
// title does not name it.
func (f figures) subject(s *sheet, figure *model.Figure) {
	title := figure.Measure
	if title == "" {
		title = figure.Text
	}
	if p := figure.Period; p != "" && !strings.Contains(fold(figure.Group), fold(p)) {
		title += ", " + p
	}
	role := body
	if figure.Amount() == "" {
		role = lead
	}
	s.add(role, s.theme.Text, 2, title, labelRows)
}

func fold(s string) string { return strings.ToLower(s) }

// value is the number itself, with what is to be known of it and its change: in
// the same row where the rows of the whole group have room for that, each in
// its own row otherwise.
func (f figures) value(s *sheet, i int) {
	figure := &f.all[i]
	amount, known := amountOf(figure), knownOf(figure)
	if cells := measure.Width(amount + known); cells <= s.width {
		column, ok := f.column(i, s.drawing)
		painted := s.theme.Strong.Paint(amount) + s.theme.Expected.Paint(known)
		if ok && figure.Change != nil {
			s.put(lead, painted+measure.Spaces(column-cells)+upOrDown(s.theme, figure).Paint(changeOf(figure, s.drawing)))
			return
		}
		if cells > 0 {
			s.put(lead, painted)
		}
	} else {
		s.add(lead, s.theme.Strong, 2, amount, 2)
		s.add(body, s.theme.Expected, 0, known, 2)
	}
	if figure.Change != nil {
		s.add(lead, upOrDown(s.theme, figure), 2, changeOf(figure, s.drawing), 2)
	}
}

// amountOf is the value as short as gloss writes it, cut to what a row of any
// panel can hold.
func amountOf(figure *model.Figure) string { return measure.Head(figure.Amount(), 80) }

// knownOf is the words that a value needs beside it, with their gap.
func knownOf(figure *model.Figure) (words string) {
	if figure.Expected {
		words += "  expected"
	}
	if figure.WorkedOut {
		words += "  worked out"
	}
	return words
}

// changeOf is the change as written, at the least density without its basis.
func changeOf(figure *model.Figure, d drawing) string {
	change := *figure.Change
	if d.density == 0 {
		change.Basis = ""
	}
	return measure.Head(change.String(), d.width)
}

func upOrDown(t *theme.Theme, figure *model.Figure) theme.Style {
	if figure.Change.Down {
		return t.Down
	}
	return t.Up
}

// groupMost bounds the figures that are looked at to align a group.
const groupMost = 50

// column is the cell at which the changes of the group of figure i stand; ok
// is false where one of them does not fit beside its value.
func (f figures) column(i int, d drawing) (column int, ok bool) {
	from := i
	for from > 0 && !f.opens(from) && i-from < groupMost {
		from--
	}
	changes := 0
	for j := from; j < len(f.all) && j-from <= groupMost && (j == from || !f.opens(j)); j++ {
		if figure := &f.all[j]; figure.Change != nil {
			column = max(column, measure.Width(amountOf(figure)+knownOf(figure))+2)
			changes = max(changes, measure.Width(changeOf(figure, d)))
		}
	}
	return column, column+changes <= d.width
}

// charted is the value before, where there is a chart of it.
func charted(figure *model.Figure) (before float64, ok bool) {
	before, ok = figure.Before()
	return before, ok && figure.High == nil && positive(before) && positive(*figure.Value)
}

// chart draws the value now beside the one before, where both are known.
func (f figures) chart(s *sheet, figure *model.Figure) {
	before, ok := charted(figure)
	if !ok {
		return
	}
	label := "before"
	if workedOut(figure) {
		label = "before*"
	}
	for _, line := range bars([]bar{
		{*figure.Value, "now", short(*figure.Value, figure.Unit), s.theme.Bar},
		{before, label, short(before, figure.Unit), s.theme.Muted},
	}, s.width) {
		s.put(body, line)
	}
}

// workedOut reports whether the value before is not one that anybody stated.
func workedOut(figure *model.Figure) bool { return figure.Change.From == nil }

func positive(v float64) bool { return v > 0 && !math.IsInf(v, 0) }

// short is a value beside its bar. The thing counted stands above already.
func short(value float64, unit string) string {
	signBefore := strings.HasSuffix(model.FormatAmount(2, unit), "2") // "$2", but not "2 people"
	if signBefore || unit == "%" {
		return model.FormatAmount(value, unit)
	}
	return model.FormatNumber(value)
}

// footnote explains the mark of values that were worked out, under the group
// that ends with figure i.
func (f figures) footnote(s *sheet, i int) {
	from, what := "", "growth"
	for at := i; at >= 0 && i-at < groupMost; at-- {
		figure := &f.all[at]
		if _, ok := charted(figure); ok && workedOut(figure) {
			from = "* worked out from the "
			if figure.Change.Down {
				what = "change"
			}
		}
		if f.opens(at) {
			break
		}
	}
	if from != "" {
		s.put(aside, "")
		s.add(aside, s.theme.Muted, 2, from+what, 2)
	}
}

// check is what another source says, apart from what the document says: it
// has a sign of its own, and a style of its own.
func (f figures) check(s *sheet, figure *model.Figure) {
	c := figure.Check
	if c == nil {
		return
	}
	sign := "!"
	if c.Agrees {
		sign = "✓"
	}
	if s.density == 0 {
		s.addHung(body, s.theme.Check, 0, 2, sign+" "+c.Text, 1)
		return
	}
	s.addHung(body, s.theme.Check, 0, 2, sign+" "+c.Source+": "+c.Text, checkRows)
}

func (f figures) span(i int) model.Span { return f.all[i].Span }

func (f figures) touches(i int, screen model.Span) bool { return f.all[i].Span.Overlaps(screen) }

func (f figures) maxDensity() int { return 2 }

func (f figures) empty() string {
	return "No figures here yet."
}
