package ui

import (
	"slices"
	"testing"
)

// Every editor is told the line in its own way, and what the reader set besides
// stays.
func TestEditorCommand(t *testing.T) {
	for _, c := range []struct {
		command, path string
		want          []string
	}{
		{"", "a.md", []string{"vi", "+7", "a.md"}},
		{"nvim", "a b.md", []string{"nvim", "+7", "a b.md"}},
		{"/usr/bin/emacsclient -t", "a.md", []string{"/usr/bin/emacsclient", "-t", "+7", "a.md"}},
		{"code -n", "a.md", []string{"code", "-n", "--wait", "--goto", "a.md:7"}},
		{"hx", "-a.md", []string{"hx", "./-a.md:7"}},
		{"ed", "a.md", []string{"ed", "a.md"}},
	} {
		if got := editor(c.command, c.path, 7); !slices.Equal(got, c.want) {
			t.Errorf("%q edits %q as %q, want %q", c.command, c.path, got, c.want)
		}
	}
	environ := []string{"EDITOR=nano", "VISUAL="}
	if got := editorOf(environ); got != "nano" {
		t.Errorf("the editor is %q", got)
	}
	if got := editorOf(append(environ, "VISUAL=emacs")); got != "emacs" {
		t.Errorf("the editor is %q", got)
	}
}
