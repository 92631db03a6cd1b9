package overlay

import (
	"slices"
	"strings"

	bubbles "charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
)

// ShelfItem is a document to choose from. Its name is known at once; the rest
// follows when somebody has looked into it.
type ShelfItem struct {
	Name  string // of the file
	Title string // of the document, "" where it is not known
	First string // its first line; without a title, why there is none
	Dir   bool   // it is a directory, and First says what is in it
}

// Shelf is a list of documents to choose from. It takes the whole screen, like
// the text that it stands in for.
//
// A Bubbles list holds the items, and knows which of them are on the page and
// which the filter leaves. It is moved by its methods rather than by keys, which
// are gloss's own; and it filters at once, where by its own Update it would do
// so in a command, whose answer may come after the next letter.
type Shelf struct {
	box
	title   string
	list    bubbles.Model
	entries []shelved
	count   int // of the items that the filter leaves

	filter input
	typing bool       // keys go to the filter
	line   keymap.Map // the keys of its line
	words  []string   // that it asks for, folded
	latest int        // item that was selected before it left none
	late   bool       // an item changed so that the filter takes another view of it

	gap     int   // empty rows between two items
	listTop int   // row where the items begin
	shown   []int // items on the screen
	cursor  int   // cell of the cursor in the footer
}

// NewShelf is a shelf of items under a title.
func NewShelf(title string, items []ShelfItem) *Shelf {
	s := &Shelf{
		box: newBox(keymap.InShelf, keymap.Movement), title: title,
		entries: make([]shelved, len(items)), count: len(items),
		filter: newInput(), line: keymap.New(keymap.InFind, keymap.InLookUp),
	}
	all := make([]bubbles.Item, len(items))
	for i, item := range items {
		s.entries[i] = shelved{ShelfItem: item, index: i}
		all[i] = &s.entries[i]
	}
	s.list = bubbles.New(nil, shelfRows{s}, 0, 0)
	s.list.SetShowTitle(false)
	s.list.SetShowFilter(false)
	s.list.SetShowStatusBar(false)
	s.list.SetShowPagination(false)
	s.list.SetShowHelp(false)
	s.list.SetItems(all) // last: it draws a dot for each page until it is told not to, for minutes with many
	s.list.FilterInput.CharLimit = queryMax
	s.list.Filter = filtered
	s.draw = s.paint
	return s
}

// SetItem tells more of an item. Neither the selection nor the page moves; an
// item that the filter has come to ask for joins those that are shown.
//
// The list holds pointers, so that it need not be told: its own SetItem filters
// all items again for each that changes.
func (s *Shelf) SetItem(i int, item ShelfItem) {
	e := &s.entries[i]
	was := s.asksFor(e)
	e.ShelfItem, e.folded = item, ""
	for _, on := range s.shown {
		s.stale = s.stale || on == i
	}
	if was != s.asksFor(e) {
		s.late, s.stale = true, true
	}
}

// asksFor reports whether there is a filter and it leaves the item.
func (s *Shelf) asksFor(e *shelved) bool { return len(s.words) > 0 && hasAll(e.FilterValue(), s.words) }

// Selected is the index of the selected item.
func (s *Shelf) Selected() (i int, ok bool) {
	if s.late {
		s.siftAgain()
	}
	if s.count == 0 {
		return 0, false
	}
	return s.list.GlobalIndex(), true
}

// Select selects an item.
func (s *Shelf) Select(i int) {
	s.list.Select(i)
	s.stale = true
}

// Visible is the indices of the items on the screen, from the top.
func (s *Shelf) Visible() []int {
	s.settle()
	return slices.Clone(s.shown)
}

// Update takes a key: Moved, Accepted to open what is selected, Changed where
// the filter leaves other items. What is Unused is the owner's: keys that mean
// the same as in a text, and Esc where there is no filter to clear.
func (s *Shelf) Update(msg tea.KeyPressMsg) Event {
	s.settle()
	if s.typing {
		return s.typed(msg)
	}
	action := s.keys.Action(msg)
	switch action {
	case keymap.Enter:
		return s.accept()
	case keymap.Find:
		s.typing, s.stale = true, true
		return None
	case keymap.BackOut:
		if s.filter.value() == "" {
			return Unused
		}
		return s.clear()
	}
	if by, used := s.step(action); used {
		return moved(s.move(by))
	}
	return Unused
}

