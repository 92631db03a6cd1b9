package render

import (
	"strings"
	"testing"

	"gloss/content/article"
	"gloss/content/markdown"
	"gloss/model"
	"gloss/ui/theme"
)

func leavesOf(doc string) []model.Leaf {
	var all []model.Leaf
	blocks, _ := markdown.Scan(doc)
	for _, b := range blocks {
		all = append(all, markdown.Leaves(doc, b)...)
	}
	return all
}

func benchmark(b *testing.B, doc string) {
	r := New(theme.Dark())
	leaves := leavesOf(doc)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		r.Block(leaves, 72, true)
	}
}

var sentence = "Meta remains **financially robust**, as evidenced by its [impressive](http://x) Q4 2024 results. "

func BenchmarkRenderParagraph(b *testing.B) { benchmark(b, strings.Repeat(sentence, 4)) }

// The costs of a leaf must grow with its length, not with its square.
func BenchmarkRenderLongParagraph(b *testing.B) { benchmark(b, strings.Repeat(sentence, 160)) }

func BenchmarkRenderScreen(b *testing.B) { benchmark(b, article.Markdown[:3500]) }

func BenchmarkRenderCode(b *testing.B) {
	benchmark(b, "```go\n"+strings.Repeat("\tfor i := range all { fmt.Println(i, \"item\") } // walk\n", 40)+"```\n")
}

func BenchmarkRenderTable(b *testing.B) {
	benchmark(b, "| Measure | Value | Change |\n|---|---:|---|\n"+strings.Repeat("| Revenue of the quarter | $48.39 billion | 22% |\n", 40))
}

func BenchmarkRenderLongTable(b *testing.B) {
	benchmark(b, "| Measure | Value | Change |\n|---|---:|---|\n"+strings.Repeat("| Revenue of the quarter | $48.39 billion | 22% |\n", 600))
}

// The view paints all rows of a large screen when what lies over them changes:
// a key's budget leaves no more than a millisecond for it.
func BenchmarkPaintScreen(b *testing.B) {
	rows := New(theme.Dark()).Block(leavesOf(article.Markdown), 72, true)[:60]
	var overlays []Overlay
	last := rows[len(rows)-1].Span().End
	for i := range 40 {
		start := last * i / 40
		overlays = append(overlays, Overlay{model.Span{Start: start, End: start + 60}, theme.Dark().Match})
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, row := range rows {
			Paint(row, overlays)
		}
	}
}
