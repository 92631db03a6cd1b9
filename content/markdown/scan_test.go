package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gloss/model"
)

// whole is the leaves of a text parsed in one piece.
func whole(text string) []model.Leaf {
	return Leaves(text, model.Block{Span: model.Span{End: len(text)}})
}

// pieces are the leaves of a text parsed block by block.
func pieces(text string, blocks []model.Block) []model.Leaf {
	var all []model.Leaf
	for _, b := range blocks {
		all = append(all, Leaves(text, b)...)
	}
	return all
}

// scanAll scans with the smallest blocks there can be, so that short cases are
// cut wherever long ones could be.
func scanAll(text string) ([]model.Block, []model.Section) {
	return scan(text, limits{min: 1, soft: softBlock, hard: hardBlock})
}

// cases is Markdown that a line-by-line reader gets wrong easily. Each is tried
// alone and before and after the others.
var cases = []string{
	"para\nmore\n",
	"# Heading\n", "para\n# Heading\npara\n", "#\n", "#no heading\n", "    # code\n", "Two\nlines\n===\n", "para\n---\n", "---\n",
	"[ref]: /url\n===\n", "| a | b |\n---\n", "a | b\n--|--\n1 | 2\n---\n", "a | b\n---|---\n1 | 2\n===\n", "0\n-:\n-\n",
	"```\n# code\n\n- code\n```\n# Heading\n", "~~~ go\n```\n\n# code\n~~~\n", "```` x\n```\n# code\n````\n", "``` a`b\n# Heading\n", "```\nnever closed\n\n# code\n",
	"    code\n\n    more\n", "para\n    no code\n",
	"> quote\n> # inside\n", "> lazy\nline\n\npara\n", "> ```\n> code\n\n# Heading\n", "> lazy\nline\n---\n", "> # a\nb\n===\n",
	"- a\n- b\n\n- c\n", "- a\n\n  para\n\n- b\n", "- a\n\n      code\n\nafter\n", "- ```\n  # code\n\n  more\n  ```\n- b\n", "- ```\n# Heading\n", "- # in item\n", "-\n      code\ntext\n---\n", "  \n===\n", "- a\nlazy\n# Heading\n",
	"1. a\n2. b\n\n   para\n3. c\n", "7) a\n8) b\n", "para\n2. no list\n", "para\n1. list\n", "para\n-\n", "* a\n\n+ b\n\n- c\n", "-\n\n  not in it\n", "- - - a\n", "* * *\n", "- a\n  - b\n    - c\n\n      para\n\ntop\n", "-   a\n\n  two\n", "- a\n  > q\n  > # x\n\n  # in item\n", " - a\n  - b\n", "- [ ] todo\n- [x] done\n",
	"<div>\n# no heading\n</div>\n\n# Heading\n", "<!--\n\n# comment\n\n-->\n# Heading\n", "<script>\n\n# no\n</script>\n# Heading\n", "<?php\n\n# no\n?>\n", "<!DOCTYPE\n\n# no\n>\n", "<![CDATA[\n\n# no\n]]>\n", "<b>\n# no\n\n# Heading\n", "<b>bold</b> para\n# Heading\n", "para\n<b>\n# Heading\n", "para\n<div>\n# no\n", "</pre>\n# no\n", "<pre>a</pre>\n# Heading\n", "<http://a.b>\n===\n", "<!-- a --> b\n# Heading\n",
	"Term\n: Definition\n\n  more\n", "Term\n\n: Definition\n", "Term\n: One\n\n: Two\n\nOther\n: Three\n", ": no definition\n",
	"[^1]: Note\n\n    more\n", "para[^1]\n[^a b]: Note\n", "[^1]: a\nlazy\n\n[^2]: b\n",
	"| a | b |\n|:-:|--:|\n| 1 | 2 |\n\npara\n", "para  \nhard\\\nbreak\n",
}

// A block parsed by itself shows what it shows in the whole, and the sections
// are the headings at the top level.
func TestBlocksStandAlone(t *testing.T) {
	for _, a := range cases {
		checkAlone(t, a)
		for _, b := range cases {
			checkAlone(t, a+b)
			checkAlone(t, a+"\n"+b+"\n# End\n")
		}
	}
}

