package overlay

import (
	"fmt"
	"io"
	"slices"
	"strings"

	bubbles "charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// The measures of a shelf, in cells and rows: its column at its widest, from
// which width on file names stand beside the titles, and from which height on
// there are rules, as on the reading screen, and air between them and the items.
const (
	shelfWidth           = 96
	namesWidth           = 48
	itemRows             = 2
	rulesHeight, airFrom = 12, 20
)

// shelved is an item in the Bubbles list.
type shelved struct {
	ShelfItem
	index  int
	folded string // its text for the filter, "" until that is asked for
}

// FilterValue is the text that the filter looks at.
func (e *shelved) FilterValue() string {
	switch {
	case e.folded != "":
	case e.Title == "" && e.First == "":
		e.folded = strings.ToLower(e.Name)
	default:
		e.folded = strings.ToLower(e.Title + "\n" + e.Name + "\n" + e.First)
	}
	return e.folded
}

// filteredMax is how many items a filter leaves at most. The list copies them
// whenever it is asked for them, several times a key; and nobody goes through
// so many rather than type another letter.
const filteredMax = 10_000

// filtered leaves the items that have all words of the filter, in their order.
// The list's own filter takes letters with any others between them: in a first
// line it finds nearly everything.
func filtered(query string, texts []string) []bubbles.Rank {
	words := strings.Fields(strings.ToLower(query))
	var ranks []bubbles.Rank
	for i, text := range texts {
		if hasAll(text, words) {
			ranks = append(ranks, bubbles.Rank{Index: i})
		}
		if len(ranks) == filteredMax {
			break
		}
	}
	return ranks
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// shelfRows draws the items of a shelf for the Bubbles list.
type shelfRows struct{ shelf *Shelf }

func (d shelfRows) Height() int                            { return itemRows }
func (d shelfRows) Spacing() int                           { return d.shelf.gap }
func (d shelfRows) Update(tea.Msg, *bubbles.Model) tea.Cmd { return nil }

// Render draws one item.
func (d shelfRows) Render(w io.Writer, m bubbles.Model, place int, item bubbles.Item) {
	s, e := d.shelf, item.(*shelved)
	s.shown = append(s.shown, e.index)
	lines := s.item(e, m.Width()-gutter)
	for i, line := range lines {
		lines[i] = marked(s.theme, line, m.Width(), place == m.Index())
	}
	_, _ = io.WriteString(w, strings.Join(lines, "\n"))
}

// item is a document's title with the name of its file at the right, its first
// line below. What is not known leaves its place empty.
func (s *Shelf) item(e *shelved, width int) []string {
	t := s.theme
	title, name, first := e.Title, e.Name, t.Muted
	if e.Dir {
		name += "/"
	}
	switch {
	case title == "":
		title, name = name, ""
		if !e.Dir {
			first = t.Warn
		}
	case width < namesWidth:
		name = ""
	}
	room := width
	if name != "" {
		name = middle(flat(name), width/3)
		room -= measure.Width(name) + 2
	}
	return []string{
		ends(s.found(cut(title, room), t.Title), s.found(name, t.Muted), width),
		s.found(cut(e.First, width), first),
	}
}

// found is text in a style, with the words of the filter marked.
func (s *Shelf) found(text string, style theme.Style) string {
	folded := strings.ToLower(text)
	if len(s.words) == 0 || len(folded) != len(text) { // some capitals have more bytes
		return style.Paint(text)
	}
	var parts []part
	for _, w := range s.words {
		for at := 0; ; {
			i := strings.Index(folded[at:], w)
			if i < 0 {
				break
			}
			at += i
			parts = append(parts, part{Range{at, at + len(w)}, s.theme.Match.Over(style)})
			at += len(w)
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return a.Start - b.Start })
	return paint(text, Range{0, len(text)}, style, parts)
}

// paint draws header, items and footer, as the reading screen does.
func (s *Shelf) paint() {
	s.x, s.y, s.w, s.h = 0, 0, s.width, s.height
	if s.late {
		s.siftAgain()
	}
	above := []string{s.header()}
	var below []string
	if s.h >= rulesHeight {
		edge := s.theme.Border.Paint(rule(s.w))
		above, below = append(above, edge), append(below, edge)
	}
	if s.h >= airFrom {
		air := measure.Spaces(s.w)
		above, below = append(above, air), append([]string{air}, below...)
	}
	s.listTop = len(above)
	body := s.body(max(0, s.h-len(above)-len(below)-1))
	lines := append(slices.Concat(above, body, below), s.footer())
	s.lines = lines[:min(len(lines), s.h)]
}

// body is the page of items, or what there is to say instead.
func (s *Shelf) body(height int) []string {
	width := s.w - 1
	if s.w < 40 { // no cell to spare for the right margin
		width = s.w
	}
	width = min(width, shelfWidth+gutter)
	left := (s.w - width) / 2
	s.gap = 1
	if height < listMin {
		s.gap = 0
	}
	if h := height + s.gap; s.list.Width() != width || s.list.Height() != h {
		s.list.SetSize(width, h) // no gap follows the last item
	}
	var lines []string
	s.shown = s.shown[:0]
	if s.count > 0 {
		lines = strings.Split(s.list.View(), "\n")
	} else {
		for _, line := range s.nothing(width - gutter) {
			lines = append(lines, measure.Spaces(gutter)+line)
		}
	}
	out := make([]string, height)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = measure.Spaces(left) + row(lines[i], width)
		}
		out[i] = row(line, s.w)
	}
	return out
}

