package content

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"testing"
)

// book is an EPUB of chapters of a few words.
func book(chapters ...string) string {
	var b strings.Builder
	w := zip.NewWriter(&b)
	add := func(name, text string) {
		file, _ := w.CreateHeader(&zip.FileHeader{Name: name}) // stored
		_, _ = io.WriteString(file, text)
	}
	add("mimetype", "application/epub+zip")
	add("META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`)
	var items, spine strings.Builder
	for _, name := range chapters {
		fmt.Fprintf(&items, `<item id="%s" href="%s.xhtml" media-type="application/xhtml+xml"/>`, name, name)
		fmt.Fprintf(&spine, `<itemref idref="%s"/>`, name)
		add(name+".xhtml", "<html><body><h1>"+name+"</h1><p>Words of "+name+".</p></body></html>")
	}
	add("book.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A Book</dc:title><dc:creator>Ann</dc:creator><dc:date>2025</dc:date></metadata>`+
		"<manifest>"+items.String()+"</manifest><spine>"+spine.String()+"</spine></package>")
	_ = w.Close()
	return b.String()
}

// A long book is its first chapters at once, and all of them later.
func TestLongBook(t *testing.T) {
	chapters := make([]string, 3000)
	for i := range chapters {
		chapters[i] = fmt.Sprintf("Chapter%d", i)
	}
	opened, err := Open(write(t, "long.epub", book(chapters...)), nil)
	if err != nil || opened.Rest == nil {
		t.Fatal("the head is all", err)
	}
	head := opened.Head.Document()
	for range 2 { // it may be asked again
		all := whole(t, opened).Document()
		if !strings.HasPrefix(all.Text, head.Text) || len(all.Sections) != 3001 || len(head.Sections) >= 3000 {
			t.Errorf("%d sections in the head, %d in the whole, which begins with it: %v", len(head.Sections), len(all.Sections), strings.HasPrefix(all.Text, head.Text))
		}
	}
}
