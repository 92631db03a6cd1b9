package ui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
	xterm "github.com/charmbracelet/x/term"
)

// errNoKeys says that there is nobody to press a key.
var errNoKeys = errors.New("no keys to read with: neither standard input nor anything else here is a terminal (gloss print writes the text)")

// keyboard is where the keys come from: in, or the controlling terminal where in
// is a file that is no terminal, such as the list that a shell's loop reads or
// the nothing that xargs gives. done is to be called when the last key was read.
func keyboard(in io.Reader) (keys io.Reader, done func(), err error) {
	file, ok := in.(xterm.File)
	if !ok || xterm.IsTerminal(file.Fd()) {
		return in, func() {}, nil
	}
	tty, out, err := tea.OpenTTY()
	if err != nil {
		return nil, nil, errNoKeys
	}
	return tty, func() { _, _ = tty.Close(), out.Close() }, nil
}