// nothing is what the page says when it has no item.
func (s *Shelf) nothing(width int) []string {
	if len(s.entries) == 0 {
		return prose("There is nothing to read here.", width, 3, s.theme.Text)
	}
	said := "No title, name or first line has “" + cut(s.filter.value(), 60) + "”."
	return append(prose(said, width, 3, s.theme.Text), prose(s.table.Key(keymap.BackOut)+" shows all of them again.", width, 2, s.theme.Muted)...)
}

// header is the title, and at the right which item of how many is selected.
func (s *Shelf) header() string {
	number := ""
	if s.count > 0 {
		number = fmt.Sprintf("%d/%d ", s.list.Index()+1, s.count)
	}
	title := s.theme.Strong.Paint(cut(s.title, s.w-3-len(number)))
	return ends(" "+title, s.theme.Muted.Paint(number), s.w)
}

// footer is the filter where there is one, else which page it is, and the keys.
func (s *Shelf) footer() string {
	t, query := s.theme, s.filter.value()
	const sign = " /"
	if !s.typing && query == "" {
		page := ""
		if p := s.list.Paginator; p.TotalPages > 1 {
			page = fmt.Sprintf(" page %d of %d", p.Page+1, p.TotalPages)
		}
		hints := keymap.Screen.Hints(keymap.Help, keymap.Quit)
		if s.count > 0 {
			hints = append(s.table.Hints(keymap.Enter, keymap.Find), hints...)
		}
		return s.withKeys(t.Muted.Paint(page), hints)
	}
	hints := s.table.Hints(keymap.Enter, keymap.BackOut)
	result, style := fmt.Sprintf("%d of %d", s.count, len(s.entries)), t.Muted
	switch {
	case len(s.words) > 0 && s.count == filteredMax:
		result = "the first " + result
	case s.count == 0:
		result, style, hints = "nothing", t.Warn, s.table.Hints(keymap.BackOut)
	}
	room := s.w - len(sign) - 1
	if s.w >= sheetWidth {
		room /= 2 // the rest is for the keys
	}
	if room > len(result)+12 {
		room -= len(result) + 3
		result = "   " + style.Paint(result)
	} else {
		result = ""
	}
	text, at := s.filter.view(t.Text, room)
	s.cursor = min(len(sign)+at, max(0, s.w-1))
	return s.withKeys(t.Key.Paint(sign)+text+result, hints)
}

// withKeys is the footer's left part, and right of it the keys that fit.
func (s *Shelf) withKeys(left string, keys []keymap.Hint) string {
	f := frame{theme: s.theme, keys: keys}
	room := s.w - measure.Width(left) - 3
	return ends(left, f.hints(room)+" ", s.w)
}
