package model

import (
	"sort"
	"strings"
)

// Shown is text as a reader sees it, with the way back to the Document's text.
type Shown struct {
	Text string
	runs []run
}

type run struct {
	at    int // where the run starts in Shown.Text, bytes
	n     int // bytes of Shown.Text
	src   Span
	exact bool
}

// Source is the Span of the Document's text that shows as Text[start:end],
// mark-up inside it included. It is empty where that part of Text stands for
// nothing in the document.
func (s Shown) Source(start, end int) Span {
	i := sort.Search(len(s.runs), func(i int) bool { return s.runs[i].at+s.runs[i].n > start })
	j := sort.Search(len(s.runs), func(i int) bool { return s.runs[i].at >= end }) - 1
	if i >= len(s.runs) || j < i {
		return Span{}
	}
	from, to := s.runs[i], s.runs[j]
	span := Span{Start: from.src.Start, End: to.src.End}
	if from.exact {
		span.Start += max(0, start-from.at)
	}
	if to.exact {
		span.End = to.src.Start + min(to.n, end-to.at)
	}
	return span
}

// Range is the part [start, end) of Text, in bytes, that shows bytes of span;
// start equals end where none of it is shown here.
func (s Shown) Range(span Span) (start, end int) {
	if span.Empty() { // it may lie within an entity, and is not to show all of it
		return 0, 0
	}
	start, end = -1, -1
	for _, r := range s.runs {
		if !r.src.Overlaps(span) {
			continue
		}
		a, b := r.at, r.at+r.n
		if r.exact {
			a = r.at + max(0, span.Start-r.src.Start)
			b = r.at + min(r.n, span.End-r.src.Start)
		}
		if start < 0 {
			start = a
		}
		end = b
	}
	if start < 0 {
		return 0, 0
	}
	return start, end
}

// Shown is the leaf's text without mark-up. The cells of a table are joined by
// tabs, its rows by newlines.
func (l Leaf) Shown() Shown {
	var s ShownBuilder
	s.Inlines(l.Inlines)
	for i, row := range l.Rows {
		if i > 0 {
			s.Gap("\n")
		}
		for j, cell := range row {
			if j > 0 {
				s.Gap("\t")
			}
			s.Inlines(cell.Inlines)
		}
	}
	return s.Shown()
}

// ShownBuilder joins inlines and leaves into one Shown.
type ShownBuilder struct {
	text strings.Builder
	runs []run
}

// Inlines appends the text of runs.
func (b *ShownBuilder) Inlines(ins []Inline) {
	for _, in := range ins {
		if in.Text == "" {
			continue
		}
		b.runs = append(b.runs, run{at: b.text.Len(), n: len(in.Text), src: in.Span, exact: in.Exact()})
		b.text.WriteString(in.Text)
	}
}

// Gap appends text that has no place in the document, such as the break
// between two leaves.
func (b *ShownBuilder) Gap(text string) { b.text.WriteString(text) }

// Leaf appends the leaf's text.
func (b *ShownBuilder) Leaf(l Leaf) {
	s := l.Shown()
	for _, r := range s.runs {
		r.at += b.text.Len()
		b.runs = append(b.runs, r)
	}
	b.text.WriteString(s.Text)
}

// Shown is what was joined so far.
func (b *ShownBuilder) Shown() Shown { return Shown{Text: b.text.String(), runs: b.runs} }
