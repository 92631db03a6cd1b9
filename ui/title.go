package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/lock"
)

// giveTitleBack restores the window's title, which is its owner's: one that the
// terminal kept, or an empty one where terminals keep none. Bubble Tea would
// leave a suspended program's window without a title.
var giveTitleBack = ansi.SetWindowTitle("") + "\x1b[23;2t"

// takeTitle keeps the window's title and shows the document's instead.
func takeTitle(title string) string { return "\x1b[22;2t" + ansi.SetWindowTitle(lock.Text(title)) }

// retitle shows the document's title where reading on made it another one.
func (a *App) retitle(was string) tea.Cmd {
	if title := a.document().Title; title != was {
		return tea.Raw(ansi.SetWindowTitle(lock.Text(title)))
	}
	return nil
}
