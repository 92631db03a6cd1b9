package ui

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
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

func TestTheBackgroundChoosesTheTheme(t *testing.T) {
	for _, c := range []struct {
		name   string
		chosen *theme.Theme
		msgs   []tea.Msg
		want   string
	}{
		{"no answer is dark", nil, nil, "dark"},
		{"a late answer restyles", nil, []tea.Msg{light}, "light"},
		{"a choice wins", theme.Plain(), []tea.Msg{light}, "plain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := articleIn(t, 80, 24, c.chosen)
			for _, msg := range c.msgs {
				s.send(msg)
			}
			if got := s.app.theme.ID; got != c.want {
				t.Errorf("the theme is %s, want %s", got, c.want)
			}
			if s.app.View().Content == "" {
				t.Error("nothing is shown")
			}
		})
	}
}

// TestPage: a theme that is a guess, or at odds with the terminal's background,
// paints every cell.
func TestPage(t *testing.T) {
	for _, c := range []struct {
		name   string
		theme  *theme.Theme
		answer []tea.Msg
		page   theme.Style
	}{
		{"dark on dark", theme.Dark(), []tea.Msg{night}, theme.Style{}},
		{"dark on light", theme.Dark(), []tea.Msg{light}, theme.Dark().Page},
		{"dark on who knows", nil, nil, theme.Dark().Page},
		{"chosen on who knows", theme.Light(), nil, theme.Style{}},
		{"light on light", theme.Light(), []tea.Msg{light}, theme.Style{}},
		{"light on dark", theme.Light(), []tea.Msg{night}, theme.Light().Page},
		{"plain on light", theme.Plain(), []tea.Msg{light}, theme.Style{}},
		{"chosen by the answer", nil, []tea.Msg{light}, theme.Style{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := articleIn(t, 120, 40, c.theme)
			for _, msg := range c.answer {
				s.send(msg)
			}
			s.press(":")
			for y, row := range strings.Split(s.app.View().Content, "\n") {
				switch on := c.page.SGR(); {
				case on == "":
					for _, th := range theme.All() {
						if paper := th.Page.SGR(); paper != "" && strings.Contains(row, paper) {
							t.Fatalf("row %d is painted: %q", y, row)
						}
					}
				case !strings.HasPrefix(row, on):
					t.Fatalf("row %d begins without the page: %q", y, row)
				case ansi.StringWidth(row) != 120:
					t.Fatalf("row %d is painted for %d of 120 cells", y, ansi.StringWidth(row))
				case strings.Contains(strings.TrimSuffix(strings.ReplaceAll(row, theme.Reset+on, ""), theme.Reset), theme.Reset):
					t.Fatalf("row %d leaves the page: %q", y, row)
				}
			}
		})
	}
}

// TestFewColours: in sixteen colours or none the light and the dark theme cannot
// be read, so T does not lead there.
func TestFewColours(t *testing.T) {
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.Ascii: "plain", colorprofile.ANSI: "plain", colorprofile.ANSI256: "light", colorprofile.TrueColor: "light",
	} {
		s := article(t, 80, 24)
		s.send(tea.ColorProfileMsg{Profile: profile})
		s.press("T")
		s.mustShow("theme: " + want)
		if got := s.app.theme.ID; got != want {
			t.Errorf("with %v T leads from dark to %s, want %s", profile, got, want)
		}
	}
}

var (
	light = tea.BackgroundColorMsg{Color: color.White}
	night = tea.BackgroundColorMsg{Color: color.Black}
)

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
