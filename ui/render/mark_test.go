package render

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// highlight is a style that no theme has.
var highlight = theme.Style{Fg: "#010203", Underline: true}

// letter is a rune of a shown text with what it shows of the document.
type letter struct {
	r   rune
	src model.Span
}

// maybe reports whether the letter need not be on a row, as white space, emoji
// selectors and decoration that no character of the document clings to.
func (l letter) maybe() bool {
	return unicode.IsSpace(l.r) || l.r == '\ufe0f' || l.src.Empty()
}

// lettersOf is inlines as model.Shown maps them. What this package itself had
// to replace stands for the whole of its run.
func lettersOf(all []letter, ins []model.Inline) []letter {
	for _, in := range ins {
		shown := model.Leaf{Inlines: []model.Inline{in}}.Shown()
		text := printable(in.Text)
		for i, r := range text {
			src := in.Span
			if text == in.Text {
				src = shown.Source(i, i+utf8.RuneLen(r))
			}
			all = append(all, letter{r, src})
		}
	}
	return all
}

// columnsOf are the letters of a leaf in the order in which its rows show
// them: for a grid those of each column, else of all there is.
func columnsOf(leaf model.Leaf, grid bool) [][]letter {
	if leaf.Kind != model.Table {
		return [][]letter{lettersOf(nil, leaf.Inlines)}
	}
	cell := func(row, column int) []model.Inline {
		if row < len(leaf.Rows) && column < len(leaf.Rows[row]) {
			return leaf.Rows[row][column].Inlines
		}
		return nil
	}
	count := 0
	for _, row := range leaf.Rows {
		count = max(count, len(row))
	}
	all := make([][]letter, 1)
	if grid {
		all = make([][]letter, count)
	}
	for row := range leaf.Rows {
		for c := range count {
			switch {
			case grid:
				all[c] = append(lettersOf(all[c], cell(row, c)), letter{r: '\n'})
			case row > 0 || len(leaf.Rows) == 1: // a record: the header stands before the value
				all[0] = append(all[0], lettersOf(nil, label(cell(0, c), row <= 1))...)
				all[0] = lettersOf(all[0], cell(max(row, 1), c))
			}
		}
	}
	return all
}

// painted is a grapheme cluster of the document on a row.
type painted struct {
	column int // of a grid
	text   string
	marked bool
}

// paintedOn is the clusters of a row that show the document, and whether
// Paint sets them in the style of a highlight; ok is false where it sets
// anything else in it, or a part of a cluster.
func paintedOn(row Row, span model.Span) (all []painted, ok bool) {
	var marks []bool // for each byte of the row
	for _, part := range strings.SplitAfter(Paint(row, []Overlay{{span, highlight}}), theme.Reset) {
		marked := strings.Contains(part, highlight.SGR())
		if at := strings.Index(part, highlight.SGR()); marked && sgr.ReplaceAllString(part[:at], "") != "" {
			marks = append(marks, make([]bool, len(sgr.ReplaceAllString(part[:at], "")))...)
			part = part[at:]
		}
		for range len(sgr.ReplaceAllString(part, "")) {
			marks = append(marks, marked)
		}
	}
	column, at := 0, 0
	for _, s := range row.Segments {
		if s.Span.Empty() && s.Text == "│" {
			column++
		}
		for text := s.Text; text != ""; {
			cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			marked := marks[at]
			for i := range len(cluster) {
				if marks[at+i] != marked || marked && s.Span.Empty() {
					return nil, false
				}
			}
			if !s.Span.Empty() {
				all = append(all, painted{column, cluster, marked})
			}
			at += len(cluster)
			text = text[len(cluster):]
		}
	}
	return all, true
}

// next finds the letters of a cluster again behind others that need not be on
// a row, and says what it shows, mark-up inside it included.
func next(letters []letter, cluster string) (src model.Span, left []letter) {
	for ; len(letters) > 0; letters = letters[1:] {
		src, left = model.Span{}, letters
		for _, r := range cluster {
			if len(left) == 0 || left[0].r != r {
				src = model.Span{}
				break
			}
			if l := left[0].src; src.Empty() {
				src = l
			} else if !l.Empty() {
				src = model.Span{Start: min(src.Start, l.Start), End: max(src.End, l.End)}
			}
			left = left[1:]
		}
		if !src.Empty() || !letters[0].maybe() {
			return src, left
		}
	}
	return src, left
}

// checkHighlight holds the rows of a leaf against the contract of a mark: the
// text in its style is the text that shows the span, widened to what a reader
// takes for one character, and nothing else.
func checkHighlight(t *testing.T, leaf model.Leaf, rows []Row, span model.Span) {
	t.Helper()
	var all []painted
	grid := false
	for _, row := range rows {
		on, ok := paintedOn(row, span)
		if !ok {
			t.Fatalf("%v marks half a character or what is not of the document: %q", span, Paint(row, []Overlay{{span, highlight}}))
		}
		cells, marked, column := 0, 0, -1
		for _, c := range row.Cells(span) {
			cells += c.End - c.Start
		}
		for _, p := range on {
			grid = grid || p.column > 0
			if p.marked {
				marked += measure.Width(p.text)
			}
			// A blank at the start of a row may be any of several in the text.
			if p.column == column || strings.TrimSpace(p.text) != "" {
				all = append(all, p)
				column = p.column
			}
		}
		if cells != marked {
			t.Errorf("%v: %d cells are marked of %q, Cells has %d", span, marked, row.Text(), cells)
		}
	}
	columns := columnsOf(leaf, grid)
	for _, p := range all {
		src, left := next(columns[p.column], p.text)
		if src.Empty() {
			t.Fatalf("%q of the rows is not the next of %v", p.text, columns[p.column])
		}
		columns[p.column] = left
		if want := !span.Empty() && src.Overlaps(span); p.marked != want {
			t.Errorf("%v: %q is marked: %v, want %v", span, p.text, p.marked, want)
		}
	}
}

// checkHighlights marks passages of a document in one of its leaves.
func checkHighlights(t *testing.T, r *Renderer, doc string, leaves []model.Leaf, width int, rng *rand.Rand) {
	t.Helper()
	if width == 1 {
		return // wide characters are dots
	}
	border := func(at int) int {
		for at < len(doc) && !utf8.RuneStart(doc[at]) {
			at++
		}
		return at
	}
	for _, leaf := range leaves {
		rows := r.leaf(leaf, width)
		checkHighlight(t, leaf, rows, model.Span{End: len(doc)})
		for range 4 {
			a, b := border(rng.IntN(len(doc)+1)), border(rng.IntN(len(doc)+1))
			if rng.IntN(2) == 0 { // within a row as a rule
				b = border(min(a+rng.IntN(20), len(doc)))
			}
			checkHighlight(t, leaf, rows, model.Span{Start: min(a, b), End: max(a, b)})
		}
	}
}
