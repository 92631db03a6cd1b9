package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

// waited is sent when the terminal had its time to say what its background is.
type waited struct{}

// backgroundWait is how long the first frame waits for the terminal's answer:
// long enough for a terminal on this machine, too short to be noticed.
const backgroundWait = 15 * time.Millisecond

// background asks the terminal for its background colour, unless the theme was
// chosen. The first frame waits for the answer, so that it is not repainted in
// another theme before the reader's eyes. The question is written at once:
// Bubble Tea's own would wait for the first frame, and its answer for the next.
func (a *App) background() tea.Cmd {
	if a.themed {
		return nil
	}
	ask := func() tea.Msg {
		if a.options.Ask != nil {
			a.options.Ask(ansi.RequestBackgroundColor)
		}
		return nil
	}
	return tea.Batch(ask, tea.Tick(backgroundWait, func(time.Time) tea.Msg { return waited{} }))
}

// backgroundIs takes the terminal's answer. One that comes late restyles the
// screen; one that comes after the reader chose a theme is dropped.
func (a *App) backgroundIs(dark bool) tea.Cmd {
	a.themed = true
	if a.options.Theme != nil || a.theme.Dark == dark {
		return nil
	}
	th := theme.Dark()
	if !dark {
		th = theme.Light()
	}
	return a.useTheme(th)
}

func (a *App) useTheme(th *theme.Theme) tea.Cmd {
	a.theme = th
	a.setTheme()
	a.mark()
	return a.window.SetTheme(th)
}

// nextTheme is the reader's own choice: the terminal's answer no longer counts.
// With few colours it is no choice: those of the other themes would come out as
// blue on light blue, or not at all.
func (a *App) nextTheme() tea.Cmd {
	th := theme.Next(a.theme)
	if a.fewHues {
		th = theme.Plain()
	}
	a.options.Theme = th
	a.status = "theme: " + th.ID
	if a.fewHues {
		a.status += ", the one for a terminal of so few colours"
	}
	return a.useTheme(th)
}
