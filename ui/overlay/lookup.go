package overlay

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
)

// Lookup is the box over everything: one line to type in, below it the answers
// to what was typed so far.
//
// Keys go to the line, so that every letter can be typed, until Tab or ↓ leads
// to the answers; there y copies and every other letter leads back to the line.
// Ctrl-y copies from either. The answers to an older query stay until those to
// the newer one come, so that nothing flickers; Enter waits for them.
type Lookup struct {
	box
	input      input
	list       list
	counts     string // what the text holds, for the hint
	answers    []Answer
	generation int  // of the query; it grows with each change
	answered   int  // generation that the answers are to
	complete   bool // all of the text was looked at
	onList     bool // keys go to the answers
	wanted     bool // Enter was pressed before the answers came
	drawn      itemsKey
	cursor     struct{ x, y int }
	listTop    int // row of the box where the list begins
}

// itemsKey tells whether the answers have to be drawn again: the selection is
// painted over them and does not matter.
type itemsKey struct {
	theme    string
	width    int
	terse    bool
	answered int
	n        int
}

// NewLookup is an empty look-up.
func NewLookup() *Lookup {
	l := &Lookup{box: newBox(keymap.InLookUp), input: newInput(), complete: true}
	l.draw = l.paint
	return l
}

// SetDocument says what there is to look up.
func (l *Lookup) SetDocument(doc *model.Document) { l.counts, l.stale = counts(doc), true }

// Reset empties the box, as it is when it opens.
func (l *Lookup) Reset() {
	l.input.reset()
	l.change()
}

// change takes notice of another query.
func (l *Lookup) change() {
	l.generation++
	l.onList, l.wanted, l.stale = false, false, true
	if l.Query() == "" {
		l.answers, l.answered = nil, l.generation
		l.list = list{}
	}
}

// Query is what was typed, and Generation numbers it: answers bear it.
func (l *Lookup) Query() string { return l.input.value() }

// Generation is the number of the query; it grows with each change.
func (l *Lookup) Generation() int { return l.generation }

// SetAnswers shows the answers to the query of a generation, best first; those
// to an older query are dropped. complete is false while the text is still
// being read: more answers may come under the same generation. It is Accepted
// if Enter was pressed while these were awaited.
func (l *Lookup) SetAnswers(generation int, answers []Answer, complete bool) Event {
	if generation != l.generation || l.Query() == "" {
		return None
	}
	selected := 0
	if old, ok := l.Selected(); ok && l.answered == generation {
		for i, a := range answers {
			if a.Kind == old.Kind && a.Index == old.Index && a.Span == old.Span {
				selected = i
			}
		}
	}
	l.answers, l.answered, l.complete = answers, generation, complete
	l.list.selected, l.list.held = selected, false
	l.drawn, l.stale = itemsKey{}, true
	l.onList = l.onList && len(answers) > 0
	if l.wanted && len(answers) > 0 {
		l.wanted = false
		return Accepted
	}
	return None
}

// Selected is the answer that Enter goes to.
func (l *Lookup) Selected() (a Answer, ok bool) {
	if i := l.list.selected; i >= 0 && i < len(l.answers) {
		return l.answers[i], true
	}
	return Answer{}, false
}

// Cursor is the terminal's cursor, nil while keys go to the answers.
func (l *Lookup) Cursor() *tea.Cursor {
	l.settle()
	if l.onList {
		return nil
	}
	return cursorAt(l.x+l.cursor.x, l.y+l.cursor.y)
}

// Update takes a key: Changed, Moved, Accepted, Copied, Closed.
func (l *Lookup) Update(msg tea.KeyPressMsg) Event {
	l.settle()
	l.stale, l.wanted = true, false
	action := l.keys.Action(msg)
	switch action {
	case keymap.BackOut:
		return Closed
	case keymap.Enter:
		return l.accept()
	case keymap.Copy:
		return l.copied()
	case keymap.LineDown:
		return l.move(1)
	case keymap.LineUp:
		return l.move(-1)
	case keymap.FocusNext:
		if !l.onList {
			l.onList = len(l.answers) > 0
			return None
		}
		return l.move(1)
	case keymap.PageDown:
		return moved(l.list.page(1))
	case keymap.PageUp:
		return moved(l.list.page(-1))
	}
	if l.onList {
		switch action {
		case keymap.CopyChosen:
			return l.copied()
		case keymap.Start:
			return moved(l.list.move(-len(l.answers)))
		case keymap.End:
			return moved(l.list.move(len(l.answers)))
		}
	}
	return l.typed(l.input.key(msg))
}

