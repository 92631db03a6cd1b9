package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"gloss/model"
)

func TestWords(t *testing.T) {
	for _, c := range [][2]string{
		{"▲ +22% year over year", "up 22 percent year over year"},
		{"▼ −3% from May", "down 3 percent from May"},
		{"$48,385 million, +21% from $40,111 million", "$48,385 million, plus 21 percent from $40,111 million"},
		{"a loss of −5", "a loss of minus 5"},
		{"1 → 2, ~3, ≈4", "1 to 2, about 3, about 4"},
		{"C++ and Phi-4, 2024-05-02", "C++ and Phi-4, 2024-05-02"},
		{"", ""},
	} {
		if got := words(c[0]); got != c[1] {
			t.Errorf("words(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestFigureWords(t *testing.T) {
	for _, c := range []struct {
		figure model.Figure
		want   string
	}{
		{model.Figure{Measure: "Revenue", Value: ptr(48.39e9), Unit: "USD", Bound: model.Exactly,
			Change: &model.Change{Value: 22, Unit: "%", Basis: "year over year"}, Period: "Q4 2024"},
			"Revenue: 48.39 billion US dollars, up 22 percent year over year, Q4 2024"},
		{model.Figure{Measure: "Users", Value: ptr(1e9), Unit: "user", Bound: model.MoreThan, Expected: true, Period: "this year"},
			"Users: over 1 billion users, expected this year"},
		{model.Figure{Measure: "Passengers", Value: ptr(1200), High: ptr(1300), Unit: "person", Bound: model.About, WorkedOut: true},
			"Passengers: about 1,200 to 1,300 people, worked out from other numbers of the text"},
		{model.Figure{Measure: "Loss", Value: ptr(-5e9), High: ptr(-2.5e9), Unit: "USD"},
			"Loss: minus 5 billion to minus 2.5 billion US dollars"},
		{model.Figure{Measure: "Built", Value: ptr(1998), High: ptr(2004)}, "Built: 1998 to 2004"},
		{model.Figure{Measure: "Speed", Value: ptr(-4.5), Unit: "km/h", Bound: model.LessThan, Expected: true},
			"Speed: under minus 4.5 km/h, expected"},
		{model.Figure{Measure: "Share", Value: ptr(1), Unit: "%", Change: &model.Change{Value: 2, Unit: "pp", Down: true}},
			"Share: 1 percent, down 2 percentage points"},
		{model.Figure{Note: model.Note{Text: "a second quay"}}, "a second quay"},
	} {
		if got := figureWords(&c.figure); got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}

func TestSentence(t *testing.T) {
	for _, c := range [][2]string{
		{"It is", "It is."}, {"It is.", "It is."}, {"Is it?", "Is it?"}, {"He said “it is.”", "He said “it is.”"},
		{"He said “it is”", "He said “it is”."}, {"of the U.S.", "of the U.S."}, {"", ""},
	} {
		if got := sentence(c[0]); got != c[1] {
			t.Errorf("sentence(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// Every note of every kind can be heard, those with every field and those with
// none.
func TestSpokenLists(t *testing.T) {
	for command, want := range map[string]string{
		"facts": `2 facts, found by gloss itself, not written by an author.
1. Taxes will not rise. Denied by the town. Section 2.
2. =1+1. Stated. Before the first section.
`,
		"figures": `2 figures.
1. Ferry passengers: about 1,200 to 1,300 people, down 20 percent year over year, worked out from other numbers of the text, expected May. The port confirms it: minus 18 percent <1,230>. Section 1.
2. A second quay. Section 1.
`,
		"questions": `2 questions.
1. Who will pay for the quay? Asked by the council. Theme: Money. Section 2.
Passage 1 of 1 on this: The town denies that taxes will rise.
2. A second quay? Section 1.
`,
		"names": `2 names.
1. Anna Lind, a person: the harbour master. Also written Lind, the master. 1 mention. Section 1.
2. quay. No mentions. Section 1.
`,
		"outline": `2 sections.
1. Harbour News.
2. Costs.
`,
	} {
		if got := gloss(t, command, "--plain"); got != want {
			t.Errorf("gloss %s --plain:\n%s\nwant\n%s", command, got, want)
		}
	}
}

// A part is a section, or as much of one as can be heard at once; together they
// are the text.
func TestParts(t *testing.T) {
	paragraph := strings.Repeat("word ", 200) + "\n\n" // 1,002 bytes
	doc := &model.Document{Text: paragraph + "# A\n\n" + strings.Repeat(paragraph, 12) + "# B\n\n"}
	for from := 0; from < len(doc.Text); {
		end := from + strings.Index(doc.Text[from:], "\n\n") + 2
		doc.Blocks = append(doc.Blocks, model.Block{Span: model.Span{Start: from, End: end}})
		from = end
	}
	a, b := strings.Index(doc.Text, "# A"), strings.Index(doc.Text, "# B")
	doc.Sections = []model.Section{{Span: model.Span{Start: a, End: b}}, {Span: model.Span{Start: b, End: len(doc.Text)}}}

	parts := partsOf(doc)
	want := []part{{section: -1, number: 1, of: 1}, {section: 0, number: 1, of: 3}, {section: 0, number: 2, of: 3}, {section: 0, number: 3, of: 3}, {section: 1, number: 1, of: 1}}
	if len(parts) != len(want) {
		t.Fatalf("%d parts, want %d: %v", len(parts), len(want), parts)
	}
	end := 0
	for i, p := range parts {
		if p.span.Start != end {
			t.Errorf("part %d starts at %d, the one before ends at %d", i, p.span.Start, end)
		}
		end = p.span.End
		p.span = model.Span{}
		if p != want[i] {
			t.Errorf("part %d is %+v, want %+v", i, p, want[i])
		}
	}
	if end != len(doc.Text) {
		t.Errorf("the parts end at %d of %d", end, len(doc.Text))
	}
	if parts := partsOf(&model.Document{}); len(parts) != 0 {
		t.Errorf("an empty text has parts: %v", parts)
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("before ", 20) + "the place " + strings.Repeat("after ", 20)
	from := strings.Index(long, "place")
	got := excerpt(long, from, from+5)
	if !strings.HasPrefix(got, "… before ") || !strings.HasSuffix(got, " after …") || !strings.Contains(got, "the place after") {
		t.Errorf("got %q", got)
	}
	if got := excerpt("all of it", 4, 6); got != "all of it" {
		t.Errorf("got %q", got)
	}
	if got := excerpt(strings.Repeat("数", 100), 150, 153); got != strings.Repeat("数", 100) {
		t.Errorf("a text without spaces was cut: %q", got)
	}
}

// Whatever is typed is answered, in text and nothing but text, and the end of
// it ends the reading.
func FuzzReading(f *testing.F) {
	f.Add("n\np\n2\nfacts\nquay\nfind quay\n/ferry\n?\n? quay\nq\n")
	f.Add("\x1b[31m\n99999999999999999999\n-1\nfind\n/\n \n")
	f.Add(strings.Repeat("long ", 4000) + "\nr")
	f.Fuzz(func(t *testing.T, commands string) {
		p, out, errw := world()
		p.In = strings.NewReader(commands)
		if status := Run(context.Background(), p, []string{"--plain"}); status != statusDone || errw.Len() > 0 {
			t.Fatalf("status %d, says %q", status, errw)
		}
		if i := bytes.IndexAny(out.Bytes(), "\x1b\r\a"); i >= 0 {
			t.Fatalf("a control character left: %q", out.Bytes()[i:])
		}
	})
}
