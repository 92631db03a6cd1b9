package ui

import (
	"fmt"
	"strings"
	"testing"

	"gloss/model"
)

// Every note of every panel is shown in the text with exactly its passage
// marked, and Esc leads back to the screen as it was.
func TestWalkingEveryNote(t *testing.T) {
	for _, size := range [][2]int{{160, 50}, {80, 24}} {
		for panel, key := range []string{"1", "2", "3", "4"} {
			s := article(t, size[0], size[1])
			s.press(key)
			before := s.prose()
			notes := s.app.notes(panel)
			for i, n := range notes {
				s.press(".")
				if got, ok := s.app.panel().Selected(); !ok || got != i {
					t.Fatalf("panel %d: step %d selects note %d", panel, i, got)
				}
				if at := s.app.document().SectionAt(n.Span.Start); at >= 0 {
					s.mustShow(fmt.Sprintf("%d/%d", at+1, len(s.app.document().Sections)))
				}
				if got := s.marked(s.app.theme.Passage); !sameWords(got, n.Quote) && panelKinds[panel] != model.KindName {
					t.Errorf("panel %d note %d: marked %q, want %q", panel, i, got, n.Quote)
				}
			}
			s.press("esc")
			if got := s.prose(); got != before {
				t.Errorf("panel %d: after the walk the text is\n%s\nbefore it was\n%s", panel, got, before)
			}
		}
	}
}

// sameWords compares two texts without white space, which a line's end may
// bring in, and without what stands beside the text.
func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '▌' || r == '•' || r == '\n' }), "")
	}
	return fold(a) == fold(b)
}

func TestEnterStaysAndBackLeadsBack(t *testing.T) {
	s := article(t, 120, 40)
	start := s.app.window.Place()
	s.press("2", ".", "enter")
	there := s.app.window.Place()
	if there == start {
		t.Fatal("the visit led nowhere")
	}
	s.press("esc")
	if s.app.window.Place() != there {
		t.Error("Esc left the place that Enter chose")
	}
	s.press("ctrl+o")
	if s.app.window.Place() != start {
		t.Errorf("back leads to %d, want %d", s.app.window.Place(), start)
	}
	s.press("alt+right")
	if s.app.window.Place() != there {
		t.Errorf("forward leads to %d, want %d", s.app.window.Place(), there)
	}
}

// TestBackFromWhereOneIs: gg is a habit, and its second g jumps nowhere.
func TestBackFromWhereOneIs(t *testing.T) {
	s := article(t, 80, 24)
	s.press("space", "space")
	from := s.app.window.Place()
	s.press("g", "g", "ctrl+o")
	if got := s.app.window.Place(); got != from {
		t.Errorf("after gg back leads to %d, want %d", got, from)
	}
	s.press("alt+right")
	if got := s.app.window.Place(); got != 0 {
		t.Errorf("forward leads to %d, want the start", got)
	}
	s.press("ctrl+o", "ctrl+o")
	s.mustShow("no place to go back to")
}

func TestEscBacksOutOneStepAtATime(t *testing.T) {
	s := article(t, 120, 40)
	s.press("/")
	s.write("meta")
	s.press("enter")
	start := s.prose()
	s.press("2", "tab", "j", "?")
	for _, step := range []struct {
		name string
		left func() bool
	}{
		{"the help", func() bool { return s.app.over != nil }},
		{"what was found", func() bool { return s.app.find.active() }},
		{"the focus", func() bool { return s.app.focus != onText }},
		{"the visit", func() bool { return s.app.visit.on }},
	} {
		if !step.left() {
			t.Fatalf("%s went before its turn", step.name)
		}
		if s.press("esc"); step.left() {
			t.Fatalf("Esc does not end %s", step.name)
		}
	}
	for range 3 {
		s.press("esc")
	}
	if s.quit {
		t.Error("Esc quits")
	}
	if s.prose() != start {
		t.Errorf("backing out leaves\n%s", s.text())
	}
}

func TestMentionsOfAName(t *testing.T) {
	s := article(t, 120, 40)
	name := -1
	for i, n := range s.app.document().Notes.Names {
		if n.Text == "DeepSeek" {
			name = i
		}
	}
	s.run(s.app.show(3, name))
	mentions := s.app.document().Notes.Names[name].Mentions
	if got := s.marked(s.app.theme.Mention); !strings.HasPrefix(got, "DeepSeek") {
		t.Errorf("marked as mentions: %q", got)
	}
	seen := map[model.Span]bool{}
	for range mentions {
		s.press("n")
		seen[s.app.visit.span] = true
		if _, _, ok := s.app.window.CellOf(s.app.visit.span.Start); !ok {
			t.Fatal("a mention walked to is not on the screen")
		}
	}
	if len(seen) != len(mentions) {
		t.Errorf("n walks %d of %d mentions", len(seen), len(mentions))
	}
	s.press("esc")
	if s.app.window.Place() != 0 || s.marked(s.app.theme.Mention) != "" {
		t.Error("Esc does not lead back from the mentions")
	}
}

// TestPanelsFollowAfterAVisit: who stays at a note and reads on is followed by
// the panels again, and the next walk begins where he is.
func TestPanelsFollowAfterAVisit(t *testing.T) {
	s := article(t, 120, 40)
	s.press(".", "enter", "space", "space", "space")
	if _, ok := s.app.panel().Selected(); ok {
		t.Error("a note that is far off is still selected")
	}
	s.press(".")
	i, _ := s.app.panel().Selected()
	if at := s.app.document().Notes.Facts[i].Span; at.End < s.app.visit.origin.Place {
		t.Errorf("the walk begins at byte %d, the reader was at %d", at.Start, s.app.visit.origin.Place)
	}
}

// TestEscLosesNoPlace: who reads on during a visit and then backs out of it can
// come back.
func TestEscLosesNoPlace(t *testing.T) {
	s := article(t, 120, 40)
	s.press(".", "space", "space", "space")
	there := s.app.window.Place()
	s.press("esc")
	if s.app.window.Place() != 0 {
		t.Errorf("Esc leads to %d", s.app.window.Place())
	}
	s.press("ctrl+o")
	if got := s.app.window.Place(); got != there {
		t.Errorf("back leads to %d, want %d", got, there)
	}
}

// TestOneNoteIsSelected: on stacked panels too.
func TestOneNoteIsSelected(t *testing.T) {
	s := article(t, 160, 50)
	s.press(".", "2", ".")
	selected := 0
	for _, p := range s.app.panels {
		if _, ok := p.Selected(); ok {
			selected++
		}
	}
	if selected != 1 {
		t.Errorf("%d notes are selected", selected)
	}
}

// TestMarkedStaysInView: a note's passage and a match survive any size.
func TestMarkedStaysInView(t *testing.T) {
	for _, keys := range [][]string{{".", ".", "."}, {"/", "d", "e", "e", "p", "s", "enter", "n", "n", "n", "n", "n", "n", "n"}} {
		s := article(t, 120, 40)
		s.press(keys...)
		before := s.prose()
		for _, size := range [][2]int{{80, 24}, {40, 15}, {60, 20}, {160, 50}, {20, 6}} {
			s.resize(size[0], size[1])
			if !s.app.ledTo().Overlaps(s.app.window.Screen()) {
				t.Errorf("after %q and at %v what is marked is off the screen:\n%s", keys, size, s.text())
			}
		}
		s.resize(120, 40)
		if got := s.prose(); got != before {
			t.Errorf("after %q and many sizes the text is\n%s\nbefore them it was\n%s", keys, got, before)
		}
	}
}
