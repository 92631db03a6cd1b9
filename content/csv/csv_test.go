package csv

import (
	"strings"
	"testing"
	"unicode"

	"gloss/content/clean"
	"gloss/content/code"
	"gloss/content/markdown"
	"gloss/model"
)

func TestMarkdown(t *testing.T) {
	many := strings.Repeat("x,", cellsMax)
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"a header alone", "a,b\n", "| a | b |\n|---|---|\n"},
		{"rows", "a,b\n1,2\n3,4\n", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"},
		{"semicolons", "a;b\n1,5;2\n", "| a | b |\n|---|---|\n| 1,5 | 2 |\n"},
		{"a tab among commas", "a,b" + string(Tab) + "c\n1,2\n", "| a | b c |\n|---|---|\n| 1 | 2 |\n"},
		{"tabs", strings.ReplaceAll("a\tb\n1\t2\n", "\t", string(Tab)), "| a | b |\n|---|---|\n| 1 | 2 |\n"},
		{"quotations", "a,b\n\"x, y\",\"say \"\"no\"\"\nagain\"\n", "| a | b |\n|---|---|\n| x, y | say \"no\" again |\n"},
		{"mark-up", "a\n*|`<b>\n", "| a |\n|---|\n| \\*\\|\\`\\<b\\> |\n"},
		{"rows of other lengths", "a,b\n1\n1,2,3\n", "| a | b | |\n|---|---|---|\n| 1 |\n| 1 | 2 | 3 |\n"},
		{"a stray quotation mark", "a,b\n1\" pipe,x\n", "| a | b |\n|---|---|\n| 1\" pipe | x |\n"},
		{"a line of too many values", "a,b\n1,2\n" + many + "\n3,4\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n" + code.Markdown(many, "text") + "\n| a | b |\n|---|---|\n| 3 | 4 |\n"},
		{"a header behind one", many + "\na,b\n", code.Markdown(many, "text") + "\n| a | b |\n|---|---|\n"},
		{"nothing but such lines", many + "\n" + many, code.Markdown(many+"\n"+many, "text")},
	} {
		if got := Markdown(c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// A long file is several tables under the same header.
func TestLongFile(t *testing.T) {
	got := Markdown("name\n" + strings.Repeat("x\n", tableRows+1))
	if n := strings.Count(got, "| name |\n|---|\n"); n != 2 || strings.Count(got, "| x |\n") != tableRows+1 {
		t.Errorf("%d tables:\n%s", n, got)
	}
}

// Nothing that a file can hold makes much more of it.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	for name, text := range map[string]string{
		"one row":                  strings.Repeat("a,", 1<<20),
		"a row of many lines":      strings.Repeat("\"a\n\",", 1<<18),
		"a wide row in each table": "a,b\n" + strings.Repeat(strings.Repeat("1,2\n", tableRows-1)+strings.Repeat(",", 10_000)+"\n", 100),
		"a long header":            long + ",b\n" + strings.Repeat("1,2\n", 20_000),
		"a header of many lines":   strings.Repeat("\"a\n\",", 10_000) + "\n" + strings.Repeat("1,2\n", 20_000),
		"no end of a quotation":    "a,b\n\"" + strings.Repeat("1,2\n", 1<<18),
		"quotation marks":          strings.Repeat("\"", 1<<20),
	} {
		if n := len(Markdown(text)); n > 4*len(text) {
			t.Errorf("%s: %d bytes become %d", name, len(text), n)
		}
	}
}

// FuzzMarkdown: every value is shown, in order, whatever it holds.
func FuzzMarkdown(f *testing.F) {
	f.Add("a,b\n1,\"2\n3\",4\n")
	f.Add("a,b\n1\n" + strings.Repeat("2,"+strings.Repeat("x", 900)+",3\n", 20)) // cut within a table
	f.Add("a,b\n" + strings.Repeat("\"1\n2\",", cellsMax+1) + "3\n")             // a record of many lines
	f.Add("a|b\n\\|`|*\n&amp;,<b>\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Body(text)
		md := Markdown(text)
		blocks, _ := markdown.Scan(md)
		var shown strings.Builder
		for part := range markdown.Shown(md, blocks, model.Span{End: len(md)}) {
			shown.WriteString(part.Text + " ")
		}
		have := letters(shown.String())
		at := 0
		for _, r := range letters(text) {
			if at = strings.IndexRune(have, r); at < 0 {
				t.Fatalf("%q is lost of %q: %q", r, text, md)
			}
			have = have[at+len(string(r)):]
		}
	})
}

// letters are the runes that no quotation and no separator is.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("\",;|", r) {
			return -1
		}
		return r
	}, text)
}
