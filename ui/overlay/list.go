package overlay

import (
	"gloss/ui/keymap"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// list is items of a few drawn rows each, of which a window is shown. One of
// them is selected, or none where the list is text to scroll through.
type list struct {
	items    [][]string // rows, painted, without the gutter
	gap      int        // empty rows between two items
	height   int        // rows shown
	top      int        // the first row shown
	selected int        // index of an item, -1 for none
	held     bool       // the wheel took the window away from the selection
}

// gutter is the cells left of the items of a list that has a selection.
const gutter = 2

// mark stands beside the selected item.
const mark = "▌"

// set replaces the items; what is selected or shown stays where it can.
func (l *list) set(items [][]string, gap, height int) {
	l.items, l.gap, l.height = items, gap, max(0, height)
	if l.selected >= len(items) {
		l.selected = len(items) - 1
	}
}

// total is the number of rows of all items.
func (l *list) total() int {
	if len(l.items) == 0 {
		return 0
	}
	return l.start(len(l.items)) - l.gap
}

// start is the row where item i begins.
func (l *list) start(i int) int {
	at := 0
	for _, it := range l.items[:i] {
		at += len(it) + l.gap
	}
	return at
}

// at is the item drawn at a row of the window; ok is false between items.
func (l *list) at(y int) (i int, ok bool) {
	y += l.top
	for i, it := range l.items {
		if y < 0 || y < len(it) {
			return i, y >= 0
		}
		y -= len(it) + l.gap
	}
	return 0, false
}

// settle brings the selection into the window, and the window to where there
// are rows. It begins with the first row of an item, since the answer stands
// there; only the wheel and text without a selection stop anywhere.
func (l *list) settle() {
	last := max(0, l.total()-l.height)
	if l.selected < 0 || l.selected >= len(l.items) || l.held {
		l.top = max(0, min(l.top, last))
		return
	}
	start := l.start(l.selected)
	l.top = max(0, min(l.top, last), start+len(l.items[l.selected])-l.height)
	at := 0
	for _, it := range l.items[:l.selected] {
		if at >= l.top {
			break
		}
		at += len(it) + l.gap
	}
	l.top = at
}

// rows is the window, each row width cells wide.
func (l *list) rows(t *theme.Theme, width int) []string {
	l.settle()
	out := make([]string, 0, l.height)
	skip := l.top
	for i, it := range l.items {
		if i > 0 {
			it = append(make([]string, l.gap, l.gap+len(it)), it...)
		}
		for j, line := range it {
			if skip > 0 {
				skip--
				continue
			}
			if len(out) == l.height {
				return out
			}
			between := i > 0 && j < l.gap
			out = append(out, l.line(t, line, width, i == l.selected && !between))
		}
	}
	return out
}

// line is one row of an item behind its gutter, where there is one.
func (l *list) line(t *theme.Theme, line string, width int, selected bool) string {
	if l.selected < 0 {
		return row(line, width)
	}
	return marked(t, line, width, selected)
}

// marked is one row of an item behind its gutter, in which the selected one has
// its mark.
func marked(t *theme.Theme, line string, width int, selected bool) string {
	if selected {
		return t.Selected.Paint(row(t.Accent.Paint(mark)+" "+line, width))
	}
	return row(measure.Spaces(gutter)+line, width)
}

// more says in which directions there are rows that the window does not show.
func (l *list) more() string {
	above, below := l.top > 0, l.top+l.height < l.total()
	switch {
	case above && below:
		return "↑ ↓ more"
	case above:
		return "↑ more"
	case below:
		return "↓ more"
	}
	return ""
}

// move selects the item by so many further on; it reports a change.
func (l *list) move(by int) bool {
	to := max(0, min(l.selected+by, len(l.items)-1))
	changed := to != l.selected
	l.selected, l.held = to, false
	return changed && len(l.items) > 0
}

// page selects the item a window further on, backwards for by = -1.
func (l *list) page(by int) bool {
	rows := 0
	i := l.selected
	for i+by >= 0 && i+by < len(l.items) {
		rows += len(l.items[i]) + l.gap
		if rows+len(l.items[i+by]) > l.height && i != l.selected {
			break
		}
		i += by
	}
	return l.move(i - l.selected)
}

// scroll moves the window, and not the selection.
func (l *list) scroll(rows int) {
	l.settle()
	l.held = true
	l.top = max(0, min(l.top+rows, l.total()-l.height))
}

// step carries out a movement of the reading screen in the list: where there is
// a selection it moves that. used is false for any other action.
func (l *list) step(action keymap.Action) (moved, used bool) {
	rows := 0
	switch action {
	case keymap.LineDown:
		rows = 1
	case keymap.LineUp:
		rows = -1
	case keymap.HalfPageDown:
		rows = max(1, l.height/2)
	case keymap.HalfPageUp:
		rows = -max(1, l.height/2)
	case keymap.PageDown:
		rows = max(1, l.height-1)
	case keymap.PageUp:
		rows = -max(1, l.height-1)
	case keymap.Start:
		rows = -l.total() - len(l.items)
	case keymap.End:
		rows = l.total() + len(l.items)
	default:
		return false, false
	}
	switch {
	case l.selected < 0:
		l.scroll(rows)
		return false, true
	case rows > 1 && rows <= l.height:
		return l.page(1), true
	case rows < -1 && -rows <= l.height:
		return l.page(-1), true
	}
	return l.move(rows), true
}
