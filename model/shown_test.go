package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// "De**ep**&amp;x\n\nend" as a reader sees it.
func deep() Shown {
	var b ShownBuilder
	b.Leaf(Leaf{Inlines: []Inline{
		{Text: "De", Span: Span{0, 2}},
		{Text: "ep", Span: Span{4, 6}, Style: Strong},
		{Text: "&", Span: Span{8, 13}},
		{Text: "", Span: Span{13, 13}}, // shows nothing and stands for nothing
		{Text: "x", Span: Span{13, 14}},
	}})
	b.Gap("\n")
	b.Inlines([]Inline{{Text: "end", Span: Span{16, 19}}})
	return b.Shown()
}

func TestSource(t *testing.T) {
	s := deep()
	if s.Text != "Deep&x\nend" {
		t.Fatalf("shown as %q", s.Text)
	}
	for _, c := range []struct {
		why        string
		start, end int
		want       Span
	}{
		{"a run", 0, 2, Span{0, 2}},
		{"part of one", 1, 2, Span{1, 2}},
		{"across mark-up, which belongs to it", 0, 4, Span{0, 6}},
		{"from the middle of one run to the middle of the next", 1, 3, Span{1, 5}},
		{"an entity is one", 4, 5, Span{8, 13}},
		{"ending in an entity", 3, 5, Span{5, 13}},
		{"across leaves", 5, 8, Span{13, 17}},
		{"all", 0, 10, Span{0, 19}},
		{"a gap stands for nothing", 6, 7, Span{}},
		{"a gap before counts for nothing", 6, 8, Span{16, 17}},
		{"a gap behind counts for nothing", 5, 7, Span{13, 14}},
		{"more than there is", 9, 99, Span{18, 19}},
		{"what is not there", 10, 20, Span{}},
	} {
		if got := s.Source(c.start, c.end); got != c.want {
			t.Errorf("%s: %d to %d comes from %v, want %v", c.why, c.start, c.end, got, c.want)
		}
	}
	for at := range len(s.Text) + 1 {
		if got := s.Source(at, at); !got.Empty() {
			t.Errorf("no text at %d comes from %v", at, got)
		}
	}
}

func TestRange(t *testing.T) {
	s := deep()
	for _, c := range []struct {
		why  string
		span Span
		want string
	}{
		{"a run", Span{0, 2}, "De"},
		{"part of one", Span{1, 2}, "e"},
		{"across mark-up", Span{1, 5}, "ee"},
		{"with the mark-up round it", Span{2, 8}, "ep"},
		{"an entity", Span{8, 13}, "&"},
		{"part of an entity shows all of it", Span{10, 11}, "&"},
		{"across leaves", Span{13, 17}, "x\ne"},
		{"all", Span{0, 19}, "Deep&x\nend"},
		{"mark-up alone", Span{2, 4}, ""},
		{"between leaves", Span{14, 16}, ""},
		{"elsewhere", Span{19, 30}, ""},
		{"nothing", Span{}, ""},
		{"nothing in a run", Span{1, 1}, ""},
		{"nothing in an entity", Span{10, 10}, ""},
	} {
		start, end := s.Range(c.span)
		if got := s.Text[start:end]; got != c.want {
			t.Errorf("%s: %v shows as %q, want %q", c.why, c.span, got, c.want)
		}
	}
}

func TestTableIsShownInRows(t *testing.T) {
	cell := func(text string, at int) Cell {
		return Cell{Inlines: []Inline{{Text: text, Span: Span{at, at + len(text)}}}}
	}
	s := Leaf{Kind: Table, Rows: []Row{{cell("a", 2), cell("b", 6)}, {cell("1", 30), {}}}}.Shown()
	if s.Text != "a\tb\n1\t" {
		t.Errorf("shown as %q", s.Text)
	}
	if got := s.Source(2, 3); got != (Span{6, 7}) {
		t.Errorf("b comes from %v", got)
	}
}

