package content

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/content/markdown"
	"gloss/model"
)

// write puts a file into a fresh directory and gives its path.
func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenArticle(t *testing.T) {
	opened, err := Open("", nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := opened.Head.Document()
	if doc.Source != "" || !strings.HasPrefix(doc.Title, "AI Rivalry Heats Up") {
		t.Errorf("source %q, title %q", doc.Source, doc.Title)
	}
	all := whole(t, opened)
	if len(all.Document().Notes.Facts) == 0 || len(all.Problems()) > 0 {
		t.Errorf("%d facts, problems %v", len(all.Document().Notes.Facts), all.Problems())
	}
	if all.Document().Text != doc.Text {
		t.Error("the notes change the text")
	}
}

// whole is the document with its notes.
func whole(t *testing.T, opened *Opened) *Text {
	t.Helper()
	text, err := opened.Whole(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestOpenFile(t *testing.T) {
	for _, tt := range []struct{ name, text, title, shown string }{
		{"story.md", "Intro\n\n## Second\n\n# The *Title*:\n\nText", "The Title", "Intro Second The Title: Text"},
		{"story.markdown", "## Only\n\ntext", "Only", "Only text"},
		{"my story.MKD", "text alone", "my story", "text alone"},
		{"README", "# Text", "Text", "Text"},
		{"front.md", "---\ntitle: A *T*\nauthor: Ann\ndate: 2025-01-29\n---\nText", "A *T*", "A *T* Ann · 2025-01-29 Text"},
		{"headed.md", "---\ntitle: The Title\nauthor: Ann\n---\n# The Title\n\nText", "The Title", "The Title Ann Text"},
		{"latin.md", "caf\xe9 d\xe9j\xe0 vu", "latin", "café déjà vu"},
		{"utf16.md", "\xff\xfe#\x00 \x00a\x00\n\x00b\x00", "a", "a b"},
		{"main.go", "package main // *no* mark-up\n", "main", "package main // *no* mark-up"},
		{"script", "#!/bin/sh\necho # no heading\n", "script", "#!/bin/sh\necho # no heading"},
		{"values.csv", "name,amount\nx|y,\"1,5\"\n", "values", "name\tamount\nx|y\t1,5"},
		{"packed.md.gz", packed("# Packed\n\nText"), "Packed", "Packed Text"},
		{"story.txt", "The Story of It\n\nIt was *long* ago,\nand far away.\n", "The Story of It", "The Story of It It was *long* ago, and far away."},
		{"page.html", "<title>A page</title><p>Words &amp; <b>more</b>.", "A page", "A page Words & more."},
		{"page.htm", "<meta charset=koi8-r><title>x</title><p>\xf7\xd3\xc5 \xcc\xc0\xc4\xc9.", "x", "x Все люди."},
		{"noname", "<!DOCTYPE html><title>A page</title><p>Words.", "A page", "A page Words."},
		{"prose", "No mark-up at all: 2 * 3 * 4.\n", "prose", "No mark-up at all: 2 * 3 * 4."},
		{"book.epub", book("One", "Two"), "A Book", "A Book Ann · 2025 One Words of One. Two Words of Two."},
		{"book", book("One"), "A Book", "A Book Ann · 2025 One Words of One."},
		{"bom.md", "\uFEFF# Title\r\n\r\ntext\x1b[31m red", "Title", "Title text red"},
		{"empty.md", "", "empty", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, tt.name, tt.text)
			opened, err := Open(path, nil)
			if err != nil {
				t.Fatal(err)
			}
			doc := opened.Head.Document()
			if doc.Title != tt.title || doc.Source != path || opened.Rest != nil {
				t.Errorf("title %q, source %q, rest %v", doc.Title, doc.Source, opened.Rest != nil)
			}
			if got := opened.Head.Quote(model.Span{End: len(doc.Text)}); got != tt.shown {
				t.Errorf("shown %q, want %q", got, tt.shown)
			}
		})
	}
}

// packed is a text as gzip packs it.
func packed(text string) string {
	var b strings.Builder
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// Bytes that mean nothing are shown as such and counted.
func TestStrayBytes(t *testing.T) {
	opened, err := Open(write(t, "stray.md", strings.Repeat("déjà vu ", 9)+"\xff"), nil)
	if err != nil {
		t.Fatal(err)
	}
	problems := fmt.Sprint(opened.Head.Problems())
	if !strings.HasSuffix(opened.Head.Document().Text, "vu \ufffd") || !strings.Contains(problems, "1 byte is no UTF-8") {
		t.Errorf("%q, problems %s", opened.Head.Document().Text, problems)
	}
}

func TestOpenNotesBeside(t *testing.T) {
	path := write(t, "story.md", "# Story\n\nThe bridge has three arches.\n")
	notes := strings.TrimSuffix(path, ".md") + ".notes.yaml"
	good := "facts:\n  - text: Three arches.\n    quote: The bridge has three arches.\n    source: the text\n    standing: stated\n"
	if err := os.WriteFile(notes, []byte(good+"  - text: Gone.\n    quote: This is not there.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := whole(t, opened)
	facts := text.Document().Notes.Facts
	if len(facts) != 1 || opened.Head.Quote(facts[0].Span) != "The bridge has three arches." {
		t.Errorf("facts %v", facts)
	}
	if problems := fmt.Sprint(text.Problems()); !strings.Contains(problems, notes+":6") {
		t.Errorf("problems %q do not name %s:6", problems, notes)
	}

	// One limit, which the package of notes knows: a file that is just too large
	// is not read for its beginning.
	large := good + strings.Repeat("# padding\n", 256<<10/10)
	if err := os.WriteFile(notes, []byte(large), 0o600); err != nil {
		t.Fatal(err)
	}
	text = whole(t, opened)
	if problems := fmt.Sprint(text.Problems()); len(text.Document().Notes.Facts) != 0 || !strings.Contains(problems, "larger than 256 kB") {
		t.Errorf("a large notes file: %d facts, problems %q", len(text.Document().Notes.Facts), problems)
	}

	if err := os.Remove(notes); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(notes, 0o700); err != nil {
		t.Fatal(err)
	}
	if opened, err = Open(path, nil); err != nil || len(whole(t, opened).Problems()) != 1 {
		t.Errorf("a directory for notes: error %v", err)
	}
}

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct{ source, want string }{
		{filepath.Join(dir, "gone.md"), "no such file: "},
		{dir, "holds nothing to read"},
		{os.DevNull, "no regular file"},
		{write(t, "a.pdf", "%PDF"), "pdftotext -layout"},
		{write(t, "b", "%PDF-1.7"), "it is PDF: pdftotext"},
		{write(t, "a.docx", "PK"), "pandoc -t gfm"},
		{write(t, "binary.md", "ab\x00c"), "NUL"},
		{write(t, "a.md.gz", "\x1f\x8bx"), "cannot read"},
		{filepath.Join(dir, "\x1b]0;owned\x07\u202e\n.md"), "⟨RLO⟩ .md"},
	} {
		_, err := Open(tt.source, nil)
		if err == nil {
			t.Errorf("%q was opened", tt.source)
			continue
		}
		text := err.Error()
		if !strings.Contains(text, tt.want) {
			t.Errorf("%q: error %q does not say %q", tt.source, text, tt.want)
		}
		if strings.ContainsAny(text, "\n\x1b\x07\u202e") || strings.ToLower(text[:1]) != text[:1] {
			t.Errorf("%q: error %q is not one clean lower-case line", tt.source, text)
		}
	}
	if _, err := Open(filepath.Join(dir, "gone.md"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v, which is not fs.ErrNotExist", err)
	}
	if os.Getuid() != 0 { // root may read everything
		path := write(t, "secret.md", "text")
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, nil); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a file without permission gives %v", err)
		}
	}
}

// longText is Markdown of at least size bytes, of the kinds that documents have.
func longText(size int) string {
	var s strings.Builder
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, "## Section %d: *more* of it\n\n", i)
		s.WriteString("Meta remains “financially robust”, as **evidenced** by its results, which [it published](https://x.y/z).\nA second line of it follows.\n\n")
		s.WriteString("- One\n- Two `code`\n\n  with a paragraph\n\n> A quote\n\n```go\nfunc main() {\n\n}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n")
	}
	return s.String()
}

