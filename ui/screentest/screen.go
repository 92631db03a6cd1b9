package screentest

import (
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Screen is what a terminal shows at one moment. It never changes.
type Screen struct {
	Rows   []string // without styles and trailing spaces
	Cursor Cursor
	cells  []Cell
	cols   int
}

// Cursor is where the cursor stands, and whether it is shown.
type Cursor struct {
	X, Y  int
	Shown bool
}

// Cell is one cell of a screen. The second cell of a wide character has no
// Text. Fg and Bg are nil for the terminal's own colours.
type Cell struct {
	Text                     string
	Fg, Bg                   color.Color
	Bold, Reverse, Underline bool
}

// seen is what one sees of a cell. One that is empty has no colour to write with
// and is not bold: it has or has not, as it was written over or erased.
func seen(c *uv.Cell) Cell {
	cell := Cell{
		Text: c.Content, Fg: c.Style.Fg, Bg: c.Style.Bg,
		Bold: c.Style.Attrs&uv.AttrBold != 0, Reverse: c.Style.Attrs&uv.AttrReverse != 0,
		Underline: c.Style.Underline != uv.UnderlineNone,
	}
	if c.Content == " " && !cell.Reverse && !cell.Underline {
		cell.Fg, cell.Bold = nil, false
	}
	return cell
}

// capture is the screen of an emulator.
func capture(emu *vt.Emulator) Screen {
	cols, rows := emu.Width(), emu.Height()
	s := Screen{Rows: make([]string, rows), cells: make([]Cell, cols*rows), cols: cols}
	at := emu.CursorPosition()
	s.Cursor = Cursor{at.X, at.Y, !emu.CursorHidden()}
	var row strings.Builder
	for y := range rows {
		row.Reset()
		for x := range cols {
			c := emu.CellAt(x, y)
			if c == nil {
				continue
			}
			row.WriteString(c.Content)
			s.cells[y*cols+x] = seen(c)
		}
		s.Rows[y] = strings.TrimRight(row.String(), " ")
	}
	return s
}

// Cell is the cell in column x of row y, counted from the top left.
func (s Screen) Cell(x, y int) Cell { return s.cells[y*s.cols+x] }

// Size is the columns and rows of the screen.
func (s Screen) Size() (cols, rows int) { return s.cols, len(s.Rows) }

// String is the rows, joined.
func (s Screen) String() string { return strings.Join(s.Rows, "\n") }

// Shows reports whether a row shows the text.
func (s Screen) Shows(text string) bool {
	_, _, ok := s.Find(text)
	return ok
}

// Find is the cell at which a row first shows the text.
func (s Screen) Find(text string) (x, y int, ok bool) {
	for y := range s.Rows {
		if x, ok := s.FindIn(text, 0, y, s.cols, 1); ok {
			return x, y, true
		}
	}
	return 0, 0, false
}

// FindIn is the column at which a row of the rectangle shows the text.
func (s Screen) FindIn(text string, left, top, w, h int) (x int, ok bool) {
	for y := top; y < top+h; y++ {
		var row strings.Builder
		var at []int // column of each byte
		for x := left; x < left+w; x++ {
			c := s.Cell(x, y)
			for range len(c.Text) {
				at = append(at, x)
			}
			row.WriteString(c.Text)
		}
		if i := strings.Index(row.String(), text); i >= 0 && i < len(at) {
			return at[i], true
		}
	}
	return 0, false
}

// Part is the rows of a rectangle, without trailing spaces.
func (s Screen) Part(x, y, w, h int) []string {
	rows := make([]string, 0, h)
	var row strings.Builder
	for j := y; j < y+h; j++ {
		row.Reset()
		for i := x; i < x+w; i++ {
			row.WriteString(s.Cell(i, j).Text)
		}
		rows = append(rows, strings.TrimRight(row.String(), " "))
	}
	return rows
}

// Equal reports whether two screens look the same, styles and cursor included.
func (s Screen) Equal(o Screen) bool {
	if s.cols != o.cols || len(s.cells) != len(o.cells) || s.Cursor.Shown != o.Cursor.Shown {
		return false
	}
	for i := range s.cells {
		if s.cells[i] != o.cells[i] {
			return false
		}
	}
	return true
}
