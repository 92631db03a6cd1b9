package ui

import (
	"context"
	"errors"
	"io/fs"
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
)

// changedMsg is sent when the file that is being read has changed.
type changedMsg struct{}

// reloadedMsg is sent when a document was read anew.
type reloadedMsg struct {
	opened *Opened
	text   Text
	err    error
	asked  bool // by the reader
	cost   time.Duration
}

// watch waits for the file to change.
func (a *App) watch() tea.Cmd {
	if a.opened.Changed == nil {
		return nil
	}
	ctx, changed := a.ctx, a.opened.Changed
	return func() tea.Msg {
		if changed(ctx) != nil {
			return nil // it cannot be watched: the reader can still reload
		}
		return changedMsg{}
	}
}

// reload reads the document anew, because the reader asks for it or because its
// file has changed.
func (a *App) reload(asked bool) tea.Cmd {
	switch source := a.opened.Source; {
	case a.options.Open == nil || a.reloading:
		return nil
	case a.loading:
		a.status = "it is still being read"
		return nil
	case source == "" && a.shelf != nil:
		a.status = "these documents were named one by one: there is nothing to list anew"
		return nil
	case source == "":
		a.status = "the article is a part of gloss: there is nothing to reload"
		return nil
	case source == "-":
		a.status = "standard input was read: it cannot be read twice"
		return nil
	}
	if a.failed != "" {
		return a.tryAgain()
	}
	if asked {
		a.status = "reading it anew…"
	}
	a.reloading = true
	liftMemory() // there are two of it for a while
	ctx, open, source := a.ctx, a.options.Open, a.opened.Source
	return func() tea.Msg {
		begun := time.Now()
		opened, err := open(source)
		var text Text
		if err == nil {
			text, err = opened.Whole(ctx)
		}
		return reloadedMsg{opened, text, err, asked, time.Since(begun)}
	}
}

// reloaded puts the document, read anew, in the place of what was read before.
func (a *App) reloaded(msg reloadedMsg) tea.Cmd {
	a.reloading = false
	limitMemory(a.document())
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		a.status = msg.err.Error()
		if errors.Is(msg.err, fs.ErrNotExist) || !msg.asked {
			a.status = "what was read stays: " + a.status
		}
		return a.watchAfter(msg.cost)
	case msg.opened.Entries != nil:
		a.relist(msg.opened)
		a.status = "listed anew"
		return nil
	case sameText(a.text, msg.text) && !a.loading:
		a.opened = msg.opened
		if msg.asked {
			a.status = "read anew: nothing has changed"
		}
		return a.watchAfter(msg.cost)
	}
	cmd := a.replace(msg.opened, msg.text)
	a.status = "read anew"
	if !msg.asked {
		a.status = "changed, and read anew"
	}
	a.warn()
	return tea.Batch(cmd, a.watchAfter(msg.cost))
}

// watchAfter watches the file again, with pauses between two readings that
// leave most of the machine to others: a file may change all the time.
func (a *App) watchAfter(cost time.Duration) tea.Cmd {
	ctx, watch := a.ctx, a.watch()
	if watch == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case <-time.After(4 * cost):
			return watch()
		case <-ctx.Done():
			return nil
		}
	}
}

// sameText reports whether two readings of a document do not differ.
func sameText(a, b Text) bool {
	x, y := a.Document(), b.Document()
	return x.Text == y.Text && x.Title == y.Title && reflect.DeepEqual(x.Notes, y.Notes) && len(a.Problems()) == len(b.Problems())
}

// replace puts another text in the place of the one that is being read: the
// reader stays at the words that were read, and so do the jumps.
func (a *App) replace(opened *Opened, text Text) tea.Cmd {
	title := a.document().Title
	at := model.Compare(a.document().Text, text.Document().Text).At
	a.stop() // what is still worked at is work on the old text
	a.work(a.program)
	a.opened, a.text = opened, text
	a.loading, a.known, a.begun = false, false, true

	a.history.Move(at)
	if a.visit.on { // the note that was visited may be another, or gone
		a.history.Jump(at(a.visit.origin.Place))
	}
	a.visit, a.mentions = visit{}, -1
	a.deselect()
	if a.over != nil {
		switch a.over.surface.(type) {
		case *overlay.Card, *overlay.Links, *overlay.Why: // of what may be gone
			a.card = cards{}
			a.shut()
		}
	}
	a.find.origin.Place = at(a.find.origin.Place)
	if s := a.find.stood; !s.Empty() {
		a.find.stood = model.Span{Start: at(s.Start), End: at(s.End)}
	}
	if len(a.notes(a.openAt)) == 0 {
		a.openAt = a.firstPanel()
	}
	limitMemory(a.document())
	a.showDocument()
	return tea.Batch(a.retitle(title), a.window.Replace(text, at), a.relayout(), a.searchAgain(), a.look.again(a), a.index())
}
