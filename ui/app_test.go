package ui

import (
	"fmt"
	"strings"
	"testing"
)

func TestEverySectionByKey(t *testing.T) {
	for _, size := range [][2]int{{160, 50}, {120, 40}, {80, 24}, {40, 15}, {20, 6}} {
		s := article(t, size[0], size[1])
		sections := s.app.document().Sections
		for i := range sections {
			if got := s.app.window.Section(); got != i {
				t.Fatalf("%v: section %d is current, want %d", size, got, i)
			}
			s.mustShow(fmt.Sprintf("%d/%d", i+1, len(sections)))
			s.press("]")
		}
		for i := len(sections) - 2; i >= 0; i-- {
			s.press("[")
			if got := s.app.window.Section(); got != i {
				t.Fatalf("%v: back, section %d is current, want %d", size, got, i)
			}
		}
	}
}

func TestLookUp(t *testing.T) {
	s := article(t, 120, 40)
	before := s.text()
	s.press("ctrl+k")
	s.write("who is david sacks")
	s.mustShow("David Sacks — ")
	s.press("esc")
	if s.text() != before {
		t.Errorf("Esc leaves the screen changed:\n%s", s.text())
	}
	s.press(":")
	s.write("net profit")
	s.mustShow("Net profit  $20.8 B  ▲ +43%")
	s.press("enter")
	if got := s.marked(s.app.theme.Passage); got != "Net profit of $20.8 billion (a 43% increase from the previous year)." {
		t.Errorf("the answer is marked as %q", got)
	}
	s.press("ctrl+o")
	if s.app.window.Place() != 0 {
		t.Error("back does not lead to the place before the look-up")
	}
}

func TestPanelWidthComesBack(t *testing.T) {
	s := article(t, 120, 40)
	first := s.app.screen.Notes.W
	s.press(">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">")
	widest := s.app.screen.Notes.W
	s.press("<")
	if w := s.app.screen.Notes.W; w >= widest {
		t.Errorf("one step back from the widest leaves %d of %d cells", w, widest)
	}
	for range 20 {
		s.press("<")
	}
	if s.app.screen.Notes.W >= first {
		t.Error("the panel does not become narrower")
	}

	s = article(t, 60, 20)
	s.press(">", ">", ">")
	s.mustShow("no panel beside the text")
	if s.resize(120, 40); s.app.screen.Notes.W != first {
		t.Errorf("where there is no panel > makes one of %d cells, want %d", s.app.screen.Notes.W, first)
	}
}

func TestPanelsWithoutNotesSaySo(t *testing.T) {
	s := openMarkdown(t, "# A text\n\nWith nothing beside it.\n", 120, 40)
	for _, key := range []string{"1", "2", "3", "4"} {
		s.press(key)
		s.mustShow("text.notes.yaml")
		s.press(".")
		s.mustShow("to walk")
	}
}

func TestTheWholeTakesThePlaceOfTheHead(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "## Part %d\n\nThis is what part %d has to say, and it is not much.\n\n", i, i)
	}
	s := openMarkdown(t, b.String(), 120, 40)
	if n := len(s.app.document().Sections); n != 3000 {
		t.Fatalf("%d sections are known, want all 3000", n)
	}
	s.press("G")
	s.mustShow("what part 2999 has to say", "3000/3000")
	s.press(":")
	s.write("part 2718")
	s.mustShow("Part 2718")
}

func TestLinks(t *testing.T) {
	s := openMarkdown(t, "# One\n\nSee [the other](#two-things) and [a page](https://example.org/x).\n\n"+strings.Repeat("Words.\n\n", 60)+"## Two things\n\nHere.\n", 100, 30)
	s.press("f")
	s.mustShow("the other", "#two-things", "https://example.org/x")
	s.press("enter")
	s.mustShow("Two things", "Here.")
	s.press("ctrl+o", "f", "down", "enter")
	if len(s.sent) != 1 || s.sent[0] != "https://example.org/x" {
		t.Errorf("a web address was sent as %q", s.sent)
	}
	s.mustShow("https://example.org/x")
	a := article(t, 80, 24)
	a.press("f")
	a.mustShow("no links")
}

// TestNothingToRead: an empty text says that it is, and is looked up in as any.
func TestNothingToRead(t *testing.T) {
	for _, text := range []string{"", "\n\n", "<!-- a comment -->\n"} {
		s := openMarkdown(t, text, 80, 24)
		s.mustShow("Nothing to read here.")
		s.press("j", "G", "]", "y")
		s.mustShow("nothing to copy here")
		s.press(":")
		s.write("acme")
		s.mustShow("Nothing found")
	}
}

// TestFirstPanelOnASmallScreen: p opens the panel that is open, then the next.
func TestFirstPanelOnASmallScreen(t *testing.T) {
	s := article(t, 40, 15)
	for _, want := range []string{"Facts", "Figures", "Questions", "Names", "Facts"} {
		s.press("p")
		s.mustShow(want)
		if s.app.sheet() == nil || kindTitle[s.app.sheet().panel.Kind()] != want {
			t.Fatalf("p does not open %s:\n%s", want, s.text())
		}
	}
	s.press("j", "j", "esc", ".")
	if i, _ := s.app.panel().Selected(); i != 0 {
		t.Errorf("after a look at the facts a walk begins at fact %d", i)
	}
}

// TestStatusOverASurface: what was copied is said also where the footer is
// covered, and to its end.
func TestStatusOverASurface(t *testing.T) {
	s := article(t, 40, 15)
	s.press(":")
	s.write("net profit")
	s.press("tab", "y")
	s.mustShow("figure copied to terminal (OSC 52)", "Look up")
	s.press("down")
	if s.shows("copied") {
		t.Error("it is said for ever")
	}
	if err := s.fits(); err != nil {
		t.Error(err)
	}
}
