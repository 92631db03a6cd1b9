package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// asItIs is a converter that costs nothing.
func asItIs(page []byte, _ func(string) string) (string, error) { return string(page), nil }

// No more than the limits is unpacked, however often it is asked for.
func TestBombs(t *testing.T) {
	const perFile, perBook, n = 10_000, 95_000, 20
	var bomb bytes.Buffer
	to := zip.NewWriter(&bomb)
	for i := range n {
		w, err := to.Create(fmt.Sprint(i))
		if err == nil {
			_, err = w.Write(make([]byte, 10*perFile))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	to.Close()
	a, err := openArchive(bytes.NewReader(bomb.Bytes()), int64(bomb.Len()))
	if err != nil {
		t.Fatal(err)
	}
	a.perFile, a.perBook = perFile, perBook
	for range n { // to read one again uses up nothing
		if data, err := a.read("0"); len(data) != perFile || err != errLarge {
			t.Fatal(len(data), err)
		}
	}
	sum := 0
	for i := range n {
		data, err := a.read(fmt.Sprint(i))
		if want := []error{errLarge, errBudget}[min(i/9, 1)]; err != want {
			t.Errorf("file %d: %v, want %v", i, err, want)
		}
		sum += len(data)
	}
	if sum != perBook {
		t.Errorf("%d bytes were unpacked, want %d", sum, perBook)
	}
}

// A page beyond the limit is shown up to there.
func TestLargeChapter(t *testing.T) {
	book := packed(t, simple("<p>"+strings.Repeat("long ", fileMax/5)+"</p>")...)
	b, err := Open(bytes.NewReader(book), int64(len(book)), asItIs)
	if err != nil {
		t.Fatal(err)
	}
	if chapter, err := b.Chapter(0); err != nil || len(chapter) < fileMax {
		t.Error(len(chapter), err)
	}
	if got := fmt.Sprint(b.Problems()); got != `[cannot read all of "a.xhtml": it is larger than 8 MB]` {
		t.Error(got)
	}
}

// Nothing that a book can hold takes long or stops gloss.
func TestHostile(t *testing.T) {
	many := func(n int, format string) string {
		var s strings.Builder
		for i := range n {
			if strings.Contains(format, "%") {
				fmt.Fprintf(&s, format, i)
			} else {
				s.WriteString(format)
			}
		}
		return s.String()
	}
	ncx := func(table string) []byte {
		return packed(t, file("book.opf", `<package><title>B</title><item id=n href=n media-type="application/x-dtbncx+xml"><item id=a href=a.html><itemref idref=a>`),
			file("a.html", "text"), file("n", table))
	}
	entries := make([]txtar.File, 20_000)
	for i := range entries {
		entries[i] = file(fmt.Sprintf("../../etc/%d.xhtml", i), "")
	}
	for name, book := range map[string][]byte{
		"a contents table 10,000 deep":     ncx("<navMap>" + many(10_000, "<navPoint><navLabel><text>%d</text></navLabel><content src='a.html'/>")),
		"a contents table that never ends": ncx("<navMap>" + many(50_001, "<navPoint><navLabel>x%d</navLabel><content src='a.html'></navPoint>")),
		"points that only end":             ncx("<navMap>" + many(30_000, "</navPoint>")),
		"lists 30,000 deep":                packed(t, append(simple("a"), file("nav.xhtml", "<nav>"+many(30_000, "<ol><li><a href='a.xhtml#%d'>x</a>")))...),
		"a spine of one page":              packed(t, file("book.opf", "<item id=a href=a.html>"+many(50_000, "<itemref idref=a>")), file("a.html", "a")),
		"a spine of missing pages":         packed(t, file("book.opf", "<item id=a href=a.html><itemref idref=a>"+many(50_000, "<itemref idref=%d>")), file("a.html", "a")),
		"fallbacks in a ring":              packed(t, file("book.opf", "<item id=a href=a fallback=b><item id=b href=b fallback=a><item id=c href=c.html>"+many(1000, "<itemref idref=a>")+"<itemref idref=c>"), file("c.html", "a")),
		"thousands of files":               packed(t, append(simple("a"), entries...)...),
		"elements 30,000 deep":             packed(t, simple(many(30_000, "<div><b>"))...),
		"ids without end":                  packed(t, simple(many(50_000, "<a id=%d>"))...),
		"ids in code":                      packed(t, simple(many(30_000, "<code><a id=%d>x</code>"))...),
		"ids before tags":                  packed(t, simple(many(30_000, "<b><i><u id=%d>x"))...),
		"headings without end":             packed(t, simple(many(50_000, "<h1>x"))...),
		"one tag":                          packed(t, simple("<p "+many(50_000, "id=x "))...),
		"one name":                         packed(t, simple("<p id='"+many(50_000, "é")+"'>x<a href='#"+many(50_000, "é")+"'>")...),
		"marks at one place":               packed(t, withNav(many(10_000, "x%d=a.xhtml#y\n"), many(20_000, "<h1>z</h1>"))...),
		"marks everywhere":                 packed(t, withNav(many(10_000, "x%d=a.xhtml#%[1]d\n"), many(10_000, "<p id=%d>z</p>"))...),
		"entities":                         packed(t, simple("<!DOCTYPE a [<!ENTITY a '"+many(1000, "&a;")+"'>]><p>"+many(30_000, "&a;"))...),
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Open(bytes.NewReader(book), int64(len(book)), asItIs)
			if err != nil {
				t.Fatal(err)
			}
			for i := range b.Chapters() {
				if got, err := b.Chapter(i); err != nil || !utf8.ValidString(got) {
					t.Error(i, err)
				}
			}
			if len(b.Problems()) > problemsMax {
				t.Error(len(b.Problems()), "problems")
			}
		})
	}
}

// An archive whose table of files is itself the attack is not read.
func TestTooManyFiles(t *testing.T) {
	var book bytes.Buffer
	to := zip.NewWriter(&book)
	for i := range 160 {
		name := fmt.Sprint(i, strings.Repeat("x", 60_000))
		if _, err := to.CreateRaw(&zip.FileHeader{Name: name, Comment: strings.Repeat("y", 65_000)}); err != nil {
			t.Fatal(err)
		}
	}
	to.Close()
	_, err := Open(bytes.NewReader(book.Bytes()), int64(book.Len()), asItIs)
	if err == nil || err.Error() != "is damaged: it lists too many files" {
		t.Error(err)
	}
}
