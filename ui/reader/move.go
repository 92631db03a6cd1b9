package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
)

type moveKind uint8

const (
	moveRows   moveKind = iota // n rows down, negative for up
	moveAnchor                 // the place to the top
	moveTo                     // the offset to the top
	moveReveal                 // the passage onto the screen, if it is not
	moveEnd                    // the last screenful
	moveReturn                 // the spot as it was
)

// move is a movement that is carried out once the blocks it crosses are there.
type move struct {
	kind    moveKind
	n       int // rows
	at      int // offset
	end     int // of the passage to reveal, or to keep in view
	section int // the section that becomes current, -1 for none
}

// Spot is where a reader is, to come back to.
type Spot struct {
	Place   int // offset of the first text on the screen
	lead    int // empty rows above it
	section int // section jumped to, -1 for none
}

// Spot is where the reader is.
func (w *Window) Spot() Spot { return Spot{w.place, w.lead, w.section} }

// Return puts the screen back as it was at the spot: the same row at the top,
// the same section current.
func (w *Window) Return(s Spot) tea.Cmd {
	return w.do(move{kind: moveReturn, at: s.Place, n: s.lead, section: s.section})
}

// Scroll moves by rows, down for n > 0, and stops at either end.
func (w *Window) Scroll(n int) tea.Cmd {
	if last := len(w.queue) - 1; last >= 0 && w.queue[last].kind == moveRows && w.queue[last].n > 0 == (n > 0) {
		// A held key must not queue up hundreds of moves behind a slow block. The
		// other way is another move: at an end of the text the two do not cancel
		// each other out.
		w.queue[last].n += n
		return w.settle()
	}
	return w.do(move{kind: moveRows, n: n, section: -1})
}

// HalfPage is the rows of half a page down or up.
func (w *Window) HalfPage() int { return max(1, w.height/2) }

// Page is the rows of a page down or up. It leaves two rows standing, so that
// the eye finds its line again.
func (w *Window) Page() int { return max(1, w.height-2) }

// Start moves to the beginning of the text.
func (w *Window) Start() tea.Cmd { return w.do(move{kind: moveTo, section: -1}) }

// End moves to the last screenful.
func (w *Window) End() tea.Cmd { return w.do(move{kind: moveEnd, section: -1}) }

// To puts the offset on the first row, or as near to it as the end of the text
// allows.
func (w *Window) To(at int) tea.Cmd { return w.do(move{kind: moveTo, at: at, section: -1}) }

// ToSection puts the section's heading on the first row and makes it the
// current one, also where the end of the text keeps it further down.
func (w *Window) ToSection(i int) tea.Cmd {
	return w.do(move{kind: moveTo, at: w.text.Document().Sections[i].Heading.Start, section: i})
}

// Reveal brings a passage onto the screen, a third down, unless all of it is
// there. Of one that is too long for the screen it shows the beginning.
func (w *Window) Reveal(passage model.Span) tea.Cmd {
	return w.do(move{kind: moveReveal, at: passage.Start, end: passage.End, section: -1})
}

// NextSection moves to the next heading, by -1 to the one before; from inside
// a section the one before is its own heading.
func (w *Window) NextSection(by int) tea.Cmd {
	sections := w.text.Document().Sections
	i := w.Section()
	inside := w.section < 0 && i >= 0 && w.place > sections[i].Heading.Start
	if n := len(w.queue); n > 0 && w.queue[n-1].section >= 0 {
		i, inside = w.queue[n-1].section, false // on from where the last press will lead
	}
	if by > 0 || !inside {
		i += by
	}
	if i < 0 {
		return w.Start()
	}
	if i >= len(sections) {
		return nil
	}
	return w.ToSection(i)
}

func (w *Window) do(m move) tea.Cmd {
	if m.kind == moveTo || m.kind == moveEnd || m.kind == moveReturn {
		// It leads to the same place from anywhere, so it need not wait for moves
		// that may have far to go.
		w.queue = slices.DeleteFunc(w.queue, func(m move) bool { return m.kind != moveAnchor })
	}
	w.queue = append(w.queue, m)
	return w.settle()
}

// settle carries out the queued moves as far as the rendered blocks reach,
// and asks for the blocks that are missing.
func (w *Window) settle() tea.Cmd {
	if !w.ready() {
		return nil
	}
	if len(w.blocks()) == 0 { // there is nowhere to go
		w.queue, w.visible = nil, nil
		w.above, w.below = 0, 0
		w.repaint()
		return nil
	}
	w.missing = w.missing[:0]
	for done := 0; len(w.queue) > 0; done++ {
		if w.columns != w.width && (w.columns == 0 || w.queue[0].kind == moveAnchor) {
			w.columns = w.width
			w.renew()
		}
		if !w.apply(w.queue[0]) || !w.collect() {
			if done > 0 {
				w.repaint()
			}
			return w.request()
		}
		w.queue = w.queue[1:]
	}
	w.repaint()
	return w.prefetch()
}

// apply carries out one move. It changes nothing and returns false where a
// block is missing.
func (w *Window) apply(m move) bool {
	top, ok := w.target(m)
	if !ok {
		return false
	}
	if top, ok = w.clamp(top); !ok {
		return false
	}
	if m.kind == moveAnchor {
		w.top = top
		return true
	}
	moved := top != w.top
	w.top = top
	if moved || m.kind == moveTo || m.kind == moveEnd || m.kind == moveReturn {
		w.section, w.atEnd = m.section, m.kind == moveEnd
		w.place, w.lead = w.offset(top)
	}
	return true
}

// target is the row that a move wants at the top.
func (w *Window) target(m move) (pos, bool) {
	switch m.kind {
	case moveRows:
		top, _, ok := w.walk(w.top, m.n)
		return top, ok
	case moveAnchor:
		top, ok := w.under(w.place, w.lead)
		if !ok || m.end == 0 {
			return top, ok
		}
		return w.reveal(top, m)
	case moveTo:
		if m.at == 0 {
			return pos{}, true
		}
		return w.locate(m.at)
	case moveEnd:
		return w.last()
	case moveReturn:
		return w.under(m.at, m.n)
	case moveReveal:
		return w.reveal(w.top, m)
	}
	return w.top, true
}

// reveal is the row at the top from which the passage is seen: top, if it is
// seen from there.
func (w *Window) reveal(top pos, m move) (pos, bool) {
	first, ok := w.locate(m.at)
	if !ok {
		return pos{}, false
	}
	last, ok := w.locate(max(m.at, m.end-1))
	if !ok {
		return pos{}, false
	}
	bottom, _, ok := w.walk(top, w.height-1)
	if !ok || !before(first, top) && !before(bottom, last) {
		return top, ok
	}
	top, _, ok = w.walk(first, -w.height/3)
	if !ok {
		return pos{}, false
	}
	lowest, _, ok := w.walk(last, -(w.height - 1)) // a lower top would hide the end
	if !ok {
		return pos{}, false
	}
	if before(top, lowest) {
		top = lowest
	}
	if before(first, top) {
		top = first
	}
	return top, true
}

func before(a, b pos) bool { return a.block < b.block || a.block == b.block && a.row < b.row }
