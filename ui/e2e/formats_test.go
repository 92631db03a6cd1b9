//go:build unix

package e2e

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/content"
	"gloss/ui/screentest"
)

// kindsOfSource are a file of each kind, with a word of its text far down.
var kindsOfSource = map[string]string{
	"story.md":     "# A Story\n\n" + filler + "## Far Down\n\nThe lighthouse stands.\n",
	"story.txt":    "A Story\n\n" + filler + "CHAPTER II\n\nThe lighthouse stands.\n",
	"story.md.gz":  gzipped("# A Story\n\n" + filler + "## Far Down\n\nThe lighthouse stands.\n"),
	"latin.md":     "# Un caf\xe9\n\n" + filler + "## D\xe9j\xe0 vu\n\nThe lighthouse stands.\n",
	"page.html":    "<title>A Page</title><h1>A Page</h1><p>" + strings.ReplaceAll(filler, "\n\n", "</p><p>") + "</p><h2>Far Down</h2><p>The lighthouse stands.</p>",
	"book.epub":    epub("A Book", "Words.", strings.ReplaceAll(filler, "\n\n", "</p><p>"), "The lighthouse stands."),
	"values.csv":   "place,thing\n" + strings.Repeat("shore,sand\n", 80) + "rock,lighthouse\n",
	"program.go":   "package main\n\n" + strings.Repeat("// words\n", 80) + "const lighthouse = 1\n",
	"settings.yml": "a: 1\n" + strings.Repeat("b: 2\n", 80) + "c: lighthouse\n",
}

var filler = func() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "Some words that fill the screen, sentence %d after the other.\n\n", i)
	}
	return b.String()
}()

func gzipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// epub is a book of chapters of one paragraph.
func epub(title string, chapters ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	add := func(name, text string) {
		f, _ := w.CreateHeader(&zip.FileHeader{Name: name})
		_, _ = io.WriteString(f, text)
	}
	add("mimetype", "application/epub+zip")
	add("META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`)
	items, spine := "", ""
	for i, text := range chapters {
		name := string(rune('a' + i))
		items += `<item id="` + name + `" href="` + name + `.xhtml" media-type="application/xhtml+xml"/>`
		spine += `<itemref idref="` + name + `"/>`
		add(name+".xhtml", "<html><body><h1>Chapter "+name+"</h1><p>"+text+"</p></body></html>")
	}
	add("a.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>`+title+"</dc:title></metadata><manifest>"+items+"</manifest><spine>"+spine+"</spine></package>")
	_ = w.Close()
	return b.String()
}

// A file of any kind opens, is read section by section to its end, and answers
// a look-up and a search.
func TestReadsEveryKindOfSource(t *testing.T) {
	for name, data := range kindsOfSource {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
			opened, err := content.Open(path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r := &reader{Terminal: screentest.Start(t, command(t, path), 80, 24), t: t, cols: 80, rows: 24, doc: opened.Head.Document()}
			start := r.Await("the first screen", func(s screentest.Screen) bool {
				return r.percent(s) == 0 && strings.Contains(s.Rows[0], firstWords(r.doc.Title, 20))
			})
			for i := 2; i <= len(r.doc.Sections); i++ {
				r.press("]", "the next section", func(s screentest.Screen) bool { return r.section(s) == i })
			}
			r.Type("/lighthouse")
			r.AwaitText("1 of 1 ")
			r.press(enter, "the word", func(s screentest.Screen) bool { return s.Shows("lighthouse") && s.Shows("? help") })
			r.press("g", "the start", func(s screentest.Screen) bool { return r.percent(s) == 0 && s.Rows[3] == start.Rows[3] })
			r.Type(":lighthouse")
			r.Await("an answer", func(s screentest.Screen) bool { return strings.Count(s.String(), "lighthouse") >= 2 })
			r.press(enter, "the passage", func(s screentest.Screen) bool { return r.percent(s) > 0 && s.Shows("lighthouse") })
			r.quit()
		})
	}
}
