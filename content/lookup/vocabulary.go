package lookup

import (
	"sort"
	"strings"

	"github.com/kljensen/snowball/english"
)

// wordList is a sorted list of distinct words in one string: a document of
// 10 MB has some hundred thousand of them, and as strings of their own they
// would take four times the space.
type wordList struct {
	text string
	ends []uint32
}

func (l wordList) len() int { return len(l.ends) }

func (l wordList) at(i int) string {
	start := uint32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.text[start:l.ends[i]]
}

// find is the index of a word.
func (l wordList) find(word string) (int, bool) {
	i := sort.Search(l.len(), func(i int) bool { return l.at(i) >= word })
	return i, i < l.len() && l.at(i) == word
}

// beginning is the range of the words that begin with prefix.
func (l wordList) beginning(prefix string) (from, to int) {
	from, _ = l.find(prefix)
	to = from + sort.Search(l.len()-from, func(i int) bool { return !strings.HasPrefix(l.at(from+i), prefix) })
	return from, to
}

// vocabulary is the words of a document as written, for what is half typed or
// mistyped, and their stems, under which the postings are kept.
type vocabulary struct {
	words  wordList
	sets   []uint32 // letterSet of each word
	stemOf []uint32 // index in stems of each word
	stems  wordList
}

// stem is what a folded word has in common with its other forms:
// registrations, registration and registered are registr. Snowball's English
// stemmer is the field's standard and conflates no more than a reader would
// forgive; words of other languages lose at most an ending, the same on both
// sides. It leaves most of those who do a thing apart from doing it, though: an
// investor invests and a founder founds, so that ending goes too, where enough
// is left to tell a verb (a factor is no fact).
func stem(word string) string {
	if word[0] <= '9' || len(word) < 3 {
		return word
	}
	root := english.Stem(word, true)
	if verb := len(root) - len("or"); verb >= verbMin && (root[verb:] == "or" || root[verb:] == "er") {
		return root[:verb]
	}
	return root
}

// verbMin is the least bytes that a verb has once its ending is gone.
const verbMin = 5

// meant finds the stem that a typed word stands for as it is.
func (v *vocabulary) meant(word string) (stemID uint32, ok bool) {
	if word == "" {
		return 0, false
	}
	if i, ok := v.words.find(word); ok {
		return v.stemOf[i], true
	}
	i, ok := v.stems.find(stem(word))
	return uint32(i), ok
}

// begun yields the stems of the words that begin with prefix.
func (v *vocabulary) begun(prefix string, add func(stemID uint32)) {
	from, to := v.words.beginning(prefix)
	for i := from; i < to; i++ {
		add(v.stemOf[i])
	}
}

// near yields the stems of the words that are closest to a mistyped one, and
// reports whether any is within reach.
func (v *vocabulary) near(word string, unfinished bool, add func(stemID uint32)) bool {
	typed, set := newDistancer(word), letterSet([]byte(word))
	for _, allowed := range allowances(word, unfinished) {
		if v.nearBy(typed, word, set, allowed, unfinished, add) {
			return true
		}
	}
	return false
}

// nearBy is near with one allowance. Words with the same beginning lie side by
// side in the list, so that only those are compared.
func (v *vocabulary) nearBy(typed *distancer, word string, set uint32, allowed allowance, unfinished bool, add func(stemID uint32)) (any bool) {
	from, to := v.words.beginning(word[:allowed.prefix])
	var buf [wordMax]byte
	for i := from; i < to; i++ {
		if !mayBeSlip(set, v.sets[i], allowed.edits, unfinished) {
			continue
		}
		other := v.words.at(i)
		if stopWords[other] || allowed.whole && len(other) <= len(word) && v.sets[i] != set {
			continue
		}
		if typed.distance(buf[:copy(buf[:], other)], allowed.edits, unfinished) <= allowed.edits {
			add(v.stemOf[i])
			any = true
		}
	}
	return any
}