// The head of a long file is the beginning of the whole, block by block.
func TestHeadIsBeginning(t *testing.T) {
	for name, text := range map[string]string{
		"values.csv":    "a,b\n" + strings.Repeat("1,2\n3,4,5\n", 20<<10),
		"source.go":     strings.Repeat("x := 1 // *\n", 20<<10),
		"prose.txt":     strings.Repeat("CHAPTER I\n\nIt was long ago, and what they\nsaid then was not what they say now.\n\n  - one\n  - two\n\n", 3<<10),
		"wrapped.txt":   strings.Repeat("It was long ago, and what they\nsaid then was not what they say.\n", 3<<10),
		"front matter":  "---\ntitle: T\n---\n" + longText(100<<10),
		"sections":      longText(300 << 10),
		"one line":      strings.Repeat("word ", 50<<10),
		"one word":      strings.Repeat("é", 100<<10),
		"code":          "```go\n" + strings.Repeat("x := 1\n", 30<<10) + "```\n\nend\n",
		"CRLF":          strings.ReplaceAll(longText(200<<10), "\n", "\r\n"),
		"just the head": strings.Repeat("0123456\n", headSize/8),
	} {
		t.Run(name, func(t *testing.T) {
			file := "long.md"
			if strings.Contains(name, ".") {
				file = name
			}
			opened, err := Open(write(t, file, text), nil)
			if err != nil {
				t.Fatal(err)
			}
			if opened.Rest == nil {
				t.Fatal("the head is all")
			}
			head, doc := opened.Head.Document(), whole(t, opened).Document()
			if !strings.HasPrefix(doc.Text, head.Text) || head.Text == "" {
				t.Fatalf("the head, %d bytes, does not begin the whole", len(head.Text))
			}
			if want := strings.ReplaceAll(text, "\r", ""); doc.Text != want && file == "long.md" && name != "front matter" {
				t.Errorf("the whole has %d bytes, want %d", len(doc.Text), len(want))
			}
			for i, b := range head.Blocks {
				if doc.Blocks[i] != b {
					t.Fatalf("block %d is %v in the head, %v in the whole", i, b, doc.Blocks[i])
				}
			}
			for i, s := range head.Sections {
				if doc.Sections[i].Heading != s.Heading || doc.Sections[i].Title != s.Title {
					t.Fatalf("section %d is %v in the head, %v in the whole", i, s, doc.Sections[i])
				}
			}
		})
	}
}

