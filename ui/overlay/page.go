package overlay

import "gloss/ui/keymap"

// page is a surface that is text to scroll through.
type page struct {
	box
	list    list
	listTop int // row of the box where the text begins
}

func newPage(own keymap.Table) page {
	return page{box: newBox(own, keymap.Movement), list: list{selected: -1}}
}

// turn carries out an action that scrolls, or one that closes.
func (p *page) turn(action keymap.Action) Event {
	p.settle()
	if action == keymap.BackOut {
		return Closed
	}
	if _, used := p.list.step(action); !used {
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
	height := len(lines) + 2 + f.rows()
	if height > p.height-2 {
		height = p.height // every row tells something
	}
	p.centre(width, height)
	p.show(*f, lines)
}

// show draws lines in the frame; the rectangle is set.
func (p *page) show(f frame, lines []string) {
	_, y, w, h := f.inner(p.w, p.h)
	p.listTop = y
	p.list.set([][]string{lines}, 0, h)
	rows := p.list.rows(p.theme, w)
	if f.end = p.list.more(); f.end != "" {
		f.keys = append(f.keys, keymap.Movement.Hints(keymap.PageDown)...)
	}
	p.lines = f.draw(rows, p.w, p.h)
}
