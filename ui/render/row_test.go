package render

import (
	"slices"
	"strings"
	"testing"

	"gloss/model"
	"gloss/ui/theme"
)

// row is a row of "• Ré" in two styles, an entity that shows as "&", and " 世界".
var row = Row{[]Segment{
	{Text: "• "},
	{Text: "Re\u0301", Span: model.Span{Start: 0, End: 4}, Exact: true},
	{Text: "&", Style: "\x1b[1m", Span: model.Span{Start: 6, End: 11}},
	{Text: " 世界", Span: model.Span{Start: 13, End: 20}, Exact: true},
}}

func TestRowOffset(t *testing.T) {
	for col, want := range map[int]int{-1: -1, 0: -1, 1: -1, 2: 0, 3: 1, 4: 6, 5: 13, 6: 14, 7: 14, 8: 17, 9: 17, 10: -1} {
		got, ok := row.Offset(col)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("column %d shows offset %d, want %d", col, got, want)
		}
	}
}

func TestRowCells(t *testing.T) {
	for _, c := range []struct {
		span model.Span
		want []Cells
	}{
		{model.Span{Start: 0, End: 1}, []Cells{{2, 3}}},
		{model.Span{Start: 2, End: 3}, []Cells{{3, 4}}}, // within a cluster: the whole of it
		{model.Span{Start: 7, End: 8}, []Cells{{4, 5}}}, // within an entity
		{model.Span{Start: 1, End: 17}, []Cells{{3, 8}}},
		{model.Span{Start: 15, End: 16}, []Cells{{6, 8}}},
		{model.Span{Start: 4, End: 6}, nil}, // mark-up alone
		{model.Span{Start: 20, End: 30}, nil},
		{model.Span{Start: 5, End: 5}, nil},
		{model.Span{Start: 2, End: 2}, nil}, // within a cluster
		{model.Span{Start: 7, End: 7}, nil}, // within an entity
	} {
		if got := row.Cells(c.span); !slices.Equal(got, c.want) {
			t.Errorf("%v: cells %v, want %v", c.span, got, c.want)
		}
	}
}

func TestRowSpan(t *testing.T) {
	if got := row.Span(); got != (model.Span{Start: 0, End: 20}) {
		t.Errorf("got %v", got)
	}
	if got := (Row{[]Segment{{Text: "───"}}}).Span(); !got.Empty() {
		t.Errorf("a rule shows %v", got)
	}
}

func TestPaint(t *testing.T) {
	bold, under := theme.Style{Bold: true}, theme.Style{Underline: true}
	plain := func(text string) Row {
		return Row{[]Segment{{Text: text, Span: model.Span{Start: 10, End: 10 + len(text)}, Exact: true}}}
	}
	over := func(start, end int, s theme.Style) Overlay { return Overlay{model.Span{Start: start, End: end}, s} }
	for _, c := range []struct {
		name     string
		row      Row
		overlays []Overlay
		want     string
	}{
		{"nothing", plain("net profit"), nil, "net profit"},
		{"a part", plain("net profit"), []Overlay{over(14, 17, bold)}, "net [1mpro[mfit"},
		{"beyond both ends", plain("net"), []Overlay{over(0, 99, bold)}, "[1mnet[m"},
		{"beside it", plain("net"), []Overlay{over(0, 10, bold), over(13, 20, bold)}, "net"},
		{"two that overlap, the later on top", plain("abcd"), []Overlay{over(11, 13, bold), over(12, 14, under)},
			"a[1mb[m[1m[4mc[m[4md[m"},
		{"half a character", plain("ae\u0301b"), []Overlay{over(12, 13, bold)}, "a[1me\u0301[mb"},
		{"a part of an entity, over its own style", row, []Overlay{over(8, 9, under)}, "• Re\u0301[1m[4m&[m 世界"},
		{"over the bullet", row, []Overlay{over(0, 1, under)}, "• [4mR[me\u0301[1m&[m 世界"},
	} {
		want := strings.ReplaceAll(c.want, "[", "\x1b[")
		if got := Paint(c.row, c.overlays); got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

func TestCacheKeepsTheLatestUsedWithinItsBudget(t *testing.T) {
	one := []Row{{[]Segment{{Text: strings.Repeat("x", 1000)}}}}
	c := NewCache(3 * size(one))
	for block := range 3 {
		c.Put(block, one)
	}
	c.Get(0)
	c.Put(3, one)
	c.Put(3, one)
	for block, want := range []bool{true, false, true, true} {
		if _, ok := c.Get(block); ok != want {
			t.Errorf("block %d kept: %v, want %v", block, ok, want)
		}
	}
	large := slices.Repeat(one, 10)
	c.Put(4, large)
	if rows, ok := c.Get(4); !ok || len(rows) != 10 {
		t.Error("what was just put is gone")
	}
	if _, ok := c.Get(3); ok {
		t.Error("over its budget the cache keeps more than the latest block")
	}
	c.Clear()
	if _, ok := c.Get(4); ok || c.size != 0 {
		t.Errorf("%d bytes kept after Clear", c.size)
	}
}
