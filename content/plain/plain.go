// Package plain turns plain text into Markdown: it finds the headings that its
// author set without mark-up, joins wrapped lines, and keeps lists, quotes,
// verse, tables and code as such. What is text and looks like mark-up is
// escaped. It knows nothing of files or screens.
//
// # How a text is read
//
// From front to back, through a window of a few dozen lines. What must be known
// of the whole (the width at which lines were wrapped, the table of contents,
// running heads) is learned from the first 48 KB alone, so that the beginning of
// a long text reads the same before and after the rest is there.
//
// # How a heading is known
//
// Some are certain: a line that is underlined, "CHAPTER I". Any other short line
// is weighed by the clues of clue.go: its length, end, capitals and numbering,
// and what stands round it.
package plain

import "strings"

// Markdown is a plain text as Markdown. It has every word of the text but those
// of page furniture, which are left out only where a page break or repetition
// proves them: page numbers and running heads.
//
// The Markdown of a text that is cut at the end of a line behind its first
// 64 KB begins as that of the whole does. Only what was made of its last 64
// lines, and of the paragraph, list or code that they begin in, may differ: Head
// leaves that out.
func Markdown(text string) string {
	m := newMaker(text)
	m.all()
	return m.out.String()
}

// Head is the Markdown of the beginning of a text as far as it will stay when
// the rest is known: for a beginning of 64 KB or more that is cut at the end of a
// line, Markdown of the whole begins with it. Where nothing is certain yet it
// is "".
func Head(beginning string) string {
	m := newMaker(beginning)
	m.all()
	return m.out.String()[:max(m.sure, 0)]
}

// maker makes the Markdown of one text.
type maker struct {
	in      lines
	style   style
	out     strings.Builder
	sure    int          // how much of out did not depend on where the text ends
	behind  [reach]*line // the last lines or paragraphs, the nearest first
	room    [reach]line  // where behind points to
	newest  int          // the place in room that was written last
	round   near         // of the line that is weighed
	folded  [reach]line  // paragraphs ahead of it
	run     run          // the last that was asked for
	runAt   int          // and how many lines stood before it
	listEnd int          // where in out the last list ended
	outline
}

func newMaker(text string) *maker {
	m := &maker{in: lines{rest: text}, style: styleOf(text), sure: -1, runAt: -1}
	m.out.Grow(len(text) + len(text)/16)
	return m
}

// all makes the Markdown block by block.
func (m *maker) all() {
	for m.in.peek(0) != nil {
		start := m.out.Len()
		if n := m.furniture(0); n > 0 {
			m.in.take(n)
		} else {
			m.block()
		}
		if m.in.ended && m.sure < 0 {
			m.sure = start
		}
	}
	if m.sure < 0 {
		m.sure = m.out.Len()
	}
}

// block writes what begins with the next line.
func (m *maker) block() {
	l := m.in.peek(0)
	switch {
	case m.underlined():
	case l.trace().rule:
		m.begin()
		m.out.WriteString("---\n")
		m.pass(1)
	case l.text[0] == '>':
		m.quote()
	case m.named():
	case m.fields():
	case m.code():
	case m.numbered():
	case m.list():
	case m.weighed():
	default:
		m.paragraph()
	}
}

// begin parts a block from the one before it.
func (m *maker) begin() {
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
}

// pass takes the next n lines and remembers them as one.
func (m *maker) pass(n int) {
	width := 0
	for i := range n {
		width += m.in.peek(i).width
	}
	last := *m.in.peek(n - 1)
	last.width = width
	m.in.take(n)
	m.remember(last, false)
}

// remember makes a line or paragraph the nearest of those behind.
func (m *maker) remember(l line, heading bool) {
	m.newest = (m.newest + 1) % reach
	room := &m.room[m.newest]
	*room = l
	copy(m.behind[1:], m.behind[:reach-1])
	m.behind[0] = room
	m.round.below = heading
}
