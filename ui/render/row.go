package render

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"

	"github.com/charmbracelet/x/ansi"
)

// Row is one row of rendered text, cut into pieces of one style.
type Row struct {
	Segments []Segment
}

// Segment is a piece of a row in one style.
type Segment struct {
	Text  string
	Style string     // the SGR sequence that turns its style on, "" for none
	Span  model.Span // what it shows; empty for bullets, bars, rules and padding
	// Exact is set where byte i of Text is byte Start+i of the document.
	// Otherwise Text stands for the whole Span, or for a part of it that
	// cannot be told from the rest: an entity, an escape.
	Exact bool
}

// Cells is a range of columns [Start, End) of a row.
type Cells struct{ Start, End int }

// Text is the row without styles.
func (r Row) Text() string {
	if len(r.Segments) == 1 {
		return r.Segments[0].Text
	}
	var b strings.Builder
	for _, s := range r.Segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Width is the row's width in cells.
func (r Row) Width() int {
	width := 0
	for _, s := range r.Segments {
		width += measure.Width(s.Text)
	}
	return width
}

// Span is the smallest span that holds all that the row shows, empty for a row
// that shows nothing of the document.
func (r Row) Span() model.Span {
	var all model.Span
	for _, s := range r.Segments {
		switch {
		case s.Span.Empty():
		case all.Empty():
			all = s.Span
		default:
			all.Start = min(all.Start, s.Span.Start)
			all.End = max(all.End, s.Span.End)
		}
	}
	return all
}

// Offset is the offset of the character at a column; ok is false where the
// column shows nothing of the document.
func (r Row) Offset(col int) (at int, ok bool) {
	for _, s := range r.Segments {
		width := measure.Width(s.Text)
		if col < 0 || col >= width {
			col -= width
			continue
		}
		if s.Span.Empty() || !s.Exact {
			return s.Span.Start, !s.Span.Empty()
		}
		for at := 0; ; {
			n, width := cluster(s.Text[at:])
			if col -= width; col < 0 {
				return s.Span.Start + at, true
			}
			at += n
		}
	}
	return 0, false
}

// Cells are the columns that show bytes of span, left to right, none touching
// the next.
func (r Row) Cells(span model.Span) []Cells {
	var all []Cells
	col := 0
	for _, s := range r.Segments {
		if from, to := s.part(span); from < to {
			start := col + measure.Width(s.Text[:from])
			end := start + measure.Width(s.Text[from:to])
			if n := len(all); n > 0 && all[n-1].End == start {
				all[n-1].End = end
			} else {
				all = append(all, Cells{start, end})
			}
		}
		col += measure.Width(s.Text)
	}
	return all
}

// part is the range of bytes of the segment's text that shows bytes of span,
// widened to whole grapheme clusters; empty where there is none.
func (s *Segment) part(span model.Span) (from, to int) {
	if span.Empty() || !s.Span.Overlaps(span) { // an empty one overlaps what it lies in
		return 0, 0
	}
	from, to = 0, len(s.Text)
	if !s.Exact {
		return from, to
	}
	if span.Start > s.Span.Start {
		from, _ = around(s.Text, span.Start-s.Span.Start)
	}
	if span.End < s.Span.End {
		_, to = around(s.Text, span.End-s.Span.Start)
	}
	return from, to
}

// around is the nearest cluster borders at or before and at or after the byte
// offset at of text.
func around(text string, at int) (before, after int) {
	if isBorder(text, at) {
		return at, at
	}
	for {
		n, _ := cluster(text[before:])
		if before+n >= at {
			after = before + n
			if after == at {
				before = at
			}
			return before, after
		}
		before += n
	}
}

// isBorder tells cheaply that a grapheme cluster starts at the byte offset at:
// no cluster continues from one ASCII character to the next but CR LF, and
// rows hold no control characters. It may miss other borders.
func isBorder(text string, at int) bool {
	return at <= 0 || at >= len(text) || text[at] < 0x80 && text[at-1] < 0x80
}

// cluster is the length in bytes and the width in cells of the first grapheme
// cluster of text, which is not empty.
func cluster(text string) (n, width int) {
	if text[0] < 0x80 && (len(text) == 1 || text[1] < 0x80) {
		return 1, 1
	}
	first, width := ansi.FirstGraphemeCluster(text, measure.Method())
	return len(first), width
}
