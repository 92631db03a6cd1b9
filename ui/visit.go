package ui

import (
	"fmt"

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
	index  int         // of the note among its kind
	span   model.Span  // its passage, marked until the reader backs out; empty for none
}

// panel is the open panel.
func (a *App) panel() *pane.Panel { return a.panels[a.openAt] }

// walk shows the next note of the open panel, by -1 the one before. The first
// step goes to the note nearest to what is on the screen.
func (a *App) walk(by int) tea.Cmd {
	notes := a.notes(a.openAt)
	if len(notes) == 0 {
		a.status = "no " + kindPlural[a.openAt] + " here to walk"
		return nil
	}
	i, chosen := a.panel().Selected()
	switch {
	case !chosen:
		i = nearest(notes, a.window.Screen(), by)
	case i+by < 0 || i+by >= len(notes):
		a.status = fmt.Sprintf("no more %s this way", kindPlural[a.openAt])
		return nil
	default:
		i += by
	}
	return a.show(a.openAt, i)
}

// nearest is where a walk begins: at the first note, in the panel's order, that
// is on the screen or after it; going back, at the last that is on the screen
// or before it.
func nearest(notes []model.Note, screen model.Span, by int) int {
	if by < 0 {
		for i := len(notes) - 1; i > 0; i-- {
			if notes[i].Span.Start < screen.End {
				return i
			}
		}
		return 0
	}
	for i, n := range notes {
		if n.Span.End > screen.Start {
			return i
		}
	}
	return len(notes) - 1
}

// show shows a note's passage in the text, marked to the sentence.
func (a *App) show(panel, i int) tea.Cmd {
	notes := a.notes(panel)
	if i < 0 || i >= len(notes) {
		return nil
	}
	a.openAt = panel
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
	a.focus = onText
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

func (a *App) back(forward bool) tea.Cmd {
	step, none := a.history.Back, "no place to go back to"
	if forward {
		step, none = a.history.Forward, "no place to go forward to"
	}
	place, ok := step(a.window.Place())
	if !ok {
		a.status = none
		return nil
	}
	a.visit.on = false
	return a.window.To(place)
}

// backOut undoes one step: what is marked, the focus, the visit. What stands
// over the text takes Esc itself.
func (a *App) backOut() tea.Cmd {
	switch {
	case a.find.active():
		a.find.clear()
	case !a.visit.on && (!a.visit.span.Empty() || a.mentions >= 0):
		a.visit.span, a.mentions = model.Span{}, -1
		a.deselect()
	case a.focus != onText:
		a.focus = onText
	case a.visit.on:
		origin := a.visit.origin
		a.visit, a.mentions = visit{}, -1
		a.deselect()
		a.mark()
		return a.window.Return(origin)
	}
	a.mark()
	return nil
}

func (a *App) deselect() {
	for _, p := range a.panels {
		p.Deselect()
	}
}

// notes lists the notes of a panel.
func (a *App) notes(panel int) []model.Note { return a.document().Notes.Of(panelKinds[panel]) }

var kindPlural = [len(panelKinds)]string{"facts", "figures", "questions", "names"}
