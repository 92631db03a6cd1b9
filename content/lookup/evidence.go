package lookup

import (
	"math/bits"
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
	// counted is for a figure that is about the query where a number is asked for.
	counted = 1.3
	// verbatim is for a heading that is the query to the last small word: whoever
	// types it wants to go there.
	verbatim = 2.0
	// named is for a label where a question asks for more than a meaning: what
	// a name is and how a section is called do not answer that, unless the
	// heading asks the same question. Nor does a name answer for a number that
	// merely stands beside it in its passage.
	named = 0.2
	// elsewhere is for a figure of somebody else: the query has a name that the
	// figure, its passage and its section lack.
	elsewhere = 0.2
	// bare is for the numbers of a query without any of its words, in the passage
	// or before it: of "llama 5" the 5 alone says nothing. A question says more
	// than it seeks, and its number may be all that it shares with the answer.
	bare = 0.3
)

// rater reads candidates again.
type rater struct {
	ix     *Index
	q      *query
	s      *scratch
	whole  float64               // worth of all terms
	met    map[string]uint32     // terms by word, as far as words were read
	names  []uint32              // the terms of each name that the query names
	blocks map[int][]model.Shown // blocks parsed so far
	parsed int                   // bytes of them
}

func newRater(ix *Index, q *query, s *scratch) *rater {
	return &rater{
		ix: ix, q: q, s: s,
		whole:  q.worth(uint32(uint64(1)<<len(q.terms) - 1)),
		met:    map[string]uint32{},
		blocks: map[int][]model.Shown{},
	}
}

// terms are those that a folded word meets, a bit each: two where two words of
// the query make one of the text.
func (r *rater) terms(word []byte) uint32 {
	if met, ok := r.met[string(word)]; ok {
		return met
	}
	met := uint32(0)
	if id, ok := r.ix.vocabulary.meant(string(word)); ok {
		for t := range r.q.terms {
			if r.q.terms[t].met(id) {
				met |= 1 << t
			}
		}
	}
	r.met[string(word)] = met
	return met
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
		met := r.terms(words.word)
		comma := words.start >= 2 && text[words.start-2:words.start] == ", "
		if met == 0 {
			word := string(words.word)
			first, _ := utf8.DecodeRuneInString(text[words.start:])
			seen.note(word, unicode.IsUpper(first), n == 1 && !r.ix.names[word], afterPlace)
			afterPlace = placeWords[word]
			sentence = sentence.after(word, comma)
			seen.kinds[aMeaning] = seen.kinds[aMeaning] || sentence == definition
			continue
		}
		seen.meet(met, n, &latest)
		afterPlace, sentence = false, subject
	}
	return seen
}

// meet takes the terms that the nth word meets.
func (s *signs) meet(met uint32, n int, latest *[queryWords]int) {
	for rest := met; rest != 0; rest &= rest - 1 {
		t := bits.TrailingZeros32(rest)
		switch {
		case t == 0:
		case met&(1<<(t-1)) != 0:
			s.pair(t-1, 1)
		case latest[t-1] > 0:
			s.pair(t-1, n-latest[t-1])
		}
		if t+1 < len(latest) && latest[t+1] > 0 { // the other way round costs a step
			s.pair(t, n-latest[t+1]+1)
		}
	}
	for rest := met; rest != 0; rest &= rest - 1 {
		latest[bits.TrailingZeros32(rest)] = n
	}
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
// sign of. The first word of a sentence has its capital anyway, unless it is known
// for a name.
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
func (r *rater) factor(at int, span model.Span, seen signs) float64 {
	has := r.s.terms[at]
	f := 1 + complete*r.q.worth(has)/r.whole
	if !r.q.question && r.q.plain != 0 && (has|r.around(span))&r.q.plain == 0 {
		f *= bare
	}
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
