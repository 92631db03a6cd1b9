package keymap

import (
	"slices"
	"strings"
	"testing"
)

// tables is every table by its name.
func tables() map[string]Table {
	return map[string]Table{
		"screen": Screen, "look-up": InLookUp, "find": InFind, "card": InCard, "links": InLinks, "why": InWhy, "shelf": InShelf, "help": InHelp,
	}
}

func TestNoKeyHasTwoActions(t *testing.T) {
	for name, table := range tables() {
		seen := map[string]Action{}
		for _, b := range table {
			for _, k := range b.Keys {
				if a, twice := seen[k]; twice {
					t.Errorf("%s: %q asks for both action %d and action %d", name, k, a, b.Action)
				}
				seen[k] = b.Action
			}
		}
	}
}

func TestEveryActionHasAKey(t *testing.T) {
	bound := map[Action]bool{}
	for _, table := range tables() {
		for _, b := range table {
			bound[b.Action] = true
		}
	}
	for a := None + 1; a <= Quit; a++ {
		if !bound[a] {
			t.Errorf("action %d has no key", a)
		}
	}
}

// code is a key as Bubble Tea writes it, of one as a reader calls it.
func code(shown string) string {
	if len(shown) == 1 {
		return shown
	}
	return strings.NewReplacer("↓", "down", "↑", "up", "←", "left", "→", "right", "pgdn", "pgdown", "-", "+").Replace(strings.ToLower(shown))
}

// A line of help shows keys that it has, and for each of its actions one at least.
func TestShownKeysAreBound(t *testing.T) {
	for name, table := range tables() {
		for i := 0; i < len(table); {
			first := table[i]
			line := Table{first}
			for i++; i < len(table) && table[i].Shown == ""; i++ {
				line = append(line, table[i])
				if table[i].Help != "" || table[i].Hint != "" {
					t.Errorf("%s: %v has words and shows no key", name, table[i].Keys)
				}
			}
			if first.Action == TypeOn {
				continue
			}
			shown := strings.Fields(strings.Replace(first.Shown, "1-9", "1 2 3 4 5 6 7 8 9", 1))
			for _, b := range line {
				if !slices.ContainsFunc(shown, func(s string) bool { return slices.Contains(b.Keys, code(s)) }) {
					t.Errorf("%s: %q shows none of %v", name, first.Shown, b.Keys)
				}
			}
			for _, s := range shown {
				if s != "gg" && !slices.ContainsFunc(line, func(b Binding) bool { return slices.Contains(b.Keys, code(s)) }) {
					t.Errorf("%s: %q shows %q, which is not bound", name, first.Shown, s)
				}
			}
		}
	}
}

// Help lists every table but its own, and of each every line.
func TestHelpHasEveryTable(t *testing.T) {
	want := len(Screen) + len(InLookUp) + len(InFind) + len(InCard) + len(InLinks) + len(InWhy) + len(InShelf)
	for _, g := range Groups() {
		want -= len(g.Table)
		for _, b := range g.Table {
			if (b.Help == "") != (b.Shown == "" || b.Action == TypeOn) {
				t.Errorf("%s: %q is said to %q", g.Heading, b.Shown, b.Help)
			}
		}
	}
	if want != 0 {
		t.Errorf("help lacks %d bindings", want)
	}
}

func TestHints(t *testing.T) {
	for _, c := range []struct {
		hints []Hint
		want  []Hint
	}{
		{InCard.Hints(NextMatch, BackOut, Copy), []Hint{{"n N", "mentions"}, {"Esc", "close"}, {"y", "copy"}}},
		{InLookUp.Hints(Enter, LineDown), []Hint{{"Enter", "go there"}, {"↓ ↑", "move"}}},
		{Movement.Hints(PageDown), []Hint{{"space b", "scroll"}}},
		{InWhy.Hints(Zen), nil},
		{Footer()[2:4], []Hint{{"?", "help"}, {"q", "quit"}}},
	} {
		if !slices.Equal(c.hints, c.want) {
			t.Errorf("hints are %q, want %q", c.hints, c.want)
		}
	}
	if got := Screen.Key(Quit) + Screen.Key(Find) + InHelp.Key(Find); got != "q/" {
		t.Errorf("the keys are %q", got)
	}
	if n := len(Footer()); n != 6 {
		t.Errorf("the footer has %d keys", n)
	}
}

// pressed is a key with what it types.
type pressed struct{ text, place string }

func (p pressed) String() string    { return p.text }
func (p pressed) Keystroke() string { return p.place }

// A key is what it types; where that means nothing, it is its place, so that the
// keys work with another alphabet.
func TestKeysOfAnotherAlphabet(t *testing.T) {
	m := New(Screen)
	for key, want := range map[pressed]Action{
		{"j", "j"}: LineDown, {"о", "j"}: LineDown, {"k", "t"}: LineUp, {"ж", "ж"}: None, {"esc", "esc"}: BackOut,
	} {
		if got := m.Action(key); got != want {
			t.Errorf("%v asks for action %d, want %d", key, got, want)
		}
	}
	if name := m.Name(pressed{"&", "1"}); name != "1" {
		t.Errorf("the key is called %q", name)
	}
}

// A later table counts more than an earlier one.
func TestSurfacesGoFirst(t *testing.T) {
	if got := New(Screen, InCard).Action(pressed{"q", "q"}); got != BackOut {
		t.Errorf("q in a card asks for action %d", got)
	}
}
