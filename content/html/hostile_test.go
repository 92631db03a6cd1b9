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
		{"many attributes", "<p " + counted(500_000, "a%d ") + ">word"},
		{"many tags after many attributes", "<p " + counted(100_000, "a%d ") + ">word" + many(100_000, "<p>")},
		{"tags in the title of a picture", "word<svg><title>" + many(500_000, "<br>x") + "</title></svg>"},
		{"many attributes in a picture's style", "word<svg><style><br " + counted(100_000, "a%d ") + ">" + many(100_000, "<br>") + "</style></svg>"},
		{"tags that are opened again, in a picture", "word<svg><title>" + counted(400, "<font size=%d>") + many(100_000, "<p>") + "</title></svg>"},
		{"a name of many classes", "<p class='" + many(500_000, "a ") + "'>word"},
		{"a style within a line", "<p style='" + many(100_000, "color:red;") + "'>word"},
		{"text without end", many(500_000, "wort ") + "word"},
		{"lines of code without end", "<pre>" + many(500_000, "x\n") + "word</pre>"},
		{"signs less than", many(1<<20, "<") + " word"},
		{"entities", many(200_000, "&amp;&#x1b;&notin;&a") + " word"},
		{"links", many(25_000, "<a href=x>y</a> ") + "word"},
		{"links and what they lead to", counted(15_000, "<a href=#i%d>y</a>") + counted(15_000, "<p id=i%d>x") + "<p>word"},
		{"terms", "<dl>" + many(20_000, "<dt>x<dd>y") + "</dl>word"},
		{"headings", many(30_000, "<h1>x</h1>") + "word"},
		{"text that is put before a table", "<table>" + many(30_000, "x<p>y") + "</table>word"},
		{"what the parser mends", many(15_000, "<b><p></b>") + "word"},
		{"no UTF-8", many(200_000, "\xff\xfex ") + "word"},
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
			t.Parallel()
			start := time.Now()
			page, err := Read(test.page, nil)
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
			page, _ := lean(test.page)
			if got := plain(page); got != test.want {
				t.Errorf("plain = %q, want %q", got, test.want)
			}
		})
	}
}
