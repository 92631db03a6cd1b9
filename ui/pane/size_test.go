package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/content/clean"
	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// exact checks the contract of a panel: as many rows as it is high, each as
// wide as it is.
func exact(t *testing.T, p *Panel, width, height int) {
	t.Helper()
	lines := p.Lines()
	if len(lines) != height {
		t.Fatalf("%v at %d×%d: %d rows", p.Kind(), width, height, len(lines))
	}
	for i, line := range lines {
		if w := measure.Width(line); w != width {
			t.Fatalf("%v at %d×%d: row %d is %d cells wide: %q", p.Kind(), width, height, i, w, line)
		}
	}
}

// hostile is a document whose notes are as long, as wide and as strange as a
// clean text can be.
func hostile(s string) *model.Document {
	d := fixture()
	huge := 1e300
	for i := range d.Sections {
		d.Sections[i].Title, d.Sections[i].Level = s, 1+i%6
	}
	for i := range d.Notes.Facts {
		f := &d.Notes.Facts[i]
		f.Text, f.Quote, f.Source, f.Derived = s, s, s, true
	}
	for i := range d.Notes.Figures {
		f := &d.Notes.Figures[i]
		f.Text, f.Quote, f.Group, f.Measure, f.Unit, f.Period, f.Value = s, s, s, s, s, s, &huge
		if f.Change != nil {
			f.Change.Basis = s
		}
		f.Check = &model.Check{Source: s, Text: s}
	}
	for i := range d.Notes.Questions {
		q := &d.Notes.Questions[i]
		q.Text, q.Theme, q.By, q.Sides = s, s, s, []model.Passage{{Quote: s}}
	}
	for i := range d.Notes.Names {
		n := &d.Notes.Names[i]
		n.Text, n.Is, n.Aliases = s, s, []string{s, s}
	}
	return d
}

var strange = map[string]string{
	"long":      strings.Repeat("a long label ", 800),
	"one word":  strings.Repeat("x", 10_000),
	"wide":      strings.Repeat("深度求索", 500),
	"emoji":     strings.Repeat("👩‍👩‍👧‍👦🇩🇪 ", 300),
	"marks":     "e" + strings.Repeat("\u0301", 20_000),
	"only mark": "\u0301\u200d",
	"blank":     "   \n\t ",
	"empty":     "",
	"colons":    strings.Repeat("a: ", 300),
}

// TestEverySize tries every width at some heights, and every height at some
// widths.
func TestEverySize(t *testing.T) {
	for _, kind := range kinds {
		p, none := panel(kind, 0, 0), New(kind)
		p.SetVisible(model.Span{Start: 0, End: len(text)})
		p.Select(1)
		try := func(width, height int) {
			for _, p := range []*Panel{p, none} {
				p.SetSize(width, height)
				exact(t, p, width, height)
			}
		}
		for width := range 91 {
			for _, height := range []int{0, 1, 2, 5, 13, 60} {
				try(width, height)
			}
		}
		for height := range 61 {
			for _, width := range []int{0, 1, 5, 12, 34, 90} {
				try(width, height)
			}
		}
	}
}

func TestStrangeNotes(t *testing.T) {
	for name, s := range strange {
		t.Run(name, func(t *testing.T) {
			for _, kind := range kinds {
				p := New(kind)
				p.SetTheme(theme.Plain())
				p.SetDocument(hostile(clean.Line(s)))
				p.More(2)
				p.Select(1)
				for _, width := range []int{1, 2, 3, 12, 31, 80} {
					p.SetSize(width, 70)
					exact(t, p, width, 70)
				}
			}
		})
	}
}

func TestALongNoteIsCut(t *testing.T) {
	p := New(model.KindFact)
	p.SetDocument(hostile(strange["long"]))
	p.SetSize(34, 100)
	if !strings.Contains(shown(p), measure.Ellipsis) {
		t.Error("a label of ten kilobytes has no ellipsis")
	}
	if i, ok := p.ItemAt(2*labelRows + 2); !ok || i == 0 {
		t.Errorf("row %d belongs to item %d, %v: the first label was not cut", 2*labelRows+2, i, ok)
	}
}

func FuzzWidth(f *testing.F) {
	for _, s := range strange {
		f.Add(s[:min(len(s), 200)], uint8(30), uint8(20))
	}
	f.Add("a\u00a0b %", uint8(3), uint8(5))
	f.Fuzz(func(t *testing.T, s string, width, height uint8) {
		doc := hostile(clean.Line(s))
		w, h := int(width)%100, int(height)%60
		for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			measure.Use(method)
			for _, kind := range kinds {
				p := New(kind)
				p.SetDocument(doc)
				p.SetSize(w, h)
				p.More(2)
				p.Select(0)
				exact(t, p, w, h)
				p.Scroll(h / 2)
				exact(t, p, w, h)
				p.End()
				exact(t, p, w, h)
			}
		}
	})
}
