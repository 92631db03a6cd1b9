package lookup

import (
	"context"
	"slices"
	"strings"

	"gloss/model"
)

// rated is a candidate that was read again.
type rated struct {
	candidate
	kind   model.Kind
	span   model.Span
	stands bool // for the sentence it rests on
	alien  bool // about something else than the query names
}

// readBytes is how much text a look-up parses to rate passages, some ten
// milliseconds' worth. Passages of common documents lie in blocks of a few
// hundred bytes, and all candidates are read; where a block is tens of
// kilobytes, the lower candidates keep what their words gave them.
const readBytes = 128 << 10

// rate rates the n best cards and the n best passages. ok is false where ctx
// ended.
func (r *rater) rate(ctx context.Context, n int) (all []rated, ok bool) {
	doc, cards := r.ix.doc, len(r.ix.cards)
	top := best(r.s.score[:cards], 0, n)
	r.names = r.nameTerms(top)
	for _, c := range top {
		card := r.ix.cards[c.at]
		note := card.note(doc)
		alien := card.kind == model.KindFigure && r.foreign(c.at, note.Span)
		factor, stands, answers := r.rateLabel(card, alien)
		seen := r.read(note.Quote)
		seen.kinds[aNumber] = seen.kinds[aNumber] && answers
		c.score *= r.factor(c.at, note.Span, seen) * factor
		all = append(all, rated{c, card.kind, note.Span, stands, alien})
	}
	for _, c := range best(r.s.score[cards:], cards, n) {
		if ctx.Err() != nil {
			return nil, false
		}
		span := r.ix.passages.span(c.at - cards)
		var seen signs
		if r.parsed < readBytes {
			shown, p := r.passage(span)
			seen = r.read(shown.Text[p.start:p.end])
		}
		c.score *= r.factor(c.at, span, seen)
		all = append(all, rated{c, model.KindText, span, false, r.foreign(c.at, span)})
	}
	return all, true
}

// settle puts the rated in order, and a note in the place of its sentence: the
// note says what the sentence says, and more. The best of the notes that stand
// for a sentence is at least as good an answer as it, and the sentence itself
// is left out. So is one that the quote of a better note shows already. Where a
// figure is somebody else's, so is its sentence.
func settle(all []rated) []rated {
	var texts, notes []rated
	for _, c := range all {
		if c.kind == model.KindText {
			texts = append(texts, c)
		} else {
			notes = append(notes, c)
		}
	}
	texts = slices.DeleteFunc(texts, func(text rated) bool {
		stand, shown := -1, false
		for i, note := range notes {
			if !note.span.Overlaps(text.span) {
				continue
			}
			if note.alien && text.alien {
				text.score *= elsewhere
				text.alien = false
			}
			shown = shown || note.score >= text.score && note.span.Start <= text.span.Start && text.span.End <= note.span.End
			if note.stands && (stand < 0 || note.score > notes[stand].score) {
				stand = i
			}
		}
		if stand >= 0 {
			notes[stand].score = max(notes[stand].score, text.score)
		}
		return stand >= 0 || shown
	})
	all = append(notes, texts...)
	slices.SortFunc(all, func(a, b rated) int { return byScore(a.candidate, b.candidate) })
	return all
}

// hit is a rated candidate as an answer.
func (r *rater) hit(c rated) model.Hit {
	h := model.Hit{Kind: c.kind, Index: -1, Span: c.span, Score: c.score}
	if c.kind == model.KindText {
		shown, p := r.passage(c.span)
		h.Quote = oneLine.Replace(shown.Text[p.start:p.end])
		h.Text = h.Quote
		h.Match = r.match(nil, shown, p)
		return h
	}
	card := r.ix.cards[c.at]
	h.Index, h.Quote, h.Text = int(card.index), card.note(r.ix.doc).Quote, card.answer(r.ix.doc)
	blocks := r.ix.doc.Blocks
	first := max(0, r.ix.doc.BlockAt(c.span.Start))
	for i := first; i < min(first+quoteBlocks, len(blocks)) && blocks[i].Start < c.span.End; i++ {
		for _, shown := range r.block(i) {
			from, to := shown.Range(c.span)
			h.Match = r.match(h.Match, shown, part{from, to})
		}
	}
	return h
}

// quoteBlocks is how many blocks of a note's passage are searched for the
// words that matched: a quote has a few sentences, and one that goes on for
// pages must not cost a page's parsing at each key.
const quoteBlocks = 4

var oneLine = strings.NewReplacer("\n", " ", "\t", " ")

// match appends the source of the words of a part that the query met.
func (r *rater) match(all []model.Span, shown model.Shown, p part) []model.Span {
	words := scanner{text: shown.Text[:p.end], at: p.start}
	for words.next() {
		if r.terms(words.word) != 0 {
			if span := shown.Source(words.start, words.end); !span.Empty() {
				all = append(all, span)
			}
		}
	}
	return all
}

// passage finds a passage again: the leaf that shows it, and where there.
func (r *rater) passage(span model.Span) (model.Shown, part) {
	if i := r.ix.doc.BlockAt(span.Start); i >= 0 {
		for _, shown := range r.block(i) {
			if from, to := shown.Range(span); from < to {
				return shown, part{from, to}.trim(shown.Text)
			}
		}
	}
	return model.Shown{}, part{}
}

// block is the leaves of a block as shown.
func (r *rater) block(i int) []model.Shown {
	if all, ok := r.blocks[i]; ok {
		return all
	}
	var all []model.Shown
	for _, leaf := range r.ix.leaves(r.ix.doc.Blocks[i]) {
		all = append(all, leaf.Shown())
	}
	r.blocks[i] = all
	r.parsed += r.ix.doc.Blocks[i].Len()
	return all
}
