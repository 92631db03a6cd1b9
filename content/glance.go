package content

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"gloss/content/clean"
	"gloss/content/epub"
	"gloss/content/html"
	"gloss/content/markdown"
	"gloss/content/web"
	"gloss/model"
)

const (
	// glanceSize is how much of a text is looked at, in bytes: many are glanced at
	// for one list. Of a page it is all of its head, whose first kilobytes often
	// show nothing.
	glanceSize = 16 << 10
	// glanceFiles is how many files of a directory are counted.
	glanceFiles = 1000
	// lineMax is the longest line that a glance gives, in bytes.
	lineMax = 200
)

// Glance is the title of a document and its first line of text after the title,
// each on one clean line, found from its beginning alone: where a document would
// have to be read whole to be sure of them, they are what the beginning says. Of
// one that cannot be read the title is "" and the line says why; of a directory
// it says what there is to read. Nothing is fetched and nothing waited for.
func Glance(source string) (title, first string) {
	if web.Is(source) || source == standardInput {
		return "", ""
	}
	if info, err := os.Stat(source); err == nil && info.IsDir() {
		return "", count(source)
	}
	doc, err := glance(source)
	if err != nil {
		return "", brief(err)
	}
	if strings.TrimSpace(doc.Text) == "" {
		return short(doc.Title), "empty"
	}
	return short(doc.Title), short(firstLine(doc))
}

// glance is the beginning of the document at path.
func glance(path string) (*model.Document, error) {
	if err := check(path); err != nil {
		return nil, err
	}
	head, err := read(context.Background(), path, headSize, new(meter))
	if err != nil {
		return nil, err
	}
	f := formatOf(strings.TrimSuffix(path, ".gz"), head)
	if f == bookFormat {
		return glanceBook(path)
	}
	if err := checkText(path, head); err != nil {
		return nil, err
	}
	in := newInput(path, f, head)
	if in.streams() && len(head) > glanceSize {
		return in.head(head[:glanceSize]).doc, nil
	}
	return in.text(head).doc, nil
}

// glanceBook is the title page of an EPUB: a chapter may be as long as a book,
// and the first of them is seldom where it begins.
func glanceBook(path string) (*model.Document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, unreadable(path, err)
	}
	book, err := epub.Open(file, info.Size(), html.Body)
	if err != nil {
		return nil, refuse(err, path, "PATH "+err.Error())
	}
	return (&bookText{book: book, path: path}).document(""), nil
}

// firstLine is the first line that a document shows under its title: of its
// prose, or else who wrote it, or else another heading.
func firstLine(doc *model.Document) string {
	other := ""
	for _, block := range doc.Blocks {
		for _, leaf := range markdown.Leaves(doc.Text, block) {
			text := strings.TrimSpace(lineOf(&leaf))
			switch {
			case text == "" || leaf.Kind == model.Rule || leaf.Kind == model.Heading && strings.TrimSuffix(text, ":") == doc.Title:
			case leaf.Kind != model.Heading && !about(doc, &leaf):
				return text
			case other == "":
				other = text
			}
		}
	}
	return other
}

// lineOf is the first line of a leaf as shown, without its pictures: many a
// README begins with a row of them.
func lineOf(leaf *model.Leaf) string {
	text := leaf.Shown()
	if leaf.Kind == model.Paragraph {
		var words model.ShownBuilder
		for _, in := range leaf.Inlines {
			if in.Style&model.Picture == 0 {
				words.Inlines([]model.Inline{in})
			}
		}
		text = words.Shown()
	}
	for line := range strings.Lines(text.Text) {
		if strings.TrimSpace(line) != "" {
			return strings.ReplaceAll(line, "\t", " · ")
		}
	}
	return ""
}

// about reports whether a leaf is the line that says who wrote the document.
func about(doc *model.Document, leaf *model.Leaf) bool {
	return len(leaf.Inlines) > 0 && doc.About.Start <= leaf.Inlines[0].Span.Start && leaf.Inlines[0].Span.Start < doc.About.End
}

// short is the beginning of a text on one line of at most lineMax bytes.
func short(text string) string {
	const enough = 4 * lineMax // white space folds
	text = strings.Join(strings.Fields(upTo(text, enough)), " ")
	return clean.Line(upTo(text, lineMax))
}

// upTo is at most so many bytes of a text, up to the border of a rune.
func upTo(text string, bytes int) string {
	if len(text) <= bytes {
		return text
	}
	for bytes > 0 && !utf8.RuneStart(text[bytes]) {
		bytes--
	}
	return text[:bytes]
}

// count says how much there is to read in a directory.
func count(path string) string {
	files, err := readDirectory(path, glanceFiles+1)
	switch {
	case err != nil:
		return brief(unreadable(path, err))
	case len(files) > glanceFiles:
		return "more than 1,000 files"
	}
	documents, directories := 0, 0
	for _, f := range files {
		switch kind := kindOf(path, f); {
		case strings.HasPrefix(f.Name(), "."):
		case kind.IsDir():
			directories++
		case kind.IsRegular() && readable(f.Name()):
			documents++
		}
	}
	said := number(documents, "document", "documents")
	if directories > 0 {
		said += ", " + number(directories, "directory", "directories")
	}
	return said
}

func number(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// brief is an error in a few words, where it is known which file it is about:
// what it says before its remedy.
func brief(err error) string {
	said := err.Error()
	var why *refusal
	if errors.As(err, &why) {
		said = why.said
	}
	said, _, _ = strings.Cut(said, ": ")
	said = strings.TrimPrefix(strings.TrimPrefix(said, "PATH "), "is ")
	return short(strings.ReplaceAll(said, "PATH", "it"))
}
