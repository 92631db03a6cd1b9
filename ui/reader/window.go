// Package reader is the window on the text: which rows stand on the screen,
// how the reader moves through them, and what is marked on them. It owns the
// place in the text and the rendered rows round it; it knows nothing of keys,
// panels or the rest of the screen.
//
//	move ─▶ queue ─▶ settle ─▶ rows on the screen
//	                  │   ▲
//	        missing blocks  Rendered (generation)
//	                  ▼   │
//	                 workers (Glamour)
//
// Nothing is rendered in the update loop. A move that needs a block which is
// not rendered yet waits in the queue while the old rows stand; it is carried
// out when the block arrives.
package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/render"
	"gloss/ui/theme"
)

// Text is what the window asks of the document.
type Text interface {
	Document() *model.Document
	Leaves(model.Block) []model.Leaf
}

// pos is a row of the text: a row within a rendered block.
type pos struct{ block, row int }

// Window shows a part of a document. The zero value is not ready: use New.
type Window struct {
	text    Text
	theme   *theme.Theme
	width   int // of the prose, cells
	height  int // rows
	columns int // the width that rows are rendered at; width, once the moves before a resize are done

	workers *workers
	cache   *render.Cache
	blank   blanks      // blocks of the text that have no rows
	version int         // grows with every change of text, theme or width; older results are dropped
	pending map[int]int // blocks asked for in this version, each with the way a worker goes on from there
	missing []want      // blocks that the running settle needs

	queue   []move
	top     pos  // first row on the screen
	place   int  // offset the top row is anchored to; kept through changes of width and theme
	lead    int  // rows from the top row to the one that shows the place, all empty
	atEnd   bool // the reader asked for the end of the text, and has not moved since
	section int  // section jumped to, current until the reader moves on; -1 for none

	visible []line // what stands on the screen
	above   int    // rows before the first visible one, at most height
	below   int    // rows after the last one, at most height
	layers  []Layer
	kept    model.Span // what stays in view when the rows change
	painted []string
}

// want is a block that is needed, and the way on from there.
type want struct{ block, by int }

// line is a rendered row with its place in the text.
type line struct {
	render.Row
	at pos
}

// New is a window on the start of a text. It shows nothing before its first
// Resize.
func New(text Text, th *theme.Theme) *Window {
	return &Window{
		text: text, theme: th, section: -1, blank: newBlanks(len(text.Document().Blocks)),
		workers: newWorkers(), cache: render.NewCache(cacheBytes), pending: map[int]int{},
	}
}

// cacheBytes bounds the rendered blocks that are kept: some hundred screens.
const cacheBytes = 8 << 20

// Resize fits the window to width cells of prose and height rows. The place
// stays. Rows are rendered anew when it is the anchor's turn: moves that wait
// before it count the rows that the reader saw, so that they lead to the same
// place however fast the rows come.
func (w *Window) Resize(width, height int) tea.Cmd {
	if width == w.width && height == w.height {
		return nil
	}
	m := w.anchored()
	w.width, w.height = width, height
	w.visible = w.visible[:min(len(w.visible), max(height, 0))]
	w.repaint() // the old rows, in the new width
	return w.anchor(m)
}

// SetTheme restyles the text. The place stays.
func (w *Window) SetTheme(th *theme.Theme) tea.Cmd {
	w.theme = th
	w.renew()
	return w.anchor(w.anchored())
}

// Recount is to be called when the terminal counts cells in another way. Few
// texts have rows that come out otherwise: only then is anything done.
func (w *Window) Recount() tea.Cmd {
	if !w.cache.Any(disputed) {
		return nil
	}
	w.renew()
	return w.anchor(w.anchored())
}

func disputed(rows []render.Row) bool {
	return slices.ContainsFunc(rows, func(r render.Row) bool { return measure.Disputed(r.Text()) })
}

// SetText puts a longer reading of the same document in place: offsets mean
// what they meant. Whoever went to the end goes to the new one.
func (w *Window) SetText(text Text) tea.Cmd {
	same := text.Document().Text == w.text.Document().Text // it came with notes
	w.text = text
	if same {
		return nil
	}
	w.blank = newBlanks(len(w.blocks()))
	w.renew()
	if w.atEnd {
		return w.first(move{kind: moveEnd, section: -1})
	}
	return w.first(w.anchored())
}

