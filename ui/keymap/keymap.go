// Package keymap is gloss's keys, of the reading screen and of all that opens
// over it. The program acts on its tables, and help, footer, the hints on a
// frame and README are made from them, so that none of them can be wrong about
// a key. It knows nothing of what an action does.
package keymap

import "strings"

// Action is what a key asks for. The same action asks for what is like it in
// each surface: LineDown is the next row of a text and the next item of a list.
type Action uint8

// The actions.
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
	Browse
	CopyChosen // only once an answer is chosen: until then the key is a letter
	TypeOn
	Number
	Zen
	Theme
	Mouse
	Reload
	Edit
	Help
	BackOut
	Suspend
	Quit
)

// Binding ties keys to an action.
type Binding struct {
	Action Action
	Shown  string   // the keys as a reader calls them; "" where the binding before shows them too
	Help   string   // what they do, "" for what help need not say
	Hint   string   // the same in a word or two, for the footer or a frame
	Keys   []string // as Bubble Tea writes them ("ctrl+k")
}

// Table is the bindings of the reading screen or of one surface.
type Table []Binding

// Hint is a key with what it does, for the footer or a frame's lower edge.
type Hint struct{ Key, Does string }

// Hints is the hints of these actions, in their order.
func (t Table) Hints(actions ...Action) []Hint {
	var hints []Hint
	for _, a := range actions {
		for i, b := range t {
			if b.Action == a && b.Hint != "" {
				hints = append(hints, Hint{t.first(i), b.Hint})
			}
		}
	}
	return hints
}

// Key is the first key that is shown for an action, for a sentence that names it.
func (t Table) Key(a Action) string {
	for i, b := range t {
		if b.Action == a && b.Shown != "" {
			return t.first(i)
		}
	}
	return ""
}

// first is the first key that binding i shows, or the first two where it shows
// those of its opposite too: "n N".
func (t Table) first(i int) string {
	words := strings.Fields(t[i].Shown)
	n := 1
	if i+1 < len(t) && t[i+1].Shown == "" {
		n = 2
	}
	return strings.Join(words[:min(n, len(words))], " ")
}

// Key is a key that was pressed: as the text that it types, and as its place on
// the keyboard with what was held down.
type Key interface {
	String() string
	Keystroke() string
}

// Map finds the action of a key.
type Map map[string]Action

// New is the map of tables; where two have the same key the later one counts.
func New(tables ...Table) Map {
	m := Map{}
	for _, t := range tables {
		for _, b := range t {
			for _, k := range b.Keys {
				m[k] = b.Action
			}
		}
	}
	return m
}

// Action is what the key asks for.
func (m Map) Action(k Key) Action { return m[m.Name(k)] }

// Name is the key as the tables write it. What it types comes first; where that
// asks for nothing, as the letters of another alphabet do, its place counts.
func (m Map) Name(k Key) string {
	if name := k.String(); m[name] != None {
		return name
	}
	return k.Keystroke()
}
