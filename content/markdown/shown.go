package markdown

import (
	"iter"

	"gloss/model"
)

// Part is what a leaf shows of a span.
type Part struct {
	Kind model.LeafKind
	Text string
}

// Shown yields the text of a span as a reader sees it, without mark-up, leaf by
// leaf.
func Shown(doc string, blocks []model.Block, span model.Span) iter.Seq[Part] {
	return func(yield func(Part) bool) {
		d := model.Document{Blocks: blocks}
		for i := max(0, d.BlockAt(span.Start)); i < len(blocks) && blocks[i].Start < span.End; i++ {
			for _, leaf := range Leaves(doc, blocks[i]) {
				shown := leaf.Shown()
				start, end := shown.Range(span)
				if start < end && !yield(Part{Kind: leaf.Kind, Text: shown.Text[start:end]}) {
					return
				}
			}
		}
	}
}
