// Package layout is the geometry of the reading screen: one pure function from
// the terminal's size and what is open to named rectangles. It knows nothing
// of what is drawn in them; a part treats its rectangle as the whole screen.
package layout

// Rect is a rectangle of cells; X and Y count from the top left of the screen.
type Rect struct{ X, Y, W, H int }

// Empty reports whether nothing fits into the rectangle.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Holds reports whether the cell lies inside the rectangle.
func (r Rect) Holds(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Mode is how much fits side by side.
type Mode uint8

// The modes.
const (
	TooSmall Mode = iota // nothing can be read
	Narrow               // the text alone; contents and notes open as sheets
	Medium               // text and notes; the contents open as a sheet
	Wide                 // contents, text and notes
)

// The borders between the modes, in cells and rows. Below MinWidth×MinHeight
// no line of prose is left beside the header and the footer.
const (
	MinWidth, MinHeight           = 20, 6
	mediumWidth, wideWidth        = 76, 110
	stackedWidth, stackedHeight   = 150, 40
	TextWidth                     = 72 // longest line of prose, cells
	Gutter                        = 2  // left of the prose, for marks
	gap                           = 3  // between columns
	panelMin, panelMax, panelStep = 24, 72, 4
	proseMin                      = 30 // the panel never squeezes the prose below this
)

// State is what decides the geometry besides the terminal's size.
type State struct {
	Zen    bool // the text alone
	Prose  int  // longest line of prose that is asked for, 0 for TextWidth
	Widen  int  // steps by which the reader made the panel wider, negative for narrower
	Panels int  // how many panels would stand stacked if there is room
	Open   int  // index of the panel that is open, the one that grows
}

// Screen is the reading screen's rectangles. One that is not on the screen is
// empty.
type Screen struct {
	Mode     Mode
	Header   Rect
	TopRule  Rect
	Contents Rect
	Text     Rect // gutter and prose
	Tabs     Rect // the row over a single panel
	Panels   []Panel
	Notes    Rect // tabs and panels together
	EndRule  Rect
	Footer   Rect
}

// Panel is one panel of notes: its title row and its rows. A single panel has
// tabs and no title.
type Panel struct {
	Index int // among the panels of State
	Title Rect
	Body  Rect
}

// Compute lays out a terminal of w×h cells.
func Compute(w, h int, st State) Screen {
	s := Screen{}
	if w < MinWidth || h < MinHeight {
		return s
	}
	s.Mode = Narrow
	s.Header = Rect{0, 0, w, 1}
	s.Footer = Rect{0, h - 1, w, 1}
	body := Rect{0, 1, w, h - 2}
	if h >= 12 { // below, every row is better spent on prose
		s.TopRule = Rect{0, 1, w, 1}
		s.EndRule = Rect{0, h - 2, w, 1}
		body = Rect{0, 2, w, h - 4}
	}
	switch {
	case w >= wideWidth:
		s.Mode = Wide
	case w >= mediumWidth:
		s.Mode = Medium
	}
	columns(&s, body, st)
	if s.Mode == Wide && w >= stackedWidth && h >= stackedHeight && !st.Zen && st.Panels > 1 {
		stack(&s, st)
	} else if !s.Notes.Empty() {
		n := s.Notes
		s.Tabs = Rect{n.X, n.Y, n.W, 1}
		s.Panels = []Panel{{Index: st.Open, Body: Rect{n.X, n.Y + 2, n.W, n.H - 2}}}
	}
	return s
}

// columns shares the body's width out among contents, text and notes.
func columns(s *Screen, body Rect, st State) {
	left, right := body.X, body.X+body.W
	if s.Mode == Wide && !st.Zen {
		w := clamp(body.W/5, 22, 32)
		s.Contents = Rect{left, body.Y, w, body.H}
		left += w + gap
	}
	if s.Mode != Narrow && !st.Zen {
		share := body.W * 36 / 100
		if s.Mode == Wide {
			share = body.W * 30 / 100
		}
		w := clamp(share, 31, 52) + st.Widen*panelStep
		w = clamp(w, panelMin, min(panelMax, right-left-gap-Gutter-proseMin))
		s.Notes = Rect{right - w - 1, body.Y, w, body.H}
		right -= w + 1 + gap
	}
	longest := TextWidth
	if st.Prose > 0 {
		longest = max(st.Prose, MinWidth-Gutter)
	}
	s.Text = text(Rect{left, body.Y, right - left, body.H}, longest)
}

// text centres the prose in its area, so that a wide screen gives air on both
// sides instead of long lines.
func text(area Rect, longest int) Rect {
	room := area.W - 1
	if area.W < 40 { // a narrow screen has no cell to spare for the right margin
		room = area.W
	}
	w := min(room, Gutter+longest)
	return Rect{area.X + (area.W-w)/2, area.Y, w, area.H}
}

// Prose is the part of the text rectangle right of the gutter.
func (s Screen) Prose() Rect {
	return Rect{s.Text.X + Gutter, s.Text.Y, s.Text.W - Gutter, s.Text.H}
}

// stack stands the panels one above the other; the open one has as many rows
// as the others together.
func stack(s *Screen, st State) {
	n := s.Notes
	rest := n.H / 2 / (st.Panels - 1)
	open := n.H - rest*(st.Panels-1)
	y := n.Y
	for i := range st.Panels {
		h := rest
		if i == st.Open {
			h = open
		}
		// The last row of each but the last is air.
		air := 1
		if i == st.Panels-1 {
			air = 0
		}
		s.Panels = append(s.Panels, Panel{
			Index: i,
			Title: Rect{n.X, y, n.W, 1},
			Body:  Rect{n.X, y + 1, n.W, h - 1 - air},
		})
		y += h
	}
}

func clamp(v, low, high int) int { return max(low, min(v, high)) }
