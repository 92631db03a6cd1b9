package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// Help is every key with what it does, made from the table of bindings.
type Help struct{ page }

// NewHelp is the help.
func NewHelp() *Help {
	h := &Help{newPage()}
	h.draw = h.paint
	return h
}

// Update takes a key: Closed, or Unused.
func (h *Help) Update(msg tea.KeyPressMsg) Event {
	return h.turn(msg, keymap.BackOut, keymap.Quit, keymap.Help)
}

// The help at its widest and the width from which it has two columns, cells:
// below, the longest sentences would take three rows each.
const helpWidth, helpColumns = 132, 100

func (h *Help) paint() {
	width := min(helpWidth, h.width-6)
	if h.sheet() {
		width = h.width
	}
	f := frame{theme: h.theme, bare: bare(h.width, h.height), title: "Keys", keys: []Hint{{"Esc", "close"}}}
	_, _, w, _ := f.inner(width, h.height)
	lines := h.text(w)
	h.stand(&f, width, lines)
}

// text is the groups of bindings, in two columns of about the same height where
// they have room.
func (h *Help) text(width int) []string {
	if width < helpColumns {
		return joined(h.groups(width))
	}
	const gap = 4
	column := (width - gap) / 2
	groups := h.groups(column)
	var left, right []string
	for n := 1; n < len(groups); n++ {
		l, r := joined(groups[:n]), joined(groups[n:])
		if left == nil || max(len(l), len(r)) < max(len(left), len(right)) {
			left, right = l, r
		}
	}
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = row(l, column) + measure.Spaces(gap) + r
	}
	return lines
}

// joined is the groups with an empty row between two.
func joined(groups [][]string) []string {
	lines := slices.Clone(groups[0])
	for _, g := range groups[1:] {
		lines = append(append(lines, ""), g...)
	}
	return lines
}

// groups is each group of bindings, drawn.
func (h *Help) groups(width int) [][]string {
	table, keys := keymap.Table(), 0
	for _, b := range table {
		keys = max(keys, ansi.StringWidth(b.Shown))
	}
	var out [][]string
	for _, name := range keymap.Groups() {
		lines := []string{h.theme.Strong.Paint(cut(name, width))}
		for _, b := range table {
			if b.Group == name {
				lines = append(lines, h.binding(b, keys, width)...)
			}
		}
		out = append(out, lines)
	}
	return out
}

// binding is the keys, in a column of so many cells, and what they do beside
// them, or below where there is no room beside.
func (h *Help) binding(b keymap.Binding, keys, width int) []string {
	const gap = 2
	if rest := width - keys - gap; rest >= 20 {
		rows := prose(b.Help, rest, 4, h.theme.Text)
		for i, line := range rows {
			left := ""
			if i == 0 {
				left = h.theme.Key.Paint(b.Shown)
			}
			rows[i] = row(left, keys+gap) + line
		}
		return rows
	}
	rows := prose(b.Shown, width, 2, h.theme.Key)
	for _, line := range prose(b.Help, width-gap, 5, h.theme.Text) {
		rows = append(rows, measure.Spaces(gap)+line)
	}
	return rows
}
