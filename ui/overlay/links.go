package overlay

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// LinkKind says where a link leads.
type LinkKind uint8

// The kinds of link.
const (
	Anchor LinkKind = iota // a place in this text
	Web
	Address // of another kind: mail, a telephone
	File
)

func (k LinkKind) String() string { return [...]string{"in this text", "web", "address", "file"}[k] }

// Link is one link on the screen.
type Link struct {
	Text   string // as shown in the text
	Target string // where it leads, in full
	Kind   LinkKind
}

// Links is the numbered links on the screen. Each shows its target before it
// is followed.
type Links struct {
	box
	list    list
	links   []Link
	typed   string // digits of a number that may go on
	listTop int
}

// NewLinks lists links.
func NewLinks(links []Link) *Links {
	l := &Links{box: newBox(keymap.InLinks, keymap.Movement), links: links}
	l.draw = l.paint
	return l
}

// Select selects a link.
func (l *Links) Select(i int) { l.list.selected, l.stale = i, true }

// Selected is the index of the selected link.
func (l *Links) Selected() (i int, ok bool) { return l.list.selected, len(l.links) > 0 }

// Update takes a key: Moved, Accepted to follow the link, Copied, Closed.
func (l *Links) Update(msg tea.KeyPressMsg) Event {
	l.settle()
	l.stale = true
	action := l.keys.Action(msg)
	if action == keymap.Number {
		return l.number(l.keys.Name(msg))
	}
	l.typed = ""
	switch action {
	case keymap.Enter:
		return l.on(Accepted)
	case keymap.Copy:
		return l.on(Copied)
	case keymap.Browse:
		return l.on(Browsed)
	case keymap.BackOut:
		return Closed
	}
	if changed, used := l.list.step(action); used {
		return moved(changed)
	}
	return Unused
}

// on is the event if there is a link for it.
func (l *Links) on(e Event) Event {
	if len(l.links) == 0 {
		return None
	}
	return e
}

// number selects a link by its number and follows it as soon as no other digit
// can make it the number of another link.
func (l *Links) number(digit string) Event {
	n, err := strconv.Atoi(l.typed + digit)
	if err != nil || n < 1 || n > len(l.links) {
		n, _ = strconv.Atoi(digit)
		l.typed = ""
	}
	if n < 1 || n > len(l.links) {
		return None
	}
	l.typed += digit
	changed := l.list.move(n - 1 - l.list.selected)
	if n*10 > len(l.links) {
		return Accepted
	}
	return moved(changed)
}

// Click takes a click on a cell of the box, counted from its top left: a click
// on a link selects it, one on the selected link follows it.
func (l *Links) Click(x, y int) Event {
	l.settle()
	i, ok := l.list.at(y - l.listTop)
	if y < l.listTop || y >= l.listTop+l.list.height || !ok || len(l.links) == 0 {
		return None
	}
	if i == l.list.selected {
		return Accepted
	}
	l.stale = true
	return moved(l.list.move(i - l.list.selected))
}

// Wheel scrolls.
func (l *Links) Wheel(rows int) {
	l.settle()
	l.list.scroll(rows)
	l.stale = true
}

const linksWidth = 84

func (l *Links) paint() {
	width := min(linksWidth, l.width-6)
	if l.sheet() {
		width = l.width
	}
	f := frame{theme: l.theme, bare: bare(l.width, l.height), title: "Links on this screen"}
	_, _, w, _ := f.inner(width, l.height)
	if len(l.links) == 0 {
		f.title, f.keys = "Links", l.table.Hints(keymap.BackOut)
		f.air = !l.sheet()
		l.centre(width, 5)
		l.lines = f.draw(prose("There are no links on this screen.", w, 3, l.theme.Text), l.w, l.h)
		return
	}
	items := make([][]string, len(l.links))
	for i := range l.links {
		items[i] = l.item(i, w-gutter)
	}
	gap := 1
	if l.height < listMin+2 {
		gap = 0
	}
	l.list.set(items, gap, 0)
	f.air = !l.sheet() && l.list.total()+6 <= l.height
	l.centre(width, min(l.list.total()+2+f.rows(), l.height-2))
	_, l.listTop, _, l.list.height = f.inner(l.w, l.h)
	rows := l.list.rows(l.theme, w)
	f.keys = l.table.Hints(keymap.Enter, keymap.Copy, keymap.BackOut, keymap.Browse, keymap.Number)
	if l.links[l.list.selected].Kind == Address {
		f.keys[0].Does = "copy the address" // gloss opens pages and files alone
	}
	f.end = l.list.more()
	l.lines = f.draw(rows, l.w, l.h)
}

// item is a link's number and text with its kind at the right, its target below.
func (l *Links) item(i, width int) []string {
	link, t := l.links[i], l.theme
	digits := len(strconv.Itoa(len(l.links)))
	number := strconv.Itoa(i + 1)
	indent := digits + 2
	kind := t.Muted.Paint(link.Kind.String())
	if width < 40 {
		kind = ""
	}
	text := strings.TrimSpace(link.Text)
	if text == "" {
		text = "(without text)"
	}
	room := max(1, width-indent-14)
	if kind == "" {
		room = width - indent
	}
	first := measure.Spaces(digits-len(number)) + t.Key.Paint(number) + "  " + t.Link.Paint(cut(text, room))
	target := measure.Spaces(indent) + t.Muted.Paint(flat(middle(link.Target, max(1, width-indent))))
	return []string{ends(first, kind, width), target}
}
