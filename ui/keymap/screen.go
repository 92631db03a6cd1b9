package keymap

import "slices"

// The bindings of the reading screen. Some keys are not shown: they are what
// certain terminals send for one that is, or a habit from elsewhere.

// Movement is how one moves through a text, or through whatever is longer than
// its place on the screen.
var Movement = Table{
	{LineDown, "j k ↓ ↑", "line down, up", "", []string{"j", "down"}},
	{LineUp, "", "", "", []string{"k", "up"}},
	{HalfPageDown, "d u Ctrl-d Ctrl-u", "half a page down, up", "", []string{"d", "ctrl+d"}},
	{HalfPageUp, "", "", "", []string{"u", "ctrl+u"}},
	{PageDown, "space b Ctrl-f Ctrl-b PgDn PgUp", "page down, up", "scroll", []string{"space", "shift+space", "ctrl+f", "pgdown"}},
	{PageUp, "", "", "", []string{"b", "ctrl+b", "pgup"}},
	{Start, "g gg G Home End", "start, end", "", []string{"g", "home"}},
	{End, "", "", "", []string{"G", "shift+g", "end"}},
}

var travel = Table{
	{NextSection, "] [ → ← l h", "next, previous section", "", []string{"]", "right", "l"}},
	{PreviousSection, "", "", "", []string{"[", "left", "h"}},
	{Contents, "t o", "contents", "contents", []string{"t", "o"}},
	{Back, "Ctrl-o Backspace Alt-←", "back through the jumps", "", []string{"ctrl+o", "backspace", "ctrl+h", "alt+left", "alt+b"}},
	{Forward, "Alt-→ Ctrl-i", "forward (Ctrl-i may be Tab)", "", []string{"alt+right", "alt+f", "ctrl+i"}},
}

var looking = Table{
	{LookUp, ": Ctrl-k", "look up anything: notes, text", "look up", []string{":", "shift+:", "ctrl+k"}},
	{Find, "/", "find in the text", "find", []string{"/"}},
	{NextMatch, "n N", "next, previous match", "", []string{"n"}},
	{PreviousMatch, "", "", "", []string{"N", "shift+n"}},
	{Card, "K", "card of the name here", "", []string{"K", "shift+k"}},
	{Enter, "Enter", "go to what is selected, stay at what is shown; else as K", "go there", []string{"enter"}},
	{Links, "f", "links on the screen", "", []string{"f"}},
	{Copy, "y", "copy the note or the section", "", []string{"y"}},
}

var notes = Table{
	{NextPanel, "p", "next panel", "panel", []string{"p"}},
	{Facts, "1 2 3 4", "facts, figures, questions, names", "", []string{"1"}},
	{Figures, "", "", "", []string{"2"}},
	{Questions, "", "", "", []string{"3"}},
	{Names, "", "", "", []string{"4"}},
	{NextNote, ". ,", "next, previous note", "", []string{"."}},
	{PreviousNote, "", "", "", []string{","}},
	{Why, "i", "why this note is here", "", []string{"i"}},
	{More, "+ -", "more, less of each note", "", []string{"+", "shift++", "="}},
	{Fewer, "", "", "", []string{"-"}},
}

var window = Table{
	{FocusNext, "Tab Shift-Tab", "next, previous pane", "", []string{"tab"}},
	{FocusPrevious, "", "", "", []string{"shift+tab"}},
	{Narrower, "< >", "panel narrower, wider", "", []string{"<", "shift+<"}},
	{Wider, "", "", "", []string{">", "shift+>"}},
	{Zen, "z", "the text alone", "", []string{"z"}},
	{Theme, "T", "next theme", "", []string{"T", "shift+t"}},
	{Reload, "r e", "read it anew, edit it here", "", []string{"r"}},
	{Edit, "", "", "", []string{"e"}},
	{Mouse, "M", "mouse off; Shift-drag selects", "", []string{"M", "shift+m"}},
	{BackOut, "Esc", "back out a step; never quits", "back", []string{"esc", "ctrl+["}},
	{Help, "? F1", "help", "help", []string{"?", "shift+?", "f1"}},
	{Suspend, "Ctrl-z", "suspend", "", []string{"ctrl+z"}},
	{Quit, "q Ctrl-c", "quit", "quit", []string{"q", "ctrl+c"}},
}

// Screen is every binding of the reading screen.
var Screen = slices.Concat(Movement, travel, looking, notes, window)

// Footer is the keys of the footer, the most useful first: what does not fit
// falls away from the end.
func Footer() []Hint { return Screen.Hints(LookUp, Find, Help, Quit, NextPanel, Contents) }

// Group is a part of help: bindings under a heading.
type Group struct {
	Heading string
	Table
}

// Groups is all of help, in order: what opens over the text follows what opens
// it.
func Groups() []Group {
	return []Group{
		{"Reading", slices.Concat(Movement, travel)},
		{"Looking things up", looking},
		{"In look-up", InLookUp},
		{"In find", InFind},
		{"In a list", InShelf},
		{"In a card", InCard},
		{"In links", InLinks},
		{"Notes", notes},
		{"In why this note", InWhy},
		{"The screen", window},
	}
}
