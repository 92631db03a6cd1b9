package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestAcceptedBeforeItsMatch: a search that was typed and accepted faster than
// its first match came is a jump all the same.
func TestAcceptedBeforeItsMatch(t *testing.T) {
	s := openMarkdown(t, strings.Repeat("Words.\n\n", 100)+"A needle.\n\n"+strings.Repeat("Words.\n\n", 100), 80, 24)
	s.press("d", "/")
	place := s.app.window.Place()
	var late []tea.Cmd
	for _, k := range []string{"n", "e", "e", "d", "enter"} {
		_, cmd := s.app.Update(keyPress(k))
		late = append(late, cmd)
	}
	for _, cmd := range late {
		s.run(cmd)
	}
	s.mustShow("A needle", "1 of 1")
	s.press("ctrl+o")
	if got := s.app.window.Place(); got != place {
		t.Errorf("back leads to %d, want %d", got, place)
	}
	s.press("ctrl+o")
	s.mustShow("no place to go back to")
}
