package epub

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// encyclopedia is a book of 500 chapters with 20 KB each, with a contents table.
func encyclopedia(t testing.TB) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	var manifest, spine, nav strings.Builder
	files := make([]txtar.File, 0, 502)
	for i := range 500 {
		fmt.Fprintf(&manifest, `<item id="c%d" href="c%[1]d.xhtml" media-type="application/xhtml+xml"/>`, i)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i)
		fmt.Fprintf(&nav, `<li><a href="c%d.xhtml">Chapter %[1]d</a></li>`, i)
		var page strings.Builder
		fmt.Fprintf(&page, `<html><body><h1>Chapter %d</h1>`, i)
		for page.Len() < 20_000 {
			fmt.Fprintf(&page, `<p id="p%d">`, page.Len())
			for range 60 {
				fmt.Fprintf(&page, "%x ", random.Uint32())
			}
			page.WriteString(`<a href="#p1">so it is</a>.</p>`)
		}
		files = append(files, file(fmt.Sprintf("c%d.xhtml", i), page.String()))
	}
	files = append(files, file("nav.xhtml", `<nav epub:type="toc"><ol>`+nav.String()+`</ol></nav>`), file("book.opf",
		`<package><manifest>`+manifest.String()+`<item id="nav" href="nav.xhtml" properties="nav"/></manifest><spine>`+spine.String()+`</spine></package>`))
	return packed(t, files...)
}

// counted counts what is read.
type counted struct {
	io.ReaderAt
	bytes int
}

func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, at)
	c.bytes += n
	return n, err
}

// The first chapter of a large book comes without the others being read.
func TestFirstChapterReadsNoOther(t *testing.T) {
	book := encyclopedia(t)
	source := &counted{ReaderAt: bytes.NewReader(book)}
	b, err := Open(source, int64(len(book)), convert)
	if err != nil {
		t.Fatal(err)
	}
	if chapter, err := b.Chapter(0); err != nil || len(chapter) < 10_000 {
		t.Fatal(len(chapter), err)
	}
	if b.Chapters() != 500 || source.bytes > len(book)/20 {
		t.Errorf("%d of %d bytes were read", source.bytes, len(book))
	}
}

// BenchmarkOpen is what stands between a reader and the first chapter of a large
// book. It must follow the number of chapters at most, never their length.
func BenchmarkOpen(b *testing.B) {
	book := encyclopedia(b)
	b.ResetTimer()
	for b.Loop() {
		opened, err := Open(bytes.NewReader(book), int64(len(book)), convert)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := opened.Chapter(0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead reads all of it, in the background of the first screen.
func BenchmarkRead(b *testing.B) {
	book := encyclopedia(b)
	opened := open(b, book)
	b.SetBytes(500 * 20_000)
	b.ResetTimer()
	for b.Loop() {
		for i := range opened.Chapters() {
			if _, err := opened.Chapter(i); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRewrite is the share of this package in reading a chapter.
func BenchmarkRewrite(b *testing.B) {
	opened := open(b, encyclopedia(b))
	data, err := opened.archive.read("c1.xhtml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		page := decode(data)
		signs := newAnchors(1)
		rewrite(page, opened.plan(1, survey(page, opened.chapters[1].fragments())), signs)
	}
}
