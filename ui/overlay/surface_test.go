package overlay

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/golden"
	"gloss/ui/keymap"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// sample is a surface in one of its states; a new surface joins this table.
type sample struct {
	name string
	make func() surfaceOf
}

func samples() []sample {
	b := open()
	why := func(kind model.Kind, i int) func() surfaceOf {
		return func() surfaceOf { return NewWhy(b.Document(), kind, i) }
	}
	return []sample{
		{"lookup-empty", func() surfaceOf { return typed("") }},
		{"lookup", func() surfaceOf { return answered(hits(b), true) }},
		{"lookup-answers", func() surfaceOf {
			l := answered(hits(b), false)
			l.Update(press("down"))
			l.Update(press("down"))
			return l
		}},
		{"lookup-nothing", func() surfaceOf { return answered(nil, true) }},
		{"lookup-reading", func() surfaceOf { return answered(nil, false) }},
		{"prompt", func() surfaceOf {
			p := NewPrompt()
			p.Paste("the bottom of a harbour")
			p.SetResult("3 of 11", false)
			return p
		}},
		{"help", func() surfaceOf { return NewHelp() }},
		{"links", func() surfaceOf { return NewLinks(links()) }},
		{"links-none", func() surfaceOf { return NewLinks(nil) }},
		{"card", func() surfaceOf {
			c := NewCard(b.Document(), 0)
			c.SetMention(1)
			return c
		}},
		{"card-names", func() surfaceOf { return NewCard(b.Document(), 1, 0, 2) }},
		{"card-many", func() surfaceOf {
			c := NewCard(b.Document(), 0, 1, 2, 0, 1, 2, 0)
			c.Update(press("up"))
			return c
		}},
		{"shelf", func() surfaceOf {
			s := NewShelf("harbours", shelfItems())
			s.Update(press("down"))
			return s
		}},
		{"shelf-filter", func() surfaceOf { return sifted("o the") }},
		{"shelf-nothing", func() surfaceOf { return sifted("zeppelin") }},
		{"shelf-empty", func() surfaceOf { return NewShelf("", nil) }},
		{"why-fact", why(model.KindFact, 0)},
		{"why-derived", why(model.KindFact, 1)},
		{"why-figure", why(model.KindFigure, 0)},
		{"why-question", why(model.KindQuestion, 0)},
		{"why-name", why(model.KindName, 1)},
	}
}

// sized gives a surface its size; a card stands at a word in the upper half.
func sized(s surfaceOf, w, h int) {
	s.SetSize(w, h)
	if c, ok := s.(*Card); ok {
		c.SetAnchor(w/2, h/3)
	}
}

func TestGolden(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			var b strings.Builder
			for _, size := range [][2]int{{160, 50}, {80, 24}, {40, 15}, {20, 6}} {
				surface := s.make()
				sized(surface, size[0], size[1])
				x, y, w, h := surface.Rect()
				fmt.Fprintf(&b, "%d×%d: %d×%d at %d,%d\n%s\n", size[0], size[1], w, h, x, y, plain(surface.Lines()))
			}
			golden.Equal(t, filepath.Join("testdata", s.name+".txt"), b.String())
		})
	}
}

// A surface lies within the screen and each of its lines is exactly as wide as
// it is, whatever the size of the terminal.
func TestEverySize(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			surface := s.make()
			surface.SetTheme(theme.Dark())
			for w := range 251 {
				contract(t, surface, w, 24)
			}
			for h := range 61 {
				contract(t, surface, 24, h)
				contract(t, surface, 90, h)
			}
			for w := range 31 {
				for h := range 13 {
					contract(t, surface, w, h)
				}
			}
		})
	}
}

// contract checks a surface at one size.
func contract(t *testing.T, s surfaceOf, w, h int) {
	t.Helper()
	sized(s, w, h)
	x, y, bw, bh := s.Rect()
	lines := s.Lines()
	if x < 0 || y < 0 || bw < 0 || bh < 0 || x+bw > w || y+bh > h {
		t.Fatalf("at %d×%d the box is %d×%d at %d,%d", w, h, bw, bh, x, y)
	}
	if len(lines) != bh {
		t.Fatalf("at %d×%d there are %d lines in %d rows", w, h, len(lines), bh)
	}
	for i, l := range lines {
		if got := measure.Width(l); got != bw || strings.ContainsAny(l, "\n\t\r") {
			t.Fatalf("at %d×%d line %d is %d cells wide, not %d: %q", w, h, i, got, bw, l)
		}
	}
}

func TestFrameAtEverySize(t *testing.T) {
	t.Parallel()
	lines := []string{"short", strings.Repeat("long ", 80), "港の将来"}
	check := func(name string, got []string, w, h int) {
		t.Helper()
		if len(got) != h {
			t.Fatalf("%s of %d×%d has %d lines", name, w, h, len(got))
		}
		for _, l := range got {
			if ansi.StringWidth(l) != w {
				t.Fatalf("%s of %d×%d has a line of %d cells: %q", name, w, h, ansi.StringWidth(l), l)
			}
		}
	}
	for w := range 60 {
		for h := range 12 {
			check("a frame", Frame(theme.Dark(), "港 Contents", lines, w, h, keymap.InWhy.Hints(keymap.Enter, keymap.BackOut)...), w, h)
			check("the message", TooSmall(w, h), w, h)
			if x, y, iw, ih := Inner(w, h); x+iw > w || y+ih > max(h, y) {
				t.Fatalf("the inside of %d×%d is %d×%d at %d,%d", w, h, iw, ih, x, y)
			}
		}
	}
}

// The lines of a frame stand where Inner says.
func TestFrameHoldsLinesWhereInnerSays(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {30, 10}, {29, 9}, {20, 6}} {
		x, y, w, h := Inner(size[0], size[1])
		lines := make([]string, h)
		for i := range lines {
			lines[i] = strings.Repeat("x", w)
		}
		for i, l := range Frame(theme.Plain(), "t", lines, size[0], size[1]) {
			got := strings.Count(ansi.Cut(l, x, x+w), "x")
			if want := map[bool]int{true: w}[i >= y && i < y+h]; got != want {
				t.Errorf("at %v row %d has %d of %d cells of its line", size, i, got, want)
			}
		}
	}
}

func TestTooSmallSaysWhatIsNeeded(t *testing.T) {
	if got := plain(TooSmall(19, 5)); !strings.Contains(strings.Join(strings.Fields(got), " "), "needs 20 columns and 6 rows. q quits.") {
		t.Error(got)
	}
}

// Lines are drawn once: asking again costs nothing until something changes.
func TestLinesAreCached(t *testing.T) {
	for _, s := range samples() {
		surface := s.make()
		sized(surface, 80, 24)
		surface.Lines()
		if n := testing.AllocsPerRun(10, func() { surface.Lines(); surface.Rect() }); n != 0 {
			t.Errorf("%s: %v allocations to show what is drawn already", s.name, n)
		}
	}
}

// Without colour everything can still be told apart, and nothing is coloured.
func TestPlainThemeHasNoColour(t *testing.T) {
	for _, s := range samples() {
		surface := s.make()
		surface.SetTheme(theme.Plain())
		sized(surface, 120, 40)
		if all := strings.Join(surface.Lines(), ""); strings.Contains(all, "38;") || strings.Contains(all, "48;") {
			t.Errorf("%s is coloured", s.name)
		}
	}
}