// An entity as long as what it stands for would be taken for bytes that
// correspond; content/markdown divides it unequally.
func TestInlineIsExactByItsLength(t *testing.T) {
	if !(Inline{Text: "a b", Span: Span{4, 7}}).Exact() {
		t.Error("a soft line break is not exact")
	}
	if (Inline{Text: "&", Span: Span{4, 9}}).Exact() {
		t.Error("an entity is exact")
	}
}

// shownOf shows a text as a plan says, a byte a step: some of it as it stands,
// some hidden, some by another text, with gaps between. Only gaps hold newlines
// and tabs.
func shownOf(text, plan string) Shown {
	var b ShownBuilder
	at := 0
	for _, step := range []byte(plan) {
		from := at
		for range step/5%8 + 1 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		span := Span{from, at}
		switch in := (Inline{Text: text[from:at], Span: span}); step % 5 {
		case 0:
			b.Inlines([]Inline{in})
		case 1: // mark-up
		case 2:
			if in.Text = "é"; span.Len() == len(in.Text) {
				in.Text = "&"
			}
			if !span.Empty() {
				b.Inlines([]Inline{in})
			}
		case 3:
			b.Gap("\n\n")
		case 4:
			b.Leaf(Leaf{Rows: []Row{{{Inlines: []Inline{in}}, {}}, {}}})
		}
	}
	return b.Shown()
}

// border is the last rune border of a text up to at, taken into the text.
func border(text string, at int) int {
	at = max(0, min(at, len(text)))
	for at < len(text) && at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func atBorders(text string, start, end int) bool {
	return 0 <= start && start <= end && end <= len(text) && border(text, start) == start && border(text, end) == end
}

// What a text is shown as leads back into the text, on rune borders, and from
// there to all of what was asked for but the gaps at its ends.
func FuzzShown(f *testing.F) {
	f.Add("De**ep**&amp;x, end", "\x05\x06\x05\x06\x16\x00\x03\x0a", 2, 6)
	f.Add("Ünïcödé – ΩΩΩ", "\x0f\x04\x0c\x03\x00\x02\x04\x00", 0, 40)
	f.Add("", "\x00\x02\x03\x04", 1, 2)
	f.Fuzz(func(t *testing.T, text, plan string, start, end int) {
		text = strings.NewReplacer("\n", " ", "\t", " ").Replace(strings.ToValidUTF8(text, ""))
		s := shownOf(text, plan)
		s.Source(start, end)
		s.Range(Span{start, end})

		from, to := border(s.Text, min(start, end)), border(s.Text, max(start, end))
		src := s.Source(from, to)
		if !atBorders(text, src.Start, src.End) {
			t.Fatalf("%d to %d of %q comes from %v of %q", from, to, s.Text, src, text)
		}
		first, last := s.Range(src)
		if !atBorders(s.Text, first, last) {
			t.Fatalf("%v of %q shows as %d to %d of %q", src, text, first, last, s.Text)
		}
		left := s.Text[from:to]
		if first < last {
			left = s.Text[from:max(from, min(first, to))] + s.Text[min(to, max(last, from)):to]
		}
		if !src.Empty() && first == last || solid(left) != "" {
			t.Fatalf("%d to %d of %q comes from %v of %q, which shows as %d to %d", from, to, s.Text, src, text, first, last)
		}

		span := Span{border(text, min(start, end)), border(text, max(start, end))}
		first, last = s.Range(span)
		if !atBorders(s.Text, first, last) || span.Empty() && first < last {
			t.Fatalf("%v of %q shows as %d to %d of %q", span, text, first, last, s.Text)
		}
		if first < last && !s.Source(first, last).Overlaps(span) {
			t.Fatalf("%v of %q shows as %d to %d of %q, which comes from %v", span, text, first, last, s.Text, s.Source(first, last))
		}
	})
}

// solid is a shown text without what stands for nothing.
func solid(text string) string { return strings.NewReplacer("\n", "", "\t", "").Replace(text) }
