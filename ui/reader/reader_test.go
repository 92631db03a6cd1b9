package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/content/markdown"
	"gloss/model"
	"gloss/ui/theme"
)

type text struct{ doc *model.Document }

func (t text) Document() *model.Document         { return t.doc }
func (t text) Leaves(b model.Block) []model.Leaf { return markdown.Leaves(t.doc.Text, b) }

func parse(s string) text {
	blocks, sections := markdown.Scan(s)
	return text{&model.Document{Text: s, Blocks: blocks, Sections: sections}}
}

// run carries out a command and all that follow from it, as Bubble Tea does,
// one after the other.
func run(w *Window, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			run(w, c)
		}
	case Rendered:
		run(w, w.Receive(msg))
	}
}

func open(t *testing.T, s string, width, height int) *Window {
	t.Helper()
	w := New(parse(s), theme.Plain())
	run(w, w.Resize(width, height))
	if !w.Settled() {
		t.Fatal("the window does not settle")
	}
	return w
}

// shown is the screen without styles and trailing space.
func shown(w *Window) []string {
	var rows []string
	for _, l := range w.Lines() {
		rows = append(rows, strings.TrimRight(ansi.Strip(l), " "))
	}
	return rows
}

// numbered is a text of n sections, each a heading and a paragraph of one row.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "## Section %d\n\nText %d.\n\n", i, i)
	}
	return b.String()
}

func passage(s, part string) model.Span {
	at := strings.Index(s, part)
	return model.Span{Start: at, End: at + len(part)}
}

func contains(rows []string, part string) bool {
	return strings.Contains(strings.Join(rows, "\n"), part)
}

func TestScrollingReadsEveryRowOnce(t *testing.T) {
	w := open(t, numbered(60), 40, 7)
	var rows []string
	rows = append(rows, shown(w)...)
	for range 1000 {
		before := w.Place()
		last := shown(w)
		run(w, w.Scroll(1))
		now := shown(w)
		if strings.Join(last, "\n") == strings.Join(now, "\n") && w.Place() == before {
			break
		}
		rows = append(rows, now[len(now)-1])
	}
	got := strings.Join(rows, "\n")
	for i := range 60 {
		if n := strings.Count(got, fmt.Sprintf("Text %d.", i)); n != 1 {
			t.Errorf("paragraph %d was read %d times", i, n)
		}
	}
}

func TestScrollingBackIsTheSameWay(t *testing.T) {
	w := open(t, numbered(60), 40, 9)
	start := shown(w)
	for _, n := range []int{1, 5, 13, 40} {
		run(w, w.Scroll(n))
		run(w, w.Scroll(-n))
		if fmt.Sprint(shown(w)) != fmt.Sprint(start) {
			t.Errorf("%d rows down and up lead elsewhere: %q", n, shown(w))
		}
	}
}

func TestEndsOfTheText(t *testing.T) {
	w := open(t, numbered(60), 40, 9)
	run(w, w.End())
	rows := shown(w)
	if len(rows) != 9 || !strings.Contains(rows[8], "Text 59.") {
		t.Errorf("the end of the text is not the last row: %q", rows)
	}
	if w.Progress() != 1 || w.Section() != 59 {
		t.Errorf("at the end progress is %v, section %d", w.Progress(), w.Section())
	}
	run(w, w.Scroll(5))
	if fmt.Sprint(shown(w)) != fmt.Sprint(rows) {
		t.Errorf("scrolled beyond the end: %q", shown(w))
	}
	run(w, w.Start())
	if w.Place() != 0 || w.Progress() != 0 || w.Section() != 0 {
		t.Errorf("at the start place is %d, progress %v, section %d", w.Place(), w.Progress(), w.Section())
	}
	run(w, w.Scroll(-5))
	if w.Place() != 0 {
		t.Errorf("scrolled before the start, to %d", w.Place())
	}
}

func TestTheEndStaysTheEndWhenMoreIsRead(t *testing.T) {
	whole := numbered(60)
	head := whole[:strings.Index(whole, "## Section 20")]
	last := func(w *Window) string { return shown(w)[len(shown(w))-1] }

	w := open(t, head, 40, 10)
	run(w, w.End())
	run(w, w.SetText(parse(whole)))
	if strings.TrimSpace(last(w)) != "Text 59." {
		t.Errorf("the last row is %q, want that of the whole text", last(w))
	}

	w = open(t, head, 40, 10)
	run(w, w.End())
	run(w, w.Scroll(-1))
	before := shown(w)
	run(w, w.SetText(parse(whole)))
	if !slices.Equal(shown(w), before) {
		t.Errorf("one who moved on from the end is at\n%s", strings.Join(shown(w), "\n"))
	}
}

