package epub

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var anchorTag = regexp.MustCompile(`<a id="[^"]*"></a>`)

// page is the Markdown of a book's second chapter, without its own anchor.
func page(t *testing.T, source string) string {
	t.Helper()
	got, err := open(t, packed(t, simple("first", source)...)).Chapter(1)
	if err != nil {
		t.Fatal(err)
	}
	got = strings.Replace(got, `<a id="ch.2"></a>`, "", 1)
	return strings.TrimPrefix(got, "## Chapter 2\n\n")
}

// An anchor stands before what has the id, outside of links, emphasis and code,
// where Markdown knows it as a tag.
func TestAnchors(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"paragraph", `<p id=x> text</p>`, `@x@text`},
		{"around", `<div id=x><div id=y><p>text</p></div></div>`, `@x@@y@text`},
		{"empty", `<a id="x"/><p>text</p>`, `@x@text`},
		{"name", `<a name="x">text</a> <p name="y">more</p>`, "@x@text\n\nmore"},
		{"xml:id", `<p xml:id="x">text</p>`, `@x@text`},
		{"link", `a <a id=x href="u">b</a>`, `a @x@[b](u)`},
		{"link with a mark", `a<a href="u"><i id=x>b</i></a>`, `a@x@[*b*](u)`},
		{"emphasis", `a <i id=x>b</i>`, `a @x@*b*`},
		{"empty in emphasis", `a <i><a id=x></a>b</i>`, `a @x@*b*`},
		{"behind emphasis", `a <i>b</i><i id=x>c</i>`, `a *b*@x@*c*`},
		{"picture", `<img id=x alt=b src=c>`, `@x@![b](c)`},
		{"code", `a <code id=x>b<b id=y>c</b></code> d`, "a @x@@y@`bc` d"},
		{"lines of code", `<p>a</p><pre id=x>b<b id=y>c</b></pre>`, "a\n\n@x@\n\n@y@\n\n```\nbc\n```"},
		{"code that never ends", `<p>a</p><pre>b<b id=y>c`, "a\n\n@y@\n\n```\nbc\n```"},
		{"list", `<ul id=x><li id=y>a</li></ul>`, `- @x@@y@a`},
		{"at the end", `<p>a</p><a id=x></a>`, "a\n\n@x@"},
		{"twice", `<p id=x>a</p><p id=x>b</p>`, "@x@a\n\nb"},
		{"signs", `<p id='x"> y'>a</p><a href="#x&quot;&gt;%20y">b</a>`, "@x~22~~3e~~20~y@a\n\n[b](#ch2.x~22~~3e~~20~y)"},
		{"letters", `<p id="é.1-_">a</p>`, `@é.1-_@a`},
		{"of any length", `<p id="` + strings.Repeat("x", 500) + `">a</p><a href="#` + strings.Repeat("x", 500) + `">b</a>`, "a\n\n[b](#ch.2)"},
		{"forged", "<p id=x>a\U0010FFFC0\U0010FFFD &#x10FFFC;1&#x10FFFD; b</p>", "@x@a�0� �1� b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := regexp.MustCompile(`@([^@]+)@`).ReplaceAllString(c.want, `<a id="ch2.$1"></a>`)
			if got := page(t, c.page); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A link to a place in the book leads to its anchor; all others stay.
func TestLinks(t *testing.T) {
	for href, want := range map[string]string{
		"#x": "#ch2.x", "a.xhtml": "#ch.1", "a.xhtml#x": "#ch1.x", "A.XHTML#x": "#ch1.x", "./a.xhtml": "#ch.1", "../../a.xhtml": "#ch.1",
		"q/../a.xhtml": "#ch.1", "/a.xhtml": "#ch.1", "%61.xhtml": "#ch.1", "a.xhtml?q=1#x": "#ch1.x", " a.xhtml ": "#ch.1", "#": "#ch.2",
		"c.xhtml": "c.xhtml", "book.opf": "book.opf", "http://a.xhtml": "http://a.xhtml", "//a.xhtml": "//a.xhtml",
		"mailto:a.xhtml": "mailto:a.xhtml", "%zz": "%zz", "#%zz": "#ch2.~25~zz",
	} {
		if got := page(t, `<a href="`+href+`">x</a>`); got != "[x]("+want+")" {
			t.Errorf("%q: %s, want %s", href, got, want)
		}
	}
}

// So does one to a file whose name is written in another way.
func TestLooseNames(t *testing.T) {
	files := simple("a", `<a href="CAFE%CC%81.xhtml">x</a>`)
	files[0].Data = []byte(strings.ReplaceAll(string(files[0].Data), `href="a.xhtml"`, `href="caf%C3%A9.xhtml"`))
	files[1].Name = "cafe\u0301.xhtml"
	if got := text(t, open(t, packed(t, files...))); !strings.HasSuffix(got, "[x](#ch.1)\n") {
		t.Error(got)
	}
}

// XHTML is read as XHTML, and what is none is read too.
func TestPages(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"closed elements", `<html><head><title/><script src="a"/></head><body><p><b/>a<i/></p></body></html>`, "a**"},
		{"CDATA", `<p><![CDATA[a < b]]> &amp;nbsp;</p>`, "a < b &nbsp;"},
		{"entities that XML does not know", `<p>a&nbsp;&eacute;&mdash;&#8212;</p>`, "a é——"},
		{"no head, no body", `text`, "text"},
		{"an open head", `<head><meta charset="latin1"><p>text`, "text"},
		{"scripts and styles", `<body>a<script>b<p>c</script><style>d</style>e`, "ae"},
		{"what a browser would hide", `<p hidden>a</p><noscript><p>b</p></noscript><aside hidden><p>c</p></aside><iframe>d</iframe><xmp>e</xmp>`, "a\n\nb\n\nc\n\nde"},
		{"entities of its own", `<!DOCTYPE p [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><p>&c;</p>`, "]>\n\n&c;"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := page(t, c.page); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A page in any encoding that a book may declare reads alike.
func TestEncodings(t *testing.T) {
	const text = "<p>“é”</p>"
	wide := func(order string) string {
		out := ""
		for _, r := range text {
			if order == "big" {
				out += string([]byte{byte(r >> 8), byte(r)})
			} else {
				out += string([]byte{byte(r), byte(r >> 8)})
			}
		}
		return out
	}
	for name, page8 := range map[string]string{
		"UTF-8": text, "with its mark": "\xef\xbb\xbf" + text, "declared": `<?xml version="1.0" encoding="utf-8"?>` + text,
		"UTF-16":             "\xff\xfe" + wide("little"),
		"UTF-16, big end":    "\xfe\xff" + wide("big"),
		"without a mark":     wide("little"),
		"without, big end":   wide("big"),
		"Windows-1252":       "<?xml version='1.0' encoding='windows-1252'?><p>\x93\xe9\x94</p>",
		"ISO-8859-1":         "<?xml version=\"1.0\" encoding = \"ISO-8859-1\" ?><p>\x93\xe9\x94</p>", // as all browsers read it
		"in HTML":            "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>\x93\xe9\x94</p>",
		"told wrongly":       `<?xml version="1.0" encoding="UTF-16"?>` + text,
		"unheard of":         `<?xml version="1.0" encoding="klingon"?>` + text,
		"not told, no UTF-8": "<p>\x93\xe9\x94</p>",
	} {
		if got := page(t, page8); got != "“é”" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got, want := page(t, "<p>“é”\xff</p>"), "“é”�"; got != want {
		t.Errorf("one bad byte: %q, want %q", got, want)
	}
	opf := fmt.Sprintf("<?xml version='1.0' encoding='ISO-8859-1'?>%s", strings.Replace(string(simple("a")[0].Data), "Book", "\xc9cole", 1))
	if b := open(t, packed(t, file("book.opf", opf), file("a.xhtml", "a"))); b.Title != "École" {
		t.Errorf("title %q", b.Title)
	}
}
