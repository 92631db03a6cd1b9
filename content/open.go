// Package content makes a document of a source: it opens what the reader names,
// cleans it, cuts it into blocks and sections, and reads the notes beside it.
// Text is what the rest of gloss asks of an open document. The package knows
// nothing of terminals and of how anything is drawn.
package content

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"gloss/content/article"
	"gloss/content/clean"
	"gloss/content/markdown"
	"gloss/content/notes"
	"gloss/content/web"
	"gloss/model"
)

// Opened is a source that was opened.
type Opened struct {
	// Source is what was opened, as it was named.
	Source string
	// Head is the document as far as it is known at once: the text of a short
	// one, the beginning of a long one, without its notes.
	Head *Text
	// Rest reads on: it yields the document as far as it is known by then, each
	// time more of it, and at last the whole with its notes, or what went wrong.
	// It is nil where Head is all there is, and may be called again.
	Rest func(context.Context) iter.Seq2[*Text, error]
	// Progress is how much Rest has read so far, and of how much, in bytes: 0
	// where that is not known. It is nil where there is nothing to wait for.
	Progress func() (done, total int64)
	// Changed waits until the source, or its notes, are others than when they were
	// opened or when it returned last. It returns an error where it cannot tell,
	// and is nil where nothing can change.
	Changed func(context.Context) error
	// Entries are what there is to choose from, where the source is a list of
	// documents and not one: Head is empty then.
	Entries []model.Entry
	// Edit is the file to be edited and the line, from 1, at which a place of
	// the document stands in it. It is nil where there is no such file.
	Edit func(doc *model.Document, at int) (path string, line int, err error)
}

// Whole is the document read to its end, with its notes.
func (o *Opened) Whole(ctx context.Context) (*Text, error) {
	if o.Rest == nil {
		return o.Head, nil
	}
	var whole *Text
	for text, err := range o.Rest(ctx) {
		if err != nil {
			return nil, err
		}
		whole = text
	}
	return whole, nil
}

// atOnce is the Rest of a source that is read in one go.
func atOnce(read func(context.Context) (*Text, error)) func(context.Context) iter.Seq2[*Text, error] {
	return func(ctx context.Context) iter.Seq2[*Text, error] {
		return func(yield func(*Text, error) bool) { yield(read(ctx)) }
	}
}

// Open opens a source: the path of a file, an address of the web, which Rest
// fetches, "-" for standard input, or "" for the article that gloss holds. Its
// errors are one line that names the path and says what can be opened; where
// there is no such file, errors.Is(err, fs.ErrNotExist). A directory is opened as
// a list to choose from.
func Open(source string, stdin io.Reader) (*Opened, error) {
	opened, err := open(source, stdin)
	if err != nil {
		return nil, err
	}
	opened.Source = source
	return opened, nil
}

func open(source string, stdin io.Reader) (*Opened, error) {
	switch {
	case source == standardInput:
		return openStream(stdin)
	case web.Is(source):
		return openAddress(source)
	}
	if source == "" {
		text := clean.Body(article.Markdown)
		return &Opened{
			Head: NewText(scan(text, "")),
			Rest: atOnce(func(context.Context) (*Text, error) {
				return build(text, "", article.Notes, article.NotesName), nil
			}),
		}, nil
	}
	if info, err := os.Stat(source); err == nil && info.IsDir() {
		return Choose([]string{source})
	}
	return openFile(source)
}

// build is the Text of a whole clean text. notesName is what errors call the
// notes file; it is "" where there is none.
func build(text, source string, notesFile []byte, notesName string) *Text {
	doc := scan(text, source)
	t := NewText(doc)
	if notesName != "" {
		doc.Notes, t.problems = notes.Decode(notesFile, notesName, text, doc.Blocks)
	}
	return t
}

// scan is the document of a clean text, without notes.
func scan(text, source string) *model.Document {
	blocks, sections := markdown.Scan(text)
	return &model.Document{
		Title:  title(sections, source),
		Source: clean.Line(source),
		Text:   text, Blocks: blocks, Sections: sections,
	}
}

// title is the first heading of level 1, else the first heading, else the name
// of the file.
func title(sections []model.Section, source string) string {
	first := ""
	for _, s := range sections {
		if s.Level == 1 && s.Title != "" {
			return s.Title
		}
		if first == "" {
			first = s.Title
		}
	}
	if first != "" {
		return first
	}
	switch {
	case source == standardInput:
		return "Standard input"
	case web.Is(source):
		return clean.Line(source)
	}
	name := filepath.Base(strings.TrimSuffix(source, ".gz"))
	return clean.Line(strings.TrimSuffix(name, filepath.Ext(name)))
}
