package cli

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// table is rows under a header, for people. Columns are as wide as their widest
// cell where there is room for that. Where there is not, columns that are worth
// less are left out, then flexible ones share what is left and wrap; where even
// that gives no column that can be read, each cell stands on a line of its own.
// No line is wider than it may be.
type table struct {
	columns  []column
	rows     []row
	airy     bool // an empty line between rows
	footnote cell // below the table, apart from it
}

type column struct {
	title string
	flex  int  // its cells may wrap; its part of what room there is beyond the least
	least int  // width below which its cells are not wrapped, 0 for flexWidth
	right bool // its cells end in line: numbers
	drop  int  // the column with the greatest is left out first, with 0 never
}

type row struct {
	opens   bool   // it is the first of a group
	heading string // of that group, "" for rows that belong to none
	cells   []cell
	below   []aside
}

// cell is one line of text in one style. Spaces before the text indent all the
// lines that it is wrapped to.
type cell struct {
	text  string
	style theme.Style
}

// lines is the cell's text behind a sign, wrapped to width cells, 0 for no
// wrapping. Where there is little room it is indented less, but never not at all:
// how deep it stands would be lost.
func (c cell) lines(sign string, width int) []string {
	text := strings.TrimLeft(c.text, " ")
	indent := len(c.text) - len(text)
	if width > 0 && indent > 0 {
		indent = min(indent, max(1, width-ansi.StringWidth(sign)-hangLeast))
	}
	return hang(sign+strings.Repeat(" ", indent), text, width)
}

// aside is text below a row, behind a sign.
type aside struct {
	sign string
	cell
}

func (a aside) lines(l look, width int) []string {
	lines := hang("  "+a.sign+" ", a.text, width)
	for i := range lines {
		lines[i] = l.paint(a.style, lines[i])
	}
	return lines
}

const (
	gap       = 2  // cells between columns
	flexWidth = 24 // the least of a flexible column that does not say: some four words
)

// placed is a column as it is drawn.
type placed struct {
	column
	index int // of the cell
	width int
}

// narrowest is how narrow a column can be.
func (c *placed) narrowest() int {
	if c.flex == 0 {
		return c.width
	}
	return min(c.width, max(cmp.Or(c.least, flexWidth), ansi.StringWidth(c.title)))
}

// write draws the table.
func (t *table) write(l look) error {
	indent := ""
	if (l.width == 0 || l.width >= flexWidth) && slices.ContainsFunc(t.rows, func(r row) bool { return r.heading != "" }) {
		indent = "  "
	}
	room := 0
	if l.width > 0 {
		room = max(l.width-len(indent), 1)
	}
	columns, ok := t.place(room)
	var lines []string
	if titles := header(columns); titles != "" {
		lines = append(lines, l.paint(l.theme.Muted, indent+titles))
	}
	for i, r := range t.rows {
		if i > 0 && (t.airy || r.opens) {
			lines = append(lines, "")
		}
		if r.heading != "" {
			lines = append(lines, l.paint(l.theme.Accent, cut(r.heading, l.width)))
		}
		var own []string
		if ok {
			own = r.lines(l, columns)
		} else {
			own = r.stacked(l, t.columns, room)
		}
		for _, a := range r.below {
			own = append(own, a.lines(l, room)...)
		}
		for _, line := range own {
			lines = append(lines, indent+line)
		}
	}
	if t.footnote.text != "" {
		lines = append(lines, "")
		for _, line := range t.footnote.lines("", l.width) {
			lines = append(lines, l.paint(t.footnote.style, line))
		}
	}
	_, err := io.WriteString(l, strings.Join(lines, "\n")+"\n")
	return err
}

// place chooses the columns and gives each its width; ok is false where there
// is no room to put cells beside each other.
func (t *table) place(room int) (columns []placed, ok bool) {
	for i, c := range t.columns {
		width := 0
		for _, r := range t.rows {
			width = max(width, ansi.StringWidth(r.cells[i].text))
		}
		if width > 0 {
			columns = append(columns, placed{c, i, max(width, ansi.StringWidth(c.title))})
		}
	}
	if room == 0 {
		return columns, true
	}
	for least(columns) > room {
		worst := slices.MaxFunc(columns, func(a, b placed) int { return a.drop - b.drop })
		if worst.drop == 0 {
			return nil, false
		}
		columns = slices.DeleteFunc(columns, func(c placed) bool { return c.index == worst.index })
	}
	share(columns, room)
	return columns, true
}

// least is how narrow columns can be beside each other.
func least(columns []placed) int {
	width := gap * (len(columns) - 1)
	for i := range columns {
		width += columns[i].narrowest()
	}
	return width
}

// share gives each column its least, and what room there is beyond that to the
// flexible ones by their parts: one that needs less leaves the rest to the
// others, so it is served first.
func share(columns []placed, room int) {
	room -= least(columns)
	parts := 0
	var flexible []*placed
	for i := range columns {
		if c := &columns[i]; c.flex > 0 {
			flexible = append(flexible, c)
			parts += c.flex
		}
	}
	need := func(c *placed) int { return c.width - c.narrowest() }
	slices.SortStableFunc(flexible, func(a, b *placed) int { return need(a)*b.flex - need(b)*a.flex })
	for _, c := range flexible {
		more := min(need(c), room*c.flex/parts)
		c.width = c.narrowest() + more
		room -= more
		parts -= c.flex
	}
}

func header(columns []placed) string {
	var b strings.Builder
	for _, c := range columns {
		b.WriteString(pad(c.title, c.width, c.right) + strings.Repeat(" ", gap))
	}
	return strings.TrimRight(b.String(), " ")
}

// lines is a row with its cells beside each other.
func (r row) lines(l look, columns []placed) []string {
	height := 1
	wrapped := make([][]string, len(columns))
	for i, c := range columns {
		width := 0 // as wide as it is
		if c.flex > 0 {
			width = c.width
		}
		wrapped[i] = r.cells[c.index].lines("", width)
		height = max(height, len(wrapped[i]))
	}
	lines := make([]string, height)
	for y := range lines {
		var b strings.Builder
		blank := 0 // cells owed to the line: none is written at its end
		for i, c := range columns {
			text := ""
			if y < len(wrapped[i]) {
				text = wrapped[i][y]
			}
			spare := c.width - ansi.StringWidth(text)
			if text != "" {
				if c.right {
					blank, spare = blank+spare, 0
				}
				b.WriteString(strings.Repeat(" ", blank) + l.paint(r.cells[c.index].style, text))
				blank = 0
			}
			blank += spare + gap
		}
		lines[y] = b.String()
	}
	return lines
}

// stacked is a row with its cells below each other: what is worth most stands
// first, the others behind it.
func (r row) stacked(l look, columns []column, room int) []string {
	var lines []string
	for i, c := range r.cells {
		if c.text == "" || columns[i].drop > 1 {
			continue
		}
		sign := ""
		if len(lines) > 0 {
			sign = "  "
		}
		for _, line := range c.lines(sign, room) {
			lines = append(lines, l.paint(c.style, line))
		}
	}
	return lines
}
