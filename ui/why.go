package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/ui/overlay"
)

// openWhy says why the selected note of the open panel is there, or the one
// nearest to what is on the screen.
func (a *App) openWhy() tea.Cmd {
	if a.panel().Len() == 0 {
		a.status = "no " + kindPlural[a.openAt] + " here to ask about"
		return nil
	}
	i, ok := a.panel().Selected()
	if !ok {
		i = a.panel().Nearest(1)
	}
	a.open(overlay.NewWhy(a.document(), panelKinds[a.openAt], i), func(e overlay.Event) tea.Cmd {
		switch e {
		case overlay.Accepted:
			a.shut()
			cmd := a.show(a.openAt, i)
			a.stay()
			return cmd
		case overlay.Copied:
			return a.copyNote(panelKinds[a.openAt], i)
		case overlay.Closed, overlay.Unused:
			a.shut()
		}
		return nil
	})
	return nil
}
