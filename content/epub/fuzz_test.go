package epub

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// Any bytes are a book whose chapters are UTF-8, or an error of one line.
func FuzzOpen(f *testing.F) {
	books, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range books {
		source, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(packed(f, source.Files...))
	}
	f.Add(packed(f, simple("a")...))
	f.Add(packed(f, file("book.opf", ""), file("META-INF/encryption.xml", encrypted)))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open(bytes.NewReader(data), int64(len(data)), convert)
		if err != nil {
			if line := err.Error(); line == "" || strings.Contains(line, "\n") || !utf8.ValidString(line) {
				t.Errorf("%q", line)
			}
			return
		}
		if b.Chapters() == 0 {
			t.Error("a book without chapters")
		}
		for i := range b.Chapters() {
			if chapter, err := b.Chapter(i); !utf8.ValidString(chapter) || err != nil && chapter != "" {
				t.Errorf("chapter %d: %q, %v", i, chapter, err)
			}
		}
	})
}

var (
	anchorIDs = regexp.MustCompile(`<a id="(ch[^"<>&\s]+)"></a>`)
)

// Whatever a page and a contents table hold, no anchor is there twice and no sign
// is left over.
func FuzzPage(f *testing.F) {
	for _, table := range []string{"One=a.xhtml", "One=a.xhtml#x\n.Two=a.xhtml#y", "..x=a.xhtml\ny=\n.z=b.xhtml"} {
		for _, page := range []string{
			"<h1>One</h1><p id=x>a <a href='#y'>b</a></p>", "<pre id=x>a<b id=y>b</pre><code>c<i id=z></code>", "<ul><li id=x>One<table><td id=y>b",
			"<html><head><title/></head><body id=x>a<h2><a id=y/>Two</h2></body></html>", "a\U0010FFFC0\U0010FFFDb", "<h1><h2>a</h1></h3><div><h4>One</div>",
		} {
			f.Add(table, page)
		}
	}
	f.Fuzz(func(t *testing.T, table, page string) {
		if len(table)+len(page) > 4096 {
			return
		}
		b := open(t, packed(t, withNav(table, page, "b")...))
		got, err := b.Chapter(0)
		if err != nil {
			return // the converter of these tests gives up on what is deep
		}
		seen := map[string]bool{}
		for _, id := range anchorIDs.FindAllStringSubmatch(got, -1) {
			if seen[id[1]] {
				t.Errorf("twice: %s in\n%s", id[1], got)
			}
			seen[id[1]] = true
		}
		if strings.ContainsRune(got, signOpen) || strings.ContainsRune(got, signClose) {
			t.Errorf("a sign is left over in\n%q", got)
		}
	})
}
