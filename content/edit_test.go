package content

import (
	"strings"
	"testing"
)

// An editor opens the file at the line that is being read.
func TestEditLine(t *testing.T) {
	for _, c := range []struct {
		name, text, at string
		line           int
	}{
		{"story.md", "# Story\n\nThe lamp was out.\n\nNobody knew why.\n", "Nobody", 5},
		{"front.md", "---\ntitle: Story\n---\n\n# Story\n\nThe lamp was out.\n\nNobody knew why.\n", "Nobody", 9},
		{"tabs.md", "# Story\n\n\tcode of it\n\nThe lamp was out.\r\n\r\nNobody knew why.\r\n", "Nobody", 7},
		{"story.txt", "The Story of It\n\nThe lamp was out and\nnobody knew why it was.\n\nThen it went on again.\n", "Then it", 6},
		{"main.go", "package main\n\n// main does nothing at all.\nfunc main() {\n}\n", "// main does", 3},
	} {
		path := write(t, c.name, c.text)
		opened, err := Open(path, nil)
		if err != nil {
			t.Fatal(err)
		}
		doc := opened.Head.Document()
		name, line, err := opened.Edit(doc, strings.Index(doc.Text, c.at))
		if name != path || line != c.line || err != nil {
			t.Errorf("%s: %q is line %d of %s, %v; want line %d", c.name, c.at, line, name, err, c.line)
		}
	}
	book, err := Open(write(t, "book.epub", book("One")), nil)
	if err != nil || book.Edit != nil {
		t.Errorf("a book can be edited: %v", err)
	}
}
