package lookup_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"gloss/content/article"
	"gloss/content/lookup"
	"gloss/model"
)

const harbour = `# The harbour of Elm

The harbour was dug in **1743**. It cost forty thousand crowns, which the [town](x) never paid.

## Ships

Captain Ada Reyes brought the first ship in, because a storm had closed the strait. The crew stayed.
A lugger is a small ship with two masts. Most of the luggers were sold to Norway.

| Ship | Length |
|------|-------:|
| Fulmar | 31 m |
| Café de la Mer | 28 m |

- Salt came in &amp; herring went out.

` + "```\nfunc moor(ship Ship) error\n```\n"

// first is the best answer to a query.
func first(t *testing.T, index *lookup.Index, query string) model.Hit {
	t.Helper()
	hits := index.Look(context.Background(), query, 5)
	if len(hits) == 0 {
		t.Fatalf("%q finds nothing", query)
	}
	return hits[0]
}

// A text without notes answers by its sentences, rows, lines and headings.
func TestTextAnswers(t *testing.T) {
	index := build(t, open(t, harbour, nil))
	for _, test := range []struct{ query, want string }{
		{"when was the harbour dug", "The harbour was dug in 1743."},
		{"how much did it cost", "It cost forty thousand crowns, which the town never paid."},
		{"who brought the first ship", "Captain Ada Reyes brought the first ship in, because a storm had closed the strait."},
		{"why did the captain come", "Captain Ada Reyes brought the first ship in, because a storm had closed the strait."},
		{"what is a lugger", "A lugger is a small ship with two masts."},
		{"lugers sold norwey", "Most of the luggers were sold to Norway."},
		{"fulmar length", "Fulmar 31 m"},
		{"cafe mer", "Café de la Mer 28 m"},
		{"salt herring", "Salt came in & herring went out."},
		{"moor error", "func moor(ship Ship) error"},
		{"ships", "Ships"},
		{"harbour of elm", "The harbour of Elm"},
		{"lug ger sold", "Most of the luggers were sold to Norway."},
		{"it was the", "The harbour was dug in 1743."},
	} {
		if got := first(t, index, test.query); got.Quote != test.want {
			t.Errorf("%q: %q, want %q", test.query, got.Quote, test.want)
		}
	}
}

// An answer comes while the word is typed, from its second letter to its last,
// and past a slip in it.
func TestAnswersAsOneTypes(t *testing.T) {
	index := build(t, open(t, article.Markdown, article.Notes))
	for _, word := range []string{"zuckerberg", "zukerberg", "registrations", "distilation"} {
		for n := 2; n <= len(word); n++ {
			if word[:n] == "zuk" || word[:n] == "zuke" {
				continue // too short to tell a slip from another word
			}
			first(t, index, word[:n])
		}
	}
	if hit := first(t, index, "zuker"); !strings.Contains(hit.Text, "Zuckerberg") {
		t.Errorf("zuker: %q", hit.Text)
	}
}

func TestNothing(t *testing.T) {
	doc := open(t, article.Markdown, article.Notes)
	index := build(t, doc)
	for _, query := range []string{"", "  ", "?!", "xylophone", "2031", "earnings", "\xff", "who is elon musk"} {
		if hits := index.Look(context.Background(), query, 5); len(hits) > 0 {
			t.Errorf("%q finds %q", query, hits[0].Text)
		}
	}
	if hits := index.Look(context.Background(), "meta", 0); len(hits) > 0 {
		t.Errorf("a limit of 0 gives %d hits", len(hits))
	}
	empty := build(t, open(t, "", nil))
	if hits := empty.Look(context.Background(), "meta", 5); len(hits) > 0 {
		t.Errorf("an empty document answers %q", hits[0].Text)
	}
}

