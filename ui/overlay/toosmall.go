package overlay

import (
	"gloss/ui/keymap"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// TooSmall is the screen of width×height cells that says that it is too small
// for reading, in as many words as it holds.
func TooSmall(width, height int) []string {
	width, height = max(0, width), max(0, height)
	rows := prose("This window is too small: gloss needs 20 columns and 6 rows. "+keymap.Screen.Key(keymap.Quit)+" quits.", width, height, theme.Style{})
	out := make([]string, height)
	for i := range out {
		line := ""
		if j := i - (height-len(rows))/2; j >= 0 && j < len(rows) {
			line = measure.Spaces((width-measure.Width(rows[j]))/2) + rows[j]
		}
		out[i] = row(line, width)
	}
	return out
}
