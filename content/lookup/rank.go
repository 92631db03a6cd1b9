package lookup

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"
)

// The ranking, in three steps.
//
// How its constants were chosen: those that weigh words and passages (here, and
// complete, together, answering, defining in evidence.go) by trying values on
// 612 questions about 24 articles of XQuAD, of which the first answer is right
// for 480 and one of the first three for 572. They were tried on no others, so
// expect less elsewhere. Halved or doubled one at a time, nearly all of them
// move these two numbers by at most 4; five questions at the first answer are
// lost by a doubled k1, and four by a doubled b, half of leanBefore, or slips at
// more than the word itself. XQuAD has no notes, and one heading an article.
// So what weighs notes, labels and headings, and begunValue, is set by hand so
// that the look-ups in testdata come out, and halving or doubling any of it
// changes XQuAD by at most one question and costs those one look-up or none.
// Nothing there says more than which of two effects should be the stronger.
//
// First every card and passage is weighed by the words of the query that it
// holds (weigh): BM25, the sum over the terms of
//
//	idf × tf × (k1 + 1) / (tf + k1 × (1 − b + b × words / usual words))
//
// Its k1 is small, because a word that a sentence repeats is hardly more its
// subject, and its b is small, because a long sentence is not a padded short
// one: it tells more, and holds answers more often. A term may be met in
// several ways (another form, a slip); the best way counts, once.
//
// Then a passage leans on what stands round it (lean). A sentence is written
// to be read behind the one before it: "He also owns the team" answers who
// owns it, but only its neighbour has the name. So terms that the passage lacks and its
// neighbours in the paragraph or the title of its section have, count a
// fraction of their idf.
//
// Last the best candidates are read again and rated by what only their words
// in order can tell (evidence.go), notes and headings by their labels too, and
// a note takes the place of the sentence it rests on (settle).
const (
	bm25K = 0.6
	bm25B = 0.2

	// A word of a label says what a note is about and counts as said three
	// times, which is nearly all that k1 lets repetition bring.
	labelWeight = 3

	// How much of its idf a term brings that stands in the passage before, in the
	// one after, or in the title of the section. What was said before is what a
	// sentence refers back to.
	leanBefore = 0.25
	leanAfter  = 0.15
	leanTitle  = 0.1

	// What a term counts for where it is met in another way than as typed: by the
	// beginning of a word, so that "us" finds the U.S. before the users; by a
	// slip, which is only tried where the word itself is nowhere; by a word made of
	// two, which is sure enough to count whole.
	begunValue  = 0.6
	slipValue   = 0.8
	joinedValue = 1

	// candidates is how many cards and how many passages are read again: what
	// stands lower by its words hardly ever comes to the top.
	candidates = 48
)

// idf is how much a term tells that stands in so many of all cards and
// passages: in BM25's form that is never negative.
func idf(in uint32, all int) float64 {
	return math.Log(1 + (max(0, float64(all)-float64(in))+0.5)/(float64(in)+0.5))
}

// scratch is the working memory of one look-up, a cell for each card and
// passage. It is kept between look-ups: at 100 MB of text it is 12 MB.
type scratch struct {
	score []float32
	mine  []float32 // what the term at hand has brought
	terms []uint32  // which terms it holds, a bit each
}

func (s *scratch) clear(n int) {
	if cap(s.score) < n {
		*s = scratch{make([]float32, n), make([]float32, n), make([]uint32, n)}
		return
	}
	s.score, s.mine, s.terms = s.score[:n], s.mine[:n], s.terms[:n]
	clear(s.score)
	clear(s.terms) // a cell of mine is set before it is read
}

// weigh scores every card and passage by the words it holds itself. It is
// false where ctx ended.
func (ix *Index) weigh(ctx context.Context, q *query, s *scratch) bool {
	var norm [256]float32 // by the number of words
	for words := range norm {
		norm[words] = float32(bm25K * (1 - bm25B + bm25B*float64(words)/ix.usual))
	}
	cards := uint32(len(ix.cards))
	for t := range q.terms {
		bit := uint32(1) << t
		for _, w := range q.terms[t].ways {
			if ctx.Err() != nil {
				return false
			}
			value := float32(w.value * q.terms[t].idf * (bm25K + 1))
			ix.postings.each(w.stem, func(at uint32, count int) {
				var words uint8
				if at < cards {
					words = ix.cards[at].words
				} else {
					words = ix.passages.words[at-cards]
				}
				gain := value * float32(count) / (float32(count) + norm[words])
				if s.terms[at]&bit == 0 {
					s.terms[at] |= bit
					s.mine[at] = 0
				}
				if more := gain - s.mine[at]; more > 0 {
					s.score[at] += more
					s.mine[at] = gain
				}
			})
		}
	}
	return true
}

// lean adds to each passage that holds a term what its surroundings bring.
func (ix *Index) lean(q *query, s *scratch) {
	cards, sections := len(ix.cards), ix.doc.Sections
	titles := s.terms[cards-len(sections) : cards] // headings are the last cards
	terms, score := s.terms[cards:], s.score[cards:]
	section, title := -1, uint32(0)
	for i, have := range terms {
		for section+1 < len(sections) && sections[section+1].Span.Start <= int(ix.passages.starts[i]) {
			section++
			title = titles[section]
		}
		if have == 0 {
			continue
		}
		sum := 0.0
		if i > 0 && !ix.passages.first[i] {
			sum += leanBefore * q.worth(terms[i-1]&^have)
			have |= terms[i-1]
		}
		if i+1 < len(terms) && !ix.passages.first[i+1] {
			sum += leanAfter * q.worth(terms[i+1]&^have)
			have |= terms[i+1]
		}
		sum += leanTitle * q.worth(title&^have)
		score[i] += float32(sum)
	}
}

// worth is the idf of a set of terms.
func (q *query) worth(terms uint32) (sum float64) {
	for ; terms != 0; terms &= terms - 1 {
		sum += q.terms[bits.TrailingZeros32(terms)].idf
	}
	return sum
}

// candidate is a card or passage that may answer.
type candidate struct {
	at    int // number among cards and passages
	score float64
}

func byScore(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.at, b.at))
}

// best are the n highest of the scores of the cards and passages from number
// from on, best first. It keeps at most 2n and raises the bar each time that
// they are cut back to n, so the cost hardly depends on n.
func best(scores []float32, from, n int) []candidate {
	var top []candidate
	bar := float32(0)
	for i, score := range scores {
		if score <= bar {
			continue
		}
		if top = append(top, candidate{from + i, float64(score)}); len(top) == 2*n {
			slices.SortFunc(top, byScore)
			top = top[:n]
			bar = scores[top[n-1].at-from]
		}
	}
	slices.SortFunc(top, byScore)
	return top[:min(n, len(top))]
}
