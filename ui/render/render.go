// Package render turns the leaves of a block into rows of styled text at a
// width, each piece of a row with the span that it shows. Glamour styles and
// wraps; what it prints is aligned with the shown text, from which the rows
// are cut, so that they can be marked, clicked and copied. Marks beside the
// text, the air between pieces and what lies over the text are drawn here.
//
//	Leaf ─▶ flow (shown text, spans) ─────────────▶ align ─▶ rows ─▶ Paint
//	   └──▶ goldmark tree ─▶ Glamour ─▶ terminal output ─┘     overlays ─┘
//
// It knows nothing of documents, screens or keys.
package render

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
)

// Renderer renders blocks in one theme. It is not safe for several goroutines,
// and costs about as much to make as a page to render.
type Renderer struct {
	theme   *theme.Theme
	glamour glamour
	output  output
}

// New is a renderer in a theme.
func New(th *theme.Theme) *Renderer {
	registerCodeStyles()
	return &Renderer{theme: th, glamour: glamour{styles: styles(th)}}
}

// Block is a block as rows of at most width cells, 0 for no wrapping. The air
// between blocks stands above them: first is set for the first block of a
// document, which has none.
func (r *Renderer) Block(leaves []model.Leaf, width int, first bool) []Row {
	width = max(width, 0)
	var rows []Row
	numbers := numberWidths(leaves)
	for i, leaf := range leaves {
		f := r.frame(leaf.Marks, numbers, width)
		body := r.leaf(leaf, f.inner(width))
		if len(body) == 0 {
			continue
		}
		if len(rows) > 0 || !first {
			rows = r.air(rows, leaves, i, width)
		}
		rows = f.around(rows, body)
	}
	return rows
}

// air appends the empty rows above a leaf, in which the bars of quotations run
// on. A heading stands farther from what it follows than from what it heads.
func (r *Renderer) air(rows []Row, leaves []model.Leaf, i, width int) []Row {
	n := 1
	if leaves[i].Kind == model.Heading {
		n = 2
	}
	if leaves[i].Tight {
		n = 0
	}
	var bars []Segment
	if i > 0 {
		bars = r.bars(leaves[i-1].Marks, leaves[i].Marks, width)
	}
	for range n {
		rows = append(rows, Row{bars})
	}
	return rows
}

// leaf is the rows of a leaf without its marks.
func (r *Renderer) leaf(leaf model.Leaf, width int) []Row {
	switch leaf.Kind {
	case model.Code:
		return r.code(leaf, width)
	case model.Table:
		return r.table(leaf, width)
	case model.Rule:
		return r.rule(width)
	case model.Heading:
		rows := r.prose(leaf, width)
		if leaf.Level == 1 {
			rows = r.underline(rows)
		}
		return rows
	case model.Paragraph:
	}
	return r.prose(leaf, width)
}

// prose is the rows of running text.
func (r *Renderer) prose(leaf model.Leaf, width int) []Row {
	f := flatten(leaf.Inlines)
	var t tree
	var block ast.Node = ast.NewParagraph()
	if leaf.Kind == model.Heading {
		block = ast.NewHeading(leaf.Level)
	}
	for _, in := range leaf.Inlines {
		if in.Text != "" {
			block.AppendChild(block, t.inline(in, false))
		}
	}
	return r.rows(&f, width, func() (rows []extent, pens []pen, ok bool) {
		out, err := r.glamour.print(block, t.source, width)
		if err != nil {
			return nil, nil, false
		}
		return r.output.align(out, f.text)
	})
}

// rows cuts a flow into rows as Glamour wraps and styles it. Where Glamour
// fails the text is wrapped without styles: hostile text may look poor, but it
// is all there and every span is right.
func (r *Renderer) rows(f *flow, width int, styled func() ([]extent, []pen, bool)) []Row {
	cut, pens, ok := styled()
	if !ok {
		pens = nil
	}
	// Glamour counts by grapheme cluster.
	if !ok || measure.Method() != ansi.GraphemeWidth && measure.Disputed(f.text) {
		if cut, _, ok = r.output.align([]byte(measure.Method().Wrap(f.text, width, "")), f.text); !ok {
			cut = lines(f.text)
		}
	}
	cut = fit(f.text, cut, width)
	rows := make([]Row, 0, len(cut))
	for _, e := range cut {
		rows = append(rows, Row{f.within(e, pens, width)})
	}
	return rows
}

// within is an extent as segments, which fits into width cells but for a
// single character that is wider than all of them; a dot stands for that one.
func (f *flow) within(e extent, pens []pen, width int) []Segment {
	if width == 1 && measure.Width(f.text[e.start:e.end]) > 1 {
		span, _ := f.source(e)
		return []Segment{{Text: "·", Span: span}}
	}
	return f.segments(nil, e, pens)
}

// ruleWidth is the width of a rule where nothing limits it, in cells.
const ruleWidth = 24

// rule is a thematic break: a short line in the middle.
func (r *Renderer) rule(width int) []Row {
	line := ruleWidth
	indent := 0
	if width > 0 {
		line = min(line, (width+2)/3)
		indent = (width - line) / 2
	}
	return []Row{{[]Segment{blank(indent), r.hairline(line)}}}
}

// underline draws a thin line under the rows of a title, as long as they are.
func (r *Renderer) underline(rows []Row) []Row {
	width := 0
	for _, row := range rows {
		width = max(width, row.Width())
	}
	if width == 0 {
		return rows
	}
	return append(rows, Row{[]Segment{r.hairline(width)}})
}

func (r *Renderer) hairline(width int) Segment {
	return Segment{Text: strings.Repeat("─", width), Style: r.theme.Border.SGR()}
}

func blank(width int) Segment { return Segment{Text: strings.Repeat(" ", max(width, 0))} }
