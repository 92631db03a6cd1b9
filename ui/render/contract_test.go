package render

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gloss/content/markdown"
	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// methods are the ways to count cells; the last one is the usual one again.
var methods = []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}

// check holds the rows of leaves against what every row of every document
// promises.
func check(t *testing.T, doc string, leaves []model.Leaf, rows []Row, width int) {
	t.Helper()
	var got strings.Builder
	for _, row := range rows {
		if w := max(row.Width(), measure.Width(row.Text())); width > 0 && w > width {
			t.Errorf("width %d: a row of %d cells: %q", width, w, row.Text())
		}
		for _, s := range row.Segments {
			if strings.ContainsFunc(s.Text, unicode.IsControl) || !utf8.ValidString(s.Text) {
				t.Errorf("width %d: control characters in %q", width, s.Text)
			}
			if s.Exact && strings.ReplaceAll(doc[s.Span.Start:s.Span.End], "\n", " ") != s.Text {
				t.Errorf("width %d: %q says that it shows %q", width, s.Text, doc[s.Span.Start:s.Span.End])
			}
			if !s.Span.Empty() {
				got.WriteString(s.Text)
			}
		}
	}
	if width == 1 {
		return // wide characters are dots
	}
	var shown strings.Builder
	table := false
	for _, leaf := range leaves {
		table = table || leaf.Kind == model.Table
		shown.WriteString(flatten(leaf.Inlines).text)
		for _, row := range leaf.Rows {
			for _, cell := range row {
				shown.WriteString(flatten(cell.Inlines).text)
			}
		}
	}
	want, have := letters(shown.String()), letters(got.String())
	if table { // its lines run through several cells, and records have colons
		want = slices.DeleteFunc(want, func(r rune) bool { return r == ':' })
		have = slices.DeleteFunc(have, func(r rune) bool { return r == ':' })
		slices.Sort(want)
		slices.Sort(have)
	}
	if string(want) != string(have) {
		t.Errorf("width %d: the leaves show\n%q, the rows\n%q", width, string(want), string(have))
	}
}

// letters are the runes of text but white space, and emoji selectors, which a
// row does not start with.
func letters(text string) []rune {
	return slices.DeleteFunc([]rune(text), func(r rune) bool { return unicode.IsSpace(r) || r == '\ufe0f' })
}

// checkPaint lays overlays over rows: no text may change by it, and nothing
// but styles that end with the row may come in.
func checkPaint(t *testing.T, rows []Row, overlays []Overlay) {
	t.Helper()
	for _, row := range rows {
		painted := Paint(row, overlays)
		plain := sgr.ReplaceAllString(painted, "")
		if plain != row.Text() {
			t.Errorf("painted %q, text %q", painted, row.Text())
		}
		if i := strings.LastIndexByte(painted, 0x1b); i >= 0 && !strings.HasPrefix(painted[i:], theme.Reset) {
			t.Errorf("a style stays on behind %q", painted)
		}
	}
}

// leavesOver makes leaves of every kind that show the text of doc, cut to runs
// of any style at the borders of its runes.
func leavesOver(doc string, rng *rand.Rand) []model.Leaf {
	run := func(text string, at int) model.Inline {
		in := model.Inline{Text: text, Span: model.Span{Start: at, End: at + len(text)}}
		for style := model.Strong; style <= model.Picture; style <<= 1 {
			if rng.IntN(4) == 0 {
				in.Style |= style
			}
		}
		if rng.IntN(5) == 0 {
			in.Link = "target"
		}
		if rng.IntN(8) == 0 {
			in.Text += "&\\"
		}
		return in
	}
	var all []model.Inline
	for at := 0; at < len(doc); {
		n := 0
		for n == 0 || at+n < len(doc) && rng.IntN(12) > 0 {
			_, size := utf8.DecodeRuneInString(doc[at+n:])
			n += size
		}
		all = append(all, run(doc[at:at+n], at))
		at += n
	}
	var leaves []model.Leaf
	for len(all) > 0 {
		n := 1 + rng.IntN(len(all))
		leaf := model.Leaf{Kind: model.LeafKind(rng.IntN(4)), Level: 1 + rng.IntN(6), Language: "go", Tight: rng.IntN(2) == 0}
		for range rng.IntN(3) * rng.IntN(3) {
			leaf.Marks = append(leaf.Marks, model.Mark{Kind: model.MarkKind(rng.IntN(2)), Text: []string{"•", "10.", "☐"}[rng.IntN(3)], First: rng.IntN(2) == 0})
		}
		if leaf.Kind == model.Table {
			leaf.Rows = cells(all[:n], rng)
		} else {
			leaf.Inlines = all[:n]
		}
		leaves = append(leaves, leaf)
		all = all[n:]
	}
	return leaves
}

