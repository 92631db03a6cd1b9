package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/overlay"
	"gloss/ui/pane"
	"gloss/ui/theme"
)

// sheet is a pane that stands over the text, where there is no room for it
// beside the text.
type sheet struct {
	panel  *pane.Panel
	theme  *theme.Theme
	keys   keymap.Map
	w, h   int
	action keymap.Action // of the latest key, for the one who opened the sheet
}

// SetTheme and SetSize make the sheet fill the screen.
func (s *sheet) SetTheme(th *theme.Theme) { s.theme = th }

// SetSize tells the size of the screen.
func (s *sheet) SetSize(w, h int) {
	s.w, s.h = w, h
	_, _, iw, ih := overlay.Inner(w, h)
	s.panel.SetSize(iw, ih)
}

// Rect is the whole screen.
func (s *sheet) Rect() (x, y, w, h int) { return 0, 0, s.w, s.h }

// Lines is the framed pane.
func (s *sheet) Lines() []string {
	title := "Contents"
	keys := keymap.Screen.Hints(keymap.Enter, keymap.BackOut)
	if s.panel.Kind() != model.KindSection {
		title = kindTitle[s.panel.Kind()]
		keys = append(keys, keymap.Screen.Hints(keymap.NextPanel)...)
	}
	return overlay.Frame(s.theme, title, s.panel.Lines(), s.w, s.h, keys...)
}

var kindTitle = map[model.Kind]string{
	model.KindFact: "Facts", model.KindFigure: "Figures", model.KindQuestion: "Questions", model.KindName: "Names",
}

// Update moves the selection; the other keys are Unused.
func (s *sheet) Update(msg tea.KeyPressMsg) overlay.Event {
	s.action = s.keys.Action(msg)
	page := max(1, s.h/4)
	switch s.action {
	case keymap.LineDown:
		s.panel.Move(1)
	case keymap.LineUp:
		s.panel.Move(-1)
	case keymap.HalfPageDown, keymap.PageDown:
		s.panel.Move(page)
	case keymap.HalfPageUp, keymap.PageUp:
		s.panel.Move(-page)
	case keymap.Start:
		s.panel.Home()
	case keymap.End:
		s.panel.End()
	case keymap.Enter:
		return overlay.Accepted
	case keymap.BackOut:
		return overlay.Closed
	default:
		return overlay.Unused
	}
	return overlay.Moved
}

// Click selects the item under the pointer and goes there.
func (s *sheet) Click(_, y int) overlay.Event {
	_, top, _, _ := overlay.Inner(s.w, s.h)
	i, ok := s.panel.ItemAt(y - top)
	if !ok {
		return overlay.None
	}
	s.panel.Select(i)
	return overlay.Accepted
}

// Wheel scrolls.
func (s *sheet) Wheel(rows int) { s.panel.Scroll(rows) }

// openContents gives the keys to the contents, beside the text or over it.
func (a *App) openContents() tea.Cmd {
	if !a.screen.Contents.Empty() {
		a.setFocus(onContents)
		a.selectCurrent()
		return nil
	}
	s := &sheet{panel: a.contents, keys: a.keys}
	a.selectCurrent()
	a.open(s, func(e overlay.Event) tea.Cmd {
		i, ok := a.contents.Selected()
		switch {
		case e == overlay.Accepted && ok:
			a.shutSheet()
			a.leave()
			return a.window.ToSection(i)
		case e == overlay.Closed || s.action == keymap.Contents:
			a.shutSheet()
		case e == overlay.Unused:
			return a.sheetKey(s)
		}
		return nil
	})
	return nil
}

// openNotes opens the open panel over the text.
func (a *App) openNotes() tea.Cmd {
	s := &sheet{panel: a.panel(), keys: a.keys}
	a.open(s, func(e overlay.Event) tea.Cmd {
		i, ok := s.panel.Selected()
		switch {
		case e == overlay.Accepted && ok:
			a.shutSheet()
			cmd := a.show(a.openAt, i)
			a.stay()
			return cmd
		case e == overlay.Closed:
			a.shutSheet()
			a.reselect()
		case e == overlay.Unused && s.action == keymap.Copy && ok:
			a.shutSheet() // the footer says what was copied
			return a.copyNote(s.panel.Kind(), i)
		case e == overlay.Unused:
			return a.sheetKey(s)
		}
		return nil
	})
	return nil
}

func (a *App) shutSheet() {
	a.shut()
	a.place()
}

// sheetOf reports whether the panel stands over the text.
func (a *App) sheetOf(p *pane.Panel) bool {
	s := a.sheet()
	return s != nil && s.panel == p
}

// sheet is the open sheet, nil where none is.
func (a *App) sheet() *sheet {
	if a.over == nil {
		return nil
	}
	s, _ := a.over.surface.(*sheet)
	return s
}

// dock puts the pane of an open sheet beside the text where there has come to
// be room for it there; the keys stay with it.
func (a *App) dock() {
	s := a.sheet()
	switch {
	case s == nil:
	case s.panel == a.contents && !a.screen.Contents.Empty():
		a.focus = onContents
		a.shut()
	case s.panel != a.contents && !a.screen.Notes.Empty():
		a.focus = onNotes
		a.shut()
	}
}

// sheetKey is a key that means the same with a sheet open: another panel,
// density, theme, help, quit. What acts on the text shows it again; anything
// else would act unseen.
func (a *App) sheetKey(s *sheet) tea.Cmd {
	switch action := s.action; action {
	case keymap.NextPanel:
		return a.arrange(action) // the sheet says which panel comes next
	case keymap.Facts, keymap.Figures, keymap.Questions, keymap.Names:
		a.shutSheet()
		return a.arrange(action)
	case keymap.More, keymap.Fewer:
		if s.panel != a.contents {
			return a.arrange(action)
		}
	case keymap.Theme, keymap.Mouse:
		return a.arrange(action)
	case keymap.Contents, keymap.LookUp, keymap.Find, keymap.Why, keymap.Help:
		a.shutSheet()
		return a.openSurface(action)
	case keymap.NextNote, keymap.PreviousNote:
		a.shutSheet()
		return a.act(action)
	case keymap.Quit:
		return tea.Quit
	case keymap.Suspend:
		return a.suspend()
	}
	return nil
}
