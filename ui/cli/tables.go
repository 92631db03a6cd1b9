package cli

import (
	"strconv"
	"strings"

	"gloss/model"
	"gloss/ui/theme"
)

// tableOf is all of one kind as a table.
func tableOf(doc *model.Document, kind model.Kind, th *theme.Theme) *table {
	t := &table{}
	switch kind {
	case model.KindFact:
		t = factTable(doc, th)
	case model.KindFigure:
		t = figureTable(doc, th)
	case model.KindQuestion:
		t = questionTable(doc, th)
	case model.KindName:
		t = nameTable(doc, th)
	case model.KindSection:
		t = outlineTable(doc, th)
	case model.KindText:
	}
	if anyDerived(doc, kind) {
		t.footnote = cell{foundByGloss, th.Muted}
	}
	return t
}

// foundByGloss is how a derived note says that it is one.
const foundByGloss = "found by gloss itself, not written by an author"

// anyDerived reports whether a note of a kind is derived.
func anyDerived(doc *model.Document, kind model.Kind) bool {
	for _, note := range doc.Notes.Of(kind) {
		if note.Derived {
			return true
		}
	}
	return false
}

// sectionOf is the short title of the section that a note stands in.
func sectionOf(doc *model.Document, n model.Note) string {
	i := doc.SectionAt(n.Span.Start)
	if i < 0 {
		return ""
	}
	return model.ShortTitle(doc.Sections[i].Title)
}

func factTable(doc *model.Document, th *theme.Theme) *table {
	t := &table{columns: []column{
		{title: "STANDING"}, {title: "FACT", flex: 3}, {title: "WHO SAYS IT", flex: 1, least: 16, drop: 1}, {title: "SECTION", flex: 1, least: 16, drop: 2},
	}}
	for i := range doc.Notes.Facts {
		f := &doc.Notes.Facts[i]
		t.rows = append(t.rows, row{cells: []cell{
			{f.Standing.String(), th.Standing[f.Standing]}, {f.Text, th.Text},
			{f.Source, th.Text}, {sectionOf(doc, f.Note), th.Muted},
		}})
	}
	return t
}

func figureTable(doc *model.Document, th *theme.Theme) *table {
	t := &table{columns: []column{
		{title: "MEASURE", flex: 2}, {title: "VALUE"}, {title: "CHANGE", flex: 1, least: 32}, {title: "PERIOD", drop: 1}, {title: "SECTION", flex: 1, drop: 2},
	}}
	group := ""
	for i := range doc.Notes.Figures {
		f := &doc.Notes.Figures[i]
		r := row{cells: []cell{
			{measureOf(f), th.Text}, {f.Amount(), th.Strong}, changeCell(f, th),
			periodCell(f, th), {sectionOf(doc, f.Note), th.Muted},
		}}
		if f.Group != group {
			group, r.opens, r.heading = f.Group, true, f.Group
		}
		if f.Check != nil {
			r.below = append(r.below, checkAside(f.Check, th))
		}
		t.rows = append(t.rows, r)
	}
	return t
}

// checkAside is what another source says of a figure.
func checkAside(c *model.Check, th *theme.Theme) aside {
	sign := "!"
	if c.Agrees {
		sign = "✓"
	}
	return aside{sign, cell{c.Source + ": " + c.Text, th.Check}}
}

// measureOf is what a figure measures; one that does not say is its own words.
func measureOf(f *model.Figure) string {
	if f.Measure == "" {
		return f.Text
	}
	return f.Measure
}

// changeCell is how a figure moved, and what must be known with its value
// wherever that is shown: that it is foreseen, or follows from others.
func changeCell(f *model.Figure, th *theme.Theme) cell {
	var parts []string
	style := th.Text
	if c := f.Change; c != nil {
		parts = append(parts, c.String())
		style = th.Up
		if c.Down {
			style = th.Down
		}
	}
	if f.WorkedOut {
		parts = append(parts, "worked out")
	}
	if f.Expected {
		parts = append(parts, strings.TrimSpace("expected "+f.Period))
		style = th.Expected
	}
	return cell{strings.Join(parts, ", "), style}
}

func periodCell(f *model.Figure, th *theme.Theme) cell {
	if f.Expected { // its change says it
		return cell{}
	}
	return cell{f.Period, th.Muted}
}

func questionTable(doc *model.Document, th *theme.Theme) *table {
	t := &table{airy: true, columns: []column{
		{title: "QUESTION", flex: 3}, {title: "WHO ASKS", flex: 1, least: 16, drop: 1}, {title: "SECTION", flex: 1, least: 16, drop: 2},
	}}
	group := ""
	for i := range doc.Notes.Questions {
		q := &doc.Notes.Questions[i]
		r := row{cells: []cell{{q.Text, th.Strong}, {q.By, th.Text}, {sectionOf(doc, q.Note), th.Muted}}}
		if q.Theme != group {
			group, r.opens, r.heading = q.Theme, true, q.Theme
		}
		for _, side := range q.Sides {
			r.below = append(r.below, aside{"•", cell{side.Quote, th.Text}})
		}
		t.rows = append(t.rows, r)
	}
	return t
}

func nameTable(doc *model.Document, th *theme.Theme) *table {
	t := &table{columns: []column{
		{title: "NAME", flex: 1, least: 16}, {title: "TYPE", drop: 1}, {title: "WHAT THE TEXT SAYS IT IS", flex: 3},
		{title: "ALSO WRITTEN", flex: 1, least: 16, drop: 2}, {title: "MENTIONS", right: true, drop: 3},
	}}
	for i := range doc.Notes.Names {
		n := &doc.Notes.Names[i]
		t.rows = append(t.rows, row{cells: []cell{
			{n.Text, th.Strong}, {n.Type.String(), th.Muted}, {n.Is, th.Text},
			{strings.Join(n.Aliases, ", "), th.Text}, {strconv.Itoa(len(n.Mentions)), th.Muted},
		}})
	}
	return t
}

// outlineWidth is the least of the titles in an outline: they stay beside their
// numbers on the narrowest screen, where how deep they stand can still be seen.
const outlineWidth = 12

// outlineTable indents the sections by their level below the highest.
func outlineTable(doc *model.Document, th *theme.Theme) *table {
	t := &table{columns: []column{{right: true}, {flex: 1, least: outlineWidth}}}
	depths := depthsOf(doc.Sections)
	for i, s := range doc.Sections {
		style := th.Text
		if depths[i] == 0 {
			style = th.Strong
		}
		t.rows = append(t.rows, row{cells: []cell{
			{strconv.Itoa(i + 1), th.Muted}, {strings.Repeat("  ", depths[i]) + s.Title, style},
		}})
	}
	return t
}

// depthsOf is how deep each section stands under others.
func depthsOf(sections []model.Section) []int {
	depths := make([]int, len(sections))
	for i, s := range sections {
		if s.Parent >= 0 {
			depths[i] = depths[s.Parent] + 1
		}
	}
	return depths
}
