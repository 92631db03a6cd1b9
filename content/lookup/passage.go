package lookup

import (
	"sort"
	"strings"
	"unicode/utf8"

	"gloss/content/sentence"
	"gloss/model"
)

// A passage has at most so many words, what an eye takes in at a glance, and
// bytes, where nothing divides it into words. A longer sentence stands as
// several passages.
const (
	passageWords = 60
	passageBytes = 2000
)

// passages is where each passage of the text is and what the ranking must know
// of it without reading it: ten bytes a sentence. The sentence itself is read
// again from its block when it is shown.
type passages struct {
	starts []uint32 // bytes of the document's text
	ends   []uint32
	words  []uint8 // how many, at most 255
	first  []bool  // the passage opens its leaf: no neighbour before it
}

func (p *passages) len() int { return len(p.starts) }

func (p *passages) span(i int) model.Span {
	return model.Span{Start: int(p.starts[i]), End: int(p.ends[i])}
}

// at is the passage that a byte of the text is in, or the last before it; -1
// where there is none.
func (p *passages) at(start int) int {
	return sort.Search(p.len(), func(i int) bool { return int(p.starts[i]) > start }) - 1
}

func (p *passages) add(span model.Span, words int, first bool) {
	p.starts = append(p.starts, uint32(span.Start))
	p.ends = append(p.ends, uint32(span.End))
	p.words = append(p.words, uint8(min(words, 255)))
	p.first = append(p.first, first)
}

func (p *passages) append(more *passages) {
	p.starts = append(p.starts, more.starts...)
	p.ends = append(p.ends, more.ends...)
	p.words = append(p.words, more.words...)
	p.first = append(p.first, more.first...)
}

func (p *passages) reset() {
	p.starts, p.ends, p.words, p.first = p.starts[:0], p.ends[:0], p.words[:0], p.first[:0]
}

// part is bytes [start, end) of a shown text.
type part struct{ start, end int }

// parts divides a leaf into the passages that answer: sentences of prose, rows
// of a table, lines of code. A heading has none, sections being looked up by
// themselves.
func parts(leaf model.Leaf, shown string) []part {
	switch leaf.Kind {
	case model.Paragraph:
		var all []part
		for _, s := range sentence.Split(shown) {
			all = divide(all, shown, part{s[0], s[1]})
		}
		return all
	case model.Code, model.Table:
		var all []part
		start := 0
		for i := 0; i <= len(shown); i++ {
			if i == len(shown) || shown[i] == '\n' {
				all = divide(all, shown, part{start, i})
				start = i + 1
			}
		}
		return all
	case model.Heading, model.Rule:
	}
	return nil
}

// divide appends the part, in pieces where it is too long.
func divide(all []part, shown string, p part) []part {
	for p.end-p.start > passageBytes || strings.Count(shown[p.start:p.end], " ") >= passageWords {
		cut := p.start + piece(shown[p.start:p.end])
		all = append(all, part{p.start, cut})
		p.start = cut
	}
	return append(all, p)
}

// piece is how many bytes of a text that is too long stand as one passage: to
// the latest pause in the second half of the words it may have, or else to the
// last of them.
func piece(text string) int {
	word, pause := 0, 0
	for words := range passageWords {
		n := strings.IndexByte(text[word:], ' ')
		if n < 0 || word+n >= passageBytes {
			break
		}
		word += n + 1
		if words >= passageWords/2 && n > 0 && isPause(text[word-2]) {
			pause = word
		}
	}
	switch {
	case pause > 0:
		return pause
	case word > 0:
		return word
	}
	cut := passageBytes // no space: between two runes
	for cut > passageBytes-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return cut
}

func isPause(c byte) bool { return c == ',' || c == ';' || c == ':' }

// trim takes the white space off both ends of a part.
func (p part) trim(shown string) part {
	for p.start < p.end && isSpace(shown[p.start]) {
		p.start++
	}
	for p.end > p.start && isSpace(shown[p.end-1]) {
		p.end--
	}
	return p
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