// cells deals inlines out to the rows of a table, which need not be of one
// length.
func cells(all []model.Inline, rng *rand.Rand) []model.Row {
	rows := []model.Row{{}}
	for _, in := range all {
		switch rng.IntN(4) {
		case 0:
			rows = append(rows, model.Row{})
		case 1:
			rows[len(rows)-1] = append(rows[len(rows)-1], model.Cell{Align: model.Align(rng.IntN(3))})
		}
		row := &rows[len(rows)-1]
		if len(*row) == 0 {
			*row = append(*row, model.Cell{})
		}
		cell := &(*row)[len(*row)-1]
		cell.Inlines = append(cell.Inlines, in)
	}
	return rows
}

func overlaysOver(doc string, rng *rand.Rand) []Overlay {
	th := theme.Dark()
	styles := []theme.Style{th.Name, th.Mention, th.Passage, th.Match, th.MatchCurrent}
	var all []Overlay
	for range rng.IntN(8) {
		start := rng.IntN(len(doc) + 1)
		all = append(all, Overlay{model.Span{Start: start, End: start + rng.IntN(len(doc)-start+1)}, styles[rng.IntN(len(styles))]})
	}
	return all
}

// joined is letters that are one cluster, of which a terminal may count every
// code point: decomposed Korean, Hindi, families, emoji by selector.
const joined = "\u1112\u1161\u11ab\u1100\u1173\u11af \u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f 👩‍👩‍👧‍👦👨‍👩‍👦 ☺\ufe0f ⚠\ufe0f 1\ufe0f\u20e3 🇩🇪 \u1100\u1100\u1100\u1100 \u0915\u094d\u0915\u094d\u0915\u094d\u0915"

// Any leaf at any width keeps the contract.
func FuzzLeaves(f *testing.F) {
	for i, seed := range []string{
		"Plain words, and a few more of them.", "&amp; \\* \\\\ &#27; `code`", "long-winded e-mail Phi-4 —dash—dash",
		"世界，你好 👩‍🔬🇩🇪 e\u0301\u0301\u200d ☺\ufe0f 1\ufe0f\u20e3", "a\nb\n\n c", "\x1b[31m\x00\x7f\u009b \xff", "\u00a0 \u3000\u2028 \ue000\ue001\ue002",
		strings.Repeat("x", 300), "a | b\tc\nd", "\u0600123 \u200b\ufeff",
		"\ufe0f\u20e3\ufe0f&x", joined,
	} {
		for _, width := range []uint8{0, 1, 2, 3, 7, 20, 72} {
			f.Add(seed, uint64(i), width)
		}
	}
	r := New(theme.Dark())
	f.Fuzz(func(t *testing.T, doc string, seed uint64, width uint8) {
		for _, method := range methods {
			measure.Use(method)
			rng := rand.New(rand.NewPCG(seed, 1))
			leaves := leavesOver(doc, rng)
			rows := r.Block(leaves, int(width), seed%2 == 0)
			check(t, doc, leaves, rows, int(width))
			checkPaint(t, rows, overlaysOver(doc, rng))
			checkHighlights(t, r, doc, leaves, int(width), rng)
		}
	})
}

// Any Markdown at any width keeps the contract.
func FuzzMarkdown(f *testing.F) {
	seeds := []string{"> - 1. # x\n", "|a|b|\n|-|-:|\n|`\\|`|[x](y)|\n", "```go\nfunc f() {\n\n}\n```\n", "[![a&amp;b](c)](d) **`x\\`**"}
	doc := corpus(f)
	blocks, _ := markdown.Scan(doc)
	for _, b := range blocks { // a whole corpus a time is too slow to get anywhere
		seeds = append(seeds, doc[b.Start:b.End])
	}
	for _, seed := range seeds {
		f.Add(seed, uint8(40), uint64(1))
		f.Add(seed, uint8(9), uint64(2))
	}
	r := New(theme.Light())
	f.Fuzz(func(t *testing.T, doc string, width uint8, seed uint64) {
		rng := rand.New(rand.NewPCG(seed, 1))
		doc = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && r != '\n' {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(doc, "\ufffd"))
		blocks, _ := markdown.Scan(doc)
		for _, method := range methods {
			measure.Use(method)
			for i, b := range blocks {
				leaves := markdown.Leaves(doc, b)
				check(t, doc, leaves, r.Block(leaves, int(width), i == 0), int(width))
				checkHighlights(t, r, doc, leaves, int(width), rng)
			}
		}
	})
}
