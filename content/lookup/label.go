package lookup

import (
	"math/bits"
	"slices"
	"strings"

	"gloss/model"
)

// rateLabel is what the label of a card is worth, whether the card may stand for
// its passage, and whether its number can be the one that was asked for. alien
// says that the card is about something else than the query names.
func (r *rater) rateLabel(c card, alien bool) (f float64, stands, answers bool) {
	l := r.label(c)
	stands = l.terms != 0 && r.q.worth(l.terms) >= sayingHalf*r.whole
	answers = true
	f = 1 + labelled*l.same
	switch c.kind {
	case model.KindName:
		switch {
		case r.q.asked == aMeaning:
			f *= 1 + l.same // who somebody is, is what a name's card is for
		case r.q.question, r.q.number && l.terms == 0:
			f *= named
		}
		return f, false, true // a name only borrows its passage
	case model.KindSection:
		titles := c.fields(r.ix.doc).labels
		switch {
		case slices.ContainsFunc(titles, r.asTyped):
			f *= verbatim
		case r.q.question && !slices.ContainsFunc(titles, r.sameQuestion):
			f *= named
		}
		return f, false, true
	case model.KindFigure:
		answers = !alien && r.share(l.terms) >= sayingHalf
		switch {
		case alien:
			f *= elsewhere
		case r.q.asked == aNumber && answers:
			f *= counted
		}
	case model.KindFact, model.KindQuestion, model.KindText:
	}
	if !stands {
		f *= beside
	}
	return f, stands, answers
}

// label is what the labels of a card have of the query.
type label struct {
	terms uint32
	same  float64 // how nearly one of them is the query
}

// label reads the labels of a card. Those of a figure are parts of one, and so
// is its group; those of others say the same in other words, and the one that
// says most counts.
func (r *rater) label(c card) (l label) {
	for _, text := range c.fields(r.ix.doc).labels {
		terms, ofLabel := r.shares(text)
		l.same = max(l.same, r.share(terms)*ofLabel)
		if c.kind == model.KindFigure {
			l.terms |= terms
		} else if r.q.worth(terms) > r.q.worth(l.terms) {
			l.terms = terms
		}
	}
	if c.kind == model.KindFigure {
		terms, _ := r.shares(r.ix.doc.Notes.Figures[c.index].Group)
		l.terms |= terms
	}
	return l
}

// share is how much of the query some of its terms are, by idf. Words that the
// document does not have count in the whole: a label that lacks them is not
// the query.
func (r *rater) share(terms uint32) float64 {
	return r.q.worth(terms) / (r.whole + r.q.lacking)
}

// shares is which terms a label has, and how much of the label they are, by
// words. Words that carry nothing do not count.
func (r *rater) shares(label string) (terms uint32, ofLabel float64) {
	words := scanner{text: label}
	carrying, met := 0, 0
	for words.next() {
		t := r.terms(words.word)
		if t != 0 {
			met++
			terms |= t
		}
		if t != 0 || !stopWords[string(words.word)] {
			carrying++
		}
	}
	if met == 0 {
		return 0, 0
	}
	return terms, float64(met) / float64(carrying)
}

// sameQuestion reports whether a heading is a question about all that the query
// asks about and nothing else.
func (r *rater) sameQuestion(label string) bool {
	terms, ofLabel := r.shares(label)
	return strings.HasSuffix(label, "?") && ofLabel == 1 && r.share(terms) == 1
}

// asTyped reports whether a label is the query, all of its words in order. One
// word is no phrase that somebody took over.
func (r *rater) asTyped(label string) bool {
	words := phrase(label, queryWords)
	return len(words) > 1 && slices.EqualFunc(words, r.q.words, func(word string, w typed) bool {
		return word == w.text || r.terms([]byte(word))&w.terms != 0
	})
}

// nameTerms are the terms of the names among the cards that the query spells
// out, in one of their spellings.
func (r *rater) nameTerms(cards []candidate) (all []uint32) {
	for _, c := range cards {
		card := r.ix.cards[c.at]
		if card.kind != model.KindName {
			continue
		}
		for _, spelling := range card.fields(r.ix.doc).labels {
			if terms, ofLabel := r.shares(spelling); ofLabel == 1 && bits.OnesCount32(terms) < len(r.q.terms) {
				all = append(all, terms)
			}
		}
	}
	return all
}

// foreign reports whether a figure or passage is about something else than a
// name that the query spells out: it has the name neither in itself nor in the
// sentence before it or the title of its section.
func (r *rater) foreign(at int, span model.Span) bool {
	if len(r.names) == 0 {
		return false
	}
	has := r.s.terms[at] | r.around(span)
	return slices.ContainsFunc(r.names, func(name uint32) bool { return name&^has != 0 })
}

// around is which terms the sentence before a passage and the title of its
// section have.
func (r *rater) around(span model.Span) (terms uint32) {
	cards := len(r.ix.cards)
	if i := r.ix.doc.SectionAt(span.Start); i >= 0 {
		terms |= r.s.terms[cards-len(r.ix.doc.Sections)+i]
	}
	if i := r.ix.passages.at(span.Start); i > 0 && !r.ix.passages.first[i] {
		terms |= r.s.terms[cards+i-1]
	}
	return terms
}
