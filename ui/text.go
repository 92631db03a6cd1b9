package ui

import (
	"context"
	"iter"

	"gloss/model"
)

// Text is what the screen and the commands ask of an open document. It never
// changes: a document that was read further is another Text. All methods may
// be called from several goroutines at once.
type Text interface {
	Document() *model.Document

	// Leaves is the block as it is drawn.
	Leaves(model.Block) []model.Leaf

	// Quote is the text of a span as shown, on one line.
	Quote(model.Span) string

	// Find yields the places that show query, in batches: from the offset from
	// to the end, then from the start. Each batch is in order; batches may be
	// empty, so that a caller can stop in between.
	Find(ctx context.Context, query string, from int) iter.Seq[[]model.Span]

	// Anchor is the place that a link to #name leads to. The first call may read
	// the whole text.
	Anchor(name string) (at int, ok bool)

	// Look answers a query, best answer first. complete is false while the
	// text is still being indexed: a later call may know more.
	Look(ctx context.Context, query string, limit int) (hits []model.Hit, complete bool)

	// Problems are what was wrong with the notes file; the other notes stand.
	Problems() []error

	// Index prepares Look; it returns when all of the text can be looked up or
	// ctx ends.
	Index(ctx context.Context) error
}

// OpenedAs is a document as far as it is known at once, to whoever knows it as a
// T.
type OpenedAs[T Text] struct {
	// Source is what was opened, as it was named: it can be opened again.
	Source string
	Head   T
	// Rest reads on: it yields the document as far as it is known by then, and at
	// last the whole with its notes. It is nil where Head is all there is.
	Rest func(context.Context) iter.Seq2[T, error]
	// Progress is how much Rest has read, and of how much, in bytes; 0 where that
	// is not known.
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

// Opened is a document as the screen and the commands know it.
type Opened = OpenedAs[Text]

// NewOpened is a document that somebody opened who knows more of it.
func NewOpened[T Text](o OpenedAs[T]) *Opened {
	opened := &Opened{Source: o.Source, Head: o.Head, Progress: o.Progress, Changed: o.Changed, Edit: o.Edit, Entries: o.Entries}
	if o.Rest == nil {
		return opened
	}
	opened.Rest = func(ctx context.Context) iter.Seq2[Text, error] {
		return func(yield func(Text, error) bool) {
			for text, err := range o.Rest(ctx) {
				if err != nil {
					yield(nil, err) // not text: it would be a Text that is nil inside
					return
				}
				if !yield(text, nil) {
					return
				}
			}
		}
	}
	return opened
}

// Whole is the document read to its end, with its notes.
func (o *OpenedAs[T]) Whole(ctx context.Context) (whole T, err error) {
	if o.Rest == nil {
		return o.Head, nil
	}
	for text, err := range o.Rest(ctx) {
		if err != nil {
			return whole, err
		}
		whole = text
	}
	return whole, nil
}
