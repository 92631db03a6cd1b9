package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/layout"
	"gloss/ui/pane"
)

// act carries out an action. In a focused pane the movements move its
// selection; everything else means the same everywhere.
func (a *App) act(action keymap.Action) tea.Cmd {
	if a.focus != onText {
		if cmd, taken := a.actInPane(action); taken {
			return cmd
		}
	}
	switch action {
	case keymap.LineDown, keymap.LineUp, keymap.HalfPageDown, keymap.HalfPageUp,
		keymap.PageDown, keymap.PageUp, keymap.Start, keymap.End,
		keymap.NextSection, keymap.PreviousSection:
		return a.move(action)
	case keymap.Back:
		return a.back(false)
	case keymap.Forward:
		return a.back(true)
	case keymap.NextMatch:
		return a.nextMatch(1)
	case keymap.PreviousMatch:
		return a.nextMatch(-1)
	case keymap.NextNote:
		return a.walk(1)
	case keymap.PreviousNote:
		return a.walk(-1)
	case keymap.Enter:
		if a.visit.on {
			a.stay()
			return nil
		}
		return a.openCards()
	case keymap.Copy:
		return a.copy()
	case keymap.BackOut:
		return a.backOut()
	case keymap.Reload:
		return a.reload(true)
	case keymap.Edit:
		return a.edit()
	case keymap.Suspend:
		return a.suspend()
	case keymap.Quit:
		return tea.Quit
	case keymap.Contents, keymap.LookUp, keymap.Find, keymap.Card, keymap.Links, keymap.Why, keymap.Help:
		return a.openSurface(action)
	case keymap.NextPanel, keymap.Facts, keymap.Figures, keymap.Questions, keymap.Names,
		keymap.More, keymap.Fewer, keymap.FocusNext, keymap.FocusPrevious,
		keymap.Narrower, keymap.Wider, keymap.Zen, keymap.Theme, keymap.Mouse:
		return a.arrange(action)
	case keymap.None:
	}
	return nil
}

// move moves through the text.
func (a *App) move(action keymap.Action) tea.Cmd {
	w := a.window
	switch action {
	case keymap.LineDown:
		return w.Scroll(1)
	case keymap.LineUp:
		return w.Scroll(-1)
	case keymap.HalfPageDown:
		return w.Scroll(w.HalfPage())
	case keymap.HalfPageUp:
		return w.Scroll(-w.HalfPage())
	case keymap.PageDown:
		return w.Scroll(w.Page())
	case keymap.PageUp:
		return w.Scroll(-w.Page())
	case keymap.Start:
		a.leave()
		return w.Start()
	case keymap.End:
		a.leave()
		return w.End()
	case keymap.NextSection:
		return w.NextSection(1)
	case keymap.PreviousSection:
		return w.NextSection(-1)
	}
	return nil
}

// actInPane moves the selection of the focused pane, and Enter goes there.
func (a *App) actInPane(action keymap.Action) (cmd tea.Cmd, taken bool) {
	p := a.focused()
	switch action {
	case keymap.LineDown:
		p.Move(1)
	case keymap.LineUp:
		p.Move(-1)
	case keymap.HalfPageDown, keymap.PageDown:
		p.Move(a.pageOf())
	case keymap.HalfPageUp, keymap.PageUp:
		p.Move(-a.pageOf())
	case keymap.Start:
		p.Home()
	case keymap.End:
		p.End()
	case keymap.Enter:
		return a.enter(), true
	default:
		return nil, false
	}
	return a.shown(), true
}

// pageOf is how many items of the focused pane a page moves by.
func (a *App) pageOf() int { return max(1, a.screen.Text.H/4) }

// shown shows what was selected in the focused pane.
func (a *App) shown() tea.Cmd {
	i, ok := a.focused().Selected()
	if !ok || a.focus == onContents {
		return nil
	}
	return a.show(a.openAt, i)
}

// enter goes where the selection of the focused pane points.
func (a *App) enter() tea.Cmd {
	i, ok := a.focused().Selected()
	if a.focus == onContents {
		if !ok {
			return nil
		}
		a.setFocus(onText)
		a.leave()
		return a.window.ToSection(i)
	}
	if ok && !a.visit.on {
		cmd := a.show(a.openAt, i)
		a.stay()
		return cmd
	}
	a.stay()
	return nil
}

func (a *App) focused() *pane.Panel {
	if a.focus == onContents {
		return a.contents
	}
	return a.panels[a.openAt]
}

