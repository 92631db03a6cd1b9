package content

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	"gloss/content/clean"
	"gloss/content/epub"
	"gloss/content/frontmatter"
	"gloss/content/html"
	"gloss/model"
)

// isBook reports whether a file begins as an EPUB does: a zip file whose first
// entry says so.
func isBook(head string) bool {
	return strings.HasPrefix(head, "PK\x03\x04") && strings.Contains(head[:min(len(head), 100)], "mimetypeapplication/epub+zip")
}

// openBookFile opens the EPUB at path. A packed one, which is rare, is unpacked
// first.
func openBookFile(path, head string) (*Opened, error) {
	if strings.HasSuffix(path, ".gz") && isBook(head) {
		data, err := read(context.Background(), path, sizeMax, new(meter))
		if err != nil {
			return nil, err
		}
		return openBook(path, strings.NewReader(data), int64(len(data)), nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	info, err := file.Stat()
	if err != nil {
		return nil, unreadable(path, errors.Join(err, file.Close()))
	}
	return openBook(path, file, info.Size(), file)
}

// openBook opens an EPUB. Its first chapters are its head: the others are read
// behind the first screen. file is closed when all is read, nil for none.
func openBook(path string, from io.ReaderAt, size int64, file io.Closer) (*Opened, error) {
	if file == nil {
		file = io.NopCloser(nil)
	}
	book, err := epub.Open(from, size, html.Body)
	if err != nil {
		_ = file.Close()
		return nil, &refusal{text: clean.Line(called(path) + " " + err.Error()), cause: err}
	}
	b := &bookText{book: book, path: path, file: file}
	for !b.complete() && b.text.Len() < headSize {
		b.chapter()
	}
	if !b.complete() {
		return &Opened{Head: NewText(b.document(firstBlocks(b.text.String()))), Rest: atOnce(b.rest)}, nil
	}
	opened := &Opened{Head: NewText(b.document(b.text.String()))}
	opened.Head.problems = book.Problems()
	if _, err := os.Lstat(notesFile(path)); err == nil {
		opened.Rest = atOnce(b.rest)
	}
	return opened, nil
}

// bookText is the text of a book as far as its chapters were read.
type bookText struct {
	book *epub.Book
	path string
	file io.Closer // closed with the last chapter

	mu   sync.Mutex // one reads at a time
	text strings.Builder
	next int
}

func (b *bookText) complete() bool { return b.next == b.book.Chapters() }

// chapter reads the next chapter. What keeps one from being read is a problem of
// the book, not of the others.
func (b *bookText) chapter() {
	chapter, err := b.book.Chapter(b.next)
	if b.next++; b.complete() {
		_ = b.file.Close()
	}
	if chapter == "" || err != nil {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	b.text.WriteString(clean.Body(chapter))
}

// rest reads all chapters that are left. It is the Text of the whole, with the
// notes beside it.
func (b *bookText) rest(ctx context.Context) (*Text, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for !b.complete() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.chapter()
	}
	return noted(b.document(b.text.String()), b.path, b.book.Problems()), nil
}

// document is the document of a part of the text.
func (b *bookText) document(text string) *model.Document {
	meta := frontmatter.Meta{Title: b.book.Title, Byline: b.book.Byline, Date: b.book.Date, Site: b.book.Site}
	return draft{Meta: meta, markdown: text}.titled().document(b.path)
}
