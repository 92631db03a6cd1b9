package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/ui/layout"
	"gloss/ui/overlay"
)

// wheelRows is what one notch of the wheel moves by.
const wheelRows = 3

// mouse gives wheel and clicks to what lies under the pointer.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.screen.Mode == layout.TooSmall {
		return nil
	}
	m := msg.Mouse()
	if a.over != nil {
		return a.overMouse(msg)
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		a.status = ""
		return a.wheel(m.X, m.Y, notches(m.Button)*wheelRows)
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			a.status = ""
			return a.click(m.X, m.Y)
		}
	}
	return nil
}

// notches is how far the wheel was turned, down for more than 0; a wheel that
// tips to the side moves nothing.
func notches(b tea.MouseButton) int {
	switch b {
	case tea.MouseWheelUp:
		return -1
	case tea.MouseWheelDown:
		return 1
	}
	return 0
}

func (a *App) wheel(x, y, rows int) tea.Cmd {
	if rows == 0 {
		return nil
	}
	if a.screen.Contents.Holds(x, y) {
		a.contents.Scroll(rows)
		return nil
	}
	for _, p := range a.screen.Panels {
		if p.Body.Holds(x, y) {
			a.panels[p.Index].Scroll(rows)
			return nil
		}
	}
	return a.window.Scroll(rows)
}

func (a *App) click(x, y int) tea.Cmd {
	s := a.screen
	if s.Contents.Holds(x, y) {
		if i, ok := a.contents.ItemAt(y - s.Contents.Y); ok {
			a.leave()
			return a.window.ToSection(i)
		}
		return nil
	}
	if s.Tabs.Holds(x, y) {
		_, spans := a.tabs(s.Tabs.W)
		for i, span := range spans {
			if x-s.Tabs.X >= span.Start && x-s.Tabs.X < span.End {
				return a.openPanel(i)
			}
		}
		return nil
	}
	for _, p := range s.Panels {
		if p.Title.Holds(x, y) {
			return a.openPanel(p.Index)
		}
		if !p.Body.Holds(x, y) {
			continue
		}
		if i, ok := a.panels[p.Index].ItemAt(y - p.Body.Y); ok {
			a.openAt = p.Index
			a.setFocus(onNotes)
			return a.show(p.Index, i)
		}
		return nil
	}
	if s.Text.Holds(x, y) {
		return a.clickText(x-s.Text.X, y-s.Text.Y)
	}
	return nil
}

// clickText opens the card of the name, or follows the link, under the pointer.
func (a *App) clickText(x, y int) tea.Cmd {
	a.setFocus(onText)
	at, ok := a.window.OffsetAt(x, y)
	if !ok {
		return nil
	}
	if l, ok := a.linkAt(at); ok {
		if l.kind() == overlay.Anchor {
			return a.followLink(l)
		}
		return a.showLinks(l.span) // where it leads is seen before it is followed
	}
	for i, n := range a.document().Notes.Names {
		for _, m := range n.Mentions {
			if m.Holds(at) {
				return a.openCard([]mention{{i, m}})
			}
		}
	}
	return nil
}
