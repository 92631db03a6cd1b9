package overlay

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
)

func TestBoldWords(t *testing.T) {
	for i, want := range [][]string{
		{"net profit", "year"}, // across markup
		{"drawings"},
		{"Dredging", "harbour"},
		nil,
		nil,
		{"Dredging"},
	} {
		a := Answers(open(), hits(open()))[i]
		var got []string
		for _, r := range a.Bold {
			got = append(got, a.Quote[r.Start:r.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: bold are %q, want %q", a.Text, got, want)
		}
	}
}

// Quotes fold white space; the words are found all the same.
func TestBoldWordsInAFoldedQuote(t *testing.T) {
	b := open()
	hit := hits(b)[0]
	hit.Quote = "  " + strings.ReplaceAll(hit.Quote, " ", " \n ")
	a := Answers(b, []model.Hit{hit})[0]
	if len(a.Bold) != 2 || a.Quote[a.Bold[1].Start:a.Bold[1].End] != "year" {
		t.Errorf("bold are %v", a.Bold)
	}
	hit.Quote = "something else altogether"
	if a := Answers(b, []model.Hit{hit})[0]; a.Bold != nil {
		t.Errorf("words of a quote that is not in the text are bold: %v", a.Bold)
	}
	hit.Quote = "Southport’s net profit"
	if a := Answers(b, []model.Hit{hit})[0]; len(a.Bold) != 1 {
		t.Errorf("bold are %v in a quote cut short", a.Bold)
	}
}

func TestAnswersNameTheirSection(t *testing.T) {
	a := Answers(open(), hits(open()))
	if a[0].Section != "Southport’s Strength: A Quarter to Remember" || a[1].Section != "The Harbour Race: Who Builds the Next Port?" {
		t.Errorf("%q, %q", a[0].Section, a[1].Section)
	}
}

func TestAnswerStyles(t *testing.T) {
	th := theme.Dark()
	rows := func(i int) string {
		return strings.Join(answer{theme: th, Answer: Answers(open(), hits(open()))[i], width: 100}.rows(), "\n")
	}
	for i, want := range [][]string{
		{th.Strong.Paint("Net profit  £20.8 B  "), th.Up.Over(th.Strong).Paint("▲ +43% from the year before"), th.Strong.Paint("net profit"), th.Muted.Paint("figure")},
		{th.Strong.Paint("The drawings were used without leave"), " — Northport, alleged", th.Strong.Paint("drawings")},
		{th.Strong.Paint("dredging"), " — the removal"},
	} {
		for _, w := range want {
			if got := rows(i); !strings.Contains(got, w) {
				t.Errorf("answer %d has no %q:\n%q", i, w, got)
			}
		}
	}
	whose := model.Hit{Kind: model.KindFigure, Text: "Net profit  £20.8 B  ▲ +43% — Southport, last quarter"}
	if got := (answer{theme: th, Answer: Answer{Hit: whose}, width: 100}).rows()[0]; !strings.Contains(got, th.Up.Over(th.Strong).Paint("▲ +43%")) ||
		!strings.Contains(got, th.Muted.Paint(" — Southport, last quarter")) {
		t.Errorf("whose figure it is is painted as the change: %q", got)
	}
	down := model.Hit{Kind: model.KindFigure, Text: "Barges  3.35 M  ▼ −5%"}
	if got := (answer{theme: th, Answer: Answer{Hit: down}, width: 100}).rows()[0]; !strings.Contains(got, th.Down.Over(th.Strong).Paint("▼ −5%")) {
		t.Errorf("%q", got)
	}
}

// However short a fact is cut, it says who says it: an allegation never reads
// as a fact.
func TestFactsKeepTheirStanding(t *testing.T) {
	long := model.Hit{Kind: model.KindFact, Text: strings.Repeat("A clerk passed the drawings on. ", 20) + "— an advisor, alleged"}
	for _, width := range []int{18, 34, 66, 100} {
		for _, terse := range []bool{false, true} {
			rows := answer{theme: theme.Plain(), Answer: Answer{Hit: long}, width: width, terse: terse}.main(width)
			if got := plain(rows); !strings.Contains(got, "alleged") {
				t.Errorf("%d cells wide the fact reads\n%s", width, got)
			}
		}
	}
}

func TestCardStrip(t *testing.T) {
	c := NewCard(open().Document(), 0)
	bar := func() string { return ansi.Strip(c.strip(40)) }
	if got := bar(); ansi.StringWidth(got) != 40 || !strings.Contains(got, "▂") || !strings.Contains(got, "·") || strings.Contains(got, "█") {
		t.Errorf("%q", got)
	}
	c.SetMention(0)
	if got := bar(); strings.Count(got, "█") != 1 {
		t.Errorf("the mention that is shown does not stand out: %q", got)
	}
	c.SetMention(99)
	if got := bar(); strings.Contains(got, "█") {
		t.Errorf("a mention that there is not stands out: %q", got)
	}
}

// What another source says stands apart from what the text says.
func TestWhySetsTheCheckApart(t *testing.T) {
	w := NewWhy(open().Document(), model.KindFigure, 0)
	lines := strings.Split(plain(w.text(70)), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "≠ check") {
			if lines[i-1] != "" || !strings.Contains(l, "Southport’s own report differs") {
				t.Error(plain(lines))
			}
			return
		}
	}
	t.Errorf("no check in\n%s", plain(lines))
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		most  int
		want  string
	}{
		{"one two three", 7, 9, "one two|three"},
		{"one two three", 13, 9, "one two three"},
		{"Net profit  $20.8 B", 40, 9, "Net profit  $20.8 B"},
		{"one two three four", 7, 2, "one two|three…"},
		{"abcdefghij", 4, 9, "abcd|efgh|ij"},
		{"abcdefghij", 4, 2, "abcd|efg…"},
		{"港の将来は明るい", 5, 9, "港の|将来|は明|るい"},
		{"港", 1, 9, "港"},
		{"  padded  ", 10, 9, "padded"},
		{"a\nb\tc", 10, 9, "a b c"},
		{"", 10, 9, ""},
		{"text", 0, 9, ""},
		{"text", 9, 0, ""},
	} {
		got := strings.Join(prose(c.text, c.width, c.most, theme.Style{}), "|")
		if got != c.want {
			t.Errorf("%q in %d cells, %d rows: %q, want %q", c.text, c.width, c.most, got, c.want)
		}
	}
}

func TestMiddle(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"https://example.org/", 40, "https://example.org/"},
		{"https://example.org/a/long/path/page.html", 30, "https://example.org/…page.html"},
		{"abcdef", 1, "…"},
		{"港港港港港港", 7, "港港…港"},
	} {
		if got := middle(c.text, c.width); got != c.want {
			t.Errorf("%q in %d cells: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
