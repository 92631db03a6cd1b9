package ui

import "gloss/ui/theme"

// Colours says whether there are colours.
type Colours uint8

// Whether there are colours.
const (
	ColoursAuto   Colours = iota // as the terminal and its user's environment say
	ColoursAlways                // whatever the environment says
	ColoursNever
)

// Options are what the command line and the environment decide.
type Options struct {
	Theme   *theme.Theme // nil: the terminal's background chooses
	Colours Colours
	Width   int // longest line of prose, in cells; 0: what reads well
	// Ask writes a question to the terminal at once; nil where nobody answers.
	Ask func(query string)
	// Open opens another document, one that a link leads to. Its errors are one
	// line.
	Open func(source string) (*Opened, error)
	// Glance is the title and the first line of a document that may be opened.
	Glance func(source string) (title, first string)
	// Link is where a link of the document opened from source leads: to another
	// source, or the same, and the name of a place in it.
	Link func(source, target string) (to, anchor string, err error)
	// Browse hands an address to the system's browser.
	Browse func(address string) error
	// Clipboard puts text on the system's clipboard; nil where there is none.
	Clipboard func(string) error
}
