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

func TestFind(t *testing.T) {
	s := article(t, 120, 40)
	s.press("/")
	s.write("ai models")
	s.mustShow("1 of 4")
	if got := s.marked(s.app.theme.MatchCurrent); !strings.EqualFold(got, "AI models") {
		t.Errorf("the match is marked as %q", got)
	}
	s.press("enter", "n", "n")
	s.mustShow("3 of 4")
	place := s.app.window.Place()
	s.resize(70, 20)
	s.press("T")
	if got := s.marked(s.app.theme.MatchCurrent); !strings.EqualFold(got, "AI models") {
		t.Errorf("after another size and theme the match is marked as %q", got)
	}
	s.resize(120, 40)
	if s.app.window.Place() != place {
		t.Error("the place moved with the size")
	}
	s.press("N", "N", "N")
	s.mustShow("4 of 4")
	s.press("esc")
	if s.marked(s.app.theme.Match) != "" {
		t.Error("Esc leaves matches marked")
	}
	s.press("/")
	s.write("no such phrase")
	s.mustShow("no match")
	s.press("esc")
	s.press("/")
	s.write("OPENAI")
	s.mustShow("no match") // smart case: what has a capital is found as it is
}

// TestNextIsOfTheLatestSearch: n walks the mentions of a name or the matches of
// a find, whichever was asked for last.
func TestNextIsOfTheLatestSearch(t *testing.T) {
	s := article(t, 120, 40)
	s.press("4", ".", "n")
	s.mustShow("OpenAI: mention 3 of 12")
	s.press("/")
	s.write("phi")
	s.press("enter", "n")
	s.mustShow("2 of 4")
	s.press(".", "n")
	s.mustShow("OpenAI: mention ")
}

func TestFindLeadsBackWithEsc(t *testing.T) {
	s := article(t, 80, 24)
	s.press("d")
	before := s.text()
	s.press("/")
	s.write("sustainably")
	if s.text() == before {
		t.Fatal("find led nowhere")
	}
	s.press("esc")
	if s.text() != before {
		t.Errorf("Esc leads to\n%s", s.text())
	}
}

// TestFindEndsAVisit: who accepts a match stays there, with the keys on the text.
func TestFindEndsAVisit(t *testing.T) {
	s := article(t, 120, 40)
	s.press("tab", "j", "/")
	s.write("conclusion")
	s.press("enter")
	there := s.app.window.Place()
	if s.app.focus != onText || s.app.visit.on {
		t.Errorf("focus on %d, a visit %v", s.app.focus, s.app.visit.on)
	}
	s.press("esc", "esc", "esc")
	if got := s.app.window.Place(); got != there {
		t.Errorf("Esc leads to %d, the match was at %d", got, there)
	}
}

// TestNextAfterEsc: Esc takes the marks away, and n or N brings the search back
// from where the reader is.
func TestNextAfterEsc(t *testing.T) {
	for _, c := range []struct{ key, want string }{{"n", "3 of 7"}, {"N", "2 of 7"}} {
		s := openMarkdown(t, strings.Repeat("A needle.\n\n"+strings.Repeat("Hay.\n\n", 30), 7), 80, 24)
		s.press("/")
		s.write("needle")
		s.press("enter", "esc", "space", "space", "space", "space", "space", "space")
		s.press(c.key)
		s.press("j", "k")
		s.mustShow(c.want)
	}
	s := article(t, 80, 24)
	s.press("n")
	s.mustShow("nothing to find yet")
}
