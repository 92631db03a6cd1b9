// Package overlay is what opens over the text: the look-up box, the find
// prompt, help, the links, the card of a name, the reason of a note. A surface
// is told the size of the screen and says where it stands; it draws lines that
// are exactly as wide as it is and turns keys and clicks into events. What an
// event leads to is not its business: it moves no text, searches nothing and
// copies nothing. The text that it is given has been cleaned (content/clean);
// here it is measured, wrapped and shortened, never trusted to be short.
package overlay

import (
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// Event is what a key or a click asks of the one who opened the surface.
type Event uint8

// The events.
const (
	None     Event = iota // the surface did what there was to do
	Unused                // the key means nothing to the surface
	Changed               // what was typed is another text now
	Moved                 // another item is selected
	Accepted              // go to, or follow, what is selected
	Copied                // copy what is selected
	Browsed               // hand what is selected to a browser
	Closed                // put everything back as it was
	Next                  // show the next mention
	Previous              // show the mention before
)

// The sizes at which surfaces change their shape, in cells and rows. Below
// sheetWidth there is no text left to see beside a box, so it takes the whole
// screen; on a bare one a border would cost more than it tells.
const (
	sheetWidth            = 76
	bareWidth, bareHeight = 30, 10
	listMin               = 10 // rows of a list from which its items get air
)

// box is what all surfaces are: a rectangle of the screen with its lines,
// drawn again only after a change. Its owner sets draw once; draw sets the
// rectangle and the lines.
type box struct {
	theme         *theme.Theme
	table         keymap.Table // its own bindings, for the hints
	keys          keymap.Map   // of all keys that it takes
	width, height int          // of the screen
	x, y, w, h    int          // of the box, in cells from the screen's top left
	lines         []string
	stale         bool
	draw          func()
}

// newBox is a box with the bindings of its own, over those of all that it has in
// common with others.
func newBox(own keymap.Table, common ...keymap.Table) box {
	return box{theme: theme.Plain(), table: own, keys: keymap.New(append(common, own)...), stale: true}
}

// SetTheme shows the surface in another theme.
func (b *box) SetTheme(t *theme.Theme) { b.theme, b.stale = t, true }

// SetSize says how many cells and rows the screen has.
func (b *box) SetSize(width, height int) {
	b.width, b.height, b.stale = max(0, width), max(0, height), true
}

// Lines is the surface as drawn, each line exactly as wide as its rectangle.
// The caller must not change them.
func (b *box) Lines() []string {
	b.settle()
	return b.lines
}

// Rect is where the surface stands on the screen.
func (b *box) Rect() (x, y, width, height int) {
	b.settle()
	return b.x, b.y, b.w, b.h
}

func (b *box) settle() {
	if b.stale {
		b.stale = false
		b.draw()
	}
}

// sheet reports whether the screen is too narrow for a box beside some text.
func (b *box) sheet() bool { return b.width < sheetWidth }

// bare reports whether the screen is too small for a border.
func bare(width, height int) bool { return width < bareWidth || height < bareHeight }

// centre gives the box its rectangle: w×h cells in the middle of the screen,
// a little above it as one hangs a picture; the whole of a narrow screen.
func (b *box) centre(w, h int) {
	if b.sheet() {
		b.x, b.y, b.w, b.h = 0, 0, b.width, b.height
		return
	}
	b.w, b.h = max(0, min(w, b.width)), max(0, min(h, b.height))
	b.x, b.y = (b.width-b.w)/2, (b.height-b.h)*2/5
}
