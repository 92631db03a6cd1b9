package pane

import (
	"strings"

	"gloss/model"
)

// text is a document small enough to have in view, with sections of two levels,
// long titles and a passage for each note of fixture.
const text = `# The Harbour Race: Who Builds the Next Port?

Two towns compete. Some believe the race costs more than it brings.

## Northport's Complaint: Were the Plans Copied?

Northport claims that its drawings were used without leave. An advisor to the crown suggests that a clerk may have passed them on. Southport denies it.

### A Word on Dredging

Dredging is the removal of mud from the bottom of a harbour.

## Southport's Strength

Southport took £48.39 billion in the last quarter, up 22 %. Its profit was £20.8 billion, up 43 %. Fewer barges came, 3.35 million, down 5 %. It expects a billion visitors this year.

## The Open Questions: Where to Draw the Line?

Is copying unfair, or how harbours have always been built? Some argue that “stricter” rules are needed. Others fear that rules slow the work.
`

// fixture is the document of text with notes of every kind and shape.
func fixture() *model.Document {
	d := &model.Document{Title: "The Harbour Race", Text: text}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if level := strings.IndexByte(line, ' '); strings.HasPrefix(line, "#") {
			d.Sections = append(d.Sections, model.Section{
				Title: strings.TrimSpace(line[level:]), Level: level,
				Span: model.Span{Start: at, End: len(text)}, Heading: model.Span{Start: at, End: at + len(line)},
			})
			if n := len(d.Sections); n > 1 {
				d.Sections[n-2].Span.End = at
			}
		}
		at += len(line)
	}
	fact := func(standing model.Standing, source, label, quote string) model.Fact {
		return model.Fact{Note: note(label, quote), Source: source, Standing: standing}
	}
	d.Notes.Facts = []model.Fact{
		fact(model.Stated, "the article", "Two towns compete to build the next port.", "Two towns compete."),
		fact(model.Reported, "some", "The race costs more than it brings.", "Some believe the race costs more than it brings."),
		fact(model.Claimed, "Northport", "Its drawings were used without leave, to speed up the work of others.", "Northport claims that its drawings were used without leave."),
		fact(model.Alleged, "an advisor to the crown", "A clerk passed the drawings on.", "a clerk may have passed them on"),
		fact(model.Denied, "Southport", "The drawings were copied.", "Southport denies it."),
	}
	d.Notes.Figures = fixtureFigures()
	d.Notes.Questions = []model.Question{
		{
			Note: note("Is copying unfair, or how harbours have always been built?", "Is copying unfair"), Theme: "Copying and fairness",
			Sides: []model.Passage{{Quote: "Some argue that “stricter” rules are needed."}, {Quote: "Others fear that rules slow the work."}},
		},
		{Note: note("Who may draw the line?", "Open Questions"), Theme: "Copying and fairness", By: "Northport"},
		{Note: note("Does the race cost more than it brings?", "costs more than it brings"), Theme: "Profit and the common good"},
	}
	d.Notes.Names = []model.Name{
		named(model.Organisation, "Northport", "one of the two towns in the race", "the northern town"),
		named(model.Organisation, "Southport", "a town with a strong quarter behind it"),
		named(model.Term, "dredging", "the removal of mud from the bottom of a harbour", "Dredging"),
		named(model.NoType, "The Honourable Company of Harbour Builders and Dredgers", ""),
	}
	return d
}

func fixtureFigures() []model.Figure {
	number := func(v float64) *float64 { return &v }
	change := func(v float64, down bool, basis string) *model.Change {
		return &model.Change{Value: v, Unit: "%", Down: down, Basis: basis}
	}
	return []model.Figure{
		{
			Note: note("", "Southport took £48.39 billion in the last quarter, up 22 %."), Group: "Southport, last quarter", Measure: "Revenue",
			Value: number(48.39e9), Unit: "GBP", Change: change(22, false, "year over year"), Period: "last quarter",
			Check: &model.Check{Source: "Southport's own report", Text: "£48,385 million, +21 %; the 22 % is the growth of the whole year"},
		},
		{
			Note: note("", "Its profit was £20.8 billion, up 43 %."), Group: "Southport, last quarter", Measure: "Net profit",
			Value: number(20.8e9), Unit: "GBP", Change: change(43, false, "year over year"), Period: "last quarter",
			Check: &model.Check{Source: "Southport's own report", Text: "the same", Agrees: true},
		},
		{
			Note: note("", "Fewer barges came, 3.35 million, down 5 %."), Group: "Southport, last quarter", Measure: "Barges",
			Value: number(3.35e6), Unit: "barge", Change: change(5, true, "from a year before"), Period: "last quarter",
		},
		{
			Note: note("", "It expects a billion visitors this year."), Group: "Southport's plans", Measure: "Visitors",
			Value: number(1e9), Unit: "visitor", Period: "this year", Expected: true, Bound: model.About,
		},
		{Note: note("a quarter of all mud", "removal of mud"), Group: "Southport's plans", Bound: model.Exactly},
	}
}

func named(kind model.NameType, name, is string, aliases ...string) model.Name {
	n := model.Name{Note: note(name, ""), Type: kind, Is: is, Aliases: aliases}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			break
		}
		n.Mentions = append(n.Mentions, model.Span{Start: at + i, End: at + i + len(name)})
		at += i + len(name)
	}
	if len(n.Mentions) > 0 {
		n.Span = n.Mentions[0]
	}
	return n
}

func note(label, quote string) model.Note {
	at := strings.Index(text, quote)
	if at < 0 {
		panic("the fixture quotes what its text has not: " + quote)
	}
	return model.Note{Text: label, Quote: quote, Span: model.Span{Start: at, End: at + len(quote)}}
}