func TestEverySectionCanBeJumpedToAndIsCurrent(t *testing.T) {
	for _, height := range []int{3, 9, 40, 500} {
		w := open(t, numbered(60), 40, height)
		for i := range 60 {
			run(w, w.ToSection(i))
			if w.Section() != i || !contains(shown(w), fmt.Sprintf("Section %d", i)) {
				t.Fatalf("height %d: after a jump to section %d the current one is %d", height, i, w.Section())
			}
		}
		for i := 58; i >= 0; i-- {
			run(w, w.NextSection(-1))
			if w.Section() != i {
				t.Fatalf("height %d: back to section %d leads to %d", height, i, w.Section())
			}
		}
	}
}

func TestEverySectionIsCurrentAtSomePoint(t *testing.T) {
	for _, height := range []int{3, 9, 40} {
		w := open(t, numbered(60), 40, height)
		seen := map[int]bool{}
		for last := -1; last < 59; {
			if i := w.Section(); i < last {
				t.Fatalf("height %d: reading on leads from section %d back to %d", height, last, i)
			} else {
				last = i
			}
			seen[last] = true
			before := w.Place()
			if run(w, w.Scroll(1)); w.Place() == before && w.below == 0 {
				seen[w.Section()] = true
				break
			}
		}
		if height < 40 && len(seen) != 60 {
			t.Errorf("height %d: %d of 60 sections were current", height, len(seen))
		}
		if !seen[59] {
			t.Errorf("height %d: the last section was never current", height)
		}
	}
}

func TestPlaceSurvivesWidthHeightAndTheme(t *testing.T) {
	long := strings.Repeat(strings.Repeat("some words that wrap ", 20)+"\n\n", 20)
	w := open(t, long, 60, 10)
	run(w, w.Scroll(37))
	place := w.Place()
	for _, size := range [][2]int{{30, 10}, {72, 40}, {11, 3}, {60, 10}} {
		run(w, w.Resize(size[0], size[1]))
		if w.Place() != place || !w.Screen().Holds(place) {
			t.Errorf("%v: place %d became %d, on the screen is %v", size, place, w.Place(), w.Screen())
		}
	}
	run(w, w.SetTheme(theme.Dark()))
	if w.Place() != place || w.Screen().Start > place {
		t.Errorf("theme: place %d became %d", place, w.Place())
	}
}

func TestRevealLeavesTheScreenAloneIfItCan(t *testing.T) {
	s := numbered(60)
	w := open(t, s, 40, 20)
	run(w, w.Reveal(passage(s, "Text 2.")))
	if w.Place() != 0 {
		t.Errorf("what was on the screen moved it to %d", w.Place())
	}
	run(w, w.Reveal(passage(s, "Text 40.")))
	if _, y, ok := w.CellOf(strings.Index(s, "Text 40.")); !ok || y != 20/3 {
		t.Errorf("revealed at row %d, %v", y, ok)
	}
}

func TestRevealShowsAllOfThePassage(t *testing.T) {
	s := strings.Repeat("A row of text.\n\n", 30) + strings.Repeat("words that wrap ", 30) + "the end.\n\n" + strings.Repeat("After it.\n\n", 30)
	for _, height := range []int{5, 14, 16, 20, 40} {
		w := open(t, s, 40, height)
		long := passage(s, strings.Repeat("words that wrap ", 30)+"the end.")
		run(w, w.Reveal(long))
		_, _, first := w.CellOf(long.Start)
		_, _, last := w.CellOf(long.End - 1)
		if rows := (long.Len() + 39) / 40; !first || height > rows+1 && !last {
			t.Errorf("height %d: start on the screen %v, end %v", height, first, last)
		}
	}
}

func TestLateResultsAreDropped(t *testing.T) {
	w := New(parse(numbered(60)), theme.Plain())
	late := w.Resize(40, 10)
	run(w, w.Resize(20, 10))
	before := fmt.Sprint(shown(w))
	run(w, late)
	if fmt.Sprint(shown(w)) != before {
		t.Error("a result for another width changed the screen")
	}
}

func TestTheOldRowsStandUntilTheNewAreThere(t *testing.T) {
	w := open(t, numbered(500), 40, 10)
	before := fmt.Sprint(shown(w))
	cmd := w.End()
	if w.Settled() || fmt.Sprint(shown(w)) != before {
		t.Fatal("the screen changed before its blocks were rendered")
	}
	run(w, cmd)
	if !w.Settled() || !contains(shown(w), "Text 499.") {
		t.Errorf("the jump was lost: %q", shown(w))
	}
}

