package keymap

import "testing"

func TestNoKeyHasTwoActions(t *testing.T) {
	seen := map[string]Action{}
	for _, b := range Table() {
		for _, k := range b.Keys() {
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
			t.Errorf("binding of %v lacks its help", b.Keys())
		}
	}
	for a := None + 1; a <= Quit; a++ {
		if !bound[a] {
			t.Errorf("action %d has no key", a)
		}
	}
}