func checkAlone(t *testing.T, text string) {
	t.Helper()
	blocks, sections := scanAll(text)
	leaves := whole(text)
	if want, got := describe(leaves), describe(pieces(text, blocks)); got != want {
		t.Errorf("%q, cut at %v\n got\n%s\nwant\n%s", text, blocks, got, want)
	}
	var want, got []string
	for _, leaf := range leaves {
		if leaf.Kind == model.Heading && len(leaf.Marks) == 0 {
			title := strings.TrimRight(strings.Join(strings.Fields(leaf.Shown().Text), " "), ": ")
			want = append(want, fmt.Sprint(leaf.Level, title))
		}
	}
	for _, s := range sections {
		got = append(got, fmt.Sprint(s.Level, s.Title))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: sections %q, want %q", text, got, want)
	}
}

func TestSections(t *testing.T) {
	text := "intro\n\n## A *first*:\ntext\n#### Deep &amp; low ####\n# Top\n### `Code`\n\nTwo\nlines\n---\nend\n"
	want := "2 -1 'A first' 7-26\n4 0 'Deep & low' 26-51\n1 -1 'Top' 51-57\n3 2 'Code' 57-69\n2 2 'Two lines' 69-87\n"
	var got strings.Builder
	_, sections := Scan(text)
	for _, s := range sections {
		fmt.Fprintf(&got, "%d %d '%s' %d-%d\n", s.Level, s.Parent, s.Title, s.Span.Start, s.Span.End)
	}
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	if heading := sections[4].Heading; text[heading.Start:heading.End] != "Two\nlines\n---" {
		t.Errorf("heading %q", text[heading.Start:heading.End])
	}
}

// checkScan holds what every text's blocks and sections must be.
func checkScan(t *testing.T, text string, blocks []model.Block, sections []model.Section, hard int) {
	t.Helper()
	valid := utf8.ValidString(text)
	at := 0
	for _, b := range blocks {
		if b.Start != at || b.Empty() || b.Len() > hard {
			t.Fatalf("block %v after byte %d", b, at)
		}
		if valid && !utf8.RuneStart(text[b.Start]) {
			t.Fatalf("block %v cuts a rune", b)
		}
		at = b.End
	}
	if at != len(text) {
		t.Fatalf("the blocks cover %d of %d bytes", at, len(text))
	}
	end := 0
	for i, s := range sections {
		if s.Span.Start < end || s.Span.Start != s.Heading.Start || s.Heading.End > s.Span.End || s.Span.End > len(text) ||
			s.Level < 1 || s.Level > 6 || s.Parent >= i || s.Parent >= 0 && sections[s.Parent].Level >= s.Level {
			t.Fatalf("section %d: %+v after byte %d", i, s, end)
		}
		if strings.ContainsAny(s.Title, "\n\x1b") || valid && !utf8.ValidString(s.Title) {
			t.Fatalf("title %q", s.Title)
		}
		end = s.Span.End
	}
	if len(sections) > 0 && end != len(text) {
		t.Fatalf("the last section ends at %d of %d", end, len(text))
	}
}

func FuzzScan(f *testing.F) {
	for _, c := range cases {
		f.Add(c, 100)
	}
	f.Add(strings.Join(cases, ""), 64)
	f.Add(strings.Join(cases, "\n"), 64)
	f.Add(strings.Repeat("é", 1000), 10)
	f.Fuzz(func(t *testing.T, text string, hard int) {
		hard = 8 + max(hard, -hard)%1000
		blocks, sections := scan(text, limits{min: 1, soft: hard / 2, hard: hard})
		checkScan(t, text, blocks, sections, hard)
		blocks, sections = Scan(text)
		checkScan(t, text, blocks, sections, hardBlock)
	})
}

// The whole of a file is scanned before any of its sections can be listed.
func BenchmarkScan10MB(b *testing.B) {
	for name, text := range map[string]string{
		"prose":    strings.Repeat(strings.Repeat("Meta remains financially robust, as evidenced by its results.\n", 8)+"\n", 20000),
		"sections": strings.Repeat("## A section of it\n\n"+strings.Repeat("Meta remains robust, as evidenced. ", 12)+"\n\n- One\n- Two\n\n```go\nx := 1\n```\n\n", 18000),
		"mark-up":  strings.Repeat("## A *section* of `it`\n\n"+strings.Repeat("Meta remains robust, as evidenced. ", 12)+"\n\n", 22000),
		"one line": strings.Repeat("word ", 2<<20),
		"blank":    strings.Repeat("\n", 10<<20),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Scan(text)
			}
		})
	}
}
