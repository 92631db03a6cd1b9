// Package epub turns an EPUB, version 2 or 3, into Markdown. It owns the
// container (zip, package document, contents table), what makes many files one
// text (headings by the contents table, links between the files), and what
// keeps a book from being read. It knows nothing of how a page becomes Markdown:
// the converter is given to it. No file is written and nothing is fetched.
//
//	zip ─▶ container.xml ─▶ package document ─▶ spine: chapters
//	                                       └──▶ contents table: marks, by chapter
//	chapter ─▶ survey (its headings) ─▶ plan (levels) ─▶ rewrite ─▶ Convert ─▶ anchors
//
// Open reads the container and the contents table only, so that the first
// chapter of a large book is there at once.
package epub

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
)

// Convert turns the body of an HTML page in UTF-8 into Markdown. Each target of
// a link goes through link. Characters of the private use areas stay as they are.
type Convert func(page []byte, link func(target string) string) (string, error)

// Book is an EPUB: what it says of itself, and its chapters, which are read when
// asked for. It is safe for concurrent use. All of it is as hostile as the file.
type Book struct {
	Title  string
	Byline string // the authors, as "A, B and C"
	Date   string // of publication, as written in the book but without a time of day
	Site   string // the publisher

	archive  *archive
	convert  Convert
	chapters []chapter
	index    map[string]int // chapter by path
	planned  bool           // a contents table says where sections start

	mu       sync.Mutex
	problems []error
}

// chapter is one document of the spine.
type chapter struct {
	path  string
	aside bool   // it is no part of the reading order, and comes last
	above int    // level of the section that the chapter starts in
	marks []mark // sections that start in it by the contents table
}

const (
	// chaptersMax bounds the spine. The longest of real books have a few thousand.
	chaptersMax = 50_000
	// problemsMax bounds what is reported; a hostile book has no end of it.
	problemsMax = 100
)

// Open opens an EPUB of the given size. Its errors are one line that says what
// keeps the book from being read, to be put behind its name: "is protected …".
func Open(r io.ReaderAt, size int64, convert Convert) (*Book, error) {
	files, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	b := &Book{archive: files, convert: convert, index: map[string]int{}}
	path, err := files.packagePath()
	if err != nil {
		return nil, err
	}
	if err := files.protected(path); err != nil {
		return nil, err
	}
	data, err := files.read(path)
	if errors.Is(err, errPassword) {
		return nil, errors.New("is locked with a password: unpack it and pack it without one")
	}
	if len(data) == 0 && err != nil {
		return nil, fmt.Errorf("is damaged: its package document cannot be read: %w", err)
	}
	pack := readPackage(data)
	b.Title, b.Byline, b.Date, b.Site = pack.title(), pack.byline(), pack.date(), pack.publisher
	b.spine(pack.documents(), path)
	if len(b.chapters) == 0 {
		return nil, errors.New("holds nothing to read: none of its chapters is there")
	}
	b.contents(pack, path)
	return b, nil
}

// spine finds the chapters. A document that is named twice is read once.
func (b *Book) spine(documents []item, base string) {
	for _, doc := range documents {
		path := resolve(base, doc.href)
		name, ok := b.archive.find(path)
		switch {
		case !ok:
			b.problem(fmt.Errorf("a chapter is missing: %s", brief(path)))
			continue
		case !doc.isPage():
			b.problem(fmt.Errorf("a chapter is no page of text: %s", brief(path)))
			continue
		}
		if _, again := b.index[name]; again || len(b.chapters) == chaptersMax {
			continue
		}
		b.index[name] = len(b.chapters)
		b.chapters = append(b.chapters, chapter{path: name, aside: doc.aside, above: 1})
	}
}

// Chapters is the number of chapters, at least 1.
func (b *Book) Chapters() int { return len(b.chapters) }

// Chapter is the Markdown of one chapter, "" where there is nothing in it. All of
// them in order, with blank lines between, are one document. What can be read of
// a damaged one is its text. An error is told by Problems too: a reader may go on
// with the next chapter.
func (b *Book) Chapter(i int) (string, error) {
	c := b.chapters[i]
	data, err := b.archive.read(c.path)
	if len(data) == 0 && err != nil {
		return "", b.problem(fmt.Errorf("cannot read %s: %w", brief(c.path), err))
	}
	if err != nil {
		b.problem(fmt.Errorf("cannot read all of %s: %w", brief(c.path), err))
	}
	page := decode(data)
	signs := newAnchors(i)
	markdown, err := b.convert(rewrite(page, b.plan(i, survey(page, c.fragments())), signs), b.link(i))
	if err != nil {
		return "", b.problem(fmt.Errorf("cannot read %s: %w", brief(c.path), err))
	}
	return strings.Trim(strings.ToValidUTF8(signs.finish(markdown), "�"), "\n"), nil
}

// Problems is what could not be read so far.
func (b *Book) Problems() []error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.problems)
}

// problem keeps a problem, once: a chapter may be asked for again.
func (b *Book) problem(err error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	known := func(other error) bool { return other.Error() == err.Error() }
	if len(b.problems) < problemsMax && !slices.ContainsFunc(b.problems, known) {
		b.problems = append(b.problems, err)
	}
	return err
}

// brief is a path of the archive for a message.
func brief(path string) string {
	const most = 80
	path = strings.TrimPrefix(fold(path), "/")
	if len(path) > most {
		path = strings.ToValidUTF8(path[:most], "") + "…"
	}
	return fmt.Sprintf("%q", path)
}

// fold is a text on one line, its white space single spaces.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