// A long text comes in steps, each of which goes on where the one before ended.
func TestSteps(t *testing.T) {
	opened, err := Open(write(t, "long.md", longText(5<<20)), nil)
	if err != nil {
		t.Fatal(err)
	}
	before, steps := opened.Head.Document(), 0
	for text, err := range opened.Rest(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		doc := text.Document()
		if !strings.HasPrefix(doc.Text, before.Text) || len(doc.Sections) <= len(before.Sections) {
			t.Errorf("a step of %d bytes and %d sections follows one of %d and %d", len(doc.Text), len(doc.Sections), len(before.Text), len(before.Sections))
		}
		before = doc
		steps++
	}
	if done, total := opened.Progress(); steps < 2 || done != total || done < 5<<20 {
		t.Errorf("%d steps; %d of %d bytes", steps, done, total)
	}
}

func TestRestStops(t *testing.T) {
	path := write(t, "long.md", longText(200<<10))
	opened, err := Open(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := opened.Whole(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled read gives %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := opened.Whole(context.Background()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that went away gives %v", err)
	}
}

func TestQuote(t *testing.T) {
	text := "Some **bold\ntext** here.\n\nAnother  \nline.\n\n```\na  b\n  c\n```\n\nEnd."
	blocks, _ := markdown.Scan(text)
	quoted := NewText(&model.Document{Text: text, Blocks: blocks})
	for _, tt := range []struct {
		from, to, want string
	}{
		{"Some", "End.", "Some bold text here. Another line.\na  b\n  c\nEnd."},
		{"bold", "text", "bold text"},
		{"old", "her", "old text her"},
		{"a  b", "  c", "a  b\n  c"},
	} {
		span := model.Span{Start: strings.Index(text, tt.from), End: strings.Index(text, tt.to) + len(tt.to)}
		if got := quoted.Quote(span); got != tt.want {
			t.Errorf("from %q to %q: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	if got := quoted.Quote(model.Span{}); got != "" {
		t.Errorf("nothing quoted is %q", got)
	}
}

// The first screen waits for this, whatever the size of the file.
func BenchmarkOpenHead10MB(b *testing.B) {
	path := write(b, "long.md", longText(10<<20))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(path, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// The article waits for its notes too.
func BenchmarkOpenArticle(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open("", nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenWhole10MB(b *testing.B) {
	opened, err := Open(write(b, "long.md", longText(10<<20)), nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(10 << 20)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := opened.Whole(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
