// Package picture draws a terminal's screen as SVG, for the README: each cell
// with its colours, and a window round it. Blocks and lines are drawn as
// shapes, so that they meet whatever the font; all other text stays text. It
// knows nothing of what a screen shows, and only tests use it.
package picture

import (
	"fmt"
	"html"
	"image/color"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// The measures of the picture, in its pixels. The advance of most monospace
// fonts is 0.6 of their size; where a font differs, textLength makes each run
// as long as its cells.
const (
	fontSize   = 14
	cellWidth  = 8.4
	cellHeight = 18
	baseline   = 13.5 // of the text, from the top of its row
	padding    = 14
	titleBar   = 36
)

// The terminal's own colours, and those of the window's frame.
const (
	paper, ink          = "#191815", "#dbd8cf"
	frame, bar, caption = "#45433d", "#262420", "#a09e97"
)

// SVG draws a screen of that size, in cells, in a window with that title.
// content is the screen's lines, styled by escape sequences.
func SVG(title, content string, cols, rows int) string {
	screen := vt.NewEmulator(cols, rows)
	defer screen.Close()
	// Bubble Tea starts each line at the left; a bare newline would not.
	_, _ = screen.WriteString(strings.ReplaceAll(content, "\n", "\r\n"))

	p := &pen{}
	width, height := float64(cols)*cellWidth+2*padding, float64(rows)*cellHeight+titleBar+padding
	p.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" role="img" aria-label="gloss, reading %s">`,
		pixels(width), pixels(height), html.EscapeString(title))
	p.line(`<style>text{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,"DejaVu Sans Mono","Liberation Mono",Consolas,monospace;font-size:%dpx}</style>`, fontSize)
	p.line(`<rect x="0.5" y="0.5" width="%s" height="%s" rx="10" fill="%s" stroke="%s"/>`, pixels(width-1), pixels(height-1), paper, frame)
	p.line(`<path d="M1 28V10.5A9.5 9.5 0 0 1 10.5 1H%sA9.5 9.5 0 0 1 %s 10.5V28Z" fill="%s"/>`, pixels(width-10.5), pixels(width-1), bar)
	for i, fill := range []string{"#e0685f", "#e0b050", "#74b062"} {
		p.line(`<circle cx="%d" cy="14.5" r="5" fill="%s"/>`, 20+18*i, fill)
	}
	p.line(`<text x="%s" y="19" text-anchor="middle" style="font-size:12px" fill="%s">%s</text>`, pixels(width/2), caption, html.EscapeString(title))
	// Crisp edges: what fills cells that touch must show no seam between them.
	p.line(`<g transform="translate(%d %d)" shape-rendering="crispEdges">`, padding, titleBar)
	for y := range rows {
		row := make([]cell, cols)
		for x := range row {
			row[x] = cellAt(screen, x, y)
		}
		p.row(y, row)
	}
	p.line("</g>\n</svg>")
	return p.String()
}

// cell is a character with its style, colours resolved. What follows a wide
// character in its second cell has no text.
type cell struct {
	text string
	look
}

type look struct {
	fg, bg                  string
	bold, italic, underline bool
}

func cellAt(screen *vt.Emulator, x, y int) cell {
	c := screen.CellAt(x, y)
	if c == nil {
		return cell{text: " ", look: look{fg: ink, bg: paper}}
	}
	fg, bg := hex(c.Style.Fg, ink), hex(c.Style.Bg, paper)
	if c.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	return cell{c.Content, look{
		fg: fg, bg: bg,
		bold: c.Style.Attrs&uv.AttrBold != 0, italic: c.Style.Attrs&uv.AttrItalic != 0,
		underline: c.Style.Underline != uv.UnderlineNone,
	}}
}

