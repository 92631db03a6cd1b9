package model

import "sort"

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
