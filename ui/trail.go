package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/ui/reader"
)

// trail is the documents that the reader went through by links, in order. The
// history of jumps in each is its own; beyond its ends lie the other documents.
type trail struct {
	readings []*reading
	at       int // the one on the screen
}

// trailMax bounds the memory of a session that goes from link to link: each
// document is kept whole.
const trailMax = 50

// add puts a document behind the one on the screen, and forgets what lay ahead.
func (t *trail) add(r *reading) {
	if t.readings != nil {
		t.readings = t.readings[:t.at+1]
	}
	t.readings = append(t.readings, r)
	if len(t.readings) > trailMax {
		t.readings = t.readings[1:]
	}
	t.at = len(t.readings) - 1
}

// step goes on to the next document, by -1 to the one before; nil where there is
// none.
func (t *trail) step(by int) *reading {
	at := t.at + by
	if at < 0 || at >= len(t.readings) {
		return nil
	}
	t.at = at
	return t.readings[at]
}

// drop forgets the document on the screen and all ahead of it, and goes back to
// the one before it; nil where there is none.
func (t *trail) drop() *reading {
	if t.at == 0 {
		return nil
	}
	t.readings = t.readings[:t.at]
	t.at--
	return t.readings[t.at]
}

// turnTo shows another reading, as it was left.
func (a *App) turnTo(r *reading) tea.Cmd {
	title := a.document().Title
	a.rest()
	a.reading = r
	if r.window == nil {
		r.window = reader.New(r.text, a.theme)
	}
	r.work(a.program)
	a.over, a.focus = nil, onText
	a.showDocument()
	a.showShelf()
	a.setTheme()
	if liftMemory(); !r.loading {
		limitMemory(r.document())
	}
	return tea.Batch(a.retitle(title), a.window.SetTheme(a.theme), a.relayout())
}

// back goes back through the jumps, and forward again: first those in the
// document, then from document to document.
func (a *App) back(forward bool) tea.Cmd {
	step, by, none := a.history.Back, -1, "no place to go back to"
	if forward {
		step, by, none = a.history.Forward, 1, "no place to go forward to"
	}
	if place, ok := step(a.window.Place()); ok {
		a.visit.on = false
		return a.window.To(place)
	}
	if r := a.trail.step(by); r != nil {
		return a.turnTo(r)
	}
	a.status = none
	return nil
}
