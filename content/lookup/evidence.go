package lookup

import (
	"unicode"
	"unicode/utf8"

	"gloss/model"
)

// What the words of a candidate in order tell, each as a factor on its score.
const (
	// complete is for the share of the query that is there, by idf. BM25 lets
	// one rare word stand for a whole question; a reader does not.
	complete = 1.0
	// together is for terms as near each other as in the query.
	together = 0.4
	// answering is for holding the kind of thing that was asked for, and not
	// merely in the words of the question: a number, a name, a time.
	answering = 0.5
	// defining is for saying what a word of the query is, when that is asked.
	defining = 0.3

	// labelled is for a label that is the query, word for word: it then comes
	// before all text that merely speaks of it. A label that only shares words
	// gets the product of the two shares.
	labelled = 1.5
	// sayingHalf is the share of the query, by idf, from which on the label of a
	// note is about it, and the note may stand for the sentence it rests on. Of
	// a sentence about two things the note may say the other one: then it counts
	// for less, and the sentence answers for itself (beside).
	sayingHalf = 0.5
	beside     = 0.7
	// counted is for a figure where a number is asked for.
	counted = 1.3
	// named is for a label where a question asks for more than a meaning: what
	// a name is and how a section is called do not answer that.
	named = 0.2
)

// rater reads candidates again.
type rater struct {
	ix     *Index
	q      *query
	s      *scratch
	whole  float64 // worth of all terms
	termOf map[string]int
	blocks map[int][]model.Shown // blocks parsed so far
	parsed int                   // bytes of them
}

func newRater(ix *Index, q *query, s *scratch) *rater {
	return &rater{
		ix: ix, q: q, s: s,
		whole:  q.worth(uint32(uint64(1)<<len(q.terms) - 1)),
		termOf: map[string]int{},
		blocks: map[int][]model.Shown{},
	}
}

// term is the number of the term that a folded word meets, or -1.
func (r *rater) term(word []byte) int {
	if t, ok := r.termOf[string(word)]; ok {
		return t
	}
	found := -1
	if id, ok := r.ix.vocabulary.meant(string(word)); ok {
		for t := range r.q.terms {
			if r.q.terms[t].met(id) {
				found = t
				break
			}
		}
	}
	r.termOf[string(word)] = found
	return found
}

// signs is what a text was seen to hold.
type signs struct {
	kinds   [aMeaning + 1]bool // kinds of answer
	nearest [queryWords]int    // fewest words from a term to the one behind it in the query; 0 for no such pair
}

// read looks through a text for signs.
func (r *rater) read(text string) signs {
	var seen signs
	var latest [queryWords]int // where each term was last met, from 1; 0 for nowhere
	words := scanner{text: text}
	afterPlace, sentence := false, other
	for n := 1; words.next(); n++ {
		t := r.term(words.word)
		comma := words.start >= 2 && text[words.start-2:words.start] == ", "
		if t < 0 {
			word := string(words.word)
			first, _ := utf8.DecodeRuneInString(text[words.start:])
			seen.note(word, unicode.IsUpper(first), n == 1, afterPlace)
			afterPlace = placeWords[word]
			sentence = sentence.after(word, comma)
			seen.kinds[aMeaning] = seen.kinds[aMeaning] || sentence == definition
			continue
		}
		if t > 0 && latest[t-1] > 0 {
			seen.pair(t-1, n-latest[t-1])
		}
		if t+1 < len(latest) && latest[t+1] > 0 { // the other way round costs a step
			seen.pair(t, n-latest[t+1]+1)
		}
		latest[t] = n
		afterPlace, sentence = false, subject
	}
	return seen
}

func (s *signs) pair(t, words int) {
	if s.nearest[t] == 0 || words < s.nearest[t] {
		s.nearest[t] = words
	}
}

// progress is how far a sentence has come in saying what a word of the query
// is: "X is a", "X was the", "X, one of", "X means".
type progress uint8

const (
	other progress = iota
	subject
	verb
	definition
)

// after is the state behind a word that is not one of the query's.
func (p progress) after(word string, comma bool) progress {
	switch {
	case p == subject && copula[word]:
		return verb
	case p == subject && meaningWords[word], (p == verb || p == subject && comma) && articleWords[word]:
		return definition
	}
	return other
}

// note takes the kinds of answer that a word, not one of the query's, is a
// sign of.
func (s *signs) note(word string, capital, first, afterPlace bool) {
	digit := digitAt(word, 0)
	switch {
	case digit, numberWords[word]:
		s.kinds[aNumber] = true
		s.kinds[aTime] = s.kinds[aTime] || digit && isYear(word)
	case timeWords[word]:
		s.kinds[aTime] = true
	case reasonWords[word]:
		s.kinds[aReason] = true
	case capital && !stopWords[word]:
		s.kinds[aPerson] = s.kinds[aPerson] || !first
		s.kinds[aPlace] = s.kinds[aPlace] || afterPlace
	}
}

func isYear(word string) bool { return len(word) == 4 && (word[0] == '1' || word[0] == '2') }

// factor is what the signs in a candidate's text are worth.
func (r *rater) factor(at int, seen signs) float64 {
	f := 1 + complete*r.q.worth(r.s.terms[at])/r.whole
	switch {
	case r.q.asked == anything || !seen.kinds[r.q.asked]:
	case r.q.asked == aMeaning:
		f *= 1 + defining
	default:
		f *= 1 + answering
	}
	if pairs := len(r.q.terms) - 1; pairs > 0 {
		sum := 0.0
		for _, words := range seen.nearest[:pairs] {
			if words > 0 {
				sum += 1 / float64(words)
			}
		}
		f *= 1 + together*sum/float64(pairs)
	}
	return f
}

// labelFactor is what the label of a card is worth, and whether the card may
// stand for its passage.
func (r *rater) labelFactor(c card) (f float64, stands bool) {
	said, same := 0.0, 0.0
	for _, label := range c.fields(r.ix.doc).labels {
		ofQuery, ofLabel := r.shares(label)
		said, same = max(said, ofQuery), max(same, ofQuery*ofLabel)
	}
	stands = said >= sayingHalf
	f = 1 + labelled*same
	switch c.kind {
	case model.KindName:
		if r.q.asked == aMeaning {
			f *= 1 + same // who somebody is, is what a name's card is for
		} else if r.q.question {
			f *= named
		}
		return f, false // a name only borrows its passage
	case model.KindSection:
		if r.q.question {
			f *= named
		}
		return f, false
	case model.KindFigure:
		if r.q.asked == aNumber {
			return f * counted, true
		}
	case model.KindFact, model.KindQuestion, model.KindText:
	}
	if !stands {
		f *= beside
	}
	return f, stands
}

// shares is how much of the query a label has, by idf, and how much of the
// label the query has, by words. Words that carry nothing count on neither
// side.
func (r *rater) shares(label string) (ofQuery, ofLabel float64) {
	words := scanner{text: label}
	carrying, met, terms := 0, 0, uint32(0)
	for words.next() {
		t := r.term(words.word)
		if t >= 0 {
			met++
			terms |= 1 << t
		}
		if t >= 0 || !stopWords[string(words.word)] {
			carrying++
		}
	}
	if met == 0 {
		return 0, 0
	}
	return r.q.worth(terms) / r.whole, float64(met) / float64(carrying)
}
