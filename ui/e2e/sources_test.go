//go:build unix

package e2e

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// hostileSources are hostile texts of every kind that is opened by itself, by
// the ending of its name. Each attack stands wherever that kind has a place for
// it, and all of them in what the text says of itself.
func hostileSources(t testing.TB) map[string]string {
	t.Helper()
	all := strings.Join(attacks, " ")
	quoted, err := json.Marshal("T " + all) // which YAML and TOML read too, but for DEL
	if err != nil {
		t.Fatal(err)
	}
	quoted = bytes.ReplaceAll(quoted, []byte("\x7f"), []byte(`\u007f`))
	said := func(is string) string {
		return fmt.Sprintf("title%s%s\nauthor%[1]s%[2]s\ndate%[1]s%[2]s\nsite%[1]s%[2]s\n", is, quoted)
	}
	return map[string]string{
		".html":  hostilePage(),
		".epub":  hostileBook(t),
		".txt":   each("CHAPTER %s\n\nText %s text and a link to http://a/%s of it.\n\n- Item %s\n- Item\n\n> Quote %s\n\n    if (%s) { x(); }\n    y();\n\n"),
		".u.txt": wide("\ufeff" + each("Text %s text.\n\n")),
		".csv":   "head " + all + ",b\n" + each("\"text %s\",%s\n"),
		".go":    each("func text() { return %s } // %s\n"),
		".y.md":  "---\n" + said(": ") + "---\n" + each("Text %s [link](http://a/%s)\n\n"),
		".t.md":  "+++\n" + said(" = ") + "+++\nText\n",
		".md.gz": named(each("Text %s text.\n\n"), strings.Join(attacks[:20], " ")),
	}
}

// each is a pattern with each of the attacks.
func each(pattern string) string {
	var b strings.Builder
	for _, attack := range attacks {
		b.WriteString(strings.ReplaceAll(pattern, "%s", attack))
	}
	return b.String()
}

// hostilePage is a web page.
func hostilePage() string {
	all := strings.Join(attacks, " ")
	var b strings.Builder
	fmt.Fprintf(&b, `<html lang="%s"><head><title>A page %[1]s</title><meta name=author content="Ann %[1]s"><meta property="og:site_name" content="Site %[1]s">`, all)
	fmt.Fprintf(&b, `<meta property="article:published_time" content="2025-01-29 %s"><base href="http://a/%[1]s"></head><body><h1>A page %[1]s</h1>`, all)
	b.WriteString(each(`<h2 id="%s">Part %s</h2><p>Text %s <a href="http://a/%s" title="%s">link %s</a> <a href="#%s">link</a> <code>%s</code> <b>%s</b><br>%s</p>
<blockquote>%s</blockquote><ul><li>%s</ul><ol start="%s"><li>%s</ol><pre class="language-%s">%s</pre><table><tr><th>%s<th>b<tr><td>%s<td>%s</table><img src="%s" alt="%s"><dl><dt>%s<dd>%s</dl>`))
	return b.String()
}

// hostileBook is an EPUB.
func hostileBook(t testing.TB) string {
	t.Helper()
	all := strings.Join(attacks, " ")
	xml := strings.NewReplacer("<b></b>", "", "<!-- -->", "").Replace(all) // what it is in attributes
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name, text string) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name})
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("mimetype", "application/epub+zip")
	add("META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`)
	add("a.opf", fmt.Sprintf(`<package><metadata><dc:title>A book %s</dc:title><dc:creator>Ann %[1]s</dc:creator><dc:publisher>House %[1]s</dc:publisher><dc:date>2025 %[1]s</dc:date></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b%[2]s.xhtml" media-type="application/xhtml+xml"/><item id="c" href="gone%[2]s.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>`, all, xml))
	add("nav.xhtml", `<nav epub:type="toc"><ol><li><a href="a.xhtml">One `+all+`</a></li>`+each(`<li><a href="a.xhtml#%s">Part %s</a></li>`)+`</ol></nav>`)
	add("toc.ncx", `<ncx><docTitle><text>`+all+`</text></docTitle><navMap>`+each(`<navPoint><navLabel><text>%s</text></navLabel><content src="b.xhtml"/></navPoint>`)+`</navMap></ncx>`)
	add("a.xhtml", hostilePage())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// named is a text as gzip packs it, under a name of its own.
func named(text, name string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Name = name
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// wide is a text in UTF-16.
func wide(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(unit))
		b.WriteByte(byte(unit >> 8))
	}
	return b.String()
}
