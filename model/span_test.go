package model

import "testing"

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		span  Span
		len   int
		empty bool
		holds []int // of the bytes 0 to 5
	}{
		{Span{}, 0, true, nil},
		{Span{3, 3}, 0, true, nil},
		{Span{2, 4}, 2, false, []int{2, 3}},
		{Span{0, 1}, 1, false, []int{0}},
	} {
		if c.span.Len() != c.len || c.span.Empty() != c.empty {
			t.Errorf("%v: length %d, empty %v", c.span, c.span.Len(), c.span.Empty())
		}
		var holds []int
		for at := range 6 {
			if c.span.Holds(at) {
				holds = append(holds, at)
			}
		}
		if len(holds) != len(c.holds) || len(holds) > 0 && holds[0] != c.holds[0] {
			t.Errorf("%v holds %v, want %v", c.span, holds, c.holds)
		}
	}
}

// Spans that only touch share no byte.
func TestSpansOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b Span
		want bool
	}{
		{Span{2, 4}, Span{2, 4}, true},
		{Span{2, 4}, Span{3, 9}, true},
		{Span{0, 9}, Span{3, 4}, true},
		{Span{2, 4}, Span{4, 6}, false},
		{Span{2, 4}, Span{6, 8}, false},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%v and %v overlap: %v, want %v", c.a, c.b, c.a.Overlaps(c.b), c.want)
		}
	}
}
