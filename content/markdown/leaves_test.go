package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"gloss/content/clean"
	"gloss/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each testdata/*.md is shown as the .golden beside it says. An inline that
// stands for its span, rather than being it, has a ~.
func TestLeavesGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := clean.Body(string(data))
			blocks, _ := Scan(text)
			got := describe(pieces(text, blocks))
			golden := strings.TrimSuffix(file, ".md") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs (go test -update, then read the difference):\n%s", golden, got)
			}
		})
	}
}

// Reference links find their definition in another block.
func TestReferencesAcrossBlocks(t *testing.T) {
	filler := strings.Repeat("Filler text of some length.\n\n", 3*referenceReach/29)
	text := "See [one], [two][2] and [three].\n\n" + filler + "[one]: https://one\n[2]: <https://two> \"title\"\n\n[^3]: note\n"
	blocks, _ := Scan(text)
	got := Leaves(text, blocks[0])[0].Inlines
	if got[1].Link != "https://one" || got[3].Link != "https://two" || !strings.Contains(got[4].Text, "[three]") {
		t.Errorf("inlines %v", got)
	}
}

// What is longer than a block is shown piece by piece as what it is.
func TestPieces(t *testing.T) {
	long := func(line string) string { return strings.Repeat(line, 3*hardBlock/len(line)) }
	for _, tt := range []struct {
		name, text string
		kind       model.LeafKind
		marks      int
	}{
		{"fence", "~~~ go\n" + long("x := 1\n\n") + "~~~\n", model.Code, 0},
		{"open fence", "```\n" + long("x := 1\n"), model.Code, 0},
		{"fence of one line", "```\n" + long("x := 1 ") + "\n```\n", model.Code, 0},
		{"table", "| a | b |\n|---|---|\n" + long("| 1 | 2 |\n"), model.Table, 0},
		{"list", long("- a list item\n"), model.Paragraph, 1},
		{"loose list", long("- a list item\n\n"), model.Paragraph, 1},
		{"quote", long("> a quoted line\n"), model.Paragraph, 1},
		{"paragraph", long("some text in it\n"), model.Paragraph, 0},
		{"line", long("some text in it "), model.Paragraph, 0},
		{"word", long("word"), model.Paragraph, 0},
		{"indented code", long("    code\n"), model.Code, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			blocks, sections := Scan(tt.text)
			if len(blocks) < 3 || len(sections) > 0 {
				t.Fatalf("%d blocks, %d sections", len(blocks), len(sections))
			}
			for i, b := range blocks {
				for j, leaf := range Leaves(tt.text, b) {
					if leaf.Kind != tt.kind || len(leaf.Marks) != tt.marks {
						t.Fatalf("block %d shows kind %d with %d marks", i, leaf.Kind, len(leaf.Marks))
					}
					if loose := tt.name == "loose list"; i+j > 0 && leaf.Tight == loose && !(i > 0 && j == 0) {
						t.Fatalf("block %d, leaf %d: tight %v", i, j, leaf.Tight)
					}
				}
			}
			var shown strings.Builder
			for _, leaf := range pieces(tt.text, blocks) {
				shown.WriteString(leaf.Shown().Text)
			}
			for _, word := range []string{"~", "|", "-", ">"} {
				if strings.Contains(shown.String(), word) {
					t.Errorf("%q is shown", word)
				}
			}
		})
	}
}

// After a long fence the text goes on as text.
func TestAfterLongFence(t *testing.T) {
	text := "```\n" + strings.Repeat("# code\n", hardBlock/3) + "```\nafter\n\n# Heading\n"
	blocks, sections := Scan(text)
	if len(sections) != 1 || sections[0].Title != "Heading" {
		t.Fatalf("sections %v", sections)
	}
	leaves := pieces(text, blocks)
	last := leaves[len(leaves)-2:]
	if last[0].Kind != model.Paragraph || last[0].Tight || last[0].Shown().Text != "after" || last[1].Kind != model.Heading {
		t.Errorf("leaves %v", last)
	}
}

// hostileTexts are such that goldmark alone, or a careless reader of lines,
// would take minutes over.
func hostileTexts() map[string]string {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"quotes": fill(">"), "numbers": fill("1. "), "bullets": fill("- ") + "a", "quoted items": fill("> - "), "footnotes": fill("[^a]: "),
		"brackets": fill("["), "links": fill("[a]("), "nested": fill("[") + fill("]"), "images": fill("![a](b "),
		"emphasis": fill("*a_"), "strikes": fill("~~a "), "entities": fill("&#27;"), "back-quotes": fill("`a``b"),
		"wide table": strings.Repeat("|a", 2000) + "\n" + strings.Repeat("|-", 2000) + "\n" + fill("|\n"),
		"columns":    fill("|a") + "\n" + fill("|-") + "\n" + fill("|b"),
		"tags":       "<div>" + fill("<a b=\""), "comments": fill("a<!-- "), "scripts": "<div>" + fill("<script>"),
		"definitions": fill("[a]: b\n"), "headings": fill("# *a*\n"), "marks": "e" + fill("\u0301"), "line": fill("word "),
		"fences": "````\n" + fill("```\n"),
	}
}

