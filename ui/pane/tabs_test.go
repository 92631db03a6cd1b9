package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
)

func TestTabs(t *testing.T) {
	notes := &fixture().Notes
	for _, c := range []struct {
		width int
		want  string
	}{
		{60, "  Facts 5  FIGURES 5  Questions 3  Names 4"},
		{42, "  Facts 5  FIGURES 5  Questions 3  Names 4"},
		{41, "  Facts  FIGURES  Questions  Names"},
		{34, "  Facts  FIGURES  Questions  Names"},
		{30, "  Facts FIGURES Questi Names"},
		{24, "  Fact FIGURES Ques Name"},
		{20, "  Fa FIGURES Qu Na"},
	} {
		line, spans := Tabs(theme.Dark(), notes, kinds[1:], model.KindFigure, true, c.width)
		if got := strings.TrimRight(ansi.Strip(line), " "); got != c.want {
			t.Errorf("width %d: %q, want %q", c.width, got, c.want)
		}
		if w := ansi.StringWidth(line); w != c.width {
			t.Errorf("width %d: the row is %d cells wide", c.width, w)
		}
		for _, s := range spans {
			word := strings.Fields(ansi.Strip(ansi.Cut(line, s.Start, s.End)))[0]
			if title := titles[s.Kind]; !strings.EqualFold(title[:len(word)], word) {
				t.Errorf("width %d: the span of %s shows %q", c.width, title, word)
			}
		}
	}
}

func TestTabsAndTitlesAtEveryWidth(t *testing.T) {
	notes := &fixture().Notes
	for _, kind := range kinds {
		for width := range 91 {
			line, spans := Tabs(theme.Light(), notes, kinds[1:], kind, width%2 == 0, width)
			if w := ansi.StringWidth(line); w != width {
				t.Errorf("%v: tabs at %d are %d wide", kind, width, w)
			}
			end := 0
			for _, s := range spans {
				if s.Start < end || s.End <= s.Start || s.End > width {
					t.Errorf("%v at %d: spans %v", kind, width, spans)
				}
				end = s.End
			}
			if w := ansi.StringWidth(Title(theme.Light(), kind, 123456, width%2 == 0, width)); w != width {
				t.Errorf("%v: title at %d is %d wide", kind, width, w)
			}
		}
	}
}

// TestFocusIsNotColourAlone: without colours, too, the panel with the keys
// looks unlike the others.
func TestFocusIsNotColourAlone(t *testing.T) {
	th, notes := theme.Plain(), &fixture().Notes
	with, _ := Tabs(th, notes, kinds[1:], model.KindFact, true, 60)
	without, _ := Tabs(th, notes, kinds[1:], model.KindFact, false, 60)
	if with == without {
		t.Error("the tabs do not show where the keys go")
	}
	if Title(th, model.KindFact, 5, true, 40) == Title(th, model.KindFact, 5, false, 40) {
		t.Error("the title does not show where the keys go")
	}
}
