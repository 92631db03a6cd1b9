package render

import (
	"strings"
	"unicode/utf8"

	"gloss/model"
	"gloss/ui/measure"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Glamour draws a table's grid with these, which are replaced by lines of our
// own. They are private characters so that no cell is taken for a border: a
// table that has them in a cell is shown as records.
const (
	tableRow    = "\ue000"
	tableColumn = "\ue001"
	tableCross  = "\ue002"
)

const (
	// A column narrower than this, and than its own text, breaks most words: a
	// table that has one is shown as records.
	columnMin = 6
	// cellMargin is the blank that Glamour leaves on each side of a cell.
	cellMargin = 1
	// tableCells bounds the work of laying out a grid. Larger ones are no
	// reading matter.
	tableCells = 5000
)

// table is the rows of a table: a grid where there is room for one, otherwise
// a record for each row.
func (r *Renderer) table(leaf model.Leaf, width int) []Row {
	if g := newGrid(leaf.Rows); g.fits(width) {
		if rows, ok := r.grid(g, width); ok {
			return rows
		}
	}
	return r.records(leaf.Rows, width)
}

// grid is a table by columns: each is one flow, its cells separated by
// newlines, since that is how Glamour's output is aligned.
type grid struct {
	rows    []model.Row
	columns []flow
	natural []int // cells that the widest line of each column takes
}

func newGrid(rows []model.Row) *grid {
	g := &grid{rows: rows}
	count := 0
	for _, row := range rows {
		count = max(count, len(row))
	}
	for c := range count {
		var b flowBuilder
		natural := 1
		for _, row := range rows {
			start := b.text.Len()
			if c < len(row) {
				b.inlines(row[c].Inlines)
			}
			for _, line := range strings.Split(b.text.String()[start:], "\n") {
				natural = max(natural, measure.Width(line))
			}
			b.text.WriteByte('\n')
		}
		g.columns = append(g.columns, b.flow())
		g.natural = append(g.natural, natural)
	}
	return g
}

// fits reports whether a grid of this width can be read.
func (g *grid) fits(width int) bool {
	n := len(g.columns)
	if n == 0 || n*len(g.rows) > tableCells {
		return false
	}
	for _, c := range g.columns {
		if strings.ContainsAny(c.text, tableRow+tableColumn+tableCross) {
			return false
		}
	}
	least := 0
	for _, w := range g.natural {
		least += min(w, columnMin)
	}
	return width == 0 || least+g.borders() <= width
}

// borders is the cells of a row that are not text.
func (g *grid) borders() int {
	n := len(g.columns)
	return n*2*cellMargin + n - 1
}

// width is how wide the grid is drawn: no wider than it must.
func (g *grid) width(limit int) int {
	width := g.borders()
	for _, w := range g.natural {
		width += w
	}
	if limit > 0 {
		width = min(width, limit)
	}
	return width
}

// tree is the table as goldmark would have parsed it.
func (g *grid) tree(t *tree) ast.Node {
	aligns := make([]extast.Alignment, len(g.columns))
	for c := range aligns {
		aligns[c] = extast.AlignNone
		if len(g.rows) > 0 && c < len(g.rows[0]) {
			aligns[c] = [...]extast.Alignment{extast.AlignLeft, extast.AlignCenter, extast.AlignRight}[g.rows[0][c].Align]
		}
	}
	table := extast.NewTable()
	table.Alignments = aligns
	t.table = true
	for i, row := range g.rows {
		var node ast.Node = extast.NewTableRow(aligns)
		if i == 0 {
			node = extast.NewTableHeader(extast.NewTableRow(aligns))
		}
		for c := range g.columns {
			cell := extast.NewTableCell()
			if c < len(row) {
				for _, in := range row[c].Inlines {
					if in.Text != "" {
						cell.AppendChild(cell, t.inline(in, i == 0))
					}
				}
			}
			node.AppendChild(node, cell)
		}
		table.AppendChild(table, node)
	}
	return table
}

// grid lays a table out as Glamour does. It is not ok where the output cannot
// be traced back to the cells, or where a column came out too narrow.
func (r *Renderer) grid(g *grid, width int) (rows []Row, ok bool) {
	var t tree
	out, err := r.glamour.print(g.tree(&t), t.source, g.width(width))
	if err != nil {
		return nil, false
	}
	read := gridReader{columns: make([]aligner, len(g.columns))}
	for c := range read.columns {
		read.columns[c].shown = g.columns[c].text
	}
	if !r.output.walk(out, read.rune) || !read.endLine() {
		return nil, false
	}
	for c := range read.columns {
		if !read.columns[c].done() || read.widths[c] < min(g.natural[c], columnMin) {
			return nil, false
		}
	}
	for _, line := range read.lines {
		row, ok := r.gridRow(g, &read, line)
		if !ok || width > 0 && row.Width() > width {
			return nil, false
		}
		rows = append(rows, row)
	}
	return rows, true
}

// gridRow draws one line of the grid. The outer margins are left out, so that
// the table stands flush with the text around it. It is not ok where a cell is
// wider on this terminal than its column.
func (r *Renderer) gridRow(g *grid, read *gridReader, line gridLine) (row Row, ok bool) {
	border := r.theme.Border.SGR()
	fill := func(width int) {
		s := blank(width)
		if line.rule {
			s = r.hairline(width)
		}
		row.Segments = append(row.Segments, s)
	}
	col := cellMargin // of the output, up to which the row is drawn
	for c := range g.columns {
		if c > 0 {
			bar := Segment{Text: "│", Style: border}
			if line.rule {
				bar.Text = "┼"
			}
			at := read.starts[c] - cellMargin - 1
			fill(at - col)
			row.Segments = append(row.Segments, bar)
			col = at + 1
		}
		if cell := line.cells[c]; cell.text.start < cell.text.end {
			fill(cell.col - col)
			row.Segments = g.columns[c].segments(row.Segments, cell.text, read.columns[c].pens)
			col = cell.col + measure.Width(g.columns[c].text[cell.text.start:cell.text.end])
			if col > read.starts[c]+read.widths[c] {
				return Row{}, false
			}
		}
	}
	if last := len(g.columns) - 1; line.rule {
		fill(read.starts[last] + read.widths[last] - col)
	}
	return row, true
}

// gridReader reads Glamour's grid line by line. Columns of the output are
// counted as Glamour counts them, by grapheme cluster.
type gridReader struct {
	columns []aligner
	starts  []int // column of the output at which each column's cell begins
	widths  []int
	lines   []gridLine
	line    []rune
	sgrs    []string
}

type gridLine struct {
	rule  bool
	cells []gridCell
}

// gridCell is the part of a cell that stands on one line.
type gridCell struct {
	text extent // of its column's flow
	col  int    // where it starts in the output
}

// rune gathers a line, which is read as a whole: where a cell starts depends
// on the widths of the clusters before it.
func (g *gridReader) rune(r rune, sgr string) bool {
	if r == '\n' {
		return g.endLine()
	}
	g.line = append(g.line, r)
	g.sgrs = append(g.sgrs, sgr)
	return true
}

// endLine reads the line gathered. It returns false where that is no line of
// this grid.
func (g *gridReader) endLine() bool {
	text := strings.TrimRight(string(g.line), " ")
	if text == "" {
		g.line, g.sgrs = g.line[:0], g.sgrs[:0]
		return true
	}
	line := gridLine{rule: strings.Contains(text, tableRow), cells: make([]gridCell, len(g.columns))}
	ok := line.rule && g.ruler(text) || !line.rule && g.cells(text, line.cells)
	g.lines = append(g.lines, line)
	g.line, g.sgrs = g.line[:0], g.sgrs[:0]
	return ok
}

// ruler reads the line below the header, which tells how wide columns are.
func (g *gridReader) ruler(text string) bool {
	at := 0
	for _, part := range strings.Split(text, tableCross) {
		width := utf8.RuneCountInString(part)
		g.starts = append(g.starts, at+cellMargin)
		g.widths = append(g.widths, width-2*cellMargin)
		at += width + 1
	}
	return len(g.starts) == len(g.columns)
}

// cells aligns the parts of a line, each with its column.
func (g *gridReader) cells(text string, cells []gridCell) bool {
	parts := strings.Split(text, tableColumn)
	if len(parts) != len(g.columns) {
		return false
	}
	at, i := 0, 0 // column of the output, index of the rune
	for c, part := range parts {
		for j, r := range part {
			if r != ' ' && cells[c].text.end == 0 && cells[c].col == 0 {
				cells[c].col = at + ansi.StringWidth(part[:j])
			}
			if !g.columns[c].rune(r, g.sgrs[i]) {
				return false
			}
			i++
		}
		cells[c].text, _ = g.columns[c].endRow()
		at += ansi.StringWidth(part) + 1
		i++
	}
	return true
}
