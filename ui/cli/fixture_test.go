package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"strings"
	"testing"

	"gloss/content"
	"gloss/content/clean"
	"gloss/model"
	"gloss/ui"
)

// harbour is a text with every kind of note, and notes with every field.
const harbour = `Before the first heading.

# Harbour News

The ferry carried 1,200 people in May, 20% more than a year before.

Anna Lind, the harbour master, says that a second quay will open.

## Costs

Who will pay for the quay? The town denies that taxes will rise.
`

// fakeText is the fixture as the commands see a text: a paragraph a block, and
// a look-up that finds the notes with the query in their text.
type fakeText struct{ doc *model.Document }

func at(quote string) model.Span {
	start := strings.Index(harbour, quote)
	return model.Span{Start: start, End: start + len(quote)}
}

func note(text, quote string) model.Note {
	return model.Note{Text: text, Quote: quote, Span: at(quote)}
}

func ptr(v float64) *float64 { return &v }

func newFake() *fakeText {
	d := &model.Document{Title: "Harbour News", Byline: "A. Writer", Date: "2024-05-02", Site: "The Bay", Source: "harbour.md", Text: harbour}
	for from := 0; from < len(harbour); {
		end := len(harbour)
		if i := strings.Index(harbour[from:], "\n\n"); i >= 0 {
			end = from + i + 2
		}
		d.Blocks = append(d.Blocks, model.Block{Span: model.Span{Start: from, End: end}})
		from = end
	}
	news, costs := at("# Harbour News"), at("## Costs")
	d.Sections = []model.Section{
		{Title: "Harbour News", Level: 1, Parent: -1, Heading: news, Span: model.Span{Start: news.Start, End: costs.Start}},
		{Title: "Costs", Level: 2, Parent: 0, Heading: costs, Span: model.Span{Start: costs.Start, End: len(harbour)}},
	}
	ferry := "The ferry carried 1,200 people in May, 20% more than a year before."
	quay := "The town denies that taxes will rise."
	d.Notes = model.Notes{
		Facts: []model.Fact{
			{Note: note("Taxes will not rise", quay), Source: "the town", Standing: model.Denied, Rank: 1},
			{Note: model.Note{Text: "=1+1", Quote: "Before the first heading.", Span: at("Before the first heading."), Derived: true}},
		},
		Figures: []model.Figure{
			{
				Note: note("Ferry passengers: about 1200 people", ferry), Group: "Ferry", Measure: "Ferry passengers",
				Value: ptr(1200), High: ptr(1300), Unit: "person", Bound: model.About, Period: "May", Expected: true, WorkedOut: true,
				Change: &model.Change{Value: 20, Unit: "%", Down: true, Basis: "year over year", From: ptr(1500), To: ptr(1200)},
				Check:  &model.Check{Source: "The port", Text: "−18% <1,230>", Agrees: true},
			},
			{Note: note("A second quay", "a second quay")},
		},
		Questions: []model.Question{
			{
				Note: note("Who will pay for the quay?", "Who will pay for the quay?"), Theme: "Money", By: "the council",
				Sides: []model.Passage{{Quote: quay, Span: at(quay)}},
			},
			{Note: note("A second quay?", "a second quay")},
		},
		Names: []model.Name{
			{
				Note: note("Anna Lind", "Anna Lind, the harbour master,"), Type: model.Person, Aliases: []string{"Lind", "the master"},
				Is: "the harbour master", Mentions: []model.Span{at("Anna Lind")},
			},
			{Note: note("quay", "a second quay")},
		},
	}
	return &fakeText{d}
}

func (f *fakeText) Document() *model.Document { return f.doc }

func (f *fakeText) Leaves(b model.Block) []model.Leaf {
	leaf := model.Leaf{}
	start := b.Start
	if marks := len(f.doc.Text[start:]) - len(strings.TrimLeft(f.doc.Text[start:], "#")); marks > 0 {
		leaf.Kind, leaf.Level = model.Heading, marks
		start += marks + 1
	}
	text := strings.TrimRight(f.doc.Text[start:b.End], "\n")
	leaf.Inlines = []model.Inline{{Text: text, Span: model.Span{Start: start, End: start + len(text)}}}
	return []model.Leaf{leaf}
}

func (f *fakeText) Quote(s model.Span) string { return f.doc.Text[s.Start:s.End] }

func (f *fakeText) Find(_ context.Context, query string, from int) iter.Seq[[]model.Span] {
	return func(yield func([]model.Span) bool) {
		var before, after []model.Span
		for at := 0; query != ""; {
			i := strings.Index(f.doc.Text[at:], query)
			if i < 0 {
				break
			}
			span := model.Span{Start: at + i, End: at + i + len(query)}
			if at = span.End; span.Start < from {
				before = append(before, span)
			} else {
				after = append(after, span)
			}
		}
		_ = yield(after) && yield(before)
	}
}

func (f *fakeText) Anchor(string) (int, bool) { return 0, false }

func (f *fakeText) Look(_ context.Context, query string, limit int) ([]model.Hit, bool) {
	query = strings.TrimSpace(query)
	var hits []model.Hit
	for kind := model.KindFact; kind <= model.KindName; kind++ {
		for i, n := range f.doc.Notes.Of(kind) {
			if strings.Contains(n.Text, query) {
				hits = append(hits, model.Hit{Kind: kind, Index: i, Text: n.Text, Quote: n.Quote, Span: n.Span})
			}
		}
	}
	for i, s := range f.doc.Sections {
		if strings.Contains(s.Title, query) {
			hits = append(hits, model.Hit{Kind: model.KindSection, Index: i, Text: s.Title, Quote: s.Title, Span: s.Heading})
		}
	}
	if span := at(query); span.Start >= 0 {
		hits = append(hits, model.Hit{Kind: model.KindText, Index: -1, Text: query, Quote: query, Span: span, Match: []model.Span{span}})
	}
	return hits[:min(limit, len(hits))], true
}

func (f *fakeText) Index(context.Context) error { return nil }

func (f *fakeText) Problems() []error { return nil }

// world is a Program whose only document is harbour.md, which is also what
// opens without a source.
func world() (p Program, out, errw *bytes.Buffer) {
	out, errw = &bytes.Buffer{}, &bytes.Buffer{}
	return Program{
		In: strings.NewReader(""), Out: out, Err: errw, Environ: []string{"TERM=xterm-256color"},
		Open: func(source string) (*ui.Opened, error) {
			if source != "" && source != "harbour.md" {
				return nil, &missing{source}
			}
			return &ui.Opened{Head: newFake()}, nil
		},
		Clean: clean.Line, Endings: []string{"md", "mkd"},
		Read: func(context.Context, *ui.Opened, ui.Options) error { return errors.New("the reader was opened") },
	}, out, errw
}

// missing is the error of content for a file that there is not.
type missing struct{ source string }

func (m *missing) Error() string { return "no such file: " + clean.Line(m.source) }
func (m *missing) Unwrap() error { return fs.ErrNotExist }

// gloss runs a command line that must succeed and is its output.
func gloss(t *testing.T, args ...string) string {
	t.Helper()
	p, out, errw := world()
	if status := Run(context.Background(), p, args); status != statusDone || errw.Len() > 0 {
		t.Fatalf("gloss %q: status %d, says %q", args, status, errw)
	}
	return out.String()
}

// openSource opens a source as the program does.
func openSource(source string) (*ui.Opened, error) {
	opened, err := content.Open(source, nil)
	if err != nil {
		return nil, err
	}
	return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
}
