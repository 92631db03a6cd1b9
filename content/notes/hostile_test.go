package notes

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"gloss/content/markdown"
)

// TestHostileFiles: files that send a YAML parser into minutes or gigabytes are
// read, or turned down with one clear error, in no time.
func TestHostileFiles(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x]\n")
	for i := 1; i < 30; i++ {
		fmt.Fprintf(&bomb, "a%d: &a%d [*a%d, *a%d, *a%d]\n", i, i, i-1, i-1, i-1)
	}
	var keys, nested strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&keys, "k%d:\n", i)
	}
	for i := range 900 {
		fmt.Fprintf(&nested, "%*sa:\n", i, "")
	}
	// Enough for the parser to take many seconds, were it asked; more would only
	// make the test slow.
	many := func(s string) string { return strings.Repeat(s, (MaxSize/2)/len(s)) }
	for name, yaml := range map[string]string{
		"large":       strings.Repeat("x", MaxSize+1),
		"bomb":        bomb.String(),
		"keys":        keys.String(),
		"flow keys":   "{" + many("a: b, ") + "}",
		"list keys":   many("a:\n- b\n"),
		"nested":      nested.String(),
		"flow":        many("["),
		"quotes":      many(`"`),
		"flow maps":   many("{a: "),
		"questions":   many("? "),
		"colons":      many(": "),
		"anchors":     many("&a "),
		"aliases":     many("*a "),
		"tags":        many("!a "),
		"directives":  many("%a\n"),
		"documents":   many("a\n---\n"),
		"comments":    many("# x\n"),
		"notes":       "facts:\n" + many("- a: b\n"),
		"commas":      "facts: [" + many("a,") + "]",
		"text":        "facts: " + many("x "),
		"quoted text": "facts: \"" + many("x\n ") + "\"",
		"folded text": "facts: >\n" + many("  x\n"),
		"closing":     many("]}"),
		"escapes":     "facts: \"" + many("\\u001b") + "\"",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			notes, errs := decode(yaml, story)
			if len(errs) == 0 && name != "comments" {
				t.Errorf("no error; %v", notes)
			}
			if took := time.Since(start); took > 5*time.Second { // hang guard
				t.Errorf("took %v", took)
			}
		})
	}
}

// A label shows no control character, whatever the file spells.
func TestFileIsCleaned(t *testing.T) {
	notes, errs := decode(`
facts:
  - {text: "a\e[31mb", source: "c\x9b", standing: stated, quote: It cost}
  - {text: "x\e]52;c;YQ==\ay", "k\e[2Jey": z}
`, story)
	var all strings.Builder
	fmt.Fprint(&all, notes.Facts[0].Text, notes.Facts[0].Source)
	for _, err := range errs {
		all.WriteString(err.Error())
	}
	if s := all.String(); strings.ContainsAny(s, "\x1b\a\x7f\u009b") {
		t.Errorf("%q", s)
	}
}

// bigText is prose with headings, with a rare name and a repeated one.
func bigText(size int) string {
	words := strings.Fields("the model of a company and its data was large, **said** the [report](x) while others held that it’s a Llama or a Llama 4 in U.S. hands")
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for b.Len() < size {
		if r.IntN(10) == 0 {
			b.WriteString("## Part\n\n")
		}
		for range 60 {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		b.WriteString("\n\n")
	}
	return b.String() + "The very last words stand here.\n"
}

func bigNotes(quotes, names int) string {
	var b strings.Builder
	b.WriteString("facts:\n")
	for i := range quotes {
		fmt.Fprintf(&b, "  - {text: a, source: b, standing: stated, quote: %s}\n", []string{"The very last words", "a company and", "nowhere to be seen"}[i%3])
	}
	b.WriteString("names:\n  - {name: Llama}\n  - {name: Llama 4}\n  - {name: data, type: term}\n")
	for i := range names {
		fmt.Fprintf(&b, "  - {name: Llama in %d}\n", i)
	}
	return b.String()
}

// BenchmarkDecode is what a notes file adds to opening a document: it must grow
// with the text, and hardly with the number of names.
func BenchmarkDecode(b *testing.B) {
	for _, size := range []int{1 << 20, 10 << 20} {
		text := bigText(size)
		blocks, _ := markdown.Scan(text)
		b.Run(fmt.Sprintf("%dMB/leaves", size>>20), func(b *testing.B) {
			for b.Loop() {
				for _, block := range blocks {
					markdown.Leaves(text, block)
				}
			}
		})
		for _, n := range []int{3, 100, 500} {
			notes := []byte(bigNotes(n, n))
			b.Run(fmt.Sprintf("%dMB/%dnotes", size>>20, 2*n), func(b *testing.B) {
				for b.Loop() {
					Decode(notes, "big.notes.yaml", text, blocks)
				}
			})
		}
	}
}
