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

// ground is what is known of the terminal's background.
type ground uint8

const (
	unknown ground = iota
	darkGround
	lightGround
)

// background asks the terminal for its background colour, which chooses the
// theme unless the reader did, and says whether the theme needs a page of its
// own. The first frame waits for the answer, so that it is not repainted before
// the reader's eyes. The question is written at once: Bubble Tea's own would
// wait for the first frame, and its answer for the next.
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
// screen; the reader's choice of a theme stands.
func (a *App) backgroundIs(dark bool) tea.Cmd {
	a.themed = true
	a.ground = lightGround
	if dark {
		a.ground = darkGround
	}
	if a.options.Theme != nil || a.theme.Dark == dark {
		return nil
	}
	th := theme.Dark()
	if !dark {
		th = theme.Light()
	}
	return a.useTheme(th)
}

// page is the colours of the whole screen, none where the terminal's own do: a
// theme for dark backgrounds cannot be read on a light one, nor the other way
// round. A terminal that does not say what it has may have either, unless the
// reader, who sees it, chose the theme.
func (a *App) page() theme.Style {
	suits := a.ground == darkGround && a.theme.Dark || a.ground == lightGround && !a.theme.Dark
	if suits || a.ground == unknown && a.options.Theme != nil {
		return theme.Style{}
	}
	return a.theme.Page
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
