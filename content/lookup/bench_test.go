package lookup_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"gloss/content/article"
	"gloss/content/lookup"
	"gloss/model"
)

// What a reader does: opens a document and types a query into the box. Looking
// up must stay off the cost of parsing the document: a key costs the postings
// of its words and a few dozen blocks.

func BenchmarkBuildArticle(b *testing.B) { benchmarkBuild(b, open(b, article.Markdown, article.Notes)) }
func BenchmarkBuild10MB(b *testing.B)    { benchmarkBuild(b, open(b, generated(10<<20), nil)) }

// BenchmarkBuildWithoutParsing10MB is the index's own share of building.
func BenchmarkBuildWithoutParsing10MB(b *testing.B) {
	doc := open(b, generated(10<<20), nil)
	plain := func(block model.Block) []model.Leaf {
		return []model.Leaf{{Inlines: []model.Inline{{Text: doc.Text[block.Start:block.End], Span: block.Span}}}}
	}
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lookup.Build(context.Background(), doc, plain); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkBuild(b *testing.B, doc *model.Document) {
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	before := heap()
	var index *lookup.Index
	for b.Loop() {
		index = build(b, doc)
	}
	b.ReportMetric(float64(heap()-before)/float64(len(doc.Text)), "index/text")
	runtime.KeepAlive(index)
}

func heap() int64 {
	for range 3 { // what a sync.Pool held goes with the second
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func BenchmarkNotesArticle(b *testing.B) {
	doc := open(b, article.Markdown, article.Notes)
	b.ReportAllocs()
	for b.Loop() {
		lookup.Notes(doc, leavesOf(doc))
	}
}

func BenchmarkKeyArticle(b *testing.B) {
	benchmarkKeys(b, build(b, open(b, article.Markdown, article.Notes)), "why did the navy ban zukerberg")
}

// The words of the query are common ones of the generated text, the worst
// case, and a slip, which is compared with the whole vocabulary.
func BenchmarkKey10MB(b *testing.B) {
	v := vocabulary()
	query := fmt.Sprintf("how many %s did the %s of %sx %s", v[0], v[3], v[4000], v[200])
	benchmarkKeys(b, build(b, open(b, generated(10<<20), nil)), query)
}

// One list from start to end is cut into the largest blocks there are, and
// each candidate costs the parsing of one.
func BenchmarkKeyLargeBlocks10MB(b *testing.B) {
	v := vocabulary()
	list := "- " + strings.ReplaceAll(strings.ReplaceAll(generated(10<<20), "\n", ""), ". ", ".\n- ")
	benchmarkKeys(b, build(b, open(b, list, nil)), v[0]+" "+v[3])
}

// benchmarkKeys looks up every beginning of a query; each is one key.
func benchmarkKeys(b *testing.B, index *lookup.Index, query string) {
	for n := 1; n <= len(query); n++ {
		b.Run(fmt.Sprintf("%02d_%s", n, strings.ReplaceAll(query[:n], " ", "_")), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				index.Look(context.Background(), query[:n], 20)
			}
		})
	}
}

// vocabulary is 20,000 words of one to five syllables.
func vocabulary() []string {
	random := rand.New(rand.NewPCG(1, 1))
	onsets := strings.Fields("b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh st t tr v w z")
	vowels := strings.Fields("a e i o u ai ea ou")
	seen, words := map[string]bool{}, []string{}
	for len(words) < 20_000 {
		word := ""
		for range 1 + random.IntN(5) {
			word += onsets[random.IntN(len(onsets))] + vowels[random.IntN(len(vowels))]
		}
		if !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
	}
	return words
}

// generated is Markdown of about size bytes, always the same: sections of
// paragraphs and lists, words by Zipf's law, some of them small common ones,
// numbers, and a little mark-up.
func generated(size int) string {
	random := rand.New(rand.NewPCG(2, 2))
	words := vocabulary()
	zipf := rand.NewZipf(random, 1.1, 20, uint64(len(words)-1))
	common := strings.Fields("the of and to in is was that for it with as his on be at by had not are but from or have an they which")
	var text strings.Builder
	sentence := func() {
		for i, n := 0, 8+random.IntN(20); i < n; i++ {
			word := words[zipf.Uint64()]
			switch random.IntN(20) {
			case 0, 1, 2, 3, 4, 5, 6, 7:
				word = common[random.IntN(len(common))]
			case 8:
				word = fmt.Sprint(random.IntN(3000))
			case 9:
				word = "**" + word + "**"
			}
			if i == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			} else {
				text.WriteByte(' ')
			}
			text.WriteString(word)
		}
		text.WriteString(".")
	}
	for text.Len() < size {
		fmt.Fprintf(&text, "## %s %s\n\n", words[zipf.Uint64()], words[zipf.Uint64()])
		for range 3 + random.IntN(5) {
			for range 2 + random.IntN(4) {
				sentence()
				text.WriteByte(' ')
			}
			text.WriteString("\n\n")
		}
		for range random.IntN(4) {
			text.WriteString("- ")
			sentence()
			text.WriteByte('\n')
		}
		text.WriteByte('\n')
	}
	return text.String()
}
