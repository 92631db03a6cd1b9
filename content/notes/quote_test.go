package notes

import (
	"fmt"
	"testing"

	"gloss/content/markdown"
)

// TestFolding: a quote is found although it was not typed to the byte, and is
// then shown as the text has it.
func TestFolding(t *testing.T) {
	tests := []struct {
		name, text, quote string
		shown, source     string // the passage as shown, and in the Markdown
	}{
		{"as it is", "One two three.", "two three", "two three", "two three"},
		{"white space in the quote", "One two three.", "two  \t three", "two three", "two three"},
		{"white space in the text", "One two   three.", "two three", "two three", "two   three"},
		{"no-break space", "One two\u00a0three.", "two three", "two three", "two\u00a0three"},
		{"wrapped line", "One two\nthree.", "two three", "two three", "two\nthree"},
		{"hard break", "One two  \nthree.", "two three", "two three", "two  \nthree"},
		{"straight for curly", "It’s “so” said.", `It's "so"`, "It’s “so”", "It’s “so”"},
		{"curly for straight", `It's "so" said.`, "It’s “so”", `It's "so"`, `It's "so"`},
		{"low quotation marks", "Er sagte „so“ leise.", `"so"`, "„so“", "„so“"},
		{"single quotation marks", "Say ‘so’ now.", "'so' now", "‘so’ now", "‘so’ now"},
		{"across bold", "One **two** three.", "One two three", "One two three", "One **two** three"},
		{"up to bold", "One **two** three.", "One two", "One two", "One **two"},
		{"across a link", "One [two](http://x.org) three.", "One two three", "One two three", "One [two](http://x.org) three"},
		{"across code", "Run `go test` now.", "Run go test now", "Run go test now", "Run `go test` now"},
		{"entity", "Q&amp;A here.", "Q&A", "Q&A", "Q&amp;A"},
		{"escape", `One \*two\* three.`, "*two*", "*two*", `\*two\*`},
		{"in a heading", "# One two\n\nText.", "One two", "One two", "One two"},
		{"in a list", "- One\n- Two three\n", "Two three", "Two three", "Two three"},
		{"across items", "- One\n- Two three\n", "One Two", "One Two", "One\n- Two"},
		{"across paragraphs", "One.\n\nTwo.\n", "One. Two.", "One. Two.", "One.\n\nTwo."},
		{"from a heading on", "# One\n\nTwo.\n", "One Two", "One Two", "One\n\nTwo"},
		{"in a block quote", "> One\n> two\n", "One two", "One two", "One\n> two"},
		{"across cells", "| a | b |\n|---|---|\n| one | two |\n", "one two", "one two", "one | two"},
		{"in code", "```\na  b\n```\n", "a b", "a b", "a  b"},
		{"whole words", "Fact, act.", "act", "act", "act"},
		{"script without spaces", "东京是首都。", "是首", "是首", "是首"},
		{"accents apart in the quote", "Le café noir.", "cafe\u0301 noir", "café noir", "café noir"},
		{"accents apart in the text", "Le cafe\u0301 noir, **cafe\u0301**.", "noir, café", "noir, cafe\u0301", "noir, **cafe\u0301"},
		{"accents apart at the start", "Un e\u0301lan.", "élan", "e\u0301lan", "e\u0301lan"},
		{"two accents", "A q\u0307\u0323 b.", "A q\u0323\u0307", "A q\u0307\u0323", "A q\u0307\u0323"},
		{"Korean", "한국 사람.", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국", "한국"},
		{"Korean apart", "\u1112\u1161\u11ab\u1100\u116e\u11a8 사람.", "한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "\u1112\u1161\u11ab\u1100\u116e\u11a8"},
		{"the sign of an ångström", "It is 1 \u212b wide.", "1 Å wide", "1 \u212b wide", "1 \u212b wide"},
		{"the first of several", "So it is. And so it is, and so it is.", "so it is", "so it is", "so it is"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			notes := good(t, fmt.Sprintf("questions: [{quote: %q}]", test.quote), test.text)
			if len(notes.Questions) == 0 {
				return
			}
			q := notes.Questions[0]
			if got := test.text[q.Span.Start:q.Span.End]; q.Quote != test.shown || got != test.source {
				t.Errorf("quote %q at %q, want %q at %q", q.Quote, got, test.shown, test.source)
			}
		})
	}
	if start := good(t, `questions: [{quote: act}]`, "Fact, act.").Questions[0].Span.Start; start != 6 {
		t.Errorf("act is found at byte %d, inside a word", start)
	}
}

// TestNoFolding: what is no difference of white space or quotation marks is one.
func TestNoFolding(t *testing.T) {
	for _, test := range []struct{ text, quote string }{
		{"One two.", "one two"},
		{"One two.", "Onetwo"},
		{"Onetwo.", "One two"},
		{"One—two.", "One-two"},
		{"One two.", "One, two"},
		{"Café.", "Cafe"},
		{"Cafe\u0301.", "Cafe"},
		{"a ≠ b", "a ="},
		{"**One** two.", "**One**"},
		{"# One\n\nTwo.\n\n# Three\n", "Two. Three"},
	} {
		if notes, _ := decode(fmt.Sprintf("questions: [{quote: %q}]", test.quote), test.text); notes.Questions != nil {
			t.Errorf("%q is found in %q", test.quote, test.text)
		}
	}
}

// A text is read in parts, one a core; where they meet must make no difference.
func TestPartsMeet(t *testing.T) {
	const pair = "Ada says so\nevery day of the week, without fail.\n\nThe river is wide.\n\n"
	var text string
	for len(text) < 5*chunk {
		text += pair + pair + pair + pair + pair + pair + pair + pair
	}
	blocks, _ := markdown.Scan(text)
	finder := newFinder()
	finder.add("Ada", target{}, false)
	whole := readText(text, blocks, finder)
	count := len(text) / len(pair)
	if len(whole.mentions) != count {
		t.Errorf("%d mentions, want %d", len(whole.mentions), count)
	}
	for i, m := range whole.mentions {
		if m.span.Start != i*len(pair) {
			t.Fatalf("mention %d is at byte %d, want %d", i, m.span.Start, i*len(pair))
		}
	}
	for _, nth := range []int{1, count / 5, count/5 + 1, count / 2, count} {
		p, found := whole.passage("fail. The river is wide.", nth)
		if want := (nth - 1) * len(pair); found != nth || p.Span.Start <= want || p.Span.End > want+len(pair) {
			t.Errorf("passage %d of %d is at %v, want it behind byte %d", nth, found, p.Span, want)
		}
	}
}
