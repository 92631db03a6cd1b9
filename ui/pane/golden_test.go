package pane

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/golden"
	"gloss/ui/theme"
)

var kinds = []model.Kind{model.KindSection, model.KindFact, model.KindFigure, model.KindQuestion, model.KindName}

// panel is a panel of the fixture, its size set.
func panel(kind model.Kind, width, height int) *Panel {
	p := New(kind)
	p.SetTheme(theme.Dark())
	p.SetDocument(fixture())
	p.SetSize(width, height)
	return p
}

// shown is what a panel shows, without styles and the air at the ends of rows.
func shown(p *Panel) string {
	var b strings.Builder
	for _, line := range p.Lines() {
		b.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// passage is where the fixture's text has a quote.
func passage(quote string) model.Span { return note("", quote).Span }

func TestGolden(t *testing.T) {
	for _, kind := range kinds {
		for _, width := range []int{24, 34, 48} {
			same(t, fmt.Sprintf("%v-%d", kind, width), panel(kind, width, 60), nil)
		}
		if kind == model.KindSection {
			continue
		}
		same(t, fmt.Sprintf("%v-34-less", kind), panel(kind, 34, 60), func(p *Panel) { p.More(-1) })
		same(t, fmt.Sprintf("%v-34-more", kind), panel(kind, 34, 90), func(p *Panel) { p.More(1) })
		same(t, fmt.Sprintf("%v-34-selected", kind), panel(kind, 34, 60), func(p *Panel) { p.Select(0) })
	}
}

func same(t *testing.T, name string, p *Panel, change func(*Panel)) {
	t.Helper()
	p.SetVisible(model.Span{Start: passage("An advisor").Start, End: passage("It expects").End})
	p.SetCurrent(1)
	if change != nil {
		change(p)
	}
	golden.Equal(t, filepath.Join("testdata", name+".txt"), shown(p))
}