// What the document does not have finds nothing: no word that is merely
// similar, none that says nothing, no digit of a number, no longer word where the query
// is finished.
func TestAbsentWordsFindNothing(t *testing.T) {
	index := build(t, open(t, "The bank was banned from there. Some work, the user said, is sweating; 5 of 51 leveraged a growing whole.\n\nIt appears 3 times.\n", nil))
	for _, query := range []string{"three ", "then ", "same ", "york ", "stealing ", "uber ", "grok ", "15", "53%", "31 ", "bann ", "appea "} {
		query = strings.TrimSpace(query) + " "
		if hits := index.Look(context.Background(), query, 5); len(hits) > 0 {
			t.Errorf("%q finds %q", query, hits[0].Text)
		}
	}
	for query, want := range map[string]string{"appea": "It appears 3 times.", "apears ": "It appears 3 times.", "swaeting ": "sweating", "leverged ": "leveraged", "wrok ": "work"} {
		if got := first(t, index, query); !strings.Contains(got.Text, want) {
			t.Errorf("%q finds %q, want %q", query, got.Text, want)
		}
	}
}

// What is shown first of each kind.
func TestAnswerTexts(t *testing.T) {
	value, growth := 20.8e9, 43.0
	doc := open(t, "Profit was 20.8 billion. Ada, they say, left. Why? The sea is near.\n", nil)
	note := func(text string, start, end int) model.Note {
		return model.Note{Text: text, Quote: doc.Text[start:end], Span: model.Span{Start: start, End: end}}
	}
	doc.Notes.Figures = []model.Figure{
		{Note: note("Net profit", 0, 24), Measure: "Net profit", Value: &value, Unit: "USD", Bound: model.Exactly, Change: &model.Change{Value: growth, Unit: "%", Basis: "year over year"}},
		{Note: note("Users", 0, 24), Measure: "Users", Value: &value, Unit: "person", Bound: model.About, Expected: true},
	}
	doc.Notes.Facts = []model.Fact{
		{Note: note("Ada left town", 25, 45), Source: "some", Standing: model.Alleged},
		{Note: note("Water is close", 51, 67), Source: "the text", Standing: model.Stated},
		{Note: note("Nobody returned", 51, 67), Standing: model.Denied},
	}
	doc.Notes.Names = []model.Name{{Note: note("Ada Reyes", 25, 45), Is: "a captain"}, {Note: note("Elm", 25, 45)}}
	doc.Notes.Questions = []model.Question{{Note: note("Why did she leave?", 46, 50)}}
	index := build(t, doc)
	for query, want := range map[string]string{
		"net profit":      "Net profit  $20.8 B  ▲ +43% year over year",
		"users":           "Users  about 20.8 B people  expected",
		"left town":       "Ada left town — some, alleged",
		"water close":     "Water is close — the text",
		"nobody returned": "Nobody returned — denied",
		"ada reyes":       "Ada Reyes — a captain",
		"elm":             "Elm",
		"did she leave":   "Why did she leave?",
	} {
		if got := first(t, index, query).Text; got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

// Whose a figure is decides, whatever the question wants counted; and what it
// says by signs is found by words.
func TestFiguresOfSomebodyElse(t *testing.T) {
	doc := open(t, "# Yards\n\nElm Yard did well. Turnover was 5.\n\n## Others\n\nOak Yard lost men. Miss O’Brien of Oak Yard left.\n", nil)
	note := func(text, quote string) model.Note {
		at := strings.Index(doc.Text, quote)
		return model.Note{Text: text, Quote: quote, Span: model.Span{Start: at, End: at + len(quote)}}
	}
	value := 5.0
	doc.Notes.Figures = []model.Figure{{
		Note: note("Turnover", "Turnover was 5."), Measure: "Turnover", Group: "Elm Yard, 1920", Value: &value, Unit: "USD", Bound: model.Exactly,
		Change: &model.Change{Value: 4, Unit: "%", Down: true},
	}}
	doc.Notes.Names = []model.Name{{Note: note("Elm Yard", "Elm Yard did well.")}, {Note: note("Oak Yard", "Oak Yard lost men.")}}
	index := build(t, doc)
	for query, want := range map[string]string{
		"turnover ":                         "Turnover  $5  ▼ −4% — Elm Yard, 1920",
		"elm yard turnover ":                "Turnover  $5  ▼ −4% — Elm Yard, 1920",
		"how much money did elm yard turn ": "Turnover  $5  ▼ −4% — Elm Yard, 1920",
		"turnover decline ":                 "Turnover  $5  ▼ −4% — Elm Yard, 1920",
		"oak yard turnover ":                "Oak Yard",
		"what is the turnover of oak yard ": "Oak Yard",
		"obrien ":                           "Miss O’Brien of Oak Yard left.",
		"yard oak":                          "Oak Yard",
	} {
		if got := first(t, index, query).Text; got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

// A note answers in the place of the sentence it rests on; the sentence does
// not come again.
func TestNoteStandsForItsSentence(t *testing.T) {
	index := build(t, open(t, article.Markdown, article.Notes))
	hits := index.Look(context.Background(), "why did the navy ban the chatbot", 20)
	if len(hits) == 0 || hits[0].Kind != model.KindFact {
		t.Fatalf("the first answer is no fact: %v", hits)
	}
	for _, h := range hits[1:] {
		if h.Kind == model.KindText && h.Span.Overlaps(hits[0].Span) {
			t.Errorf("the sentence comes again: %q", h.Text)
		}
	}
}

// What a better note's quote shows already is no answer of its own.
func TestNoSentenceTwice(t *testing.T) {
	doc := open(t, article.Markdown, article.Notes)
	index := build(t, doc)
	for _, query := range []string{"profit", "race for profit", "responsibly", "david sacks", "servers in china", "revenue"} {
		hits := index.Look(context.Background(), query, 20)
		if len(hits) == 0 {
			t.Errorf("%q finds nothing", query)
		}
		for i, hit := range hits {
			for _, before := range hits[:i] {
				if hit.Kind == model.KindText && before.Kind != model.KindSection && before.Span.Start <= hit.Span.Start && hit.Span.End <= before.Span.End {
					t.Errorf("%q: %q is in the quote of %q above it", query, hit.Text, before.Text)
				}
			}
		}
	}
}

// The words that matched are shown in the source, whatever mark-up and form
// they have there.
func TestMatch(t *testing.T) {
	doc := open(t, harbour, nil)
	index := build(t, doc)
	for query, want := range map[string]string{
		"dug harbor 1743":  "1743|dug|harbour",
		"harbours digging": "harbour",
		"cafe":             "Café",
		"lugger":           "lugger|luggers",
		"town crowns":      "crowns|town",
	} {
		seen := map[string]bool{}
		var words []string
		for _, h := range index.Look(context.Background(), query, 3) {
			for _, m := range h.Match {
				if word := doc.Text[m.Start:m.End]; !seen[word] {
					seen[word] = true
					words = append(words, word)
				}
			}
		}
		slices.Sort(words)
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q matches %s, want %s", query, got, want)
		}
	}
}

// Notes and headings answer before the text is read.
func TestNotesAnswerAtOnce(t *testing.T) {
	doc := open(t, article.Markdown, article.Notes)
	index := lookup.Notes(doc, leavesOf(doc))
	if index.Complete() {
		t.Error("an index of notes alone is no complete one")
	}
	for query, want := range map[string]string{"net profit": "20.8", "zukerberg": "Zuckerberg", "conclusion": "Conclusion"} {
		if got := first(t, index, query); !strings.Contains(got.Text, want) {
			t.Errorf("%q: %q, want %q", query, got.Text, want)
		}
	}
	if !build(t, doc).Complete() {
		t.Error("a built index is complete")
	}
}

func TestBuildStops(t *testing.T) {
	doc := open(t, generated(300<<10), nil)
	ctx, cancel := context.WithCancel(context.Background())
	var once sync.Once
	leaves := func(b model.Block) []model.Leaf {
		once.Do(cancel)
		return leavesOf(doc)(b)
	}
	if _, err := lookup.Build(ctx, doc, leaves); !errors.Is(err, context.Canceled) {
		t.Errorf("a build whose context ends gives %v", err)
	}
	if hits := build(t, doc).Look(ctx, "the", 5); hits != nil {
		t.Errorf("a look-up whose context ended gives %d hits", len(hits))
	}
}

// The same document and query always give the same hits, also to many asking
// at once.
func TestSameAnswers(t *testing.T) {
	doc := open(t, generated(300<<10), nil)
	one, other := build(t, doc), build(t, doc)
	words := vocabulary()
	var wait sync.WaitGroup
	for _, query := range []string{words[0], words[0] + " " + words[1], words[5][:2], "the", "how many " + words[2]} {
		want := one.Look(context.Background(), query, 20)
		for range 4 {
			wait.Go(func() {
				if got := other.Look(context.Background(), query, 20); !reflect.DeepEqual(got, want) {
					t.Errorf("%q answers differently", query)
				}
			})
		}
	}
	wait.Wait()
}

// A sentence that goes on and on is quoted in pieces that an eye takes in.
func TestLongSentences(t *testing.T) {
	text := strings.Repeat("one and two, ", 60) + "needle " + strings.Repeat("and more ", 200) + "\n\n" + strings.Repeat("x", 9000) + " needle\n"
	index := build(t, open(t, text, nil))
	hits := index.Look(context.Background(), "needle", 5)
	if len(hits) != 2 {
		t.Fatalf("%d hits, want 2", len(hits))
	}
	for _, h := range hits {
		if words := len(strings.Fields(h.Quote)); words > 60 || len(h.Quote) > 2000 || !strings.Contains(h.Quote, "needle") {
			t.Errorf("a quote of %d words: %q", words, h.Quote)
		}
	}
}

// Any query in any text: no panic, spans inside the text on rune borders,
// matches inside their passage, no more hits than asked for, best first.
func FuzzLook(f *testing.F) {
	f.Add(harbour, "who brought the ship")
	f.Add("a\n\n- b **c**\n\n| x | y |\n|--|--|\n| &amp; | é |\n", "b c amp e")
	f.Add("# É\u0301\n人工 &#39;s\n", "人 s")
	f.Add(strings.Repeat("word ", 300), "wrd")
	f.Add("a", strings.Repeat("\x80", 3000)) // pasted, longer than is asked, and no text
	f.Add("U.S. 1,000.5 ﬁne\\* <b>x</b>", "us fine x")
	f.Fuzz(func(t *testing.T, text, query string) {
		if len(text) > 20_000 || !utf8.ValidString(text) {
			return // the text is cleaned before it gets here
		}
		doc := open(t, text, nil)
		doc.Notes.Facts = []model.Fact{{Note: model.Note{Text: query, Quote: query, Span: model.Span{End: len(text)}}}}
		const limit = 10
		hits := build(t, doc).Look(context.Background(), query, limit)
		if len(hits) > limit {
			t.Fatalf("%d hits", len(hits))
		}
		for i, h := range hits {
			if i > 0 && h.Score > hits[i-1].Score {
				t.Fatalf("hit %d scores %v after %v", i, h.Score, hits[i-1].Score)
			}
			end := h.Span.Start
			for _, m := range append([]model.Span{h.Span}, h.Match...) {
				if m.Start < 0 || m.End > len(text) || m.Start > m.End || !atRune(text, m.Start) || !atRune(text, m.End) {
					t.Fatalf("%q in %q: span %v", query, text, m)
				}
			}
			for _, m := range h.Match {
				if m.Start < end || m.End > h.Span.End {
					t.Fatalf("%q in %q: match %v of passage %v after %d", query, text, m, h.Span, end)
				}
				end = m.Start
			}
		}
	})
}

func atRune(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
