package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// Help is every key with what it does, made from the tables of bindings.
type Help struct{ page }

// NewHelp is the help.
func NewHelp() *Help {
	h := &Help{newPage(keymap.InHelp)}
	h.draw = h.paint
	return h
}

// Update takes a key: Closed, or Unused.
func (h *Help) Update(msg tea.KeyPressMsg) Event {
	return h.turn(h.keys.Action(msg))
}

// The help at its widest and the width from which it has two columns, cells:
// below, the longest sentences would take three rows each.
const helpWidth, helpColumns = 132, 100

func (h *Help) paint() {
	width := min(helpWidth, h.width-6)
	if h.sheet() {
		width = h.width
	}
	f := frame{theme: h.theme, bare: bare(h.width, h.height), title: "Keys", keys: h.table.Hints(keymap.BackOut)}
	_, _, w, rows := f.inner(width, h.height-2)
	lines := h.text(w, 1)
	if len(lines) > rows && w >= helpColumns { // all of it at a glance is worth the air
		lines = h.text(w, 0)
	}
	h.stand(&f, width, lines)
}

// text is the groups of bindings, in two columns of about the same height where
// they have room, with so many empty rows between groups.
func (h *Help) text(width, air int) []string {
	if width < helpColumns {
		return joined(h.groups(width), air)
	}
	const gap = 4
	column := (width - gap) / 2
	groups := h.groups(column)
	var left, right []string
	for n := 1; n < len(groups); n++ {
		l, r := joined(groups[:n], air), joined(groups[n:], air)
		if left == nil || max(len(l), len(r)) < max(len(left), len(right)) {
			left, right = l, r
		}
	}
	return beside(left, right, column+gap)
}

// beside is two columns, of which the left one has so many cells.
func beside(left, right []string, width int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = row(l, width) + r
	}
	return lines
}

// joined is the groups with so many empty rows between two.
func joined(groups [][]string, air int) []string {
	lines := slices.Clone(groups[0])
	for _, g := range groups[1:] {
		lines = append(append(lines, make([]string, air)...), g...)
	}
	return lines
}

// keysMax is the widest column of keys, cells: longer ones go on below, so that
// the words keep their room.
const keysMax = 22

// groups is each group of bindings, drawn.
func (h *Help) groups(width int) [][]string {
	var out [][]string
	for _, g := range keymap.Groups() {
		lines := []string{h.theme.Strong.Paint(cut(g.Heading, width))}
		for _, b := range g.Table {
			if b.Help != "" {
				lines = append(lines, h.binding(b, width)...)
			}
		}
		out = append(out, lines)
	}
	return out
}

// binding is the keys in their column and what they do beside them, or below
// where there is no room beside.
func (h *Help) binding(b keymap.Binding, width int) []string {
	const gap = 2
	rest := width - keysMax - gap
	if rest < 20 {
		rows := prose(b.Shown, width, 2, h.theme.Key)
		for _, line := range prose(b.Help, width-gap, 5, h.theme.Text) {
			rows = append(rows, measure.Spaces(gap)+line)
		}
		return rows
	}
	keys, words := prose(b.Shown, keysMax, 4, h.theme.Key), prose(b.Help, rest, 4, h.theme.Text)
	return beside(keys, words, keysMax+gap)
}
