package plain

import (
	"strings"
	"unicode/utf8"

	"gloss/content/clean"
)

// line is one line of the source that is not blank.
type line struct {
	text   string // without the space round it
	indent int    // how many spaces stood before it
	gap    int    // how many blank lines stood before it, of this page
	page   bool   // it is the first of a page that a form feed began
	width  int    // of text, in runes
	shape  shape  // known once measured
	known  bool
	traits traits // known once traced
	traced bool
}

// lines is a window over the lines of a text: what was read ahead and is not
// yet taken. Blank lines are counted, not kept, so that ten million of them are
// one number.
type lines struct {
	rest    string // of the source, pages to come
	page    string // what is left of the page being read, clean
	fresh   bool   // nothing of a page behind a form feed was read yet
	ahead   []*line
	head    int     // where the next line stands in ahead
	free    []*line // lines to use again
	gap     int
	taken   int  // how many lines were taken
	started bool // a line was read
	ended   bool // somebody asked for a line behind the last
}

// peek is the line n lines ahead, 0 being the next; nil behind the last.
func (l *lines) peek(n int) *line {
	for len(l.ahead)-l.head <= n {
		next, ok := l.read()
		if !ok {
			l.ended = true
			return nil
		}
		l.ahead = append(l.ahead, next)
	}
	return l.ahead[l.head+n]
}

// take drops the next n lines.
func (l *lines) take(n int) {
	l.taken += n
	l.free = append(l.free, l.ahead[l.head:l.head+n]...)
	if l.head += n; l.head > fenceMax {
		l.ahead = l.ahead[:copy(l.ahead, l.ahead[l.head:])]
		l.head = 0
	}
}

// read is the next line of the source that is not blank. Each page is cleaned
// by itself and only when it is reached: what cleaning drops could otherwise
// bring mark-up to the start of a line, and form feeds would be lost.
func (l *lines) read() (*line, bool) {
	for {
		for l.page != "" {
			text, rest, _ := strings.Cut(l.page, "\n")
			l.page = rest
			trimmed := strings.TrimLeft(text, " ")
			if trimmed = strings.TrimRight(trimmed, " "); trimmed == "" {
				l.gap++
				continue
			}
			next := l.blank()
			*next = line{
				text: trimmed, indent: len(text) - len(strings.TrimLeft(text, " ")),
				gap: l.gap, page: l.fresh, width: utf8.RuneCountInString(trimmed),
			}
			l.gap, l.fresh = 0, false
			return next, true
		}
		if l.rest == "" {
			return nil, false
		}
		page, rest, _ := strings.Cut(l.rest, "\f")
		l.page, l.rest = clean.Body(page), rest
		l.fresh = l.started // what a form feed parts from nothing begins no page
	}
}

// blank is a line to fill.
func (l *lines) blank() *line {
	l.started = true
	if n := len(l.free); n > 0 {
		last := l.free[n-1]
		l.free = l.free[:n-1]
		return last
	}
	return new(line)
}

// look is the shape of the line, measured once.
func (l *line) look() *shape {
	if !l.known {
		l.shape, l.known = measure(l.text), true
	}
	return &l.shape
}

// traits is what the text of a line may be.
type traits struct {
	word   int // length of its first word
	bullet int // see bullet
	digits int // see ordinal
	value  int
	letter bool // see lettered
	rule   bool // see isRule
	grid   bool // see isGrid
	code   bool // see isCode
	strong bool // see strong
	upper  bool // it begins with a capital
	ends   bool // it ends as a sentence does
}

// trace is the traits of the line, found once: a line is asked for them by all
// that come before it in its block.
func (l *line) trace() *traits {
	if l.traced {
		return &l.traits
	}
	l.traced = true
	t := &l.traits
	t.word = strings.IndexByte(l.text, ' ')
	if t.word < 0 {
		t.word = l.width
	}
	t.bullet = bullet(l.text)
	t.digits, t.value = ordinal(l.text)
	t.letter = lettered(l.text)
	t.rule = isRule(l.text)
	t.strong = strong(l.text)
	t.upper = isUpper(firstRune(l.text))
	t.ends = sentence(l)
	if l.width <= headingMax {
		t.grid = isGrid(l.text)
		t.code = isCode(l.text)
	}
	return t
}

func (t *traits) ordinal() (digits, value int) { return t.digits, t.value }
