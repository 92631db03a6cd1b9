package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// suspend stops the program as Ctrl-z does, where there is a shell to bring it
// back: without one the terminal would hang for good.
func (a *App) suspend() tea.Cmd {
	if !canSuspend() {
		a.status = "no shell here to come back from: not suspended"
		return nil
	}
	return tea.Sequence(tea.Raw(giveTitleBack), tea.Suspend)
}

// resumed takes the window's title again and asks the terminal for what it
// forgot while the program was away: how it counts the cells of joined letters.
// The size may have changed.
func (a *App) resumed() tea.Cmd {
	return tea.Batch(tea.Raw(takeTitle(a.document().Title)+ansi.RequestModeUnicodeCore), tea.RequestWindowSize)
}
