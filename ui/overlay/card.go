package overlay

import (
	"fmt"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// Card is what the text says of a name, shown beside the word. Where several
// names share the place, one of them is chosen.
type Card struct {
	page
	doc     *model.Document
	names   []int // indexes of the document's names
	chosen  int   // index of names
	mention int   // number of the mention that the text shows, -1 for none
	anchor  struct{ x, y int }
}

// NewCard is the card of the document's names with these indexes, of which
// there is at least one.
func NewCard(doc *model.Document, names ...int) *Card {
	c := &Card{page: newPage(keymap.InCard), doc: doc, names: names, mention: -1}
	c.draw = c.paint
	return c
}

// SetAnchor says at which cell of the screen the word begins.
func (c *Card) SetAnchor(x, y int) {
	c.anchor.x, c.anchor.y, c.stale = x, y, true
}

// SetMention says which mention of the name the text shows, counted from 0; -1
// for none.
func (c *Card) SetMention(i int) { c.mention, c.stale = i, true }

// Name is the index of the name whose card is shown.
func (c *Card) Name() int { return c.names[c.chosen] }

// Update takes a key: Next and Previous walk the mentions, Moved means another
// name, Copied, Closed, or Unused.
func (c *Card) Update(msg tea.KeyPressMsg) Event {
	action := c.keys.Action(msg)
	switch action {
	case keymap.NextMatch:
		return Next
	case keymap.PreviousMatch:
		return Previous
	case keymap.Copy:
		return Copied
	case keymap.LineDown, keymap.FocusNext:
		if len(c.names) > 1 {
			return c.choose(1)
		}
	case keymap.LineUp, keymap.FocusPrevious:
		if len(c.names) > 1 {
			return c.choose(-1)
		}
	}
	return c.turn(action)
}

func (c *Card) choose(by int) Event {
	c.chosen = (c.chosen + by + len(c.names)) % len(c.names)
	c.mention, c.list.top, c.stale = -1, 0, true
	return Moved
}

// Click takes a click on a cell of the card, counted from its top left: a click
// on one of several names chooses it.
func (c *Card) Click(x, y int) Event {
	c.settle()
	first, n := c.offered()
	i := y - c.listTop + c.list.top
	if n < 2 || y < c.listTop || y >= c.listTop+c.list.height || i >= n || first+i == c.chosen {
		return None
	}
	i += first
	c.chosen, c.mention, c.stale = i, -1, true
	return Moved
}

// The card at its widest, cells, and the fewest rows beside the word in which
// it can be read; with fewer it takes the whole screen.
const cardWidth, cardMin = 60, 5

func (c *Card) paint() {
	width := min(cardWidth, c.width)
	f := frame{theme: c.theme, bare: width < bareWidth}
	_, _, w, _ := f.inner(width, c.height)
	lines := c.text(w)
	f.air = !f.bare && c.room() >= len(lines)+4
	if !c.place(width, len(lines)+2+f.rows()) {
		f.bare = bare(c.w, c.h)
		_, _, w, _ = f.inner(c.w, c.h)
		lines = c.text(w)
	}
	n := c.name()
	f.title, f.note = n.Text, n.Type.String()
	if all := len(c.names); all > namesMax {
		f.note = fmt.Sprintf("%d of %d", c.chosen+1, all)
	}
	if len(n.Mentions) > 1 {
		f.keys = c.table.Hints(keymap.NextMatch)
	}
	f.keys = append(f.keys, c.table.Hints(keymap.BackOut, keymap.Copy)...)
	c.show(f, lines)
}

// sides is how many rows there are above and below the word.
func (c *Card) sides() (above, below int) {
	return max(0, min(c.anchor.y, c.height)), max(0, c.height-c.anchor.y-1)
}

// room is the rows on the better side of the word.
func (c *Card) room() int {
	above, below := c.sides()
	return max(above, below)
}

// place stands the card below the word, or above it where it fits better, and
// keeps it on the screen. Where neither side has room the card takes the whole
// screen, and place reports false.
func (c *Card) place(width, height int) bool {
	above, below := c.sides()
	if c.room() < min(height, cardMin) {
		c.x, c.y, c.w, c.h = 0, 0, c.width, c.height
		return false
	}
	c.w, c.h = width, min(height, c.room())
	c.x, c.y = max(0, min(c.anchor.x-2, c.width-c.w)), c.anchor.y+1
	if height > below && above > below {
		c.y = above - c.h
	}
	return true
}

func (c *Card) name() *model.Name { return &c.doc.Notes.Names[c.Name()] }

// text is the card of the chosen name, under the names to choose from.
func (c *Card) text(width int) []string {
	t, n := c.theme, c.name()
	var lines []string
	if len(c.names) > 1 {
		lines = append(c.choice(width), "")
	}
	if n.Is != "" {
		lines = append(lines, prose(n.Is, width, 4, t.Text)...)
	}
	if len(n.Aliases) > 0 {
		lines = append(lines, prose("also: "+strings.Join(n.Aliases, ", "), width, 3, t.Muted)...)
	}
	if n.Quote != "" {
		lines = append(lines, gapAfter(lines)...)
		for _, line := range prose(n.Quote, width-2, 6, t.Text) {
			lines = append(lines, t.Quote.Paint("│")+" "+line)
		}
		if at := c.doc.SectionAt(n.Span.Start); at >= 0 {
			lines = append(lines, t.Muted.Paint(cut("— "+model.ShortTitle(c.doc.Sections[at].Title), width)))
		}
	}
	lines = append(lines, gapAfter(lines)...)
	return append(lines, c.strip(width), t.Muted.Paint(cut(c.said(), width)))
}

// choice is the names to choose from, those next to the chosen one where there
// are many.
func (c *Card) choice(width int) []string {
	t := c.theme
	first, n := c.offered()
	lines := make([]string, n)
	for i := range lines {
		line := measure.Spaces(gutter) + cut(c.doc.Notes.Names[c.names[first+i]].Text, width-gutter)
		if first+i == c.chosen {
			line = t.Selected.Paint(row(t.Accent.Paint(mark)+line[1:], width))
		}
		lines[i] = line
	}
	return lines
}

// namesMax is the most names that a card offers at once.
const namesMax = 5

// offered is the first of the names that the card offers, and their number.
func (c *Card) offered() (first, n int) {
	n = min(len(c.names), namesMax)
	return max(0, min(c.chosen-n/2, len(c.names)-n)), n
}

// gapAfter is the empty row between what is there and what comes.
func gapAfter(lines []string) []string {
	if len(lines) == 0 || lines[len(lines)-1] == "" {
		return nil
	}
	return []string{""}
}

// said is how often the name is mentioned, and which mention is on the screen.
func (c *Card) said() string {
	n := len(c.name().Mentions)
	switch {
	case c.mention >= 0 && c.mention < n:
		return fmt.Sprintf("mention %d of %d", c.mention+1, n)
	case n == 1:
		return "mentioned once"
	case n == 0:
		return "not mentioned by this name"
	}
	return fmt.Sprintf("mentioned %d times", n)
}

// strip is the length of the document in width cells: a bar where the name is
// mentioned, the higher the more often; the mention that is shown fills its cell.
func (c *Card) strip(width int) string {
	mentions := c.name().Mentions
	length := max(1, len(c.doc.Text))
	cell := func(m model.Span) int { return max(0, min(width-1, m.Start*width/length)) }
	counts := make([]int, max(0, width))
	most := 1
	for i := range counts {
		// Mentions are in order, so each cell's are counted by two searches.
		from := sort.Search(len(mentions), func(k int) bool { return cell(mentions[k]) >= i })
		to := sort.Search(len(mentions), func(k int) bool { return cell(mentions[k]) > i })
		counts[i] = to - from
		most = max(most, counts[i])
	}
	// A lone mention is a low bar, whatever the tallest one stands for.
	bars := []rune("▂▃▄▅▆▇")
	most = max(most, len(bars))
	shown := -1
	if c.mention >= 0 && c.mention < len(mentions) {
		shown = cell(mentions[c.mention])
	}
	var b strings.Builder
	for i, n := range counts {
		bar := string(bars[max(0, n*len(bars)/most-1)])
		switch {
		case n == 0:
			b.WriteString(c.theme.BarRest.Paint("·"))
		case i == shown:
			b.WriteString(c.theme.Accent.Paint("█"))
		case shown >= 0:
			b.WriteString(c.theme.Muted.Paint(bar))
		default:
			b.WriteString(c.theme.Bar.Paint(bar))
		}
	}
	return b.String()
}
