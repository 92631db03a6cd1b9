package pane

import "gloss/model"

// Selected is the selected item; ok is false where there is none.
func (p *Panel) Selected() (index int, ok bool) { return max(0, p.selected), p.selected >= 0 }

// Select selects an item and brings it into view. From then on the panel no
// longer follows the text, until Deselect. An index that no item has selects
// nothing.
func (p *Panel) Select(index int) {
	if index < 0 || index >= p.Len() {
		return
	}
	p.choose(index)
	p.held, p.follow = false, true
}

// Deselect lets the panel follow the text again.
func (p *Panel) Deselect() {
	p.choose(-1)
	p.held, p.follow = false, true
}

func (p *Panel) choose(index int) {
	if index == p.selected {
		return
	}
	// Both may look different now.
	delete(p.drawn, p.selected)
	delete(p.drawn, index)
	p.selected, p.dirty = index, true
}

// Move selects the item n after the selected one, once all of that one has been
// seen: an item that is cut is scrolled through first. Without a selection it
// starts where the reader is: in the contents from the section being read,
// among notes forward at the first that the text shows or that follows it, and
// backward at the one before.
func (p *Panel) Move(n int) {
	if p.Len() == 0 || n == 0 || p.through(n) {
		return
	}
	from := p.selected
	switch {
	case from >= 0:
	case p.contents():
		from = p.current
	default:
		from = p.here()
		if n > 0 {
			from--
		}
	}
	p.Select(min(max(0, from+n), p.Len()-1))
}

// through scrolls on within the selected item if that is higher than the panel
// and goes on in the direction of n. A row stays in view, for the eye.
func (p *Panel) through(n int) bool {
	if p.selected < 0 {
		return false
	}
	p.settle()
	i := p.top.item
	if i != p.selected {
		return false
	}
	page, rest := max(1, p.height-1), len(p.item(i).rows)-p.top.row-p.height
	switch {
	case n > 0 && rest > 0:
		p.top.row += min(page, rest)
	case n < 0 && p.top.row > 0:
		p.top.row -= min(page, p.top.row)
	default:
		return false
	}
	p.dirty = true
	return true
}

// Nearest is where a walk through the notes begins: at the first that the text
// shows, or else the first that follows; backward, for by less than 0, at the
// last that it shows, or else the last before it. It is -1 where there is none.
func (p *Panel) Nearest(by int) int {
	if by > 0 {
		return min(p.here(), p.Len()-1)
	}
	for i := p.Len() - 1; i >= 0; i-- {
		if p.items.touches(i, p.visible) {
			return i
		}
	}
	return max(p.here()-1, min(0, p.Len()-1))
}

// here is the first note that the text shows, or else the first that follows.
func (p *Panel) here() int {
	for i := range p.Len() {
		if p.items.touches(i, p.visible) {
			return i
		}
	}
	for i := range p.Len() {
		if p.items.span(i).Start >= p.visible.Start {
			return i
		}
	}
	return p.Len()
}

// Home selects the first item.
func (p *Panel) Home() { p.Select(0) }

// End selects the last item.
func (p *Panel) End() { p.Select(p.Len() - 1) }

// Scroll moves the panel by rows, downward for more than 0. It stays there
// until the text moves.
func (p *Panel) Scroll(rows int) {
	p.settle()
	before := p.top
	p.by(rows)
	p.clamp()
	p.held = true
	p.dirty = p.dirty || p.top != before
}

// by moves the top place by rows.
func (p *Panel) by(rows int) {
	p.top.row += rows
	for p.top.row < 0 && p.top.item > 0 {
		p.top.item--
		p.top.row += p.item(p.top.item).height()
	}
	for p.top.item < p.Len() {
		h := p.item(p.top.item).height()
		if p.top.row < h {
			break
		}
		p.top = place{p.top.item + 1, p.top.row - h}
	}
}

// clamp keeps the top place where a full panel of rows follows it. A panel of
// notes at a glance, neither walked nor scrolled, begins with the beginning of a
// note, and may leave rows empty for it.
func (p *Panel) clamp() {
	if p.top.item < 0 || p.top.row < 0 || p.Len() == 0 {
		p.top = place{}
		return
	}
	last := p.above(p.Len() - 1)
	if last.row > 0 && last.item+1 < p.Len() && p.selected < 0 && !p.held {
		last = place{item: last.item + 1}
	}
	if last.before(p.top) || p.top.item >= p.Len() {
		p.top = last
	}
}

func (a place) before(b place) bool {
	return a.item < b.item || a.item == b.item && a.row < b.row
}

// above is the top place of a panel in whose last rows item i stands, or its
// first row where it is too high for the panel.
func (p *Panel) above(i int) place {
	rows := len(p.item(i).rows)
	at := i
	for rows < p.height && at > 0 {
		at--
		rows += p.item(at).height()
	}
	if rows <= p.height {
		return place{item: at}
	}
	if at == i {
		return place{item: i}
	}
	return place{at, rows - p.height}
}

// settle brings into view what has to be: the selected item, or what the text
// shows.
func (p *Panel) settle() {
	if p.Len() == 0 {
		p.top = place{}
		return
	}
	if p.top.item < p.Len() {
		p.top.row = min(p.top.row, p.item(p.top.item).height()-1)
	}
	p.clamp()
	if !p.follow || p.held {
		return
	}
	p.follow = false
	switch {
	case p.selected >= 0:
		p.reveal(p.selected)
	case p.contents():
		p.revealCurrent()
	default:
		if first, last, ok := p.shown(); ok {
			p.reveal(last)
			p.reveal(first) // the first wins where there is no room for both
		}
		if p.top.row > 0 && p.top.item+1 < p.Len() { // see clamp
			p.top = place{item: p.top.item + 1}
		}
	}
	p.clamp()
}

// shown is the first and the last of the items that the text shows; the last
// is no further than the rows of the panel can hold.
func (p *Panel) shown() (first, last int, ok bool) {
	first = -1
	for i := range p.Len() {
		if first >= 0 && i >= first+p.height {
			break
		}
		if p.items.touches(i, p.visible) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}

// revealCurrent keeps some of what comes next in the contents in view.
func (p *Panel) revealCurrent() {
	if p.current < 0 || p.current >= p.Len() {
		return
	}
	around := min(2, (p.height-1)/2)
	p.reveal(min(p.current+around, p.Len()-1))
	p.reveal(max(p.current-around, 0))
}

// reveal scrolls as little as brings item i into view whole.
func (p *Panel) reveal(i int) {
	if start := (place{item: i}); !p.top.before(start) {
		p.top = start
		return
	}
	if least := p.above(i); p.top.before(least) {
		p.top = least
	}
}

func (p *Panel) contents() bool { return p.kind == model.KindSection }
