package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
)

// countAs takes the terminal's word on how it counts the cells of letters that
// are joined (mode 2027). Bubble Tea asks, and from then on draws by the answer:
// rows have to be measured by it too.
func (a *App) countAs(report tea.ModeReportMsg) tea.Cmd {
	known := report.Value == ansi.ModeReset || report.Value == ansi.ModeSet || report.Value == ansi.ModePermanentlySet
	if report.Mode != ansi.ModeUnicodeCore || !known || measure.Method() == ansi.GraphemeWidth {
		return nil
	}
	measure.Use(ansi.GraphemeWidth)
	a.setTheme()
	return a.window.Recount()
}