// Replace puts another text in the place of the one shown; at is where a place
// of the old text is in it. What moves still wait are forgotten: they were meant
// for what stood there.
func (w *Window) Replace(text Text, at func(int) int) tea.Cmd {
	w.text = text
	w.blank = newBlanks(len(w.blocks()))
	w.queue, w.section = nil, -1
	w.place, w.kept = at(w.place), model.Span{}
	w.renew()
	if w.atEnd {
		return w.first(move{kind: moveEnd, section: -1})
	}
	return w.first(w.anchored())
}

// first carries out a move before those that wait: they set out from the top
// row, and the blocks of the new text need not be those of the old one.
func (w *Window) first(m move) tea.Cmd {
	w.queue = slices.Insert(w.queue, 0, m)
	return w.settle()
}

// Forget forgets what is rendered, of a window that nobody looks at. It is shown
// again by SetTheme.
func (w *Window) Forget() { w.renew() }

// renew makes everything rendered so far stale.
func (w *Window) renew() {
	w.version++
	w.cache.Clear()
	clear(w.pending)
}

// Keep names a passage that stays on the screen, if it is there, when a change
// of size or theme gives the text other rows; an empty one for none.
func (w *Window) Keep(passage model.Span) { w.kept = passage }

// anchored is the move that puts the place back at the top, whatever rows it
// now has, or as near as leaves what is kept in view.
func (w *Window) anchored() move {
	m := move{kind: moveAnchor, section: -1}
	if w.kept.Overlaps(w.Screen()) {
		m.at, m.end = w.kept.Start, w.kept.End
	}
	return m
}

func (w *Window) anchor(m move) tea.Cmd {
	if last := len(w.queue) - 1; last >= 0 && w.queue[last].kind == moveAnchor {
		return w.settle()
	}
	return w.do(m)
}

func (w *Window) ready() bool { return w.width > 0 && w.height > 0 }

func (w *Window) blocks() []model.Block { return w.text.Document().Blocks }

// Place is the offset of the first text on the screen.
func (w *Window) Place() int { return w.place }

// Settled reports whether the screen shows what the reader last asked for, be
// it nothing: a text may be all definitions and comments.
func (w *Window) Settled() bool { return w.ready() && len(w.queue) == 0 }

// Screen is the part of the text that the window shows. The rows of a text that
// was replaced may stand for a moment yet, and tell of more than there is.
func (w *Window) Screen() model.Span {
	var s model.Span
	size := len(w.text.Document().Text)
	for _, l := range w.visible {
		if span := l.Span(); !span.Empty() {
			if s.Empty() {
				s = span
			}
			s.Start, s.End = min(s.Start, span.Start), max(s.End, span.End)
		}
	}
	s.Start, s.End = min(s.Start, size), min(s.End, size)
	return s
}

// Progress is how much has been read, from 0 to 1: nothing at the very start,
// all when the end is on the screen.
func (w *Window) Progress() float64 {
	s, size := w.Screen(), len(w.text.Document().Text)
	if w.below == 0 {
		return 1
	}
	if rest := s.Start + size - s.End; w.above > 0 && rest > 0 {
		return float64(s.Start) / float64(rest)
	}
	return 0
}

// Section is the section being read, -1 before the first heading: the one
// jumped to last, else the one at the line that the eye is on. That line is
// the top of the screen, and slides down to its end over the last screenful,
// so that every section is current at some point.
func (w *Window) Section() int {
	if w.section >= 0 {
		return w.section
	}
	row := 0
	if slide := min(w.height-1, w.above+w.below); slide > 0 && w.below < slide {
		row = (len(w.visible) - 1) * (slide - w.below) / slide
	}
	for ; row >= 0 && row < len(w.visible); row++ {
		if span := w.visible[row].Span(); !span.Empty() {
			return w.text.Document().SectionAt(span.Start)
		}
	}
	return w.text.Document().SectionAt(w.place)
}
