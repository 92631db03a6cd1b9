package ui

import (
	"runtime"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestAnIdleProgramRestsUntilSomethingHappens(t *testing.T) {
	before := runtime.GOMAXPROCS(2)
	defer runtime.GOMAXPROCS(before)
	r := newRest(func(tea.Msg) {})
	for _, step := range []struct {
		name string
		busy bool
		msg  tea.Msg
		want int
	}{
		{"a key", false, tea.KeyPressMsg{}, 2 + spare},
		{"a second without one, while it works", true, rested{}, 2 + spare},
		{"a second without one", false, rested{}, 1},
		{"another key", false, tea.KeyPressMsg{}, 2 + spare},
		{"a second without one again", false, rested{}, 1},
	} {
		if r.see(step.busy, step.msg); runtime.GOMAXPROCS(0) != step.want {
			t.Errorf("after %s: %d processors, want %d", step.name, runtime.GOMAXPROCS(0), step.want)
		}
	}
	if r.end(); runtime.GOMAXPROCS(0) != 2 {
		t.Errorf("the end leaves the process with %d processors", runtime.GOMAXPROCS(0))
	}
}
