package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/lock"
	"gloss/ui/measure"
	"gloss/ui/overlay"
	"gloss/ui/pane"
	"gloss/ui/theme"
)

// View joins the lines that the parts have ready. Bubble Tea calls it after
// every message, so it must not render anything.
func (a *App) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if !a.noMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.w == 0 || !a.themed {
		return v // the first frame waits for the size and the terminal's background
	}
	lines := a.lines()
	if a.over != nil && a.screen.Mode != layout.TooSmall {
		lines = a.overlaid(lines)
		if t, ok := a.over.surface.(typed); ok {
			v.Cursor = t.Cursor()
		}
	}
	page := a.page()
	for i, line := range lines {
		lines[i] = onPage(lock.Styled(line), page, a.w)
	}
	v.Content = strings.Join(lines, "\n")
	return v
}

// overlaid is the screen with the surface over it. Beside a surface nothing of
// the text is seen, whose lines would be cut, unless it belongs beside a word.
// What there is to say stands on the last row, whatever covers it.
func (a *App) overlaid(lines []string) []string {
	x, y, _, h := a.over.Rect()
	if _, inPlace := a.over.surface.(*overlay.Card); !inPlace {
		for i := max(0, y); i < min(y+h, len(lines)); i++ {
			lines[i] = ""
		}
	}
	lines = overlay.Place(lines, a.over.Lines(), x, y)
	if _, typing := a.over.surface.(*overlay.Prompt); a.status != "" && !typing {
		lines[len(lines)-1] = a.footer(a.w)
	}
	return lines
}

// onPage is a line with the page under it, to the end of the screen.
func onPage(line string, page theme.Style, width int) string {
	if page == (theme.Style{}) {
		return line
	}
	return page.Paint(line + measure.Spaces(width-measure.Width(line)))
}

// lines is the reading screen, each line as wide as the terminal at most.
func (a *App) lines() []string {
	if a.screen.Mode == layout.TooSmall {
		return overlay.TooSmall(a.w, a.h)
	}
	s := a.screen
	lines := make([]string, 0, a.h)
	lines = append(lines, a.header(s.Header.W))
	rule := a.theme.Border.Paint(strings.Repeat("─", s.Header.W))
	if !s.TopRule.Empty() {
		lines = append(lines, rule)
	}
	lines = append(lines, a.body()...)
	if !s.EndRule.Empty() {
		lines = append(lines, rule)
	}
	return append(lines, a.footer(s.Footer.W))
}

// column is one pane's lines and where they stand.
type column struct {
	layout.Rect
	lines []string
}

// body stands the panes side by side.
func (a *App) body() []string {
	s := a.screen
	columns := []column{{s.Contents, nil}, {s.Text, a.textLines()}, {s.Notes, nil}}
	if !s.Contents.Empty() {
		columns[0].lines = a.contents.Lines()
	}
	if !s.Notes.Empty() {
		columns[2].lines = a.notesLines()
	}
	lines := make([]string, s.Text.H)
	for y := range lines {
		var b strings.Builder
		x := 0
		for _, c := range columns {
			if c.Empty() || y >= len(c.lines) {
				continue
			}
			b.WriteString(measure.Spaces(c.X - x))
			b.WriteString(c.lines[y])
			x = c.X + c.W
		}
		lines[y] = b.String()
	}
	return lines
}

// textLines is the column of the text, or why there is none.
func (a *App) textLines() []string {
	switch {
	case a.waiting():
		return a.waitingLines()
	case a.failed != "":
		return a.failedLines()
	}
	if a.loading || !a.window.Settled() || !a.window.Screen().Empty() {
		return a.window.Lines()
	}
	prose := a.screen.Prose()
	nothing := measure.Method().Truncate("Nothing to read here.", prose.W, "…")
	return a.instead(a.theme.Muted.Paint(nothing))
}

func (a *App) tabs(width int) (string, []pane.TabSpan) {
	return pane.Tabs(a.theme, &a.document().Notes, panelKinds[:], panelKinds[a.openAt], a.focus == onNotes, width)
}

// notesLines is the column of notes: one panel under its tabs, or all of them
// stacked under their titles.
func (a *App) notesLines() []string {
	s := a.screen
	if !s.Tabs.Empty() {
		tabs, _ := a.tabs(s.Notes.W)
		return append([]string{tabs, measure.Spaces(s.Notes.W)}, a.panels[a.openAt].Lines()...)
	}
	lines := make([]string, 0, s.Notes.H)
	for _, p := range s.Panels {
		for len(lines) < p.Title.Y-s.Notes.Y {
			lines = append(lines, measure.Spaces(s.Notes.W))
		}
		kind := panelKinds[p.Index]
		lines = append(lines, pane.Title(a.theme, kind, a.panels[p.Index].Len(), a.focus == onNotes && p.Index == a.openAt, s.Notes.W))
		lines = append(lines, a.panels[p.Index].Lines()...)
	}
	return lines
}

// header is the document's title on the left, where the reader is on the right;
// where there is no room for both, where the reader is.
func (a *App) header(width int) string {
	doc := a.document()
	title, where, number := shortTitle(doc.Title), "", ""
	if i := a.section(); i >= 0 {
		where = shortTitle(doc.Sections[i].Title)
		number = fmt.Sprintf("%d/%d", i+1, len(doc.Sections))
	}
	switch {
	case where == title: // the first section bears the document's title
		where = ""
	case where != "" && width < bothTitles:
		title, where = where, ""
	}
	room := width - 4 - measure.Width(number)
	if where != "" {
		title = measure.Method().Truncate(title, room/2, "…")
		where = measure.Method().Truncate(where, room-2-measure.Width(title), "…")
	}
	left := " " + a.theme.Strong.Paint(measure.Method().Truncate(title, room, "…"))
	return fill(left, a.theme.Text.Paint(where)+"  "+a.theme.Muted.Paint(number)+" ", width)
}

// bothTitles is from how many cells on the header has room for the document's
// title and the section's.
const bothTitles = 60

// footer is the progress and the keys, or what there is to say.
func (a *App) footer(width int) string {
	if a.status != "" {
		return measure.Method().Truncate(" "+a.theme.Text.Paint(a.status), width, "…")
	}
	return a.progressFooter(width)
}

// fill puts left and right at the ends of a line of that width.
func fill(left, right string, width int) string {
	room := width - measure.Width(left) - measure.Width(right)
	if room < 0 {
		return measure.Method().Truncate(left+" "+right, width, "…")
	}
	return left + measure.Spaces(room) + right
}

// shortTitle is a title before its colon, where there is one.
func shortTitle(title string) string { return model.ShortTitle(title) }
