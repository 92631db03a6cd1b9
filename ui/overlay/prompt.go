package overlay

import (
	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// Prompt is the line at the bottom of the screen in which one types what to
// find in the text.
type Prompt struct {
	box
	input  input
	result string
	none   bool
	cursor int // cell of the cursor within the line
}

// NewPrompt is an empty prompt.
func NewPrompt() *Prompt {
	p := &Prompt{box: newBox(keymap.InFind), input: newInput()}
	p.draw = p.paint
	return p
}

// Query is what was typed.
func (p *Prompt) Query() string { return p.input.value() }

// SetResult says what was found, in few words: "3 of 11", "searching…"; none
// says that it is nothing.
func (p *Prompt) SetResult(result string, none bool) {
	if result != p.result || none != p.none {
		p.result, p.none, p.stale = result, none, true
	}
}

// Update takes a key: Changed, Accepted, Closed. Backspace in an empty prompt
// closes it, as in vi and less.
func (p *Prompt) Update(msg tea.KeyPressMsg) Event {
	switch p.keys.Action(msg) {
	case keymap.BackOut:
		return Closed
	case keymap.Enter:
		return Accepted
	case keymap.Back:
		if p.Query() == "" {
			return Closed
		}
	}
	return p.changed(p.input.key(msg))
}

// Paste inserts text.
func (p *Prompt) Paste(text string) Event { return p.changed(p.input.paste(text)) }

func (p *Prompt) changed(text bool) Event {
	p.stale = true
	if text {
		return Changed
	}
	return None
}

// Cursor is the terminal's cursor.
func (p *Prompt) Cursor() *tea.Cursor {
	p.settle()
	return cursorAt(p.x+p.cursor, p.y)
}

func (p *Prompt) paint() {
	p.x, p.y, p.w, p.h = 0, max(0, p.height-1), p.width, min(1, p.height)
	if p.h == 0 {
		p.lines = nil
		return
	}
	const sign = " /"
	style := p.theme.Muted
	if p.none {
		style = p.theme.Warn
	}
	var right string
	if cells := measure.Width(p.result); cells > 0 && cells+12 <= p.w {
		right = style.Paint(p.result) + " "
	}
	if p.w >= sheetWidth {
		keys := frame{theme: p.theme, keys: p.table.Hints(keymap.Enter, keymap.BackOut)}
		right += "  " + keys.hints(p.w) + " "
	}
	room := p.w - len(sign) - measure.Width(right) - 1
	line, at := p.input.view(p.theme.Text, room)
	p.cursor = min(len(sign)+at, max(0, p.w-1))
	p.lines = []string{ends(p.theme.Key.Paint(sign)+line, right, p.w)}
}