func hex(c color.Color, unset string) string {
	if c == nil {
		return unset
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// pen writes SVG.
type pen struct{ strings.Builder }

func (p *pen) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// pixels is a measure with at most two places.
func pixels(v float64) string {
	return strconv.FormatFloat(float64(int(v*100+0.5))/100, 'f', -1, 64)
}

func (p *pen) rect(x, y, w, h float64, fill, more string) {
	p.line(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"%s/>`, pixels(x), pixels(y), pixels(w), pixels(h), fill, more)
}

// row draws a row in layers: what is behind the text, the shapes, the text,
// the lines under it.
func (p *pen) row(y int, row []cell) {
	top := float64(y) * cellHeight
	for _, r := range runs(row, func(c cell) string { return c.bg }) {
		if r.key != paper {
			p.rect(r.x, top, r.w, cellHeight, r.key, "")
		}
	}
	for _, r := range runs(row, func(c cell) string {
		if _, ok := blocks[c.text]; ok {
			return c.text + c.fg
		}
		return ""
	}) {
		p.blocks(row[r.from], r, top)
	}
	for _, r := range runs(row, textKey(row)) {
		p.text(row[r.from:r.to], r, top)
	}
	for _, r := range runs(row, func(c cell) string {
		if c.underline {
			return c.fg
		}
		return ""
	}) {
		p.rect(r.x, top+baseline+2, r.w, 1, r.key, ` opacity="0.75"`)
	}
}

// run is neighbouring cells with the same key.
type run struct {
	key      string
	from, to int
	x, w     float64
}

// runs parts a row into runs; cells whose key is empty are in none.
func runs(row []cell, key func(cell) string) []run {
	var all []run
	for x, c := range row {
		k := key(c)
		last := len(all) - 1
		switch {
		case k == "":
		case last >= 0 && all[last].to == x && all[last].key == k:
			all[last].to, all[last].w = x+1, all[last].w+cellWidth
		default:
			all = append(all, run{k, x, x + 1, float64(x) * cellWidth, cellWidth})
		}
	}
	return all
}

// blocks are the characters drawn as shapes: the part of the cell that each
// fills, as left, top, width and height, and how densely.
var blocks = map[string]struct{ x, y, w, h, opacity float64 }{
	"█": {0, 0, 1, 1, 1}, "▉": {0, 0, 7. / 8, 1, 1}, "▊": {0, 0, 6. / 8, 1, 1}, "▋": {0, 0, 5. / 8, 1, 1}, "▌": {0, 0, 4. / 8, 1, 1},
	"▍": {0, 0, 3. / 8, 1, 1}, "▎": {0, 0, 2. / 8, 1, 1}, "▏": {0, 0, 1. / 8, 1, 1},
	"░": {0, 0, 1, 1, 0.5}, "─": {0, 0.5, 1, 1. / cellHeight, 1},
}

// blocks draws a run of one block character as one shape. Those that do not
// fill their cell from side to side are taken to stand alone.
func (p *pen) blocks(c cell, r run, top float64) {
	b := blocks[c.text]
	more := ""
	if b.opacity < 1 {
		more = fmt.Sprintf(` opacity="%s"`, pixels(b.opacity))
	}
	p.rect(r.x+b.x*cellWidth, top+b.y*cellHeight, r.w-(1-b.w)*cellWidth, b.h*cellHeight, c.fg, more)
}

// textKey parts a row's text into runs that can be stretched without harm: one
// style, no gap of two spaces, and a sign that fonts give a width of its own
// alone in its run.
func textKey(row []cell) func(cell) string {
	letter := func(x int, l look) bool {
		return x >= 0 && x < len(row) && row[x].look == l && row[x].text > " " && row[x].text < "←"
	}
	x := -1
	return func(c cell) string {
		x++
		_, shape := blocks[c.text]
		switch {
		case c.text == "" || shape:
			return ""
		case c.text == " " && !(letter(x-1, c.look) && letter(x+1, c.look)):
			return "" // SVG drops a space at the end of a text
		case c.text >= "←":
			return fmt.Sprint(x)
		}
		return fmt.Sprint(c.look)
	}
}

func (p *pen) text(cells []cell, r run, top float64) {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	more := ""
	if cells[0].bold {
		more += ` font-weight="bold"`
	}
	if cells[0].italic {
		more += ` font-style="italic"`
	}
	p.line(`<text x="%s" y="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" fill="%s"%s>%s</text>`,
		pixels(r.x), pixels(top+baseline), pixels(r.w), cells[0].fg, more, html.EscapeString(b.String()))
}
