package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/keymap"
)

// page is a surface that is text to scroll through.
type page struct {
	box
	list    list
	listTop int // row of the box where the text begins
}

func newPage() page { return page{box: newBox(), list: list{selected: -1}} }

// turn takes a key that scrolls, or one that closes.
func (p *page) turn(msg tea.KeyPressMsg, closes ...keymap.Action) Event {
	p.settle()
	action := p.keys.Action(msg)
	if slices.Contains(closes, action) {
		return Closed
	}
	_, used := p.list.step(action)
	if !used {
		return Unused
	}
	p.stale = true
	return None
}

// Wheel scrolls.
func (p *page) Wheel(rows int) {
	p.settle()
	p.list.scroll(rows)
	p.stale = true
}

// stand gives the page its rectangle in the middle of the screen, as high as
// its lines need, and draws it.
func (p *page) stand(f *frame, width int, lines []string) {
	f.air = !p.sheet() && len(lines)+6 <= p.height
	p.centre(width, min(len(lines)+2+f.rows(), p.height-2))
	p.show(*f, lines)
}

// show draws lines in the frame; the rectangle is set.
func (p *page) show(f frame, lines []string) {
	_, y, w, h := f.inner(p.w, p.h)
	p.listTop = y
	p.list.set([][]string{lines}, 0, h)
	rows := p.list.rows(p.theme, w)
	if f.end = p.list.more(); f.end != "" {
		f.keys = append(f.keys, Hint{"space b", "scroll"})
	}
	p.lines = f.draw(rows, p.w, p.h)
}
