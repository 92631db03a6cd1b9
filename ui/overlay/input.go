package overlay

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
	"gloss/ui/theme"
)

// queryMax is the longest query, runes: more than anyone types, little enough
// that each keystroke costs nothing.
const queryMax = 256

// input is one line of text being typed. Bubbles edits it; it is drawn here,
// with the terminal's own cursor, which costs nothing while nothing is typed.
type input struct{ model textinput.Model }

func newInput() input {
	m := textinput.New()
	m.SetVirtualCursor(false)
	m.CharLimit = queryMax
	m.Focus()
	// Ctrl-v would read the clipboard of the machine that gloss runs on; the
	// terminal's own paste is the clipboard of the one who types.
	m.KeyMap.Paste.Unbind()
	return input{m}
}

func (in *input) value() string { return in.model.Value() }

func (in *input) reset() { in.model.Reset() }

// key edits; it reports whether the text is another now.
func (in *input) key(msg tea.KeyPressMsg) bool {
	msg.Text = oneLine(msg.Text)
	before := in.value()
	in.model, _ = in.model.Update(msg)
	return in.value() != before
}

// paste inserts text at the cursor; it reports whether the text is another now.
func (in *input) paste(text string) bool {
	text = strings.TrimSpace(oneLine(measure.Head(text, queryMax)))
	before := in.value()
	in.model, _ = in.model.Update(tea.PasteMsg{Content: text})
	return in.value() != before
}

// oneLine is what is left of typed or pasted text when nothing in it can do
// more than stand on a line: no escape sequences, no controls, no characters
// that change the direction of others.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d':
			return -1
		}
		return r
	}, ansi.Strip(text))
}

// view is the text in width cells, scrolled so that the cursor is among them,
// and the cell of the cursor.
func (in *input) view(style theme.Style, width int) (line string, cursor int) {
	if width < 1 {
		return "", 0
	}
	runes, at := []rune(in.value()), in.model.Position()
	before, after := string(runes[:at]), string(runes[at:])
	// The cursor stands at the right end, or where it is to be seen what comes.
	room := width - 1 - min(measure.Width(after), width/4)
	for n := measure.Width(before) - room; n > 0 && measure.Width(before) > room; n++ {
		before = measure.Method().TruncateLeft(string(runes[:at]), n, "")
	}
	cursor = measure.Width(before)
	return style.Paint(before + measure.Method().Truncate(after, width-cursor, "")), cursor
}

// cursorAt is the terminal's cursor at a cell of the screen: a bar that does
// not blink.
func cursorAt(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape, c.Blink = tea.CursorBar, false
	return c
}
