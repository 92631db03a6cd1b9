package html

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hangGuard is ten times what a page of this test may take.
const hangGuard = 30 * time.Second

// TestHostile reads pages that are made to cost time or memory. Each still shows
// the word that is in it.
func TestHostile(t *testing.T) {
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	counted := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for _, test := range []struct{ name, page string }{
		{"100,000 nested blocks", many(100_000, "<div>") + "word"},
		{"100,000 nested lists", many(100_000, "<ul><li>") + "word"},
		{"300 nested quotes of many lines", many(300, "<blockquote>") + many(20_000, "x<br>") + "word"},
		{"300 nested emphases", many(150, "<em><s>") + many(20_000, "x<br>") + "word"},
		{"many attributes", "<p " + counted(200_000, "a%d ") + ">word"},
		{"many tags after many attributes", "<p " + counted(100_000, "a%d ") + ">word" + many(100_000, "<p>")},
		{"tags that are opened again in each paragraph", counted(400, "<font size=%d>") + many(200_000, "<p>") + "word"},
		{"a table of one wide row", "<table><tr>" + many(2000, "<td>x") + many(20_000, "<tr><td>y") + "<tr><td>word"},
		{"cells over the whole of a table", "<table>" + many(10_000, "<tr><td colspan=1000 rowspan=65534>x<td>y") + "<td>word"},
		{"nested tables", many(100_000, "<table><tr><td>") + "word"},
		{"one line of brackets", many(500_000, "[") + "word"},
		{"one line of stars", many(250_000, "*x") + "word"},
		{"a title of a megabyte", "<title>" + many(1<<20, "x") + "</title>word"},
		{"pieces of text between comments", many(100_000, "x<!---->") + " word"},
		{"pictures around a line", "<div>word" + counted(50_000, "<img src=x alt=y%d>") + "</div>"},
		{"paragraphs in a deep page", many(300, "<div>") + many(20_000, "<p>A sentence, with commas, and more.</p>") + "word"},
		{"unclosed everything", many(10_000, "<p><b><a href=x><i>") + "word"},
		{"NUL bytes", many(1<<20, "\x00") + "word"},
		{"a script that does not end", "<p>word<script>" + many(1<<20, "<")},
		{"a comment that does not end", "<p>word<!--" + many(1<<18, "-!>-")},
		{"JSON-LD without an end", `<script type="application/ld+json">` + many(1<<20, "[") + "</script><p>word"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			page, err := Read([]byte(test.page), nil)
			if err != nil || !strings.Contains(page.Markdown, "word") {
				t.Errorf("Read = %.100q, %v", page.Markdown, err)
			}
			if took := time.Since(start); took > hangGuard {
				t.Errorf("Read takes %v", took)
			}
			if body, err := Body([]byte(test.page), nil); err != nil || !strings.Contains(body, "word") {
				t.Errorf("Body = %.100q, %v", body, err)
			}
		})
	}
}

// TestPlain shows the text of a page that has no tree: its paragraphs, its
// headings, and nothing that is hidden in scripts.
func TestPlain(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"paragraphs", "<p>a\n b<div>c", "a b\n\nc"},
		{"headings", "<h2>a</h2>b", "## a\n\nb"},
		{"within a line", "a <b>b</b>c", "a bc"},
		{"scripts", "a<script>b<p></script>c<style>d</style>", "ac"},
		{"entities", "&lt;b&gt; &amp;amp; *", "\\<b> \\&amp; *"},
		{"controls", "a&#7;b", "a␇b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := plain(test.page); got != test.want {
				t.Errorf("plain = %q, want %q", got, test.want)
			}
		})
	}
	attributes := ""
	for i := range attributesMax + 1 {
		attributes += fmt.Sprintf(" a%d", i)
	}
	if got, want := plain("a<script"+attributes+">b<p></script>c"), "ac"; got != want {
		t.Errorf("plain of a fat script = %q, want %q", got, want)
	}
}
