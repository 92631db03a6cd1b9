package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestLean shows what a page loses before it is parsed: what is never shown.
func TestLean(t *testing.T) {
	fat := strings.Repeat("a ", attributesMax)
	for _, test := range []struct{ name, page, want string }{
		{"markup stays", `<p CLASS="a>b" c='>' d=e/>a < b <3 <B>c</B></p >`, `<p CLASS="a>b" c='>' d=e/>a < b <3 <B>c</B></p >`},
		{"comments", "a<!-- b --><!--><!---><!-- c --!>d<?e?></f></>", "a<!----><!----><!----><!---->d<!----></f><!---->"},
		{"a comment without an end", "a<!-- b -", "a<!---->"},
		{"CDATA", "<svg><![CDATA[<p>]]></svg>", "<svg><!---->]]></svg>"},
		{"a document type", "<!doctype HTML><!ELEMENT a>", "<!doctype HTML><!---->"},
		{"scripts and styles", "<script>a<b</script ><STYLE>b</style><noscript><p></noscript>", "<script></script ><STYLE></style><noscript></noscript>"},
		{"what a script says in other words", `<script type=application/ld+json>"<p>"</script>`, `<script type=application/ld+json>"\u003cp>"</script>`},
		{"a title", "<title>a<b>&lt;</title>", "<title>a&lt;b>&lt;</title>"},
		{"a script without an end", "a<script>b<p>", "a<script>"},
		{"verbatim text", "<xmp a=b>c&<p></xmp ><p><plaintext><p></plaintext>", "<pre>c&amp;&lt;p></pre><p><pre>&lt;p>&lt;/plaintext></pre>"},
		{"a page for browsers without frames", "<noframes><p>a<b", "<noframes> ab"},
		{"a tag without an end", "a<p b='c>", "a"},
		{"a tag of many attributes", "<p " + fat + "b=c>d", "<p " + fat + ">d"},
		{"twice as many", "<p " + fat + fat + ">d", "<p " + fat + ">d"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := lean(test.page); got != test.want {
				t.Errorf("lean(%.200q) =\n%.200q, want\n%.200q", test.page, got, test.want)
			}
		})
	}
}

// FuzzLean holds that a lean page is read alike by those who know and those who
// do not know what its elements are in, and that its load is not less than the
// tags and attributes that any of them reads.
func FuzzLean(f *testing.F) {
	seed(f)
	for _, page := range []string{
		"<svg><title><br>a</title><style><p b='</style>'></svg>", "<svg><![CDATA[<a b=']]><style>'>", "<!--<script>-->a<script><!--<script></script>-->",
		"<a =b==c/d='e'/ f=/>g</a h='>'>", "<xmp b='</xmp>'><i></xmp c='>'>d", "<textarea><title></textarea>", "<<!-- -->p>", "<p a\x00='\x00'>",
	} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		page, load := lean(valid(string(data)))
		known, blind := read(page, true), read(page, false)
		if got, want := fmt.Sprintf("%q", known), fmt.Sprintf("%q", blind); got != want {
			t.Fatalf("%q is lean as %q, which is read as\n%s\nand\n%s", data, page, got, want)
		}
		if made := slices.DeleteFunc(known, closes); len(made) > load {
			t.Errorf("the load of %q is %d, for %d pieces", data, load, len(made))
		}
		if again, _ := lean(page); again != page {
			t.Errorf("%q is lean as %q and that as %q", data, page, again)
		}
	})
}

func closes(piece string) bool { return strings.HasPrefix(piece, html.EndTagToken.String()) }

// read is the tags and attributes of a page, and where it has text, as the parser's tokenizer
// reads them; raw says that it minds the elements without mark-up, and no CDATA.
func read(page string, raw bool) []string {
	tokens := html.NewTokenizer(strings.NewReader(page))
	tokens.AllowCDATA(!raw)
	var all []string
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		if token.Type == html.TextToken {
			token.Data = "" // entities and NUL are not read alike
		}
		all = append(all, token.Type.String()+token.Data)
		for _, a := range token.Attr {
			all = append(all, a.Key+"="+a.Val)
		}
		if !raw {
			tokens.NextIsNotRawText()
		}
	}
	return all
}
