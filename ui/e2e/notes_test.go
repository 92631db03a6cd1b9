//go:build unix

package e2e

import (
	"fmt"
	"slices"
	"strings"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/screentest"
	"gloss/ui/theme"
)

// panelTitles are the panels in the order of their keys.
var panelTitles = []string{"Facts", "Figures", "Questions", "Names"}

// openPanel opens a panel by its number key. On a narrow screen it comes as a
// sheet over the text, which Esc takes away.
func (r *reader) openPanel(panel int) {
	r.t.Helper()
	before := r.Screen()
	was := r.state.Open
	r.state.Open = panel
	key := string(rune('1' + panel))
	switch {
	case r.geometry().Mode == layout.Narrow:
		r.press(key, "the sheet of "+panelTitles[panel], func(s screentest.Screen) bool {
			return strings.Contains(s.Rows[0], panelTitles[panel])
		})
		r.escape(before)
	case panel != was:
		r.press(key, "the panel of "+panelTitles[panel], func(s screentest.Screen) bool {
			return r.settled(s) && r.panelIsOpen(s, panel)
		})
	}
}

// panelIsOpen reports whether the panel stands in its place: under its tab in
// capitals, or stacked with the others.
func (r *reader) panelIsOpen(s screentest.Screen, panel int) bool {
	g := r.geometry()
	if !g.Tabs.Empty() {
		return strings.Contains(strings.Join(s.Part(g.Tabs.X, g.Tabs.Y, g.Tabs.W, 1), ""), strings.ToUpper(panelTitles[panel]))
	}
	for _, p := range g.Panels {
		if title := s.Part(p.Title.X, p.Title.Y, p.Title.W, 1)[0]; !strings.Contains(strings.ToUpper(title), strings.ToUpper(panelTitles[p.Index])) {
			return false
		}
	}
	return true
}

// walkNotes walks every note of every panel from the first to the last and
// back. Each is shown in the text, marked to the word, and Esc leads back to
// the screen as it was.
func walkNotes(r *reader) {
	r.t.Helper()
	for panel, kind := range kinds {
		r.openPanel(panel)
		before := r.Screen()
		notes := r.doc.Notes.Of(kind)
		for i := range notes {
			r.checkPlace(r.press(".", r.describe(kind, i), r.visits(kind, i)))
			if i == len(notes)/2 {
				r.resizes()
			}
		}
		r.press(".", "the end of the walk", func(s screentest.Screen) bool { return s.Shows("no more") })
		for i := len(notes) - 2; i >= 0; i-- {
			r.press(",", r.describe(kind, i), r.visits(kind, i))
		}
		r.press(",", "the start of the walk", func(s screentest.Screen) bool { return s.Shows("no more") })
		r.press(esc, "the text as it was:\n"+before.String()+"\n", r.likeText(before))
	}
	r.openPanel(0)
}

func (r *reader) describe(kind model.Kind, i int) string {
	n := r.doc.Notes.Of(kind)[i]
	return fmt.Sprintf("%s %d (%s) with its passage marked: %s", kind, i+1, n.Text, n.Quote)
}

// visits is a screen that shows note i of a kind: its passage marked in the
// text, the note selected in its panel.
func (r *reader) visits(kind model.Kind, i int) func(screentest.Screen) bool {
	label := r.doc.Notes.Of(kind)[i].Text
	if kind == model.KindFigure {
		label = r.doc.Notes.Figures[i].Measure
	}
	return func(s screentest.Screen) bool {
		return r.settled(s) && r.selected(s, firstWords(label, 12)) && r.marks(s, kind, i)
	}
}

