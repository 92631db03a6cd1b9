package notes

import (
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gloss/content/markdown"
	"gloss/model"
)

// folded is the whole text as shown, folded so that a quote need not be typed
// to the byte: a run of white space is one space, quotation marks are straight,
// and a letter with an accent is one sign, however the file spells it.
// Before each leaf stands a space, before a heading a newline, which no folded
// quote holds: a quote may run on from one paragraph to the next, never into
// another section.
//
// The way back from a folded byte to the text is kept for blocks alone; for every
// byte it would take eight times the text's memory. A block in which a passage is
// found is made and folded once more, and remembered for the passages near it.
type folded struct {
	source string
	blocks []model.Block

	text     string
	starts   []int // where the text of each block starts
	mentions []mention
	near     map[int][]foldedLeaf // the latest blocks in which a passage was found
}

// foldedLeaf is a leaf with its way back from folded to shown.
type foldedLeaf struct {
	shown model.Shown
	text  []byte
	from  []int // as fold gives it
}

// nearMax is the number of blocks remembered: an article's, or some ten megabytes
// where the blocks are as long as blocks get.
const nearMax = 32

// chunk is how much text, in bytes, is worth a goroutine.
const chunk = 64 << 10

// readText folds the text that blocks cover and finds the mentions of names in
// it. Blocks are independent of each other: each core takes a chunk at a time.
func readText(source string, blocks []model.Block, names *finder) *folded {
	t := &folded{source: source, blocks: blocks, starts: make([]int, 0, len(blocks))}
	var all strings.Builder
	all.Grow(len(source))
	parts := make([]part, min(runtime.GOMAXPROCS(0), 1+len(source)/chunk))
	for len(blocks) > 0 {
		var wait sync.WaitGroup
		for i := range parts {
			p := &parts[i]
			n := sort.Search(len(blocks), func(n int) bool { return blocks[n].Start >= blocks[0].Start+chunk })
			mine := blocks[:n]
			blocks = blocks[n:]
			wait.Go(func() { p.read(source, mine, names) })
		}
		wait.Wait()
		for _, p := range parts {
			for _, start := range p.starts {
				t.starts = append(t.starts, all.Len()+start)
			}
			all.Write(p.text)
			t.mentions = append(t.mentions, p.mentions...)
		}
	}
	t.text = all.String()
	return t
}

// part is a run of blocks that one goroutine reads. Its buffers serve again.
type part struct {
	text     []byte
	starts   []int
	mentions []mention
	tokens   []tok
}

func (p *part) read(source string, blocks []model.Block, names *finder) {
	p.text, p.starts, p.mentions = p.text[:0], p.starts[:0], p.mentions[:0]
	for _, b := range blocks {
		p.starts = append(p.starts, len(p.text))
		for _, leaf := range markdown.Leaves(source, b) {
			shown := leaf.Shown()
			p.text, _ = fold(append(p.text, between(leaf)), nil, shown.Text)
			p.find(names, leaf, shown)
		}
	}
}

// between is what stands before a leaf in the folded text.
func between(leaf model.Leaf) byte {
	if leaf.Kind == model.Heading {
		return '\n'
	}
	return ' '
}

// passage is the nth place that reads as quote. found is how many there are, up
// to nth. A quote starts and ends with whole words.
func (t *folded) passage(quote string, nth int) (p model.Passage, found int) {
	q := foldString(quote)
	for from := 0; q != ""; {
		i := strings.Index(t.text[from:], q)
		if i < 0 {
			break
		}
		start := from + i
		if !wordEdge(t.text, start) || !wordEdge(t.text, start+len(q)) {
			from = nextEdge(t.text, start)
			continue
		}
		if found++; found == nth {
			return t.resolve(start, start+len(q)), found
		}
		from = start + len(q)
	}
	return model.Passage{}, found
}

// wordEdge reports whether no word runs across offset i of s.
func wordEdge(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	if !isWord(before) || !isWord(after) {
		return true
	}
	return (unspaced(before) || unspaced(after)) && !unicode.IsMark(after)
}

// unspaced reports whether r belongs to a script that sets no space between
// words. Any of its letters may be the first or last of a word.
func unspaced(r rune) bool {
	const thai = 0x0e00 // the first of them
	return r >= thai && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// nextEdge is the first offset behind i that may start another quote.
func nextEdge(s string, i int) int {
	for {
		_, n := utf8.DecodeRuneInString(s[i:])
		if i += n; n == 0 || wordEdge(s, i) {
			return i
		}
	}
}

// isWord reports whether r is part of a word. utf8.RuneError, the rune beyond
// either end of a string, is not.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// resolve is the passage at a range of the folded text.
func (t *folded) resolve(start, end int) model.Passage {
	var p model.Passage
	var shown []string
	first := sort.Search(len(t.starts), func(i int) bool { return t.starts[i] > start }) - 1
	for b := first; b < len(t.blocks) && t.starts[b] < end; b++ {
		at := t.starts[b]
		for _, leaf := range t.leaves(b) {
			at++ // what stands before the leaf
			i, j := max(0, start-at), min(len(leaf.text), end-at)
			at += len(leaf.text)
			if i >= j {
				continue
			}
			_, n := utf8.DecodeRuneInString(leaf.shown.Text[leaf.from[j-1]:])
			span := leaf.shown.Source(leaf.from[i], leaf.from[j-1]+n)
			// A run that cannot be divided, an entity, is quoted whole.
			shown = append(shown, shownIn(leaf.shown, span))
			if len(shown) == 1 {
				p.Span.Start = span.Start
			}
			p.Span.End = span.End
		}
	}
	p.Quote = strings.Join(shown, " ")
	return p
}

// leaves are the leaves of a block, folded.
func (t *folded) leaves(block int) []foldedLeaf {
	if all, ok := t.near[block]; ok {
		return all
	}
	var all []foldedLeaf
	for _, leaf := range markdown.Leaves(t.source, t.blocks[block]) {
		l := foldedLeaf{shown: leaf.Shown()}
		l.text, l.from = fold(nil, make([]int, 0, len(l.shown.Text)), l.shown.Text)
		all = append(all, l)
	}
	if t.near == nil || len(t.near) >= nearMax {
		t.near = map[int][]foldedLeaf{}
	}
	t.near[block] = all
	return all
}

// shownIn is the part of a leaf that a span shows, on one line.
func shownIn(leaf model.Shown, span model.Span) string {
	start, end := leaf.Range(span)
	return strings.Join(strings.Fields(leaf.Text[start:end]), " ")
}

// shown is the text of a span within one leaf as shown, on one line.
func (t *folded) shown(span model.Span) string {
	b := sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].Start > span.Start }) - 1
	for _, leaf := range t.leaves(b) {
		if s := shownIn(leaf.shown, span); s != "" {
			return s
		}
	}
	return ""
}

// parting says where a quote that the text does not have parts from it; "" where
// they have not begun together.
func (t *folded) parting(quote string) string {
	words := strings.Fields(foldString(quote))
	// The words that the text has are a beginning of the quote, so that its
	// length can be found by halving.
	n := sort.Search(len(words), func(n int) bool {
		_, found := t.passage(strings.Join(words[:n+1], " "), 1)
		return found == 0
	})
	if n < 2 {
		return ""
	}
	return "; it goes another way after " + strconv.Quote(tail(words[:n]))
}

// tail is the last few of the words.
func tail(words []string) string {
	const few = 4
	if len(words) <= few {
		return strings.Join(words, " ")
	}
	return "… " + strings.Join(words[len(words)-few:], " ")
}
