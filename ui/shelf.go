package ui

import (
	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/overlay"
)

// shelf is the list of documents that stands where a text would.
type shelf struct {
	*overlay.Shelf
	entries  []model.Entry
	glanced  []bool // at which entries
	glancing bool
	keys     keymap.Map
	action   keymap.Action // of the latest key
}

// newShelf is the list of what was opened, nil where that is a document.
func newShelf(opened *Opened) *shelf {
	if opened.Entries == nil {
		return nil
	}
	items := make([]overlay.ShelfItem, len(opened.Entries))
	for i, e := range opened.Entries {
		items[i] = overlay.ShelfItem{Name: e.Name, Dir: e.Dir}
	}
	return &shelf{
		Shelf: overlay.NewShelf(opened.Head.Document().Title, items), entries: opened.Entries,
		glanced: make([]bool, len(items)), keys: keymap.New(keymap.Screen),
	}
}

// Update is the list's; what it leaves is the reading screen's.
func (s *shelf) Update(msg tea.KeyPressMsg) overlay.Event {
	s.action = s.keys.Action(msg)
	return s.Shelf.Update(msg)
}

// showShelf shows the list, where that is what is read.
func (a *App) showShelf() {
	if a.shelf != nil {
		a.open(a.shelf, a.shelfEvent)
	}
}

func (a *App) shelfEvent(e overlay.Event) tea.Cmd {
	s := a.shelf
	switch i, ok := s.Selected(); {
	case e == overlay.Accepted && ok && a.options.Open != nil:
		return a.openSource(s.entries[i].Source, "")
	case e == overlay.Unused:
		return a.shelfKey(s.action)
	}
	return nil
}

// shelfKey is a key that means the same beside a list as beside a text.
func (a *App) shelfKey(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Back, keymap.Forward, keymap.Reload, keymap.Suspend, keymap.Quit, keymap.Theme, keymap.Mouse, keymap.Help:
		return a.act(action)
	}
	return nil
}

// glancedMsg is sent when somebody has looked into a document of the list.
type glancedMsg struct {
	entry        int
	title, first string
}

// glanceMost is how many documents are looked into that are not on the screen,
// so that the filter finds them by their titles.
const glanceMost = 1000

// glance looks into a document of the list: one on the screen, or else the next.
func (a *App) glance() tea.Cmd {
	s := a.shelf
	if s == nil || s.glancing || a.options.Glance == nil || !a.begun {
		return nil
	}
	i, ok := s.unglanced()
	if !ok {
		return nil
	}
	s.glanced[i], s.glancing = true, true
	glance, source := a.options.Glance, s.entries[i].Source
	return func() tea.Msg {
		title, first := glance(source)
		return glancedMsg{i, title, first}
	}
}

func (s *shelf) unglanced() (i int, ok bool) {
	for _, i := range s.Visible() {
		if !s.glanced[i] {
			return i, true
		}
	}
	for i, glanced := range s.glanced[:min(len(s.glanced), glanceMost)] {
		if !glanced {
			return i, true
		}
	}
	return 0, false
}

// glancedAt tells the list what there is in a document.
func (a *App) glancedAt(msg glancedMsg) {
	s := a.shelf
	s.glancing = false
	e := s.entries[msg.entry]
	s.SetItem(msg.entry, overlay.ShelfItem{Name: e.Name, Title: msg.title, First: msg.first, Dir: e.Dir})
}

// relist shows a list anew, with the same document selected if it is there.
func (a *App) relist(opened *Opened) {
	var selected string
	if i, ok := a.shelf.Selected(); ok {
		selected = a.shelf.entries[i].Source
	}
	a.opened, a.shelf = opened, newShelf(opened)
	for i, e := range opened.Entries {
		if e.Source == selected {
			a.shelf.Select(i)
		}
	}
	a.showShelf()
}
