package ui

import "gloss/ui/theme"

// Options are what the command line and the environment decide.
type Options struct {
	Theme *theme.Theme // nil: the terminal's background chooses
	// Ask writes a question to the terminal at once; nil where nobody answers.
	Ask func(query string)
	// Clipboard puts text on the system's clipboard; nil where there is none.
	Clipboard func(string) error
}
