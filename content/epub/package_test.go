package epub

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// What a book says of itself, in the ways in which books say it.
func TestMetadata(t *testing.T) {
	for _, c := range []struct{ metadata, want string }{
		{`<dc:title>One</dc:title><dc:title>Two</dc:title>`, "One|||"},
		{`<dc:title id=a>One</dc:title><dc:title id=b>Two</dc:title><meta refines="#b" property="title-type">main</meta>`, "Two|||"},
		{"<title>\n One &amp;&nbsp;two <![CDATA[<3]]> </title>", "One & two <3|||"},
		{`<dc:title/><dc:creator/><dc:publisher/><dc:date/>`, "From the contents|||"},
		{`<dc:title>One<dc:creator>Ann`, "One|Ann||"},
		{`<title>T</title><creator>Ann</creator><creator>Bo</creator><creator>Ann</creator>`, "T|Ann and Bo||"},
		{`<title>T</title><creator opf:role="trl">Ann</creator><creator opf:role="aut">Bo</creator>`, "T|Bo||"},
		{`<title>T</title><creator opf:role="edt">Ann</creator><creator opf:role="edt">Bo</creator>`, "T|Ann and Bo||"},
		{`<title>T</title><creator id=x>Ann</creator><creator>Bo</creator><meta refines="#x" property="role">ill</meta>`, "T|Bo||"},
		{`<title>T</title><date opf:event="modification">2020</date><date>2010-05-01T10:00:00Z</date>`, "T||2010-05-01|"},
		{`<title>T</title><date>2010</date><date opf:event="publication">1911</date>`, "T||1911|"},
		{`<title>T</title><date opf:event="modification">2020</date>`, "T|||"},
		{`<title>T</title><publisher>A &lt;b&gt;</publisher><publisher>C</publisher>`, "T|||A <b>"},
		{`<title>` + strings.Repeat("é", 2000) + `</title>`, strings.Repeat("é", textMax/2) + "…|||"},
	} {
		b := open(t, packed(t, file("book.opf", `<package><metadata>`+c.metadata+`</metadata><manifest><item href="a.html"/></manifest></package>`),
			file("a.html", "a"), file("toc.ncx", `<docTitle><text>From the contents</text></docTitle>`)))
		if got := strings.Join([]string{b.Title, b.Byline, b.Date, b.Site}, "|"); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.metadata, got, c.want)
		}
	}
}

// The spine tells the order; what is set aside comes last, and stands by itself.
func TestReadingOrder(t *testing.T) {
	files := withNav("One=b.xhtml\n.Two=c.xhtml", "<h1>aside</h1>", "<h1>One</h1>", "<h1>Two</h1>")
	files[0].Data = []byte(strings.Replace(string(files[0].Data), `<itemref idref="a.xhtml"`, `<itemref idref="a.xhtml" linear="no"`, 1))
	got := anchorTag.ReplaceAllString(text(t, open(t, packed(t, files...))), "")
	if want := "# Book\n\n## One\n\n### Two\n\n## aside\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Chapters can be asked for in any order and at the same time.
func TestConcurrent(t *testing.T) {
	pages := make([]string, 20)
	for i := range pages {
		pages[i] = fmt.Sprintf("<p id=x>%d</p>", i)
	}
	files := simple(pages...)
	files[0].Data = []byte(strings.Replace(string(files[0].Data), "</spine>", `<itemref idref="gone"/></spine>`, 1))
	b := open(t, packed(t, files...))
	var all sync.WaitGroup
	for i := range b.Chapters() {
		all.Go(func() {
			got, err := b.Chapter(i)
			if want := fmt.Sprintf(`<a id="ch%d.x"></a>%d`, i+1, i); err != nil || !strings.HasSuffix(got, want) {
				t.Errorf("%q, %v", got, err)
			}
			b.Problems()
		})
	}
	all.Wait()
}
