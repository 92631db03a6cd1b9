package content

import (
	"strings"
	"sync"
	"sync/atomic"

	"gloss/content/clean"
	"gloss/content/lookup"
	"gloss/content/markdown"
	"gloss/model"
)

// Text is an open document with what can be asked of it. It never changes: a
// document that was read further is another Text. All methods are safe for
// concurrent use.
type Text struct {
	doc      *model.Document
	problems []error

	notes func() *lookup.Index         // of notes and headings, made when first asked
	all   atomic.Pointer[lookup.Index] // of the whole text, nil until Index made it

	anchors func() map[string]int // what links can lead to, read when first asked
}

// NewText is the document as a Text.
func NewText(doc *model.Document) *Text {
	t := &Text{doc: doc}
	t.notes = sync.OnceValue(func() *lookup.Index { return lookup.Notes(t.doc, t.Leaves) })
	t.anchors = sync.OnceValue(func() map[string]int { return markdown.Anchors(t.doc) })
	return t
}

// unread is the Text of a source of which nothing is known yet but its name.
func unread(source string) *Text {
	return NewText(&model.Document{Title: title(nil, source), Source: clean.Line(source)})
}

// Document is the document itself, not to be changed.
func (t *Text) Document() *model.Document { return t.doc }

// Problems are what is wrong with the notes file, one error a note; the other
// notes are in the document.
func (t *Text) Problems() []error { return t.problems }

// Leaves is a block of the document as it is drawn.
func (t *Text) Leaves(b model.Block) []model.Leaf { return markdown.Leaves(t.doc.Text, b) }

// Quote is the text of a span as shown, for quoting: prose on one line,
// whatever its lines and paragraphs are in the document; code and tables keep
// theirs.
func (t *Text) Quote(span model.Span) string {
	var out strings.Builder
	gap := ""
	for part := range markdown.Shown(t.doc.Text, t.doc.Blocks, span) {
		if part.Kind == model.Code || part.Kind == model.Table {
			out.WriteString(strings.ReplaceAll(gap, " ", "\n") + part.Text)
			gap = "\n"
			continue
		}
		out.WriteString(gap + strings.Join(strings.Fields(part.Text), " "))
		gap = " "
	}
	return out.String()
}
