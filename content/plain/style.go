package plain

import (
	"slices"
	"strings"
)

// styleSize is how much of a text tells its style, in bytes. It is less than
// what a reader of a long text shows first, so that nothing that is shown
// changes when the rest is read.
const styleSize = 48 << 10

// style is what the beginning of a text tells of the whole.
type style struct {
	wrap     int              // the column at which its lines were wrapped, 0 for none
	verse    bool             // most of its lines are as short as those of a poem
	blanks   bool             // blank lines part its blocks
	indent   int              // of most of its lines
	seen     map[string]uint8 // how often each short line stands in it
	contents map[string]bool  // short lines among short lines
	starts   map[string]uint8 // how many short lines begin alike
	heads    map[string]uint8 // how many pages begin alike
}

// styleOf reads the style of a text off its first lines.
func styleOf(text string) style {
	s := style{seen: map[string]uint8{}, contents: map[string]bool{}, starts: map[string]uint8{}, heads: map[string]uint8{}}
	in := lines{rest: beginning(text)}
	var all []pair
	footer := false
	indents := map[int]int{}
	total, few, lengthy, gaps := 0, 0, 0, 0
	for l := in.peek(0); l != nil; l = in.peek(0) {
		next := in.peek(1)
		if l.width <= headingMax && (l.page || footer) {
			count(s.heads, skeleton(l.text))
		}
		footer = l.width <= headingMax && isFooter(l.text)
		if long(l) {
			lengthy++
		}
		if total++; l.gap > 0 {
			gaps++
		}
		if short(l) {
			few++
			s.note(l.text, short(next) && short(in.peek(2)))
		}
		indents[l.indent] += l.width
		if next != nil && next.gap == 0 {
			all = append(all, pair{l.edge(), strings.IndexByte(next.text+" ", ' ')})
		}
		in.take(1)
	}
	s.blanks = gaps > 2 && gaps*15 > total
	if lengthy*10 < total { // a text of long lines was not wrapped
		s.wrap = wrapOf(all)
	}
	s.verse = few*10 > total*9
	for indent, n := range indents {
		if n > indents[s.indent] || n == indents[s.indent] && indent < s.indent {
			s.indent = indent
		}
	}
	return s
}

// beginning is what tells the style of a text: whole lines, if it has more.
func beginning(text string) string {
	if len(text) <= styleSize {
		return text
	}
	if at := strings.LastIndexByte(text[:styleSize], '\n'); at > 0 {
		return text[:at]
	}
	return text[:styleSize]
}

// pair is where a line ends, and how long the first word of the next is.
type pair struct{ edge, word int }

// wrapOf is the column at which lines were wrapped: many of the lines that
// another follows end where that one's first word had no room. It is 0 where that is
// not so.
func wrapOf(all []pair) int {
	if len(all) < 4 {
		return 0
	}
	edges := make([]int, len(all))
	for i, p := range all {
		edges[i] = p.edge
	}
	slices.Sort(edges)
	wrap := edges[(len(edges)-1)*19/20]
	if wrap < 40 || wrap > 130 {
		return 0
	}
	full := 0
	for _, p := range all {
		if p.edge+1+p.word > wrap-10 {
			full++
		}
	}
	if full*3 < len(all) {
		return 0
	}
	return wrap
}

func count(in map[string]uint8, key string) { in[key] = min(in[key]+1, 9) }

// note counts a short line.
func (s *style) note(text string, crowded bool) {
	k := key(text)
	count(s.seen, k)
	count(s.starts, start(text))
	if crowded {
		s.contents[k] = true
	}
}

// repeats reports whether a line stands in the text again and again, as a
// running head, a button or a credit does.
func (s *style) repeats(text string) bool { return s.seen[key(text)] > 2 }

// entry reports whether the line is an entry of a table of contents.
func (s *style) entry(n *near) bool {
	k := key(n.at.text)
	return s.contents[k] && s.seen[k] == 2 && (n.crowd() >= 4 || short(n.ahead[0]) && short(n.ahead[1]))
}

// listed reports whether a table of contents lists the line.
func (s *style) listed(n *near) bool {
	k := key(n.at.text)
	return s.contents[k] && s.seen[k] > 1 && !s.entry(n)
}

// alike reports whether many short lines begin as this one does: credits,
// steps, buttons.
func (s *style) alike(text string) bool { return s.starts[start(text)] > 3 }

// start is the first word of a line, or two where that is short.
func start(text string) string {
	at := strings.IndexByte(text, ' ')
	if at <= 0 {
		return text
	}
	if n := strings.IndexByte(text[at+1:], ' '); n > 0 && at < 4 {
		return text[:at+1+n]
	}
	return text[:at]
}

// key is a title as its contents and its heading have in common: without a
// number before it and a mark behind it.
func key(text string) string {
	_, rest := number(text)
	text = text[rest:]
	for _, mark := range [...]string{"[edit]", "¶", " #"} {
		text = strings.TrimSuffix(text, mark)
	}
	return text
}
