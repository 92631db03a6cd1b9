package ui

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// editMsg is sent when the line is known at which the editor opens.
type editMsg struct {
	path string
	line int
	err  error
}

// editedMsg is sent when the editor has ended.
type editedMsg struct{ err error }

// edit opens the file that is being read in the reader's editor, at this place.
func (a *App) edit() tea.Cmd {
	if a.opened.Edit == nil {
		a.status = "no file here that an editor opens as text"
		return nil
	}
	find, doc, at := a.opened.Edit, a.document(), a.window.Place()
	return func() tea.Msg {
		path, line, err := find(doc, at)
		return editMsg{path, line, err}
	}
}

// openEditor gives the terminal to the editor until it ends.
func (a *App) openEditor(msg editMsg) tea.Cmd {
	if msg.err != nil {
		a.status = msg.err.Error()
		return nil
	}
	command := editor(editorOf(a.terminal.Environ), msg.path, msg.line)
	program, err := exec.LookPath(command[0])
	if err != nil {
		a.status = fmt.Sprintf("no editor %s here: set VISUAL or EDITOR to one", command[0])
		return nil
	}
	cmd := exec.Command(program, command[1:]...)
	// The terminal itself: what Bubble Tea reads and writes is wrapped, and an
	// editor at the end of a pipe does not work.
	cmd.Stdin, cmd.Stdout, cmd.Stderr = a.terminal.In, a.terminal.Out, a.terminal.Out
	ended := func(err error) tea.Msg { return editedMsg{err} }
	return tea.Sequence(tea.Raw(giveTitleBack), tea.ExecProcess(cmd, ended))
}

// edited takes the terminal back, and reads what has become of the file.
func (a *App) edited(msg editedMsg) tea.Cmd {
	again := tea.Batch(a.resumed(), a.reload(false))
	if msg.err != nil {
		a.status = "the editor ended with an error: " + msg.err.Error()
	}
	return again
}

// editor is the command line that edits a file from a line on. What stands in
// VISUAL or EDITOR may have arguments of its own.
func editor(command, path string, line int) []string {
	words := strings.Fields(command)
	if len(words) == 0 {
		words = []string{"vi"} // as everywhere
	}
	if strings.HasPrefix(path, "-") {
		path = "." + string(filepath.Separator) + path // no option
	}
	name := strings.TrimSuffix(filepath.Base(words[0]), ".exe")
	switch name {
	case "code", "codium", "cursor", "windsurf":
		return append(words, "--wait", "--goto", fmt.Sprintf("%s:%d", path, line))
	case "hx", "helix", "subl", "zed":
		return append(words, fmt.Sprintf("%s:%d", path, line))
	case "vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "jed", "mg", "kak", "ne", "mcedit", "less":
		return append(words, fmt.Sprintf("+%d", line), path)
	}
	return append(words, path) // not every editor knows lines
}
