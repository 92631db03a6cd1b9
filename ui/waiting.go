package ui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/layout"
	"gloss/ui/measure"
)

// progressed is sent while a document is being read, to show how far that is.
type progressed struct{}

// progressEvery is how often that is shown.
const progressEvery = 100 * time.Millisecond

// showProgress shows the progress as long as there is any.
func (a *App) showProgress() tea.Cmd {
	if !a.loading || a.opened.Progress == nil {
		return nil
	}
	a.limitReading()
	return tea.Tick(progressEvery, func(time.Time) tea.Msg { return progressed{} })
}

// progressSaid is how much has been read: "45%", or "1.2 MB" where nobody knows
// of how much; "" where there is nothing to say.
func (a *App) progressSaid() string {
	if a.opened.Progress == nil {
		return ""
	}
	switch done, total := a.opened.Progress(); {
	case done == 0 || done == total: // what is left is work, not waiting
		return ""
	case total == 0:
		return size(done)
	default:
		return fmt.Sprintf("%d%%", done*100/total)
	}
}

// size is a number of bytes, as people say it.
func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d bytes", bytes)
	case bytes < 1000_000:
		return fmt.Sprintf("%d kB", bytes/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

// waiting reports whether there is nothing to read yet.
func (a *App) waiting() bool { return a.loading && a.document().Text == "" }

// waitingLines say what is waited for, and how much of it has come.
func (a *App) waitingLines() []string {
	said := "Waiting for"
	if done := a.progressSaid(); done != "" {
		said = done + " of"
		if _, total := a.opened.Progress(); total > 0 {
			said = fmt.Sprintf("%s of the %s of", done, size(total))
		}
	}
	key := a.theme.Key.Paint("Esc") + a.theme.Muted.Paint(" stops it")
	return a.instead(a.theme.Text.Paint(said), a.theme.Strong.Paint(a.document().Title), "", key)
}

// stopWaiting gives up a document of which nothing has come, and goes back to
// the one whose link led here.
func (a *App) stopWaiting() tea.Cmd {
	title := a.document().Title
	a.rest()
	a.loading = false
	return a.backFromNothing("stopped: nothing of " + title + " was read")
}

// nothingCame says why there is nothing to read, in the document whose link led
// here if there is one.
func (a *App) nothingCame(err error) tea.Cmd { return a.backFromNothing(err.Error()) }

func (a *App) backFromNothing(why string) tea.Cmd {
	if r := a.trail.drop(); r != nil {
		cmd := a.turnTo(r)
		a.status = why
		return cmd
	}
	a.work(a.program)
	a.showDocument()
	a.failed, a.status = why, why
	return tea.Batch(a.window.SetTheme(a.theme), a.index())
}

// failedLines say why there is nothing to read.
func (a *App) failedLines() []string {
	key := a.theme.Key.Paint("r") + a.theme.Muted.Paint(" tries again")
	prose := strings.Split(ansi.Wrap(a.failed, a.screen.Prose().W, "/-"), "\n")
	for i, row := range prose {
		prose[i] = a.theme.Text.Paint(row)
	}
	return a.instead(append(prose, "", key)...)
}

// instead is lines that stand where the text would.
func (a *App) instead(lines ...string) []string {
	width := a.screen.Text.W
	for i, line := range lines {
		line = measure.Truncate(measure.Spaces(layout.Gutter)+line, width)
		lines[i] = line + measure.Spaces(width-measure.Width(line))
	}
	return lines
}

// tryAgain reads a document anew of which nothing came.
func (a *App) tryAgain() tea.Cmd {
	a.failed, a.loading = "", true
	a.showDocument()
	return a.behind()
}
