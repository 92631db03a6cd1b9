package find

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/content/markdown"
	"gloss/model"
)

func document(text string) (*model.Document, func(model.Block) []model.Leaf) {
	blocks, sections := markdown.Scan(text)
	return &model.Document{Text: text, Blocks: blocks, Sections: sections},
		func(b model.Block) []model.Leaf { return markdown.Leaves(text, b) }
}

// search is every match as it stands in the raw text, in the order found.
func search(text, query string, from int) []string {
	doc, leaves := document(text)
	var found []string
	for spans := range All(context.Background(), doc, leaves, query, from) {
		for _, s := range spans {
			found = append(found, text[s.Start:s.End])
		}
	}
	return found
}

func TestAll(t *testing.T) {
	for _, c := range []struct {
		name, text, query string
		from              int
		want              []string
	}{
		{"lower case finds any case", "Meta, meta and META.", "meta", 0, []string{"Meta", "meta", "META"}},
		{"upper case finds itself", "Meta, meta and META.", "Meta", 0, []string{"Meta"}},
		{"a phrase that wraps", "one of the\nleading companies", "the leading", 0, []string{"the\nleading"}},
		{"a phrase that is half bold", "a **smaller AI** model", "ai model", 0, []string{"AI** model"}},
		{"a word that is half bold", "**Deep**Seek", "deepseek", 0, []string{"Deep**Seek"}},
		{"a phrase that is half a link", "see [the full](http://x.example/y) story", "full story", 0, []string{"full](http://x.example/y) story"}},
		{"no part of a target", "see [this](http://hidden.example)", "hidden", 0, nil},
		{"a word of a reference link", "[Deep][1]Seek\n\n[1]: http://x.example", "deepseek", 0, []string{"Deep][1]Seek"}},
		{"straight quotation marks find curly ones", "OpenAI’s “suspects”", `openai's "suspects"`, 0, []string{"OpenAI’s “suspects”"}},
		{"letters behind an entity", "caf&eacute; noir", "café noir", 0, []string{"caf&eacute; noir"}},
		{"an escaped character", `2 \* 3`, "2 * 3", 0, []string{`2 \* 3`}},
		{"spaces do not count", "two  spaces", " two   spaces ", 0, []string{"two  spaces"}},
		{"beyond ASCII", "Ärger über ÄRGER", "ärger", 0, []string{"Ärger", "ÄRGER"}},
		{"no overlap", "aaaa", "aa", 0, []string{"aa", "aa"}},
		{"from the place on, then from the start", "one a\n\ntwo a\n\nthree a", "a", 8, []string{"a", "a", "a"}},
		{"in code", "```\nfmt.Println(a<b>c)\n```", "a<b>c", 0, []string{"a<b>c"}},
		{"in a table", "| a | b |\n|---|---|\n| cell one | two |", "cell one", 0, []string{"cell one"}},
		{"nothing", "text", "", 0, nil},
		{"only spaces", "a b", "  ", 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := search(c.text, c.query, c.from); fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("find %q: got %q, want %q", c.query, got, c.want)
			}
		})
	}
}

func TestAllStartsAtThePlace(t *testing.T) {
	text := "first match\n\nsecond match\n\nthird match"
	doc, leaves := document(text)
	var order []int
	for spans := range All(context.Background(), doc, leaves, "match", strings.Index(text, "second")) {
		for _, s := range spans {
			order = append(order, s.Start)
		}
	}
	if len(order) != 3 || !(order[2] < order[0] && order[0] < order[1]) {
		t.Errorf("found at %v, want second, third, first", order)
	}
}

func TestAllEndsWithItsContext(t *testing.T) {
	doc, leaves := document(strings.Repeat("word\n\n", 5000))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	batches := 0
	for range All(ctx, doc, leaves, "word", 0) {
		if batches++; batches == 2 {
			stop()
		}
	}
	if batches != 2 {
		t.Errorf("%d batches after it was stopped, want 2", batches)
	}
}

// Whatever the text and the query: the spans lie inside the text on rune
// borders, and the quick look at the raw text never loses a match that the
// shown text has.
func FuzzAll(f *testing.F) {
	f.Add("a **b**c [d](e) `f`\n\n> g\n- h &amp; <i>j</i>", "bc d")
	f.Add("De<b>ep</b>Seek ![x](y)z \\*", "deepseek xz")
	f.Add("KK İ ſ", "k")
	f.Fuzz(func(t *testing.T, text, typed string) {
		text = strings.ToValidUTF8(text, "")
		doc, leaves := document(text)
		q := newQuery(typed)
		var want int
		if q.text != "" {
			for _, b := range doc.Blocks {
				want += len(q.in(leaves(b)))
			}
		}
		got := 0
		for spans := range All(context.Background(), doc, leaves, typed, len(text)/2) {
			for _, s := range spans {
				got++
				if s.Start < 0 || s.End > len(text) || s.Empty() || !utf8.ValidString(text[s.Start:s.End]) {
					t.Fatalf("span %v of %q", s, text)
				}
			}
		}
		if got != want {
			t.Fatalf("find %q in %q: %d matches, %d are shown", typed, text, got, want)
		}
	})
}

// BenchmarkFirstMatch10MB is what a reader waits for after a keystroke of
// find; it must stay off parsing blocks that cannot match. The letters of one
// word are rare in the text and those of the other are not.
func BenchmarkFirstMatch10MB(b *testing.B) {
	paragraph := "Meta remains **financially robust**, as [evidenced](http://x.example) by its results; so it goes on for a while.\n\n"
	text := strings.Repeat(paragraph, 10<<20/len(paragraph)) + "the needle, or the tenements\n"
	doc, leaves := document(text)
	for _, word := range []string{"needle", "tenements", "vexed"} {
		b.Run(word, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for spans := range All(context.Background(), doc, leaves, word, 0) {
					if len(spans) > 0 {
						break
					}
				}
			}
		})
	}
}

// BenchmarkCount10MB is counting a phrase that every block shows.
func BenchmarkCount10MB(b *testing.B) {
	paragraph := "Meta remains **financially robust**, as [evidenced](http://x.example) by its results; so it goes on for a while.\n\n"
	text := strings.Repeat(paragraph, 10<<20/len(paragraph))
	doc, leaves := document(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range All(context.Background(), doc, leaves, "robust", 0) {
		}
	}
}