// No text takes much longer than its length. The guard is some fifty times what
// it takes on the machine this was written on.
func TestHostileTexts(t *testing.T) {
	for name, text := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := clean.Body(text)
			blocks, sections := Scan(text)
			checkScan(t, text, blocks, sections, hardBlock)
			for _, b := range blocks[:min(len(blocks), 3)] {
				checkLeaves(t, text, b)
			}
		})
	}
}

// checkLeaves holds what the leaves of every block must be.
func checkLeaves(t *testing.T, text string, b model.Block) {
	t.Helper()
	check := func(inlines []model.Inline) {
		at := b.Start
		for _, in := range inlines {
			if in.Span.Start < at || in.Span.Empty() || in.Span.End > b.End {
				t.Fatalf("%q in %v: inline %q at %v after byte %d", text, b, in.Text, in.Span, at)
			}
			if !utf8.ValidString(text[in.Span.Start:in.Span.End]) || !utf8.ValidString(in.Text) {
				t.Fatalf("%q: inline %q at %v cuts a rune", text, in.Text, in.Span)
			}
			if src := text[in.Span.Start:in.Span.End]; in.Exact() && in.Text != src && in.Text != strings.ReplaceAll(src, "\n", " ") {
				t.Fatalf("%q: exact inline %q is not %q", text, in.Text, src)
			}
			if in.Text == "" || hasControl(in.Text) || hasControl(in.Link) || strings.Contains(in.Link, "\n") {
				t.Fatalf("%q: inline %q → %q", text, in.Text, in.Link)
			}
			at = in.Span.End
		}
	}
	for _, leaf := range Leaves(text, b) {
		check(leaf.Inlines)
		for _, row := range leaf.Rows {
			for _, cell := range row {
				check(cell.Inlines)
			}
		}
		for _, mark := range leaf.Marks {
			if hasControl(mark.Text) || strings.Contains(mark.Text, "\n") {
				t.Fatalf("%q: mark %q", text, mark.Text)
			}
		}
	}
}

func hasControl(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)
	}) >= 0
}

func FuzzLeaves(f *testing.F) {
	for _, c := range cases {
		f.Add(c)
	}
	files, _ := filepath.Glob("testdata/*.md")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Body(text)
		for _, sizes := range []limits{{minBlock, softBlock, hardBlock}, {1, 10, 40}} {
			blocks, _ := scan(text, sizes)
			for _, b := range blocks {
				checkLeaves(t, text, b)
			}
		}
	})
}

func TestConcurrent(t *testing.T) {
	data, err := os.ReadFile("testdata/inlines.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	blocks, _ := Scan(text)
	want := describe(pieces(text, blocks))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := describe(pieces(text, blocks)); got != want {
				t.Errorf("differs when run at once with others:\n%s", got)
			}
		})
	}
	group.Wait()
}

// A screen of text is a few blocks; look-up and find read all of them.
func BenchmarkLeaves(b *testing.B) {
	for name, text := range map[string]string{
		"prose": strings.Repeat("Meta remains “robust”, as *evidenced* by its [results](https://e.com).\n", 8),
		"list":  strings.Repeat("- Revenue of **$48.39 billion** (a 22% increase).\n", 10),
		"table": "| a | b | c |\n|---|---|---|\n" + strings.Repeat("| one | `two` | three |\n", 20),
		"code":  "```go\n" + strings.Repeat("\tif err != nil {\n", 40) + "```\n",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Leaves(text, model.Block{Span: model.Span{End: len(text)}})
			}
		})
	}
}

func ExampleLeaves() {
	text := "Some **bold** &amp; plain."
	for _, in := range Leaves(text, model.Block{Span: model.Span{End: len(text)}})[0].Inlines {
		fmt.Printf("%q %v exact: %v\n", in.Text, in.Span, in.Exact())
	}
	// Output:
	// "Some " {0 5} exact: true
	// "bold" {7 11} exact: true
	// " " {13 14} exact: true
	// "&" {14 19} exact: false
	// " plain." {19 26} exact: true
}
