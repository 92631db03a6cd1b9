package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
)

// Rows come out as the terminal counts cells, also where it says late how it
// does; a terminal that does not know the mode changes nothing.
func TestRowsFollowTheTerminalsCount(t *testing.T) {
	t.Cleanup(func() { measure.Use(ansi.GraphemeWidth) })
	report := func(s *screen, value ansi.ModeSetting) {
		s.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: value})
	}
	want := openMarkdown(t, strange(), 120, 40).text()
	measure.Use(ansi.WcWidth)
	s := openMarkdown(t, strange(), 120, 40)
	separated := s.text()
	if separated == want {
		t.Fatal("the text comes out alike by both methods: it shows nothing")
	}
	report(s, ansi.ModeNotRecognized)
	if got := s.text(); got != separated {
		t.Errorf("a terminal that does not know the mode shows\n%s\nwant\n%s", got, separated)
	}
	report(s, ansi.ModeReset)
	if got := s.text(); got != want {
		t.Errorf("the screen is\n%s\nwant\n%s", got, want)
	}
}
