package pane

import (
	"testing"

	"gloss/model"
	"gloss/ui/theme"
)

// The panels must stay off everything that grows with the document: each of
// these costs what the rows on the screen cost.

const large = 200_000

func benchPanel(b *testing.B, kind model.Kind) *Panel {
	b.Helper()
	p := New(kind)
	p.SetTheme(theme.Dark())
	p.SetDocument(many(large))
	p.SetSize(32, 56)
	p.Lines()
	b.ReportAllocs()
	b.ResetTimer()
	return p
}

func BenchmarkFrameUnchanged(b *testing.B) {
	p := benchPanel(b, model.KindSection)
	for b.Loop() {
		p.Lines()
	}
}

func BenchmarkNextSectionIn200000(b *testing.B) {
	p := benchPanel(b, model.KindSection)
	for i := 0; b.Loop(); i++ {
		p.SetCurrent(i % large)
		p.Lines()
	}
}

func BenchmarkJumpAcrossContentsOf200000(b *testing.B) {
	p := benchPanel(b, model.KindSection)
	for i := 0; b.Loop(); i++ {
		p.Select(i * 7919 % large)
		p.Lines()
	}
}

func BenchmarkWheelIn200000(b *testing.B) {
	p := benchPanel(b, model.KindSection)
	for b.Loop() {
		p.Scroll(3)
		p.Lines()
	}
}

func BenchmarkResizeContentsOf200000(b *testing.B) {
	p := benchPanel(b, model.KindSection)
	for i := 0; b.Loop(); i++ {
		p.SetSize(30+i%2, 56)
		p.Lines()
	}
}

// A line down in the text: most of its time goes into finding the first note
// that the text shows, the one thing that is linear in the number of notes.
func BenchmarkLineDownBeside200000Facts(b *testing.B) {
	p := benchPanel(b, model.KindFact)
	for i := 0; b.Loop(); i++ {
		p.SetVisible(at(i*10%large, i*10%large+10))
		p.Lines()
	}
}

func BenchmarkFirstFrameOfFigures(b *testing.B) {
	doc := fixture()
	b.ReportAllocs()
	for b.Loop() {
		p := New(model.KindFigure)
		p.SetDocument(doc)
		p.SetSize(34, 40)
		p.Lines()
	}
}

func TestLinesAgainCostNothing(t *testing.T) {
	for _, kind := range kinds {
		p := panel(kind, 34, 40)
		p.Lines()
		if n := testing.AllocsPerRun(10, func() { p.SetVisible(p.visible); p.SetSize(34, 40); p.Lines() }); n != 0 {
			t.Errorf("%v: lines that did not change cost %v allocations", kind, n)
		}
	}
}
