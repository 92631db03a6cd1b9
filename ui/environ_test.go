package ui

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestColours(t *testing.T) {
	for _, c := range []struct {
		environ []string
		want    colorprofile.Profile
	}{
		{[]string{"TERM=xterm"}, colorprofile.ANSI},
		{[]string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{[]string{"TERM=xterm-256color", "COLORTERM=truecolor"}, colorprofile.TrueColor},
		{[]string{"TERM=tmux-256color"}, colorprofile.TrueColor},
		{[]string{"TERM=screen-256color", "COLORTERM=truecolor"}, colorprofile.ANSI256},
		{[]string{"TERM=dumb"}, colorprofile.NoTTY},
		{[]string{"TERM=xterm-256color", "NO_COLOR=0"}, colorprofile.ASCII},
		{[]string{"TERM=xterm-256color", "NO_COLOR="}, colorprofile.ANSI256},
		{[]string{"TERM=xterm", "NO_COLOR=1", "TERM=tmux-256color", "NO_COLOR="}, colorprofile.TrueColor},
	} {
		if got := colors(c.environ); got != c.want {
			t.Errorf("%q has %v, want %v", c.environ, got, c.want)
		}
	}
}
