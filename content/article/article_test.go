package article

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gloss/content/markdown"
	"gloss/content/notes"
	"gloss/model"
)

var update = flag.Bool("update", false, "rewrite the golden file of resolved notes")

// document is the article as gloss reads it, and what is wrong with its notes.
func document(t *testing.T) *model.Document {
	t.Helper()
	d := &model.Document{Text: Markdown}
	d.Blocks, d.Sections = markdown.Scan(Markdown)
	var errs []error
	d.Notes, errs = notes.Decode(Notes, NotesName, d.Text, d.Blocks)
	for _, err := range errs {
		t.Error(err)
	}
	return d
}

// original is the article as it was written, which article.md must not change.
func original(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var marks = regexp.MustCompile(`(?m)^(#+|>|-)( |$)`)

func TestMarkdownKeepsEveryWord(t *testing.T) {
	words := func(s string) []string { return strings.Fields(marks.ReplaceAllString(s, "")) }
	got, want := words(Markdown), words(original(t))
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("word %d: the Markdown has %q, the original %q (after %q)", i, got[i], want[i], want[max(0, i-5):i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("the Markdown has %d words, the original %d", len(got), len(want))
	}
}

// What is shown is the original too: nothing of it is taken for mark-up.
func TestShownTextIsTheOriginal(t *testing.T) {
	d := document(t)
	var shown []string
	for _, b := range d.Blocks {
		for _, l := range markdown.Leaves(d.Text, b) {
			shown = append(shown, strings.Fields(l.Shown().Text)...)
		}
	}
	want := strings.Fields(marks.ReplaceAllString(original(t), ""))
	if !slices.Equal(shown, want) {
		t.Errorf("shown:\n%q\nwant:\n%q", shown, want)
	}
}

func TestSections(t *testing.T) {
	want := []struct {
		level, parent int
		title         string
	}{
		{1, -1, "AI Rivalry Heats Up: DeepSeek’s Challenge to OpenAI’s Leadership"},
		{2, 0, "OpenAI’s Concerns: Is DeepSeek Borrowing Their Work?"},
		{3, 1, "Connection to Phi-4"},
		{2, 0, "Security Concerns: Why Is the U.S. Worried?"},
		{2, 0, "Meta Isn’t Sweating It: Zuckerberg Has Other Plans"},
		{2, 0, "Meta’s Financial Strength"},
		{2, 0, "The Technology Behind DeepSeek: How Does It Work?"},
		{2, 0, "Ethical Questions: Where to Draw the Line?"},
		{2, 0, "The Global Race for AI Dominance"},
		{2, 0, "The Future of AI: What Can We Expect?"},
		{2, 0, "Who’s Watching Whom?"},
		{2, 0, "What Does This Mean for the Future of AI?"},
		{2, 0, "Conclusion"},
	}
	d := document(t)
	if len(d.Sections) != len(want) {
		t.Fatalf("%d sections, want %d", len(d.Sections), len(want))
	}
	end := 0
	for i, s := range d.Sections {
		if w := want[i]; s.Title != w.title || s.Level != w.level || s.Parent != w.parent {
			t.Errorf("section %d is %d %d %q, want %d %d %q", i, s.Level, s.Parent, s.Title, w.level, w.parent, w.title)
		}
		if s.Span.Start != end {
			t.Errorf("section %d starts at byte %d, the one before ends at %d", i, s.Span.Start, end)
		}
		end = s.Span.End
	}
	if end != len(d.Text) {
		t.Errorf("the last section ends at byte %d of %d", end, len(d.Text))
	}
}

// Each section has the paragraphs and items that the original has under its
// heading, and the callout has the two of its own.
func TestSectionBodies(t *testing.T) {
	want := []int{2, 3, 2, 2, 3, 5, 2, 2, 2, 2, 2, 2, 2}
	d := document(t)
	got := make([]int, len(want))
	for _, b := range d.Blocks {
		for _, l := range markdown.Leaves(d.Text, b) {
			at := d.SectionAt(l.Inlines[0].Span.Start)
			callout := len(l.Marks) == 1 && l.Marks[0].Kind == model.Quote
			if l.Kind == model.Paragraph {
				got[at]++
				if callout != (at == 2) {
					t.Errorf("%q: a callout: %v, in section %d", l.Shown().Text, callout, at)
				}
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("paragraphs and items by section: %v, want %v", got, want)
	}
}

func TestFacts(t *testing.T) {
	d := document(t)
	if n := len(d.Notes.Facts); n < 15 {
		t.Errorf("%d facts, want at least 15", n)
	}
	sources := []string{"OpenAI", "Microsoft", "David Sacks", "the U.S. Navy", "cybersecurity experts", "DeepSeek",
		"Mark Zuckerberg", "investors", "some", "others", "some experts", "some and others", "the article"}
	said := map[string]bool{}
	sections := map[int]bool{}
	ranks := map[int]bool{}
	last := 0
	for _, f := range d.Notes.Facts {
		said[f.Source] = true
		sections[d.SectionAt(f.Span.Start)] = true
		if !slices.Contains(sources, f.Source) {
			t.Errorf("%q: unexpected source %q", f.Text, f.Source)
		}
		if len([]rune(f.Text)) > 90 {
			t.Errorf("%q is too long for a label", f.Text)
		}
		if f.Span.Start < last {
			t.Errorf("%q stands before the fact above it in the text", f.Text)
		}
		last = f.Span.Start
		if f.Rank > 0 && ranks[f.Rank] {
			t.Errorf("two facts have the rank %d", f.Rank)
		}
		ranks[f.Rank] = true
		if !namesClaimer(f, d.Notes.Names) {
			t.Errorf("%q is %s by %s and does not say so: it reads as a fact", f.Text, f.Standing, f.Source)
		}
	}
	for _, s := range sources {
		if !said[s] {
			t.Errorf("no fact of %s", s)
		}
	}
	for i, s := range d.Sections {
		if !sections[i] {
			t.Errorf("no fact of the section %q", s.Title)
		}
	}
}

// namesClaimer reports whether the label of a fact that is not stated by the
// article itself says who says it.
func namesClaimer(f model.Fact, names []model.Name) bool {
	if f.Standing == model.Stated {
		return f.Source == "the article"
	}
	label := strings.ToLower(f.Text)
	who := []string{strings.TrimPrefix(f.Source, "the ")}
	for _, n := range names {
		if n.Text == f.Source {
			who = append(who, n.Aliases...)
		}
	}
	switch f.Source {
	case "the article":
		who = []string{"reportedly"}
	case "some and others":
		return strings.Contains(label, "some") && strings.Contains(label, "others")
	}
	return slices.ContainsFunc(who, func(w string) bool { return strings.Contains(label, strings.ToLower(w)) })
}

func TestStandings(t *testing.T) {
	want := map[string]model.Standing{ // by how the passage begins
		"OpenAI, one of the leading":  model.Alleged,
		"One of the main “suspects”":  model.Reported,
		"OpenAI claims that":          model.Alleged,
		"Microsoft, a major":          model.Reported,
		"David Sacks,":                model.Alleged,
		"OpenAI warns":                model.Claimed,
		"The U.S. Navy has banned":    model.Reported,
		"Cybersecurity experts warn":  model.Claimed,
		"On the other hand, DeepSeek": model.Claimed,
		"The company has temporarily": model.Claimed,
		"Zuckerberg also":             model.Claimed,
		"Some argue":                  model.Reported,
		"Others believe":              model.Reported,
		"Some experts believe":        model.Reported,
		"The U.S. and China are":      model.Stated,
	}
	d := document(t)
	for begins, standing := range want {
		i := slices.IndexFunc(d.Notes.Facts, func(f model.Fact) bool { return strings.HasPrefix(f.Quote, begins) })
		if i < 0 {
			t.Errorf("no fact quotes %q", begins)
		} else if got := d.Notes.Facts[i].Standing; got != standing {
			t.Errorf("%q is %s, want %s", begins, got, standing)
		}
	}
}

func TestFigures(t *testing.T) {
	const q4 = "Meta, Q4 2024"
	want := []struct {
		group, text, period string
		value, change       float64
		unit, basis         string
		expected, agrees    bool
		check               []string
	}{
		{q4, "Revenue: $48.39 B (▲ +22% year over year)", "Q4 2024", 48.39e9, 22, "USD", "year over year", false, false,
			[]string{"$48,385 million", "+21%", "$40,111 million", "full year’s revenue"}},
		{q4, "Net profit: $20.8 B (▲ +43% from the previous year)", "Q4 2024", 20.8e9, 43, "USD", "from the previous year", false, false,
			[]string{"$20,838 million", "+49%", "$14,017 million", "income from operations"}},
		{q4, "People using a Meta app daily: 3.35 B people (▲ +5% from the previous year)", "Q4 2024", 3.35e9, 5, "person", "from the previous year", false, true,
			[]string{"3.35 billion", "December 2024", "+5%"}},
		{"Meta, what it expects", "Users of Meta’s AI assistant: 1 B users (expected this year)", "this year", 1e9, 0, "user", "", true, false, nil},
	}
	d := document(t)
	if len(d.Notes.Figures) != len(want) {
		t.Fatalf("%d figures, want %d", len(d.Notes.Figures), len(want))
	}
	for i, f := range d.Notes.Figures {
		w := want[i]
		if f.Group != w.group || f.Text != w.text || f.Period != w.period || *f.Value != w.value || f.Unit != w.unit || f.Expected != w.expected {
			t.Errorf("figure %d is %q %q %q %v %q", i, f.Group, f.Text, f.Period, *f.Value, f.Unit)
		}
		if c := f.Change; w.change == 0 && c != nil || w.change > 0 && (c.Value != w.change || c.Unit != "%" || c.Down || c.Basis != w.basis) {
			t.Errorf("%s: the change is %+v", f.Measure, c)
		}
		if w.check == nil {
			if f.Check != nil {
				t.Errorf("%s: a check of what has not happened yet", f.Measure)
			}
			continue
		}
		if f.Check.Source != "Meta’s release of 29 January 2025" || f.Check.Agrees != w.agrees {
			t.Errorf("%s: the check is %+v", f.Measure, f.Check)
		}
		for _, part := range w.check {
			if !strings.Contains(f.Check.Text, part) {
				t.Errorf("%s: the check %q does not say %q", f.Measure, f.Check.Text, part)
			}
		}
	}
}

// The paragraphs hold nine question sentences. The eighth, "What do you think?",
// goes with the ninth.
func TestQuestions(t *testing.T) {
	d := document(t)
	var asked []model.Span
	for _, at := range regexp.MustCompile(`(?m)^[^#\n].*$`).FindAllStringIndex(d.Text, -1) {
		for _, s := range regexp.MustCompile(`[^.?!]+\?`).FindAllStringIndex(d.Text[at[0]:at[1]], -1) {
			asked = append(asked, model.Span{Start: at[0] + s[0], End: at[0] + s[1]})
		}
	}
	if len(asked) != 9 {
		t.Fatalf("the article asks %d questions", len(asked))
	}
	for _, span := range asked {
		within := func(q model.Question) bool { return q.Span.Start <= span.Start+1 && span.End <= q.Span.End }
		if !slices.ContainsFunc(d.Notes.Questions, within) {
			t.Errorf("no question for %q", d.Text[span.Start:span.End])
		}
	}
	var got []string
	for _, q := range d.Notes.Questions {
		got = append(got, fmt.Sprintf("%s: %d", q.Theme, len(q.Sides)))
		if !strings.HasSuffix(q.Text, "?") {
			t.Errorf("%q asks nothing", q.Text)
		}
	}
	want := []string{"Copying and fairness: 2", "Copying and fairness: 3", "Copying and fairness: 2",
		"Responsible use, data and privacy: 0", "Responsible use, data and privacy: 2",
		"Rules, research and cooperation: 2", "Rules, research and cooperation: 2", "Profit and the common good: 3"}
	if !slices.Equal(got, want) {
		t.Errorf("themes and sides: %q, want %q", got, want)
	}
}

func TestNames(t *testing.T) {
	want := []string{ // type, name, aliases, mentions
		"organisation OpenAI [] 12",
		"product ChatGPT [] 1",
		"product GPT-4 [] 1",
		"product DeepSeek [] 20",
		"organisation Microsoft [] 3",
		"product Phi-4 [] 4",
		"organisation Meta [] 14",
		"product Llama [] 1",
		"product Llama 4 [] 1",
		"product Meta’s AI assistant [its AI assistant] 1",
		"organisation Google [] 1",
		"organisation U.S. Navy [] 1",
		"organisation White House [] 1",
		"person David Sacks [] 1",
		"person Mark Zuckerberg [Zuckerberg] 5",
		"place China [] 6",
		"place United States [U.S.] 7",
		"term knowledge distillation [] 1",
		"term natural language processing [NLP] 2",
	}
	d := document(t)
	var got []string
	for _, n := range d.Notes.Names {
		got = append(got, fmt.Sprint(n.Type, " ", n.Text, " ", n.Aliases, " ", len(n.Mentions)))
		if n.Is == "" {
			t.Errorf("%s: nothing says what it is", n.Text)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("names:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestGolden keeps what the notes resolve to in a file that people can review.
func TestGolden(t *testing.T) {
	got := review(document(t))
	file := filepath.Join("testdata", "notes.golden")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if i >= len(gotLines) || i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d: the notes are others now (if they should be, run the test with -update)\n%q", file, i+1, gotLines[i:min(i+1, len(gotLines))])
		}
	}
}

func review(d *model.Document) []byte {
	var b bytes.Buffer
	for kind := model.KindFact; kind <= model.KindName; kind++ {
		for i, n := range d.Notes.Of(kind) {
			fmt.Fprintf(&b, "%s: %s\n", kind, n.Text)
			switch kind {
			case model.KindFact:
				f := d.Notes.Facts[i]
				fmt.Fprintf(&b, "  %s, %s, rank %d\n", f.Source, f.Standing, f.Rank)
			case model.KindFigure:
				f := d.Notes.Figures[i]
				fmt.Fprintf(&b, "  %s, %s\n", f.Group, f.Period)
				if f.Check != nil {
					fmt.Fprintf(&b, "  %s: %s (agrees: %v)\n", f.Check.Source, f.Check.Text, f.Check.Agrees)
				}
			case model.KindQuestion:
				q := d.Notes.Questions[i]
				fmt.Fprintf(&b, "  %s\n", q.Theme)
				for _, s := range q.Sides {
					fmt.Fprintf(&b, "  - %d-%d %s\n", s.Span.Start, s.Span.End, s.Quote)
				}
			case model.KindName:
				m := d.Notes.Names[i]
				fmt.Fprintf(&b, "  %s: %s\n ", m.Type, m.Is)
				for _, at := range m.Mentions {
					fmt.Fprintf(&b, " %d %q", at.Start, d.Text[at.Start:at.End])
				}
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "  %d-%d, section %d: %s\n\n", n.Span.Start, n.Span.End, d.SectionAt(n.Span.Start)+1, n.Quote)
		}
	}
	return b.Bytes()
}

// BenchmarkOpen is what the notes add to every start of gloss.
func BenchmarkOpen(b *testing.B) {
	blocks, _ := markdown.Scan(Markdown)
	for b.Loop() {
		notes.Decode(Notes, NotesName, Markdown, blocks)
	}
}
