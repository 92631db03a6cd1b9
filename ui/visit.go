package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/pane"
	"gloss/ui/reader"
)

// visit is a look at a note's passage in the text. It began at a place that
// Esc returns to; Enter ends it where it led.
type visit struct {
	on     bool        // Esc leads back to origin
	origin reader.Spot // where the reader was before the visit
	kind   model.Kind  // of the note shown
	index  int         // of the note among its kind, -1 where it is a passage of the text alone
	span   model.Span  // its passage, marked until the reader backs out; empty for none
}

// panel is the open panel.
func (a *App) panel() *pane.Panel { return a.panels[a.openAt] }

// walk shows the next note of the open panel, by -1 the one before. The first
// step goes to the note nearest to what is on the screen.
func (a *App) walk(by int) tea.Cmd {
	n := a.panel().Len()
	if n == 0 {
		a.status = "no " + kindPlural[a.openAt] + " here to walk"
		return nil
	}
	i, chosen := a.panel().Selected()
	switch {
	case !chosen:
		i = a.panel().Nearest(by)
	case i+by < 0 || i+by >= n:
		a.status = fmt.Sprintf("no more %s this way", kindPlural[a.openAt])
		return nil
	default:
		i += by
	}
	return a.show(a.openAt, i)
}

// show shows a note's passage in the text, marked to the sentence.
func (a *App) show(panel, i int) tea.Cmd {
	notes := a.notes(panel)
	if i < 0 || i >= len(notes) {
		return nil
	}
	a.openAt = panel
	a.deselect()
	a.panels[panel].Select(i)
	if !a.visit.on {
		a.visit.on, a.visit.origin = true, a.window.Spot()
	}
	a.visit.kind, a.visit.index, a.visit.span = panelKinds[panel], i, notes[i].Span
	a.mentions = -1
	if a.visit.kind == model.KindName {
		a.mentions = i
	}
	if len(a.screen.Panels) == 0 { // no panel on the screen says which note it is
		a.status = fmt.Sprintf("%s %d/%d: %s", a.visit.kind, i+1, len(notes), notes[i].Text)
	}
	a.mark()
	return tea.Batch(a.relayout(), a.window.Reveal(notes[i].Span))
}

// stay ends a visit where it led: the place before it goes into the history.
func (a *App) stay() {
	if a.visit.on {
		a.history.Jump(a.visit.origin.Place)
		a.visit.on = false
	}
	a.setFocus(onText)
}

// leave records the place before a jump, so that Back leads to it. It comes
// before the jump: a jump to what is rendered already moves at once.
func (a *App) leave() {
	from := a.window.Place()
	if a.visit.on {
		from, a.visit.on = a.visit.origin.Place, false
	}
	a.history.Jump(from)
}

// backOut undoes one step: what is marked, the focus, the visit. What stands
// over the text takes Esc itself.
func (a *App) backOut() tea.Cmd {
	switch {
	case a.waiting():
		return a.stopWaiting()
	case a.find.active():
		a.find.clear()
	case !a.visit.on && (!a.visit.span.Empty() || a.mentions >= 0):
		a.visit.span, a.mentions = model.Span{}, -1
		a.deselect()
	case a.focus != onText:
		a.setFocus(onText)
	case a.visit.on:
		origin := a.visit.origin
		if !a.visit.span.Overlaps(a.window.Screen()) { // read on since: not to be lost
			a.history.Jump(a.window.Place())
		}
		a.visit, a.mentions = visit{}, -1
		a.deselect()
		a.mark()
		return a.window.Return(origin)
	}
	a.mark()
	return nil
}

// reselect selects in its panel the note that is marked in the text, and no other.
func (a *App) reselect() {
	a.deselect()
	if v := a.visit; !v.span.Empty() && v.index >= 0 {
		a.panels[slices.Index(panelKinds[:], v.kind)].Select(v.index)
	}
}

func (a *App) deselect() {
	for _, p := range a.panels {
		p.Deselect()
	}
}

// notes lists the notes of a panel.
func (a *App) notes(panel int) []model.Note { return a.document().Notes.Of(panelKinds[panel]) }

var kindPlural = [len(panelKinds)]string{"facts", "figures", "questions", "names"}