// arrange changes what stands on the screen, and where the keys go.
func (a *App) arrange(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.NextPanel:
		if a.screen.Notes.Empty() && !a.sheetOf(a.panel()) {
			return a.openPanel(a.openAt) // it is not seen yet
		}
		return a.openPanel((a.openAt + 1) % len(panelKinds))
	case keymap.Facts, keymap.Figures, keymap.Questions, keymap.Names:
		return a.openPanel(int(action - keymap.Facts))
	case keymap.More, keymap.Fewer:
		return a.density(action)
	case keymap.FocusNext:
		a.turn(1)
	case keymap.FocusPrevious:
		a.turn(-1)
	case keymap.Narrower, keymap.Wider:
		if a.screen.Notes.Empty() {
			a.status = "no panel beside the text"
			return nil
		}
		a.state.Widen++
		if action == keymap.Narrower {
			a.state.Widen -= 2
		}
	case keymap.Zen:
		a.state.Zen = !a.state.Zen
		a.setFocus(onText)
	case keymap.Theme:
		return a.nextTheme()
	case keymap.Mouse:
		a.noMouse = !a.noMouse
		a.status = "mouse: wheel and clicks"
		if a.noMouse {
			a.status = "mouse released: select with it, M takes it back"
		}
	}
	return a.relayout()
}

// density shows more or less of each note of the open panel.
func (a *App) density(action keymap.Action) tea.Cmd {
	by, end := 1, "the panel shows all it has"
	if action == keymap.Fewer {
		by, end = -1, "the panel shows the least it can"
	}
	if !a.panels[a.openAt].More(by) {
		a.status = end
	}
	return nil
}

// openPanel opens a panel; where there is no room beside the text it opens as
// a sheet.
func (a *App) openPanel(i int) tea.Cmd {
	a.openAt = i
	cmd := a.relayout()
	if a.screen.Notes.Empty() {
		return tea.Batch(cmd, a.openNotes())
	}
	return cmd
}

// turn moves the focus round the panes that are on the screen: the text, the
// open panel, the contents.
func (a *App) turn(by int) {
	stops := []focus{onText}
	if !a.screen.Notes.Empty() {
		stops = append(stops, onNotes)
	}
	if !a.screen.Contents.Empty() {
		stops = append(stops, onContents)
	}
	at := slices.Index(stops, a.focus)
	a.setFocus(stops[(at+by+len(stops))%len(stops)])
	if a.focus == onContents {
		a.selectCurrent()
	}
}

// setFocus gives the keys to a pane.
func (a *App) setFocus(f focus) {
	a.focus = f
	a.contents.SetFocused(f == onContents || a.sheetOf(a.contents))
	for i, p := range a.panels {
		p.SetFocused(f == onNotes && i == a.openAt || a.sheetOf(p))
	}
}

// selectCurrent selects the section that is being read in the contents.
func (a *App) selectCurrent() {
	if i := a.window.Section(); i >= 0 {
		a.contents.Select(i)
	}
}

// relayout fits every part to the screen.
func (a *App) relayout() tea.Cmd {
	a.state.Panels, a.state.Open = stacked, a.openAt
	if panelKinds[a.openAt] == model.KindName {
		a.state.Panels = len(panelKinds)
	}
	a.screen = layout.Compute(a.w, a.h, a.state)
	// A step that changed nothing is not remembered, or the way back would need
	// as many presses as went nowhere.
	if w, widen := a.screen.Notes.W, a.state.Widen; w > 0 && widen != 0 {
		toward := a.state
		toward.Widen -= sign(widen)
		if layout.Compute(a.w, a.h, toward).Notes.W == w {
			a.state = toward
		}
	}
	if a.screen.Mode == layout.TooSmall {
		return nil
	}
	a.dock()
	a.place()
	prose := a.screen.Prose()
	return a.window.Resize(prose.W, prose.H)
}

// place hands the panes their rectangles and tells them who has the focus.
func (a *App) place() {
	if c := a.screen.Contents; !c.Empty() {
		a.contents.SetSize(c.W, c.H)
	}
	focus := a.focus
	if focus == onContents && a.screen.Contents.Empty() || focus == onNotes && a.screen.Notes.Empty() {
		focus = onText
	}
	for _, p := range a.screen.Panels {
		a.panels[p.Index].SetSize(p.Body.W, p.Body.H)
	}
	a.setFocus(focus)
	if a.over != nil {
		a.over.SetSize(a.w, a.h)
	}
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
