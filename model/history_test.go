package model

import (
	"fmt"
	"strings"
	"testing"
)

// walk carries out steps such as "jump 10", which leaves the place where the
// reader is for 10, "back" and "forward", and tells where each led; "-" stands
// for one that led nowhere.
func walk(h *History, steps string) string {
	var led []string
	at := 0
	for step := range strings.SplitSeq(steps, ", ") {
		ok := true
		place := at
		switch step {
		case "back":
			place, ok = h.Back(at)
		case "forward":
			place, ok = h.Forward(at)
		default:
			h.Jump(at)
			if _, err := fmt.Sscanf(step, "jump %d", &place); err != nil {
				panic(err)
			}
		}
		if !ok {
			led = append(led, "-")
			continue
		}
		at = place
		led = append(led, fmt.Sprint(at))
	}
	return strings.Join(led, " ")
}

func TestHistory(t *testing.T) {
	for _, c := range []struct{ why, steps, want string }{
		{"nothing to go to", "back, forward", "- -"},
		{"back where one came from", "jump 10, back", "10 0"},
		{"and forth again", "jump 10, back, forward", "10 0 10"},
		{"step by step", "jump 10, jump 20, jump 30, back, back, back, back", "10 20 30 20 10 0 -"},
		{"and all the way forth", "jump 10, jump 20, back, back, forward, forward, forward", "10 20 10 0 10 20 -"},
		{"elsewhere from the middle forgets what lay ahead", "jump 10, jump 20, back, jump 99, forward, back, back", "10 20 10 99 - 10 0"},
		{"a jump to where one is", "jump 10, jump 10, back, back", "10 10 0 -"},
		{"and one at the start", "jump 0, back", "0 -"},
		{"does not stand before what lies ahead", "jump 10, jump 10, back, forward, forward", "10 10 0 10 -"},
		{"a place left twice is kept once", "jump 10, jump 20, back, jump 30, back, back", "10 20 10 30 10 0"},
		{"but elsewhere still forgets what lay ahead", "jump 10, jump 20, back, jump 10, forward", "10 20 10 10 -"},
	} {
		if got := walk(new(History), c.steps); got != c.want {
			t.Errorf("%s: %s: leads to %s, want %s", c.why, c.steps, got, c.want)
		}
	}
}

// A jump that led nowhere is not lost: it leads back once the reader is
// elsewhere, and nothing lies ahead of it.
func TestBackThatLedNowhereChangesNothing(t *testing.T) {
	var h History
	h.Jump(0)
	if place, ok := h.Back(0); ok {
		t.Fatalf("back leads from 0 to %d", place)
	}
	if place, ok := h.Forward(300); ok {
		t.Errorf("forward leads to %d", place)
	}
	if place, ok := h.Back(300); !ok || place != 0 {
		t.Errorf("back leads to %d, %v", place, ok)
	}
}

// Who scrolls on after a jump and then goes back comes forward again to where
// he was, not to where the jump had led.
func TestForwardLeadsToWhereBackWasAsked(t *testing.T) {
	var h History
	h.Jump(0)
	if place, ok := h.Back(500); !ok || place != 0 {
		t.Fatalf("back leads to %d, %v", place, ok)
	}
	if place, ok := h.Forward(7); !ok || place != 500 {
		t.Errorf("forward leads to %d, %v", place, ok)
	}
	if place, ok := h.Back(500); !ok || place != 7 {
		t.Errorf("back again leads to %d, %v", place, ok)
	}
}

func TestHistoryForgetsTheOldest(t *testing.T) {
	var h History
	for i := range historyMax + 10 {
		h.Jump(i)
	}
	steps, place := 0, -1
	for {
		to, ok := h.Back(historyMax + 10 - steps)
		if !ok {
			break
		}
		place = to
		steps++
	}
	if steps != historyMax || place != 10 {
		t.Errorf("%d steps back lead to %d", steps, place)
	}
}
