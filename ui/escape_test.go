package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A key close behind Esc arrives as that key with Alt: both count, unless the
// terminal tells the two apart or Alt with the key edits what is being typed.
func TestKeyCloseBehindEsc(t *testing.T) {
	t.Parallel()
	alt := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Mod: tea.ModAlt} }
	for _, c := range []struct {
		name        string
		open        string
		key         tea.KeyPressMsg
		exact       bool
		stays, quit bool // a surface is open after it, the program has ended
	}{
		{name: "q quits from help", open: "?", key: alt('q'), quit: true},
		{name: "? opens help again", open: "?", key: alt('?'), stays: true},
		{name: "a capital letter", open: "?", key: tea.KeyPressMsg{Code: 'g', Mod: tea.ModAlt | tea.ModShift}},
		{name: "j moves", open: "t", key: alt('j')},
		{name: "j ends typing", open: ":", key: alt('j')},
		{name: "a sequence in two pieces", open: "?", key: alt('['), stays: true},
		{name: "b edits", open: ":", key: alt('b'), stays: true},
		{name: "a terminal that tells them apart", open: "?", key: alt('q'), exact: true, stays: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := article(t, 80, 24)
			if c.exact {
				s.send(tea.KeyboardEnhancementsMsg{Flags: 1})
			}
			s.press(c.open)
			if s.app.over == nil {
				t.Fatalf("%s opened nothing", c.open)
			}
			s.send(c.key)
			if open := s.app.over != nil; open != c.stays && !c.quit || s.quit != c.quit {
				t.Errorf("open %v, quit %v; want %v, %v", open, s.quit, c.stays, c.quit)
			}
		})
	}
}
