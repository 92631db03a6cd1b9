package keymap

import "testing"

func TestNoKeyHasTwoActions(t *testing.T) {
	seen := map[string]Action{}
	for _, b := range Table() {
		for _, k := range b.Keys {
			if a, twice := seen[k]; twice {
				t.Errorf("%q asks for both action %d and action %d", k, a, b.Action)
			}
			seen[k] = b.Action
		}
	}
}

func TestEveryActionHasAKey(t *testing.T) {
	bound := map[Action]bool{}
	for _, b := range Table() {
		bound[b.Action] = true
		if b.Help == "" || b.Shown == "" || b.Group == "" {
			t.Errorf("binding of %v lacks its help", b.Keys)
		}
	}
	for a := None + 1; a <= Quit; a++ {
		if !bound[a] {
			t.Errorf("action %d has no key", a)
		}
	}
}

// pressed is a key with what it types.
type pressed struct{ text, place string }

func (p pressed) String() string    { return p.text }
func (p pressed) Keystroke() string { return p.place }

// A key is what it types; where that means nothing, it is its place, so that the
// keys work with another alphabet.
func TestKeysOfAnotherAlphabet(t *testing.T) {
	m := New()
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
