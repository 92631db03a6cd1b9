// Package find finds a phrase in the text as shown: where it is wrapped, bold
// or half a link, a reader sees one phrase, and so does find. It owns how two
// texts are compared; it knows nothing of rows, screens or what is done with
// a match.
//
// A block of Markdown has to be parsed before its shown text is known, and
// parsing reaches about 18 MB/s. So a block is looked at twice: may, at more than
// a GB/s, asks of the raw text whether the longest word of the query can
// show there at all, and only then is the block parsed and searched.
package find

import (
	"context"
	"iter"
	"sort"
	"strings"
	"unicode"

	"gloss/model"
)

// pause is after how many blocks without a match an empty batch is yielded, so
// that the caller can stop a long search within a few milliseconds.
const pause = 512

// All yields the spans of the document's text that show query, a batch a
// block, from the offset from to the end and then from the start. Spans of a batch are in order and do not overlap. White space and
// the form of quotation marks do not count, nor does case unless the query has
// an upper-case letter. It ends early with ctx.
func All(ctx context.Context, doc *model.Document, leaves func(model.Block) []model.Leaf, query string, from int) iter.Seq[[]model.Span] {
	return func(yield func([]model.Span) bool) {
		q := newQuery(query)
		if q.text == "" || len(doc.Blocks) == 0 {
			return
		}
		search := func(b model.Block, from, to int) []model.Span {
			if !q.may(doc.Text[b.Start:b.End]) {
				return nil
			}
			spans := q.in(leaves(b))
			low := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= from })
			high := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= to })
			return spans[low:high]
		}
		n, first := len(doc.Blocks), doc.BlockAt(from)
		idle := 0
		for i := range n + 1 { // the first block comes twice: its end first, its start last
			b := doc.Blocks[(first+i)%n]
			var spans []model.Span
			switch i {
			case 0:
				spans = search(b, from, len(doc.Text))
			case n:
				spans = search(b, 0, from)
			default:
				spans = search(b, 0, len(doc.Text))
			}
			if idle++; len(spans) == 0 && idle < pause {
				continue
			}
			idle = 0
			if ctx.Err() != nil || !yield(spans) {
				return
			}
		}
	}
}

// query is a phrase made ready for comparing.
type query struct {
	text  string // folded
	exact bool   // case counts
	word  string // its longest run of letters and digits, folded
	rare  int    // the place of the rarest byte of word, -1 for none

	beside *[256]bool // see neighbours
	side   int
}

func newQuery(typed string) query {
	exact := strings.IndexFunc(typed, unicode.IsUpper) >= 0
	q := query{exact: exact}
	q.text = strings.TrimSpace(fold(typed, exact).text)
	for _, word := range strings.FieldsFunc(q.text, func(r rune) bool { return !isWord(r) }) {
		if len(word) > len(q.word) {
			q.word = word
		}
	}
	if q.rare = rarest(q.word); q.rare >= 0 {
		q.beside, q.side = q.neighbours()
	}
	return q
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// in finds the query in the leaves of a block.
func (q query) in(leaves []model.Leaf) []model.Span {
	var spans []model.Span
	for _, l := range leaves {
		shown := l.Shown()
		f := fold(shown.Text, q.exact)
		for at := 0; ; {
			i := strings.Index(f.text[at:], q.text)
			if i < 0 {
				break
			}
			start, end := at+i, at+i+len(q.text)
			if span := shown.Source(f.offset(start), f.offset(end)); !span.Empty() {
				spans = append(spans, span)
			}
			at = end
		}
	}
	return spans
}
