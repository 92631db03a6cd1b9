package ui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
)

// editing are the letters that edit a line together with Alt.
const editing = "bdf"

// introducers begin the sequences of terminals behind their Esc: one that
// arrives alone may be the beginning of a sequence whose rest is on its way.
const introducers = "[]OPX^_"

// behindEsc is the key that was pressed so soon after Esc that they arrived as
// that key with Alt, which terminals write alike. Where a terminal tells the two
// apart, and where Alt with the letter means something, it is what it is.
func (a *App) behindEsc(msg tea.KeyPressMsg) (key tea.KeyPressMsg, ok bool) {
	if a.exactKeys || msg.Mod&^tea.ModShift != tea.ModAlt || !unicode.IsPrint(msg.Code) || a.keys.Action(msg) != keymap.None {
		return key, false
	}
	if a.over != nil {
		if _, edits := a.over.surface.(typed); edits && msg.Mod == tea.ModAlt && strings.ContainsRune(editing, msg.Code) {
			return key, false
		}
	}
	letter := msg.Code
	if msg.Mod&tea.ModShift != 0 {
		letter = unicode.ToUpper(letter)
	}
	if strings.ContainsRune(introducers, letter) {
		return key, false
	}
	return tea.KeyPressMsg{Code: msg.Code, ShiftedCode: msg.ShiftedCode, Text: string(letter), Mod: msg.Mod &^ tea.ModAlt}, true
}
