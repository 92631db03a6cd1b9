package ui

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Getenv is a variable of an environment, "" where it is not set; the last one
// counts where it is set more than once.
func Getenv(environ []string, name string) string {
	value := ""
	for _, entry := range environ {
		if key, v, ok := strings.Cut(entry, "="); ok && key == name {
			value = v
		}
	}
	return value
}

// editorOf is the editor that an environment names.
func editorOf(environ []string) string {
	if visual := Getenv(environ, "VISUAL"); visual != "" {
		return visual
	}
	return Getenv(environ, "EDITOR")
}

// Hues is how many colours the terminal of an environment knows, whether or not
// NO_COLOR asks for none. Within tmux it is all of them: tmux gives its own
// terminal the nearest that it has. (colorprofile.Detect would ask tmux by
// running it, which can take any time.)
func Hues(environ []string) colorprofile.Profile {
	var rest []string
	for _, entry := range environ {
		if !strings.HasPrefix(entry, "NO_COLOR=") {
			rest = append(rest, entry)
		}
	}
	profile := colorprofile.Env(rest)
	if profile == colorprofile.ANSI256 && strings.HasPrefix(Getenv(environ, "TERM"), "tmux") {
		return colorprofile.TrueColor
	}
	return profile
}

// colors is how many colours the reader shows. NO_COLOR counts with any value
// but the empty one (no-color.org); Bubble Tea itself honours only values that
// mean true.
func colors(environ []string, wish Colours) colorprofile.Profile {
	if wish == ColoursNever || wish == ColoursAuto && Getenv(environ, "NO_COLOR") != "" {
		return min(Hues(environ), colorprofile.ASCII)
	}
	return Hues(environ)
}
