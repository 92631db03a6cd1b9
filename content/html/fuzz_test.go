package html

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gloss/content/clean"
	"gloss/content/markdown"

	"golang.org/x/net/html"
)

func seed(f *testing.F) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range pages {
		page, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page)
	}
	for _, page := range []string{
		"", "<p>a<b>b<p>c", "<table><tr><td>a<td>b", "<a href=x><p>a<a href=y>b", "<pre>`", "a\x00\xff&#0;&#7;&#xF002;",
		"<ul>a<li><ol><li>b</ul>c", "<dl><dt>a<dd><dl><dt>b<dd>c", "<h1><a href=#x>#</a>b<h2>c</h1>", "1. - + > # :",
		"<svg><a>b</svg>c", "<math><mi>a</math>", "<frameset><noframes>a", "<select><option>a", "<base href=//[>a<a href=b>c",
		"<b>*<i>_</i>*</b>`~~~~&lt;!--a", "<a href=x>[a](b)]<br><br>c</a>", "&amp;lt; &lt;b> &lt;/b> \\*", "<br>===<br>---<br>|a|",
	} {
		f.Add([]byte(page))
	}
}

// FuzzRead holds of an article between what a page has round it: whatever stands
// in it or in the head of the page, it is Markdown in valid UTF-8 or a page without
// text, read alike each time, with fields of one line, without marks of our own or
// controls in them, and without links that do more than lead somewhere.
func FuzzRead(f *testing.F) {
	prose := strings.Repeat("<p>The harbour is closed, and nobody knows for how long it will be.</p>\n", 8)
	for _, head := range []string{
		"", "<title>a &#27;]0;b&#7; | c</title>", "<meta name=author content='a&#10;b&#x202e;'>", "<meta property=og:title content='\x1b[31m'><base href='//b:c'>",
		`<script type="application/ld+json">{"@type":"Article","headline":"a\u001b[31m","author":[{"name":"\u202eb"}],"datePublished":"2025-02-06T\u0007"}</script>`,
		"<meta property=article:published_time content=2025-02-06><svg><title>a<br>b", "<script>//<!--</script><style>-->", "<base href=javascript:a>",
	} {
		for _, body := range []string{
			prose, "<article><h1>a</h1>" + prose + "<a href='java&#10;script:b'>c</a></article>", "<div class=comments>a</div>" + prose + "<table><tr><td>b<td>c</table>",
			prose + "<figure><img alt='a]b' src='data:c'><figcaption>d</figcaption></figure><pre class=language-e>f&#x1b;</pre>", "<time pubdate datetime=2025>" + prose + "<p>&shy;&#xF002A;\xff",
		} {
			f.Add(head, body)
		}
	}
	f.Fuzz(func(t *testing.T, head, body string) {
		data := "<html><head>" + head + "</head><body><nav><a href=/>Home</a></nav>" + body + "</body></html>"
		page, err := Read(data, pageAddress)
		if (err != nil) != (page.Markdown == "") {
			t.Fatalf("Read(%q) = %q, %v", data, page.Markdown, err)
		}
		for _, field := range []string{page.Title, page.Byline, page.Date, page.Site, page.Markdown} {
			if !utf8.ValidString(field) {
				t.Errorf("%q is no UTF-8", field)
			}
			if strings.ContainsFunc(field, func(r rune) bool { return r >= private && r < privateEnd }) {
				t.Errorf("a mark of our own is left in %q", field)
			}
		}
		if fields := page.Title + page.Byline + page.Date + page.Site; strings.ContainsFunc(fields, unicode.IsControl) {
			t.Errorf("%q has controls", fields)
		}
		for _, target := range targets(clean.Body(page.Markdown)) {
			if scheme, _, found := strings.Cut(target, ":"); found && !strings.ContainsAny(scheme, "/?#") && !schemes[strings.ToLower(scheme)] {
				t.Errorf("%q leads to %q", data, target)
			}
		}
		if again, _ := Read(data, pageAddress); again != page {
			t.Errorf("Read(%q) = %q, then %q", data, page, again)
		}
	})
}

// targets are those of the links that gloss shows in Markdown.
func targets(text string) []string {
	var all []string
	blocks, _ := markdown.Scan(text)
	for _, block := range blocks {
		for _, leaf := range markdown.Leaves(text, block) {
			for _, part := range leaf.Inlines {
				all = append(all, part.Link)
			}
		}
	}
	return all
}

// FuzzBody holds that gloss shows what a page shows: each letter and digit of
// its text once, in order, and none that is not in it.
func FuzzBody(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			return
		}
		doc, err := parse(leanOf(string(data)))
		if err != nil {
			return
		}
		got, err := Body(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := letters(wordsOf(tidy(bodyOf(doc), func(target string) string { return target })))
		if shown := letters(shown(clean.Body(got))); shown != want {
			t.Errorf("Body(%q) =\n%q\nshows\n%q, want\n%q", data, got, shown, want)
		}
	})
}

// spelled is what clean shows an invisible character as, by what is before it.
var spelled = regexp.MustCompile("⟨[^⟩]*⟩")

func letters(text string) string { return fold(spelled.ReplaceAllString(clean.Body(text), "")) }

// wordsOf is the text of a tidy tree with the descriptions of its pictures.
func wordsOf(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "img":
			b.WriteString(attribute(n, "alt"))
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// shown is what gloss shows of Markdown.
func shown(text string) string {
	var b strings.Builder
	blocks, _ := markdown.Scan(text)
	for _, block := range blocks {
		for _, leaf := range markdown.Leaves(text, block) {
			b.WriteString(leaf.Shown().Text + "\n")
		}
	}
	return b.String()
}

func leanOf(page string) string {
	text, _ := lean(valid(page))
	return text
}
