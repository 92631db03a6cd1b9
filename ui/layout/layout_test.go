package layout

import "testing"

// The contract of the geometry: at every size every rectangle lies on the
// screen, and no two that stand side by side share a cell.
func TestEveryRectangleLiesOnTheScreen(t *testing.T) {
	for w := 0; w <= 260; w++ {
		for h := 0; h <= 64; h++ {
			for _, st := range []State{{Panels: 3}, {Panels: 4, Open: 3, Widen: 9}, {Panels: 3, Widen: -9}, {Zen: true, Panels: 3}, {Panels: 3, Prose: 1}, {Panels: 3, Prose: 100}} {
				check(t, w, h, st)
			}
		}
	}
}

func check(t *testing.T, w, h int, st State) {
	t.Helper()
	s := Compute(w, h, st)
	parts := []Rect{s.Header, s.TopRule, s.Contents, s.Text, s.Tabs, s.EndRule, s.Footer}
	for _, p := range s.Panels {
		parts = append(parts, p.Title, p.Body)
	}
	for i, r := range parts {
		if r.Empty() {
			continue
		}
		if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
			t.Fatalf("%dx%d %+v: part %d leaves the screen: %+v", w, h, st, i, r)
		}
		for _, corner := range [][2]int{{r.X, r.Y}, {r.X + r.W - 1, r.Y}, {r.X, r.Y + r.H - 1}, {r.X + r.W - 1, r.Y + r.H - 1}} {
			for j, o := range parts {
				if j != i && o.Holds(corner[0], corner[1]) {
					t.Fatalf("%dx%d %+v: parts %d and %d overlap: %+v %+v", w, h, st, i, j, r, o)
				}
			}
		}
	}
	if s.Mode == TooSmall {
		return
	}
	if p := s.Prose(); p.W < 10 || p.W > max(TextWidth, st.Prose) || p.H < 1 {
		t.Fatalf("%dx%d %+v: prose is %+v", w, h, st, p)
	}
}

// A width that is asked for is kept, wider or narrower than the usual one, as
// far as there is room and lines can be read.
func TestProseAskedFor(t *testing.T) {
	for _, c := range []struct{ w, prose, want int }{
		{100, 0, 57}, {100, 40, 40}, {100, 90, 57}, {200, 0, 72}, {200, 90, 90}, {200, 1, 18}, {30, 20, 20}, {30, 40, 28},
	} {
		s := Compute(c.w, 24, State{Panels: 3, Prose: c.prose})
		if got := s.Prose().W; got != c.want {
			t.Errorf("%d columns, %d asked for: %d, want %d", c.w, c.prose, got, c.want)
		}
	}
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		w, h   int
		mode   Mode
		panels int
	}{
		{19, 30, TooSmall, 0}, {80, 5, TooSmall, 0},
		{20, 6, Narrow, 0}, {75, 40, Narrow, 0},
		{76, 24, Medium, 1}, {109, 40, Medium, 1},
		{110, 40, Wide, 1}, {149, 60, Wide, 1}, {160, 39, Wide, 1},
		{150, 40, Wide, 3}, {250, 60, Wide, 3},
	} {
		s := Compute(c.w, c.h, State{Panels: 3})
		if s.Mode != c.mode || len(s.Panels) != c.panels {
			t.Errorf("%dx%d: mode %d with %d panels, want %d with %d", c.w, c.h, s.Mode, len(s.Panels), c.mode, c.panels)
		}
	}
}

func TestZenIsTheTextAlone(t *testing.T) {
	s := Compute(160, 50, State{Zen: true, Panels: 3})
	if !s.Contents.Empty() || !s.Notes.Empty() || len(s.Panels) != 0 {
		t.Errorf("something stands beside the text: %+v", s)
	}
	if s.Text.X != (160-s.Text.W)/2 {
		t.Errorf("the text is not centred: %+v", s.Text)
	}
}