func TestMovesQueueUpInOrder(t *testing.T) {
	w := open(t, numbered(500), 40, 10)
	one := w.End()
	two := w.Scroll(-3)
	three := w.Scroll(1)
	for _, cmd := range []tea.Cmd{one, two, three} {
		run(w, cmd)
	}
	got := shown(w)
	run(w, w.End())
	run(w, w.Scroll(-2))
	if fmt.Sprint(got) != fmt.Sprint(shown(w)) {
		t.Errorf("three moves at once led to %q, one after the other to %q", got, shown(w))
	}
}

func TestInvisibleBlocksAreSteppedOver(t *testing.T) {
	s := "[a]: http://x.example\n\n" + numbered(3) + "[b]: http://x.example\n"
	w := open(t, s, 40, 4)
	run(w, w.End())
	run(w, w.Scroll(-100))
	if rows := shown(w); !contains(rows, "Section 0") {
		t.Errorf("the start shows %q", rows)
	}
}

func TestEmptyText(t *testing.T) {
	w := New(parse(""), theme.Plain())
	for _, cmd := range []tea.Cmd{w.Resize(40, 10), w.End(), w.Scroll(3), w.Reveal(model.Span{}), w.NextSection(1)} {
		run(w, cmd)
	}
	if len(w.Lines()) != 0 || w.Section() != -1 {
		t.Errorf("an empty text shows %q, section %d", w.Lines(), w.Section())
	}
}

func TestLayersMarkExactlyTheirSpans(t *testing.T) {
	s := "One sentence here. **Another** one that is marked. A third."
	w := New(parse(s), theme.Dark())
	run(w, w.Resize(24, 10))
	from := strings.Index(s, "**Another")
	to := strings.Index(s, " A third")
	mark := theme.Style{Reverse: true}
	w.SetLayers([]Layer{{Spans: []model.Span{{Start: from, End: to}}, Style: mark, Gutter: true}})
	marked := ""
	for _, l := range w.Lines() {
		for _, part := range strings.Split(l, theme.Reset) {
			if strings.Contains(part, mark.SGR()) {
				marked += ansi.Strip(part) + " "
			}
		}
	}
	if got := strings.Join(strings.Fields(marked), " "); got != "Another one that is marked." {
		t.Errorf("marked %q", got)
	}
}

func TestCellsAndOffsetsAgree(t *testing.T) {
	s := "# Title\n\n- one **two** three\n- four\n\n> five\n"
	w := open(t, s, 30, 20)
	for _, word := range []string{"Title", "one", "two", "three", "four", "five"} {
		at := strings.Index(s, word)
		x, y, ok := w.CellOf(at)
		if !ok {
			t.Errorf("%s is not on the screen", word)
			continue
		}
		if back, ok := w.OffsetAt(x, y); !ok || back != at {
			t.Errorf("%s: offset %d is at cell %d,%d, which shows %d", word, at, x, y, back)
		}
	}
}

// A text without a block settles like any other, at nothing.
func TestNoBlocks(t *testing.T) {
	w := New(parse(""), theme.Plain())
	run(w, w.Resize(40, 10))
	for _, move := range []func() tea.Cmd{w.End, w.Start, func() tea.Cmd { return w.Scroll(3) }, func() tea.Cmd { return w.Reveal(model.Span{}) }} {
		run(w, move())
		if !w.Settled() || len(w.visible) > 0 {
			t.Errorf("settled %v, %d rows of nothing", w.Settled(), len(w.visible))
		}
	}
}

// What is kept stays in view at any size, and the place comes back with the size.
func TestKeep(t *testing.T) {
	s := numbered(60)
	w := New(parse(s), theme.Plain())
	run(w, w.Resize(60, 20))
	run(w, w.Scroll(10))
	place := w.Place()
	screen := w.Screen()
	kept := model.Span{Start: screen.End - 5, End: screen.End}
	w.Keep(kept)
	for _, size := range [][2]int{{20, 4}, {30, 10}, {12, 3}} {
		run(w, w.Resize(size[0], size[1]))
		if !kept.Overlaps(w.Screen()) {
			t.Errorf("at %v the screen shows %v, not %v", size, w.Screen(), kept)
		}
	}
	run(w, w.Resize(60, 20))
	if w.Place() != place || w.Screen() != screen {
		t.Errorf("the place is %d and the screen %v, want %d and %v", w.Place(), w.Screen(), place, screen)
	}
}
