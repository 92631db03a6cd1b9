package content

import (
	"context"
	"iter"

	"gloss/content/find"
	"gloss/content/lookup"
	"gloss/model"
)

// Find yields the places that show query, from the offset from to the end and
// then from the start; see find.All.
func (t *Text) Find(ctx context.Context, query string, from int) iter.Seq[[]model.Span] {
	return find.All(ctx, t.doc, t.Leaves, query, from)
}

// Index prepares Look for the whole text. It takes some seconds for a hundred
// megabytes, and ends early with the error of ctx.
func (t *Text) Index(ctx context.Context) error {
	if t.all.Load() != nil {
		return nil
	}
	index, err := lookup.Build(ctx, t.doc, t.Leaves)
	if err != nil {
		return err
	}
	t.all.Store(index)
	return nil
}

// Look answers a query with at most limit hits, best first. Until Index is
// done it knows notes and headings only, and complete is false.
func (t *Text) Look(ctx context.Context, query string, limit int) (hits []model.Hit, complete bool) {
	index := t.all.Load()
	if index == nil {
		index = t.notes()
	}
	return index.Look(ctx, query, limit), index.Complete()
}
