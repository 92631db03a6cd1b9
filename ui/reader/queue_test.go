package reader

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// It must not depend on how fast rows are rendered where a reader comes out
// who pages on and then resizes the window.
func TestMovesThatWaitAreNotLostToAResize(t *testing.T) {
	long := strings.Repeat(strings.Repeat("some words that wrap ", 100)+"\n\n", 40)
	for _, from := range []int{0, 100} {
		for _, size := range [][2]int{{20, 23}, {20, 5}, {120, 23}} {
			after := open(t, long, 72, 23)
			run(after, after.Scroll(from))
			run(after, after.Scroll(10*after.Page()))
			want := after.Place()
			run(after, after.Resize(size[0], size[1]))

			w := open(t, long, 72, 23)
			run(w, w.Scroll(from))
			waits := w.Scroll(10 * w.Page())
			run(w, w.Resize(50, 10)) // passed on the way
			run(w, w.Resize(size[0], size[1]))
			run(w, waits)
			if w.Place() != want || !slices.Equal(shown(w), shown(after)) {
				t.Errorf("%d rows down, then %v: moves that waited lead to %d, want %d", from, size, w.Place(), want)
			}
		}
	}
}

func TestMovesBeforeTheFirstSizeAreKept(t *testing.T) {
	w := New(parse(numbered(60)), theme.Plain())
	run(w, w.ToSection(5))
	run(w, w.Resize(40, 10))
	if !w.Settled() || !contains(shown(w), "Section 5") {
		t.Errorf("settled %v, shows %q", w.Settled(), shown(w))
	}
}

// Before its rows are rendered anew, too, a window must not be larger than its
// place on the screen.
func TestRowsThatWaitForANewWidthFitIt(t *testing.T) {
	w := open(t, strings.Repeat("漢字 words that wrap ", 200), 40, 10)
	for _, size := range [][2]int{{21, 10}, {60, 12}, {8, 3}, {1, 1}} {
		w.Resize(size[0], size[1])
		if len(w.Lines()) > size[1] {
			t.Errorf("%v: %d rows", size, len(w.Lines()))
		}
		for _, l := range w.Lines() {
			if got := ansi.StringWidth(l); got != Gutter+size[0] {
				t.Errorf("%v: a row of %d cells: %q", size, got, l)
			}
		}
	}
}

func TestOneWhoLeavesTheEndIsNotTakenBackToIt(t *testing.T) {
	w := open(t, numbered(200), 40, 10)
	run(w, w.End())
	w.Scroll(-500) // waits
	run(w, w.SetText(parse(numbered(400))))
	if contains(shown(w), "Text 399.") || w.atEnd {
		t.Errorf("at the end again:\n%s", strings.Join(shown(w), "\n"))
	}
}

// What keys do must not depend on whether the one before is done.
func TestKeysInHasteLeadToTheSamePlace(t *testing.T) {
	for name, keys := range map[string][]func(*Window) tea.Cmd{
		"sections": {
			func(w *Window) tea.Cmd { return w.ToSection(300) },
			func(w *Window) tea.Cmd { return w.NextSection(1) },
			func(w *Window) tea.Cmd { return w.NextSection(1) },
			func(w *Window) tea.Cmd { return w.NextSection(-1) },
		},
		"beyond the end and back": {
			(*Window).End,
			func(w *Window) tea.Cmd { return w.Scroll(7) },
			func(w *Window) tea.Cmd { return w.Scroll(-7) },
		},
		"jumps": {
			func(w *Window) tea.Cmd { return w.Scroll(700) },
			func(w *Window) tea.Cmd { return w.ToSection(400) },
			func(w *Window) tea.Cmd { return w.Resize(30, 9) },
			func(w *Window) tea.Cmd { return w.Scroll(7) },
			(*Window).Start,
			func(w *Window) tea.Cmd { return w.Scroll(60) },
		},
	} {
		slow, fast := open(t, numbered(500), 40, 10), open(t, numbered(500), 40, 10)
		var wait []tea.Cmd
		for _, key := range keys {
			run(slow, key(slow))
			wait = append(wait, key(fast))
		}
		for _, cmd := range wait {
			run(fast, cmd)
		}
		if !fast.Settled() || fast.Section() != slow.Section() || !slices.Equal(shown(fast), shown(slow)) {
			t.Errorf("%s: section %d of\n%s\nwant section %d of\n%s", name, fast.Section(), strings.Join(shown(fast), "\n"), slow.Section(), strings.Join(shown(slow), "\n"))
		}
	}
}

func TestAJumpDoesNotWaitForALongWay(t *testing.T) {
	w := open(t, numbered(500), 40, 10)
	w.Scroll(900)
	if w.Settled() {
		t.Fatal("there was nothing to wait for")
	}
	if w.Start(); !w.Settled() {
		t.Error("the start waits for a move that it makes moot")
	}
}
