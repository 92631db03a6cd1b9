package render

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/model"
)

// flow is the shown text of a leaf, or of one column of a table, with the way
// back to the document.
type flow struct {
	text string
	runs []run
}

// run is a part [at, end) of a flow that shows one span. Parts that show
// nothing of the document belong to no run, or to one with an empty span.
type run struct {
	at, end int
	src     model.Span
	exact   bool
}

// flatten joins inlines to a flow.
func flatten(ins []model.Inline) flow {
	var b flowBuilder
	b.inlines(ins)
	return b.flow()
}

type flowBuilder struct {
	text strings.Builder
	runs []run
}

func (b *flowBuilder) inlines(ins []model.Inline) {
	for _, in := range ins {
		text := printable(in.Text)
		at := b.text.Len()
		b.text.WriteString(text)
		if text != "" {
			b.runs = append(b.runs, run{at, b.text.Len(), in.Span, in.Exact() && text == in.Text})
		}
	}
}

func (b *flowBuilder) flow() flow { return flow{b.text.String(), b.runs} }

// printable is text without what could move the cursor or end a row. Text is
// cleaned where it enters gloss; this only makes sure that a leak there cannot
// reach the terminal, or upset the widths here. It copies nothing as a rule.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
		case r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r):
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// extent is a range [start, end) of the bytes of a flow.
type extent struct{ start, end int }

// pen is the style in which a flow is set from the byte at on.
type pen struct {
	at  int
	sgr string
}

// segments cuts an extent into pieces of one style and one run each. A border
// of style or run inside a grapheme cluster is moved behind it: a terminal
// draws a cluster in one style, and measures it only whole.
func (f *flow) segments(dst []Segment, e extent, pens []pen) []Segment {
	e = trim(f.text, e)
	first := len(dst)
	start := 0 // where the last segment's text starts in f.text
	for at := e.start; at < e.end; {
		next, sgr := f.stretch(at, e.end, pens)
		if !isBorder(f.text[at:e.end], next-at) {
			before, after := around(f.text[at:e.end], next-at)
			if before > 0 {
				next = at + before
			} else {
				next = at + after
			}
		}
		s := Segment{Text: f.text[at:next], Style: sgr}
		s.Span, s.Exact = f.source(extent{at, next})
		if last := len(dst) - 1; last >= first && joins(dst[last], s) {
			dst[last].Text = f.text[start:next]
			dst[last].Span.End = s.Span.End
		} else {
			dst = append(dst, s)
			start = at
		}
		at = next
	}
	return dst
}

// joins reports whether b continues a: same style, and its bytes in the
// document follow those of a.
func joins(a, b Segment) bool {
	if a.Style != b.Style || a.Exact != b.Exact {
		return false
	}
	if a.Exact {
		return a.Span.End == b.Span.Start
	}
	return a.Span.Empty() && b.Span.Empty()
}

// stretch is how far, at most to limit, the style and the run at a byte reach.
func (f *flow) stretch(at, limit int, pens []pen) (next int, sgr string) {
	next = limit
	if i := sort.Search(len(pens), func(i int) bool { return pens[i].at > at }); i > 0 {
		sgr = pens[i-1].sgr
		if i < len(pens) {
			next = min(next, pens[i].at)
		}
	} else if len(pens) > 0 {
		next = min(next, pens[0].at)
	}
	if i := sort.Search(len(f.runs), func(i int) bool { return f.runs[i].end > at }); i < len(f.runs) {
		if r := f.runs[i]; r.at > at {
			next = min(next, r.at)
		} else {
			next = min(next, r.end)
		}
	}
	return next, sgr
}

// source is the span that an extent shows, and whether byte for byte.
func (f *flow) source(e extent) (span model.Span, exact bool) {
	i := sort.Search(len(f.runs), func(i int) bool { return f.runs[i].end > e.start })
	exact = true
	for ; i < len(f.runs) && f.runs[i].at < e.end; i++ {
		r := f.runs[i]
		if r.src.Empty() {
			continue
		}
		src := r.src
		if r.exact {
			src = model.Span{Start: src.Start + max(0, e.start-r.at), End: src.Start + min(r.end, e.end) - r.at}
		}
		exact = exact && r.exact
		if span.Empty() {
			span = src
		} else {
			span = model.Span{Start: min(span.Start, src.Start), End: max(span.End, src.End)}
		}
	}
	return span, exact && !span.Empty() && span.Len() == e.end-e.start
}
