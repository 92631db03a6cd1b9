package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGlance(t *testing.T) {
	for _, tt := range []struct{ name, text, title, first string }{
		{"story.md", "# The *Title*:\n\nA **first** [line](x)\nand more.\n\nText", "The Title", "A first line and more."},
		{"late.md", "Intro\n\n# The Title\n", "The Title", "Intro"},
		{"alone.md", "text alone", "alone", "text alone"},
		{"badges.md", "# Tool\n\n[![built](b.svg)](x) ![tested](t.svg)\n\nIt mends.", "Tool", "It mends."},
		{"front.md", "---\ntitle: T\nauthor: Ann\n---\nText", "T", "Text"},
		{"headings.md", "# One\n\n---\n\n## Two\n\n## Three\n", "One", "Two"},
		{"author.md", "---\ntitle: T\nauthor: Ann\n---\n## Two\n", "T", "Ann"},
		{"list.md", "# List\n\n- one\n- two\n", "List", "one"},
		{"story.txt", "The Story of It\n\nIt was *long* ago,\nand far away.\n", "The Story of It", "It was *long* ago,"},
		{"main.go", "\n// Command main runs.\npackage main\n", "main", "// Command main runs."},
		{"values.csv", "name,amount\nx,1\n", "values", "name · amount"},
		{"page.html", "<title>A page</title><p>Words &amp; <b>more</b>.", "A page", "Words & more."},
		{"packed.md.gz", packed("# Packed\n\nText"), "Packed", "Text"},
		{"utf16.md", "\xff\xfe#\x00 \x00a\x00\n\x00b\x00", "a", "b"},
		{"book.epub", book("One", "Two"), "A Book", "Ann · 2025"},
		{"hostile.md", "# A\x1b[31m\u202eB\n\na\tb\x07 c &#27;[2J", "A⟨RLO⟩B", "a b␇ c ␛[2J"},
		{"empty.md", " \n", "empty", "empty"},

		// What cannot be read.
		{"binary.md", "a\x00b", "", "no text (it holds NUL bytes)"},
		{"scan.txt", "%PDF-1.7", "", "gloss does not read it itself, it is PDF"},
		{"paper.pdf", "", "", "gloss does not read it itself"},
		{"broken.md.gz", packed("# Packed")[:12], "", "cannot read it"},
		{"broken.epub", "PK\x03\x04" + strings.Repeat("x", 26) + "mimetypeapplication/epub+zip", "", "damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			title, first := Glance(write(t, tt.name, tt.text))
			if title != tt.title || first != tt.first {
				t.Errorf("%q, %q; want %q, %q", title, first, tt.title, tt.first)
			}
		})
	}
}

// However long a document or its first line, a glance is short, and says what
// the whole would.
func TestGlanceIsShort(t *testing.T) {
	for name, text := range map[string]string{
		"line.md":    "# " + strings.Repeat("título ", 4000) + "\n\n" + strings.Repeat("é", 4<<20),
		"spaces.txt": strings.Repeat(" \n", 4<<20) + "far down",
		"long.md":    longText(4 << 20),
		"page.html":  "<title>A page</title>" + strings.Repeat("<p>Words and more of them.\n", 100<<10),
		"wide.csv":   strings.Repeat("value,", 1<<20) + "\n",
		"utf16.txt":  "\xff\xfe" + strings.Repeat("a\x00", 1<<20),
		"marks.txt":  strings.Repeat("e\u0301\u0301\u0301", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			title, first := Glance(write(t, name, text))
			for _, line := range []string{title, first} {
				if len(line) > lineMax || !utf8.ValidString(line) || strings.Contains(line, "\n") || line != strings.TrimSpace(line) {
					t.Errorf("%d bytes: %q", len(line), line)
				}
			}
			if title == "" {
				t.Error("it has no title")
			}
		})
	}
}

// Where there is nothing to glance at it says so.
func TestGlanceElsewhere(t *testing.T) {
	dir := fill(t, "a.md", "b.md", "photo.jpg", ".hidden.md", "part/c.md", "part/deep/", "none/")
	for source, want := range map[string]string{
		dir:                            "2 documents, 2 directories",
		filepath.Join(dir, "part"):     "1 document, 1 directory",
		filepath.Join(dir, "none"):     "no documents",
		filepath.Join(dir, "gone.md"):  "no such file",
		os.DevNull:                     "no regular file",
		"https://example.org/story.md": "",
		"-":                            "",
	} {
		if title, first := Glance(source); title != "" || first != want {
			t.Errorf("%s: %q, %q; want %q", source, title, first, want)
		}
	}
}

// A list asks for as many of these as it shows.
func BenchmarkGlance(b *testing.B) {
	for _, name := range []string{"long.md", "long.txt", "long.go", "long.csv"} {
		b.Run(name, func(b *testing.B) {
			path := write(b, name, longText(1<<20))
			b.ReportAllocs()
			for b.Loop() {
				Glance(path)
			}
		})
	}
}
