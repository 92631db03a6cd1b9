package lookup

import (
	"unicode"
	"unicode/utf8"
)

// Bounds on what is typed or pasted: the words of a query each have a bit in
// the masks of the ranking, and nobody asks in more.
const (
	queryBytes = 1000
	queryWords = 32
)

// typed is a word of the query.
type typed struct {
	text  string
	stop  bool
	terms uint32 // what stands for it, a bit each
}

// isNumber reports whether the word is a number, in digits or spelled out.
func (w typed) isNumber() bool { return digitAt(w.text, 0) || numberWords[w.text] }

// query is what was asked, taken apart.
type query struct {
	words      []typed
	unfinished bool // the last word may be half typed: nothing stands behind it
	asked      answer
	question   bool // it is put as a question, not as words to be found
	terms      []term
	lacking    float64 // the idf of the words that the document does not have
	number     bool    // a number is among the words
	plain      uint32  // the terms that are no numbers in digits
}

// term is a word to be found, as all the stems that may stand for it.
type term struct {
	ways []way
	idf  float64
}

// way is a stem that may stand for a term, and what it counts for: 1 for the
// word itself.
type way struct {
	stem  uint32
	value float64
}

// met reports whether a stem stands for the term in one of its ways.
func (t *term) met(stemID uint32) bool {
	for _, w := range t.ways {
		if w.stem == stemID {
			return true
		}
	}
	return false
}

// parse reads a query.
func parse(text string) *query {
	if len(text) > queryBytes {
		cut := queryBytes
		for cut > queryBytes-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	q := &query{}
	all := phrase(text, queryWords)
	for _, w := range all {
		q.words = append(q.words, typed{text: w, stop: stopWords[w]})
	}
	q.asked = asked(all)
	if q.asked == aMeaning {
		for i := range q.words {
			q.words[i].stop = q.words[i].stop || defineWords[q.words[i].text]
		}
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	q.unfinished = unicode.IsLetter(last) || unicode.IsDigit(last)
	q.question = q.asked != anything || len(all) > 0 && opensQuestion[all[0]]
	return q
}

// opensQuestion are the words that a question begins with.
var opensQuestion = set(`what which who whom whose when where why how is are was were do does did can could will would should has have had`)

// find looks the words up: those that carry the query, or all of them where it
// has only stop words.
func (q *query) find(v *vocabulary, p *postings, passages int) {
	stopsOnly := true
	for _, w := range q.words {
		stopsOnly = stopsOnly && w.stop
	}
	for i := range q.words {
		w := &q.words[i]
		if w.stop && !stopsOnly {
			continue
		}
		q.number = q.number || w.isNumber()
		last := q.unfinished && i == len(q.words)-1
		ways := v.ways(w.text, last)
		if i > 0 {
			ways = append(ways, v.joined(q.words[i-1], *w)...)
		}
		if i+1 < len(q.words) {
			ways = append(ways, v.joined(*w, q.words[i+1])...)
		}
		if len(ways) > 0 {
			w.terms = q.add(ways, p, passages)
		} else {
			for _, half := range v.split(w.text) {
				w.terms |= q.add([]way{half}, p, passages)
			}
		}
		if w.terms == 0 {
			q.lacking += idf(0, passages)
		}
		if !digitAt(w.text, 0) {
			q.plain |= w.terms
		}
	}
}

// add appends a term, unless it stands for the same words as one before it,
// and returns its bit, or that one's.
func (q *query) add(ways []way, p *postings, passages int) uint32 {
	in := uint32(0)
	distinct, seen := ways[:0], map[uint32]bool{}
	for _, w := range ways {
		if !seen[w.stem] {
			seen[w.stem] = true
			distinct = append(distinct, w)
			in += p.in[w.stem]
		}
	}
	if distinct[0].value == 1 {
		in = p.in[distinct[0].stem]
	}
	for i, t := range q.terms {
		if t.ways[0].stem == distinct[0].stem {
			return 1 << i
		}
	}
	if len(q.terms) == queryWords {
		return 0
	}
	q.terms = append(q.terms, term{distinct, idf(in, passages)})
	return 1 << (len(q.terms) - 1)
}

// alike is what a word is written as elsewhere: U.S. and USA fold to two words.
var alike = map[string]string{"usa": "us", "us": "usa"}

// ways are the stems that a typed word may stand for. The word itself, in any
// of its forms, comes first. A word that is still being typed also stands for
// all that begin with it. What the document does not have in any of these ways
// is taken for a slip.
func (v *vocabulary) ways(word string, unfinished bool) []way {
	var ways []way
	if id, ok := v.meant(word); ok {
		ways = append(ways, way{id, 1})
	}
	if unfinished {
		v.begun(word, func(id uint32) { ways = append(ways, way{id, begunValue}) })
	}
	if len(ways) > 0 {
		return ways
	}
	if id, ok := v.meant(alike[word]); ok {
		return []way{{id, 1}}
	}
	slips := func(id uint32) { ways = append(ways, way{id, slipValue}) }
	if !v.near(word, false, slips) && unfinished {
		v.near(word, true, slips)
	}
	return ways
}

// joined is the word that two words make when no space is typed between them,
// in either order: "deep seek" may mean DeepSeek, and "gpt chat" ChatGPT.
func (v *vocabulary) joined(a, b typed) []way {
	if a.stop || b.stop {
		return nil
	}
	var ways []way
	for _, word := range []string{a.text + b.text, b.text + a.text} {
		if i, ok := v.words.find(word); ok {
			ways = append(ways, way{v.stemOf[i], joinedValue})
		}
	}
	return ways
}

// split is the two words that a word unknown as it is consists of: a word and
// a number, "phi4" for Phi-4, or two words long enough to be meant, "whitehouse"
// for the White House. A number is never cut: 51 has nothing to do with 5 and 1.
func (v *vocabulary) split(word string) []way {
	for cut := len(word) - 1; cut > 0; cut-- {
		if digitAt(word, cut-1) == digitAt(word, cut) && (min(cut, len(word)-cut) < halfMin || digitAt(word, cut)) {
			continue
		}
		a, b := word[:cut], word[cut:]
		i, first := v.words.find(a)
		j, second := v.words.find(b)
		if first && second && !stopWords[a] && !stopWords[b] {
			return []way{{v.stemOf[i], joinedValue}, {v.stemOf[j], joinedValue}}
		}
	}
	return nil
}

// halfMin is the least bytes of either half where a word is cut between letters.
const halfMin = 4
