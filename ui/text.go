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

// Opened is a document as far as it is known at once.
type Opened struct {
	Head Text
	// Rest is the whole document with its notes; nil where Head is all there is.
	Rest func(context.Context) (Text, error)
}

// NewOpened is a document from what content knows of it: its head, and what
// reads the rest, nil where the head is all of it.
func NewOpened[T Text](head T, rest func(context.Context) (T, error)) *Opened {
	opened := &Opened{Head: head}
	if rest != nil {
		opened.Rest = func(ctx context.Context) (Text, error) {
			whole, err := rest(ctx)
			if err != nil {
				return nil, err // not whole: it would be a Text that is nil inside
			}
			return whole, nil
		}
	}
	return opened
}
