package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gloss/model"
)

// A finder finds every mention of many names in one pass.
//
// A text is a sequence of tokens, words and single signs. The spellings of all
// names are kept in a trie over tokens, and from each token of the text the trie
// is followed as far as it goes; the longest spelling that ends at a word's end
// is the mention, and the search goes on behind it. So "Llama 4" is no mention
// of Llama, and a text costs at most its tokens times the longest spelling's
// (maxSpelling), however many names there are. The names of a notes file come
// out leftmost first, longest first, and never one within another.
//
// Case counts, with one exception: the spelling of a term without capitals, as
// "knowledge distillation", is found in any case, as it stands in headings and at
// the start of sentences. Such spellings have a trie of their own.
type finder struct {
	exact, anyCase *trie
}

// maxSpelling is the longest spelling in tokens.
const maxSpelling = 24

type trie struct {
	next map[step]*trie
	end  *target // the spelling that ends here, nil for none
}

// step is one token and whether white space stands before it, so that "AI. Now"
// is no spelling of "AI.Now".
type step struct {
	word string
	gap  bool
}

type target struct{ name, spelling int }

type mention struct {
	target
	span model.Span
}

func newFinder() *finder { return &finder{exact: &trie{}, anyCase: &trie{}} }

// add takes in one spelling. It returns the target that has this spelling
// already, if any; ok is false where it cannot be found: it has no word, or too
// many.
func (f *finder) add(text string, to target, term bool) (taken *target, ok bool) {
	tokens := tokenize(nil, text)
	root := f.exact
	if term && text == strings.ToLower(text) {
		root = f.anyCase
	}
	words := 0
	for i, t := range tokens {
		if t.word {
			words++
		}
		root = root.child(t.step(text, i == 0))
	}
	if words == 0 || len(tokens) > maxSpelling {
		return nil, false
	}
	if root.end != nil {
		return root.end, true
	}
	root.end = &to
	return nil, true
}

// child is the node behind a step, made where there is none.
func (n *trie) child(s step) *trie {
	if n.next == nil {
		n.next = map[step]*trie{}
	}
	if n.next[s] == nil {
		n.next[s] = &trie{}
	}
	return n.next[s]
}

// find appends the mentions in a leaf to the part's. The cells of a table are
// texts of their own.
func (p *part) find(f *finder, leaf model.Leaf, shown model.Shown) {
	if f.exact.next == nil && f.anyCase.next == nil {
		return
	}
	if leaf.Rows == nil {
		p.findIn(f, shown)
	}
	for _, row := range leaf.Rows {
		for _, cell := range row {
			var b model.ShownBuilder
			b.Inlines(cell.Inlines)
			p.findIn(f, b.Shown())
		}
	}
}

func (p *part) findIn(f *finder, s model.Shown) {
	p.tokens = tokenize(p.tokens[:0], s.Text)
	for i := 0; i < len(p.tokens); {
		to, n := f.at(s.Text, p.tokens, i)
		if to == nil {
			i++
			continue
		}
		if span := s.Source(p.tokens[i].start, p.tokens[i+n-1].end); !span.Empty() {
			p.mentions = append(p.mentions, mention{*to, span})
		}
		i += n
	}
}

// at is the longest spelling that starts at token i, and how many tokens it has.
func (f *finder) at(text string, tokens []tok, i int) (to *target, n int) {
	if startsInside(text, tokens, i) {
		return nil, 0
	}
	exact, anyCase := f.exact, f.anyCase
	for j := i; j < len(tokens) && (exact != nil || anyCase != nil); j++ {
		s := tokens[j].step(text, j == i)
		exact = exact.follow(s)
		if anyCase != nil && anyCase.next != nil {
			s.word = strings.ToLower(s.word)
		}
		anyCase = anyCase.follow(s)
		for _, node := range []*trie{anyCase, exact} { // exact wins over any case
			if node != nil && node.end != nil && !endsInside(text, tokens, j) {
				to, n = node.end, j+1-i
			}
		}
	}
	return to, n
}

func (n *trie) follow(s step) *trie {
	if n == nil {
		return nil
	}
	return n.next[s]
}

// startsInside reports whether token i goes on with a longer word: "Reilly" in
// O'Reilly, "com" in example.com, a name behind @. An elided article, as in
// l'Allemagne, is none of the name.
func startsInside(text string, tokens []tok, i int) bool {
	if i == 0 || tokens[i].gap || !tokens[i].word {
		return false
	}
	switch tokens[i-1].sign(text) {
	case '@':
		return true
	case '\'':
		if before, ok := joined(tokens, i-2, i-1); ok {
			r, _ := utf8.DecodeLastRuneInString(text[before.start:before.end])
			return unicode.IsUpper(r)
		}
	case '.':
		// A point between two words makes them one: a host, a file, a number.
		_, ok := joined(tokens, i-2, i-1)
		return ok
	}
	return false
}

// endsInside reports whether a longer word goes on behind token j: GPT behind
// "GPT-4", Node behind "Node.js", can behind "can't", U.S. behind "U.S.A.". A
// possessive 's ends the name, and so does a hyphen before letters, as in
// China-based.
func endsInside(text string, tokens []tok, j int) bool {
	if j+1 >= len(tokens) || tokens[j+1].gap {
		return false
	}
	if tokens[j+1].word && tokens[j].sign(text) == '.' {
		return true
	}
	after, ok := joined(tokens, j+2, j+2)
	if !ok {
		return false
	}
	word := text[after.start:after.end]
	switch tokens[j+1].sign(text) {
	case '\'':
		return word != "s" && word != "S"
	case '-', '‐', '‑':
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsNumber(r)
	case '.':
		return true
	}
	return false
}

// joined is token i where it is a word and no white space parts token gap from
// the one before it.
func joined(tokens []tok, i, gap int) (tok, bool) {
	if i < 0 || i >= len(tokens) || !tokens[i].word || tokens[gap].gap {
		return tok{}, false
	}
	return tokens[i], true
}

// tok is a word, or one sign that is none.
type tok struct {
	start, end int
	word       bool
	gap        bool // white space stands before it
}

// tokenize appends the tokens of text.
func tokenize(dst []tok, text string) []tok {
	gap := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		i += n
		switch {
		case unicode.IsSpace(r):
			gap = true
			continue
		case isWord(r):
			for i < len(text) && !wordEdge(text, i) {
				_, n := utf8.DecodeRuneInString(text[i:])
				i += n
			}
		}
		dst = append(dst, tok{start: start, end: i, word: isWord(r), gap: gap})
		gap = false
	}
	return dst
}

// sign is the rune of a token that is no word, with quotation marks straight.
func (t tok) sign(text string) rune {
	r, _ := utf8.DecodeRuneInString(text[t.start:t.end])
	return straight(r)
}

// step is the token as the trie knows it. White space before the first token of
// a spelling says nothing.
func (t tok) step(text string, first bool) step {
	word := composeWord(text[t.start:t.end])
	if !t.word {
		if r := t.sign(text); r < utf8.RuneSelf {
			word = string(r)
		}
	}
	return step{word, t.gap && !first}
}
