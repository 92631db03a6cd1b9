// Package lookup answers a query over a whole document: its figures, facts,
// questions, names and headings, and the sentences of its text. It owns the
// index and the ranking. It is told how a block is parsed and knows nothing of
// Markdown, files or screens.
//
// An index is built once, in the background, and never changes. Notes makes a
// small one at once, so that there are answers while Build reads the text.
package lookup

import (
	"context"
	"fmt"
	"math"
	"sync"

	"gloss/model"
)

// Index answers look-ups in one document. It is safe for concurrent use.
type Index struct {
	doc      *model.Document
	leaves   func(model.Block) []model.Leaf
	complete bool

	// The cards and passages are numbered as one, the cards first: that is the
	// number in the postings.
	cards      []card
	passages   passages
	vocabulary vocabulary
	postings   postings
	names      map[string]bool // words that the names among the cards begin with

	usual   float64   // words of a card or passage, on average
	scratch sync.Pool // of *scratch
}

// textMax is the longest text that an index can point into.
const textMax = math.MaxUint32

// Build indexes notes, headings and text. leaves gives a block of the document
// as it is drawn; it is called from several goroutines. Build takes all cores,
// and ends early with the error of ctx.
func Build(ctx context.Context, doc *model.Document, leaves func(model.Block) []model.Leaf) (*Index, error) {
	if uint64(len(doc.Text)) > textMax {
		return nil, fmt.Errorf("look up in %s: the text has %d bytes, more than the 4 GiB that can be indexed; divide it", doc.Source, len(doc.Text))
	}
	b := newBuilder()
	b.addCards(doc)
	if err := b.readText(ctx, doc, leaves); err != nil {
		return nil, err
	}
	ix := b.index(doc, leaves)
	ix.complete = true
	return ix, nil
}

// Notes indexes the notes and headings alone, which takes no longer than a
// frame even in a long document.
func Notes(doc *model.Document, leaves func(model.Block) []model.Leaf) *Index {
	b := newBuilder()
	b.addCards(doc)
	return b.index(doc, leaves)
}

// Complete reports whether the index knows the text too.
func (ix *Index) Complete() bool { return ix.complete }

// limitMax is the most answers of one look-up: nobody reads further.
const limitMax = 1000

// Look answers a query with at most limit hits, best first; equally good ones
// in the order of their kinds, then of their places. It is empty where nothing
// matches, and where ctx ends. The last word of a text that ends in a letter or
// digit may be half typed and stands for all that begin with it, too; a space
// behind it says that it is finished.
func (ix *Index) Look(ctx context.Context, text string, limit int) []model.Hit {
	limit = min(limit, limitMax)
	q := parse(text)
	all := len(ix.cards) + ix.passages.len()
	q.find(&ix.vocabulary, &ix.postings, all)
	if len(q.terms) == 0 || limit <= 0 {
		return nil
	}
	s := ix.scratch.Get().(*scratch)
	defer ix.scratch.Put(s)
	s.clear(all)
	if !ix.weigh(ctx, q, s) {
		return nil
	}
	ix.lean(q, s)
	r := newRater(ix, q, s)
	rated, ok := r.rate(ctx, max(limit, candidates))
	if !ok {
		return nil
	}
	rated = settle(rated)
	hits := make([]model.Hit, min(limit, len(rated)))
	for i := range hits {
		hits[i] = r.hit(rated[i])
	}
	return hits
}