// marks reports whether exactly the passage of the note is marked, as far as it
// is on the screen. With a name its mentions are marked too.
func (r *reader) marks(s screentest.Screen, kind model.Kind, i int) bool {
	note := r.doc.Notes.Of(kind)[i]
	quote := squash(note.Quote)
	if kind != model.KindName {
		marked := r.marked(s, dark.Passage)
		return marked == quote || r.cutOff(s, dark.Passage) && strings.HasPrefix(quote, marked)
	}
	// Each run of marked text is the passage or a mention.
	name := r.doc.Notes.Names[i]
	spellings := []string{squash(name.Text), quote}
	for _, alias := range name.Aliases {
		spellings = append(spellings, squash(alias))
	}
	rest := r.marked(s, dark.Passage, dark.Mention)
	slices.SortFunc(spellings, func(a, b string) int { return len(b) - len(a) })
	found := false
	for rest != "" {
		at := slices.IndexFunc(spellings, func(w string) bool { return strings.HasPrefix(rest, w) })
		if at < 0 {
			return r.cutOff(s, dark.Passage, dark.Mention) && slices.ContainsFunc(spellings, func(w string) bool { return strings.HasPrefix(w, rest) })
		}
		found = found || spellings[at] == quote
		rest = rest[len(spellings[at]):]
	}
	return found
}

// cutOff reports whether something marked goes on below the screen: its last
// row of text is marked to its end.
func (r *reader) cutOff(s screentest.Screen, styles ...theme.Style) bool {
	p := r.geometry().Prose()
	for x := p.X + p.W - 1; x >= p.X; x-- {
		if c := s.Cell(x, p.Y+p.H-1); strings.TrimSpace(c.Text) != "" {
			return slices.ContainsFunc(styles, func(st theme.Style) bool { return sameBackground(c, st) })
		}
	}
	return false
}

// selected reports whether the note that begins so is the selected one of its
// panel, or, where no panel is on the screen, in the status line.
func (r *reader) selected(s screentest.Screen, label string) bool {
	g := r.geometry()
	if g.Notes.Empty() {
		return strings.Contains(s.Rows[len(s.Rows)-1], label)
	}
	var b strings.Builder
	for _, p := range g.Panels {
		for y := p.Body.Y; p.Index == r.state.Open && y < p.Body.Y+p.Body.H; y++ {
			for x := p.Body.X; x < p.Body.X+p.Body.W; x++ {
				if c := s.Cell(x, y); sameBackground(c, dark.Selected) {
					b.WriteString(c.Text)
				}
			}
		}
	}
	marked := strings.ReplaceAll(squash(b.String()), "▌", "")
	return strings.HasPrefix(marked, squash(label))
}

func firstWords(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// sizes are what a window is resized to in the middle of everything, the last
// too small for anything.
var sizes = [][2]int{{160, 50}, {120, 40}, {80, 24}, {40, 15}, {20, 6}, {19, 5}}

// resizes takes the window through all sizes and back.
func (r *reader) resizes() {
	r.t.Helper()
	before, cols, rows := r.Screen(), r.cols, r.rows
	for _, size := range sizes {
		r.resize(size[0], size[1])
	}
	r.resize(cols, rows)
	r.Await("the text as it was before the resizes:\n"+before.String()+"\n", r.likeText(before))
}

// likeText is a screen with the same text, marks, header and footer. A panel
// may show another part of what belongs to the text, and a message in the footer
// goes with the next key.
func (r *reader) likeText(before screentest.Screen) func(screentest.Screen) bool {
	g := r.geometry()
	return func(s screentest.Screen) bool {
		if cols, rows := s.Size(); cols != r.cols || rows != r.rows {
			return false
		}
		rows := r.rows
		if r.percent(before) < 0 {
			rows--
		}
		for y := range rows {
			for x := range r.cols {
				if !g.Notes.Holds(x, y) && before.Cell(x, y) != s.Cell(x, y) {
					return false
				}
			}
		}
		return true
	}
}

func (r *reader) resize(cols, rows int) {
	r.t.Helper()
	if r.cols == cols && r.rows == rows {
		return
	}
	r.cols, r.rows = cols, rows
	r.Resize(cols, rows)
	r.Await(fmt.Sprintf("a screen of %dx%d", cols, rows), r.fills)
}