// Paste inserts text into the line.
func (l *Lookup) Paste(text string) Event { return l.typed(l.input.paste(text)) }

func (l *Lookup) typed(changed bool) Event {
	l.onList, l.stale = false, true
	if changed {
		l.change()
		return Changed
	}
	return None
}

func (l *Lookup) accept() Event {
	if l.answered != l.generation {
		l.wanted = true
		return None
	}
	if _, ok := l.Selected(); ok {
		return Accepted
	}
	return None
}

func (l *Lookup) copied() Event {
	if _, ok := l.Selected(); ok {
		return Copied
	}
	return None
}

// move selects the next answer; up from the first leads back to the line.
func (l *Lookup) move(by int) Event {
	if len(l.answers) == 0 {
		return None
	}
	l.onList = by > 0 || l.list.selected > 0
	return moved(l.list.move(by))
}

func moved(changed bool) Event {
	if changed {
		return Moved
	}
	return None
}

// Click takes a click on a cell of the box, counted from its top left: a click
// on an answer selects it, one on the selected answer goes there.
func (l *Lookup) Click(x, y int) Event {
	l.settle()
	i, ok := l.list.at(y - l.listTop)
	if y < l.listTop || y >= l.listTop+l.list.height || !ok || i >= len(l.answers) {
		l.onList, l.stale = l.onList && y >= l.listTop, true
		return None
	}
	return l.clicked(i)
}

func (l *Lookup) clicked(i int) Event {
	if i == l.list.selected {
		return l.accept()
	}
	l.onList, l.stale = true, true
	return moved(l.list.move(i - l.list.selected))
}

// Wheel scrolls the answers.
func (l *Lookup) Wheel(rows int) {
	l.settle()
	l.list.scroll(rows)
	l.stale = true
}

// The box at its largest, cells and rows. It keeps its height whatever the
// answers, so that it stands still while one types.
const lookupWidth, lookupHeight = 110, 26

func (l *Lookup) paint() {
	l.centre(min(lookupWidth, l.width-6), min(lookupHeight, l.height-2))
	if !l.sheet() {
		l.y = min(l.y, 2) // near to where the eye is after the header
	}
	f := frame{theme: l.theme, bare: bare(l.width, l.height), title: "Look up", keys: l.hints()}
	if !l.complete {
		f.end = "still reading…"
		if f.bare {
			f.end = "reading…"
		}
	}
	if n := len(l.answers); n > 0 {
		f.note = fmt.Sprintf("%d of %d", l.list.selected+1, n)
	}
	x, y, w, h := f.inner(l.w, l.h)
	const sign = "› "
	room := w - 2
	if f.bare {
		room -= len(f.note)
	}
	line, at := l.input.view(l.theme.Text, room)
	if l.Query() == "" {
		line = l.theme.Muted.Paint(cut("a number, a name, a word, a question", room))
	}
	line = l.theme.Accent.Paint(sign) + line
	l.cursor.x, l.cursor.y = min(x+2+at, max(0, l.w-1)), y
	lines := []string{line, l.theme.Border.Paint(rule(w))}
	if f.bare {
		f.head, lines, l.cursor.y = line, nil, 0
	}
	l.listTop = y + len(lines)
	lines = append(lines, l.body(w, max(0, h-len(lines)))...)
	l.lines = f.draw(lines, l.w, l.h)
}

// body is the answers, or what there is to say instead.
func (l *Lookup) body(width, height int) []string {
	if len(l.answers) == 0 {
		l.list.set(nil, 0, height)
		if l.Query() == "" {
			return l.hint(width, height)
		}
		if l.answered == l.generation {
			return l.nothing(width, height)
		}
		return nil
	}
	terse := height < listMin
	key := itemsKey{l.theme.ID, width, terse, l.answered, len(l.answers)}
	if key != l.drawn {
		l.drawn = key
		l.list.items = make([][]string, len(l.answers))
		for i, a := range l.answers {
			l.list.items[i] = answer{l.theme, a, width - gutter, terse}.rows()
		}
	}
	gap := 1
	if terse {
		gap = 0
	}
	l.list.set(l.list.items, gap, height)
	return l.list.rows(l.theme, width)
}

func (l *Lookup) hints() []keymap.Hint {
	switch {
	case len(l.answers) == 0:
		return l.table.Hints(keymap.BackOut)
	case l.onList:
		return l.table.Hints(keymap.Enter, keymap.CopyChosen, keymap.BackOut, keymap.LineDown, keymap.TypeOn)
	}
	return l.table.Hints(keymap.Enter, keymap.LineDown, keymap.BackOut, keymap.Copy)
}
