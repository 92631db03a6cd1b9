// Package keymap is the one table of gloss's keys. The program acts on it, and
// help, footer and README are made from it, so that none of them can be wrong
// about a key. It knows nothing of what an action does.
package keymap

import "strings"

// Action is what a key asks for.
type Action uint8

// The actions, in the order in which help lists them.
const (
	None Action = iota
	LineDown
	LineUp
	HalfPageDown
	HalfPageUp
	PageDown
	PageUp
	Start
	End
	NextSection
	PreviousSection
	Contents
	LookUp
	Find
	NextMatch
	PreviousMatch
	Card
	Enter
	Links
	Why
	NextNote
	PreviousNote
	NextPanel
	Facts
	Figures
	Questions
	Names
	More
	Fewer
	FocusNext
	FocusPrevious
	Narrower
	Wider
	Back
	Forward
	Copy
	Zen
	Theme
	Mouse
	Help
	BackOut
	Suspend
	Quit
)

// Binding ties keys to an action.
type Binding struct {
	Action Action
	Group  string // heading in help
	Shown  string // the keys as help writes them
	Help   string // what they do
	Footer string // word in the footer, "" for a binding that is not there
	Rank   int    // place in the footer, 1 first: what does not fit falls away from the end
	Keys   []string
}

// Group headings of help.
const (
	reading = "Reading"
	looking = "Looking things up"
	notes   = "Notes"
	screen  = "The screen"
)

func bind(a Action, group, shown, help, footer string, keys ...string) Binding {
	return Binding{
		Action: a, Group: group, Shown: shown, Help: help, Footer: footer, Rank: footerRank[footer],
		Keys: keys,
	}
}

// footerRank is the order of the footer's words.
var footerRank = map[string]int{"look up": 1, "find": 2, "help": 3, "quit": 4, "panel": 5, "contents": 6}

// Table is every binding of the reading screen, in the order of help. Some keys
// are not shown: they are what certain terminals send for one that is.
func Table() []Binding {
	return []Binding{
		bind(LineDown, reading, "j ↓", "line down", "", "j", "down"),
		bind(LineUp, reading, "k ↑", "line up", "", "k", "up"),
		bind(HalfPageDown, reading, "d Ctrl-d", "half a page down", "", "d", "ctrl+d"),
		bind(HalfPageUp, reading, "u Ctrl-u", "half a page up", "", "u", "ctrl+u"),
		bind(PageDown, reading, "space Ctrl-f PgDn", "page down", "", "space", "shift+space", "ctrl+f", "pgdown"),
		bind(PageUp, reading, "b Ctrl-b PgUp", "page up", "", "b", "ctrl+b", "pgup"),
		bind(Start, reading, "g gg Home", "start", "", "g", "home"),
		bind(End, reading, "G End", "end", "", "G", "shift+g", "end"),
		bind(NextSection, reading, "] → l", "next section", "", "]", "right", "l"),
		bind(PreviousSection, reading, "[ ← h", "previous section", "", "[", "left", "h"),
		bind(Contents, reading, "t o", "contents", "contents", "t", "o"),
		bind(Back, reading, "Ctrl-o Backspace Alt-←", "back to the place before a jump", "", "ctrl+o", "backspace", "ctrl+h", "alt+left", "alt+b"),
		bind(Forward, reading, "Alt-→ Ctrl-i", "forward again (Ctrl-i where the terminal tells it from Tab)", "", "alt+right", "alt+f", "ctrl+i"),

		bind(LookUp, looking, ": Ctrl-k", "look up anything: figures, facts, questions, names, text", "look up", ":", "shift+:", "ctrl+k"),
		bind(Find, looking, "/", "find in the text", "find", "/"),
		bind(NextMatch, looking, "n", "next match", "", "n"),
		bind(PreviousMatch, looking, "N", "previous match", "", "N", "shift+n"),
		bind(Card, looking, "K", "card of the name here", "", "K", "shift+k"),
		bind(Enter, looking, "Enter", "stay at the note shown, go to what is selected, or the card of the name here", "", "enter"),
		bind(Links, looking, "f", "links on the screen, with their targets", "", "f"),
		bind(Copy, looking, "y", "copy the note, or the section, as a quote with its source", "", "y"),

		bind(NextPanel, notes, "p", "next panel", "panel", "p"),
		bind(Facts, notes, "1", "facts", "", "1"),
		bind(Figures, notes, "2", "figures", "", "2"),
		bind(Questions, notes, "3", "questions", "", "3"),
		bind(Names, notes, "4", "names", "", "4"),
		bind(NextNote, notes, ".", "next note of this panel, shown in the text", "", "."),
		bind(PreviousNote, notes, ",", "previous note", "", ","),
		bind(Why, notes, "i", "why this note: its source and reason", "", "i"),
		bind(More, notes, "+", "more of each note", "", "+", "shift++", "="),
		bind(Fewer, notes, "-", "less of each note", "", "-"),

		bind(FocusNext, screen, "Tab", "next pane", "", "tab"),
		bind(FocusPrevious, screen, "Shift-Tab", "previous pane", "", "shift+tab"),
		bind(Narrower, screen, "<", "panel narrower", "", "<", "shift+<"),
		bind(Wider, screen, ">", "panel wider", "", ">", "shift+>"),
		bind(Zen, screen, "z", "the text alone", "", "z"),
		bind(Theme, screen, "T", "next theme", "", "T", "shift+t"),
		bind(Mouse, screen, "M", "release the mouse, to select with it (Shift-drag selects without)", "", "M", "shift+m"),
		bind(BackOut, screen, "Esc", "back out, one step at a time; never quits", "", "esc", "ctrl+["),
		bind(Help, screen, "? F1", "help", "help", "?", "shift+?", "f1"),
		bind(Suspend, screen, "Ctrl-z", "suspend", "", "ctrl+z"),
		bind(Quit, screen, "q Ctrl-c", "quit", "quit", "q", "ctrl+c"),
	}
}

// Map finds the action of a key.
type Map map[string]Action

// New is the map of Table.
func New() Map {
	m := Map{}
	for _, b := range Table() {
		for _, k := range b.Keys {
			m[k] = b.Action
		}
	}
	return m
}

// Key is a key that was pressed: as the text that it types, and as its place on
// the keyboard with what was held down.
type Key interface {
	String() string
	Keystroke() string
}

// Action is what the key asks for.
func (m Map) Action(k Key) Action { return m[m.Name(k)] }

// Name is the key as the table writes it. What it types comes first; where that
// asks for nothing, as the letters of another alphabet do, its place counts.
func (m Map) Name(k Key) string {
	if name := k.String(); m[name] != None {
		return name
	}
	return k.Keystroke()
}

// Groups lists the headings of help in order.
func Groups() []string { return []string{reading, looking, notes, screen} }

// FirstKey is the key of a binding that the footer shows: "?".
func (b Binding) FirstKey() string {
	first, _, _ := strings.Cut(b.Shown, " ")
	return first
}
