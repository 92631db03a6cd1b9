package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
)

// lookUp is the look-up box and the query that is being answered.
type lookUp struct {
	box  *overlay.Lookup
	stop context.CancelFunc // of the running query
}

// lookedMsg is sent when a query is answered. It bears the box's generation,
// so that an answer to an older query changes nothing.
type lookedMsg struct {
	generation int
	answers    []overlay.Answer
	complete   bool
}

// hitsMax is how many answers are kept: more than anybody scrolls through.
const hitsMax = 50

func (a *App) openLookUp() tea.Cmd {
	a.look.box.Reset()
	a.open(a.look.box, a.lookEvent)
	return nil
}

func (a *App) lookEvent(e overlay.Event) tea.Cmd {
	switch e {
	case overlay.Changed:
		return a.lookNow()
	case overlay.Accepted:
		answer, ok := a.look.box.Selected()
		if !ok {
			return nil
		}
		a.closeLookUp()
		return a.accept(answer.Hit)
	case overlay.Copied:
		if answer, ok := a.look.box.Selected(); ok {
			return a.send(quotation(a.document(), answer.Quote, answer.Span), answer.Kind.String())
		}
	case overlay.Closed:
		a.closeLookUp()
	}
	return nil
}

// closeLookUp closes the box: what is still being answered is answered no more.
func (a *App) closeLookUp() {
	if a.look.stop != nil {
		a.look.stop()
	}
	a.look.box.Reset()
	a.shut()
}

// lookNow answers what was typed so far; the query before it stops.
func (a *App) lookNow() tea.Cmd {
	if a.look.stop != nil {
		a.look.stop()
	}
	ctx, stop := context.WithCancel(a.ctx)
	a.look.stop = stop
	text, query, generation := a.text, a.look.box.Query(), a.look.box.Generation()
	return func() tea.Msg {
		hits, complete := text.Look(ctx, query, hitsMax)
		if ctx.Err() != nil {
			return nil
		}
		return lookedMsg{generation, overlay.Answers(text, hits), complete}
	}
}

func (a *App) looked(msg lookedMsg) tea.Cmd {
	return a.lookEvent(a.look.box.SetAnswers(msg.generation, msg.answers, msg.complete))
}

// again asks once more when more of the text can be looked up.
func (l *lookUp) again(a *App) tea.Cmd {
	if a.over == nil || a.over.surface != surface(l.box) || l.box.Query() == "" {
		return nil
	}
	return a.lookNow()
}

// accept goes to an answer. A note is selected in its panel too.
func (a *App) accept(h model.Hit) tea.Cmd {
	if h.Kind == model.KindSection {
		a.leave()
		return a.window.ToSection(h.Index)
	}
	a.stay()
	for i, kind := range panelKinds {
		if kind == h.Kind {
			cmd := a.show(i, h.Index)
			a.stay()
			return cmd
		}
	}
	a.deselect()
	a.mentions = -1
	a.visit = visit{span: h.Span, index: -1}
	a.mark()
	a.leave()
	return a.window.Reveal(h.Span)
}
