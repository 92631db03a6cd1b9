package ui

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestColours(t *testing.T) {
	for _, c := range []struct {
		environ []string
		wish    Colours
		want    colorprofile.Profile
	}{
		{[]string{"TERM=xterm"}, ColoursAuto, colorprofile.ANSI},
		{[]string{"TERM=xterm-256color"}, ColoursAuto, colorprofile.ANSI256},
		{[]string{"TERM=xterm-256color", "COLORTERM=truecolor"}, ColoursAuto, colorprofile.TrueColor},
		{[]string{"TERM=tmux-256color"}, ColoursAuto, colorprofile.TrueColor},
		{[]string{"TERM=screen-256color", "COLORTERM=truecolor"}, ColoursAuto, colorprofile.ANSI256},
		{[]string{"TERM=dumb"}, ColoursAuto, colorprofile.NoTTY},
		{[]string{"TERM=xterm-256color", "NO_COLOR=0"}, ColoursAuto, colorprofile.ASCII},
		{[]string{"TERM=xterm-256color", "NO_COLOR="}, ColoursAuto, colorprofile.ANSI256},
		{[]string{"TERM=xterm", "NO_COLOR=1", "TERM=tmux-256color", "NO_COLOR="}, ColoursAuto, colorprofile.TrueColor},
		{[]string{"TERM=xterm-256color", "NO_COLOR=1"}, ColoursAlways, colorprofile.ANSI256},
		{[]string{"TERM=xterm-256color"}, ColoursNever, colorprofile.ASCII},
	} {
		if got := colors(c.environ, c.wish); got != c.want {
			t.Errorf("%q (%d) has %v, want %v", c.environ, c.wish, got, c.want)
		}
	}
}