// typed is a key while one types the filter. As in the look-up, ↓ and ↑ move
// and Enter goes there; Tab leads to the list, with all of its keys.
func (s *Shelf) typed(msg tea.KeyPressMsg) Event {
	action := s.line.Action(msg)
	switch action {
	case keymap.Enter:
		return s.accept()
	case keymap.BackOut:
		return s.clear()
	case keymap.FocusNext:
		s.typing, s.stale = false, true
		return None
	case keymap.LineDown, keymap.LineUp, keymap.PageDown, keymap.PageUp:
		by, _ := s.step(action)
		return moved(s.move(by))
	case keymap.Back:
		if s.filter.value() == "" {
			return s.clear()
		}
	}
	return s.changed(s.filter.key(msg))
}

// Paste inserts text into the filter.
func (s *Shelf) Paste(text string) Event {
	if !s.typing {
		return None
	}
	return s.changed(s.filter.paste(text))
}

// changed takes notice of what was typed.
func (s *Shelf) changed(text bool) Event {
	s.stale = true
	if !text {
		return None
	}
	s.sift()
	return Changed
}

// accept opens what is selected. Who comes back finds the list as it was, and
// its keys rather than the line to type in.
func (s *Shelf) accept() Event {
	if s.count == 0 {
		return None
	}
	s.typing, s.stale = false, true
	return Accepted
}

// clear shows all items again, with the same one selected.
func (s *Shelf) clear() Event {
	was := s.filter.value()
	s.filter.reset()
	s.typing, s.stale = false, true
	if was == "" {
		return None
	}
	s.sift()
	return Changed
}

// sift leaves the items that the filter asks for, and selects the first; where
// it asks for nothing it is all of them, with the same one selected.
func (s *Shelf) sift() {
	if at, ok := s.Selected(); ok {
		s.latest = at
	}
	query := s.filter.value()
	s.words = strings.Fields(strings.ToLower(query))
	if len(s.words) > 0 {
		s.list.SetFilterText(query)
	} else {
		s.list.ResetFilter()
		s.list.Select(s.latest)
	}
	s.count = len(s.list.VisibleItems())
}

// siftAgain is sift after items have changed, with the same one selected, or
// the one after it.
func (s *Shelf) siftAgain() {
	s.late = false
	s.sift()
	for place, item := range s.list.VisibleItems() {
		s.list.Select(place)
		if item.(*shelved).index >= s.latest {
			return
		}
	}
}

// step is how far an action moves in the list; used is false for one that moves
// nothing.
func (s *Shelf) step(action keymap.Action) (by int, used bool) {
	page := s.list.Paginator.PerPage
	switch action {
	case keymap.LineDown:
		return 1, true
	case keymap.LineUp:
		return -1, true
	case keymap.HalfPageDown:
		return (page + 1) / 2, true
	case keymap.HalfPageUp:
		return -(page + 1) / 2, true
	case keymap.PageDown:
		return page, true
	case keymap.PageUp:
		return -page, true
	case keymap.Start:
		return -s.count, true
	case keymap.End:
		return s.count, true
	}
	return 0, false
}

// move selects the item by so many further on; it reports a change.
func (s *Shelf) move(by int) bool {
	at := s.list.Index()
	to := max(0, min(at+by, s.count-1))
	if to == at {
		return false
	}
	s.list.Select(to)
	s.stale = true
	return true
}

// Click takes a click on a cell of the screen: a click on an item selects it,
// one on the selected item opens it.
func (s *Shelf) Click(_, y int) Event {
	s.settle()
	place := (y - s.listTop) / (itemRows + s.gap)
	if y < s.listTop || place >= len(s.shown) || (y-s.listTop)%(itemRows+s.gap) >= itemRows {
		return None
	}
	start, _ := s.list.Paginator.GetSliceBounds(s.count)
	if s.move(start + place - s.list.Index()) {
		return Moved
	}
	return s.accept()
}

// Wheel moves the selection, by an item for as many rows: a page stands still.
func (s *Shelf) Wheel(rows int) {
	s.settle()
	by := rows / (itemRows + 1)
	switch {
	case by == 0 && rows > 0:
		by = 1
	case by == 0 && rows < 0:
		by = -1
	}
	s.move(by)
}

// Cursor is the terminal's cursor, nil while keys go to the list.
func (s *Shelf) Cursor() *tea.Cursor {
	s.settle()
	if !s.typing {
		return nil
	}
	return cursorAt(s.cursor, max(0, s.h-1))
}
