package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
	"gloss/ui/layout"
	"gloss/ui/overlay"
	"gloss/ui/theme"
)

// surface is what stands over the text: it draws itself and turns keys and
// clicks into events.
type surface interface {
	SetTheme(*theme.Theme)
	SetSize(width, height int)
	Lines() []string
	Rect() (x, y, width, height int)
	Update(tea.KeyPressMsg) overlay.Event
}

// Some surfaces take more than keys.
type (
	clickable interface {
		Click(x, y int) overlay.Event // cell of the surface
	}
	scrollable interface{ Wheel(rows int) }
	typed      interface {
		Cursor() *tea.Cursor
		Paste(text string) overlay.Event
	}
)

// over is the surface that stands over the text, with what its events lead to.
type over struct {
	surface
	event func(overlay.Event) tea.Cmd
}

// open puts a surface over the text.
func (a *App) open(s surface, event func(overlay.Event) tea.Cmd) {
	s.SetTheme(a.theme)
	s.SetSize(a.w, a.h)
	a.over = &over{s, event}
	a.setFocus(a.focus)
}

// shut takes the surface away. A list stays, as a text would.
func (a *App) shut() {
	a.over = nil
	a.showShelf()
	a.setFocus(a.focus)
}

// openSurface opens what an action asks for.
func (a *App) openSurface(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Contents:
		return a.openContents()
	case keymap.LookUp:
		return a.openLookUp()
	case keymap.Find:
		return a.openFind()
	case keymap.Card:
		return a.openCards()
	case keymap.Links:
		return a.openLinks()
	case keymap.Why:
		return a.openWhy()
	case keymap.Help:
		a.openHelp()
	}
	return nil
}

func (a *App) openHelp() {
	a.open(overlay.NewHelp(), func(e overlay.Event) tea.Cmd {
		if e == overlay.Closed {
			a.shut()
		}
		return nil
	})
}

// paste gives pasted text to where one types.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	if a.over == nil {
		return nil
	}
	if t, ok := a.over.surface.(typed); ok {
		return a.over.event(t.Paste(msg.Content))
	}
	return nil
}

// overMouse gives the mouse to the surface; a click beside it closes it.
func (a *App) overMouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		if s, ok := a.over.surface.(scrollable); ok {
			s.Wheel(notches(m.Button) * wheelRows)
		}
	case tea.MouseClickMsg:
		if m.Button != tea.MouseLeft {
			return nil
		}
		x, y, w, h := a.over.Rect()
		if !(layout.Rect{X: x, Y: y, W: w, H: h}).Holds(m.X, m.Y) {
			return a.over.event(overlay.Closed)
		}
		if c, ok := a.over.surface.(clickable); ok {
			return a.over.event(c.Click(m.X-x, m.Y-y))
		}
	}
	return nil
}
