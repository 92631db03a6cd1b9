package reader

import "gloss/ui/render"

// rows is a rendered block; a missing one is noted and asked for.
func (w *Window) rows(block int) ([]render.Row, bool) { return w.rowsFor(want{block, 1}) }

// rowsFor is the rows of a block on the way up or down the text.
func (w *Window) rowsFor(next want) ([]render.Row, bool) {
	if w.blank.has(next.block) {
		return nil, true
	}
	rows, ok := w.cache.Get(next.block)
	if !ok {
		w.missing = append(w.missing, next)
	}
	return rows, ok
}

// walk goes n rows from p, up for n < 0, and says how far it came: less than n
// at either end of the text. It only looks at the blocks on its way.
func (w *Window) walk(p pos, n int) (to pos, moved int, ok bool) {
	for moved = 0; moved < n; {
		rows, have := w.rows(p.block)
		if !have {
			return p, moved, false
		}
		if step := min(n-moved, len(rows)-1-p.row); step > 0 {
			p.row += step
			moved += step
			continue
		}
		next, found, have := w.neighbour(p.block, 1)
		if !have {
			return p, moved, false
		}
		if !found {
			break
		}
		p = pos{block: next}
		moved++
	}
	for moved = max(moved, 0); n < 0 && moved < -n; {
		if step := min(-n-moved, p.row); step > 0 {
			p.row -= step
			moved += step
			continue
		}
		previous, found, have := w.neighbour(p.block, -1)
		if !have {
			return p, moved, false
		}
		if !found {
			break
		}
		rows, _ := w.rows(previous)
		p = pos{previous, len(rows) - 1}
		moved++
	}
	return p, moved, true
}

// neighbour is the nearest block in that direction that has rows.
func (w *Window) neighbour(block, by int) (next int, found, ok bool) {
	next = w.blank.past(block+by, by)
	if next < 0 || next >= len(w.blocks()) {
		return 0, false, true
	}
	_, ok = w.rowsFor(want{next, by})
	return next, ok, ok
}

// locate is the row that shows the offset, or the first one after it.
func (w *Window) locate(at int) (pos, bool) {
	block := w.text.Document().BlockAt(at)
	rows, ok := w.rows(block)
	if !ok {
		return pos{}, false
	}
	for i, r := range rows {
		if span := r.Span(); !span.Empty() && span.End > at {
			return pos{block, i}, true
		}
	}
	next, found, ok := w.neighbour(block, 1)
	if !ok {
		return pos{}, false
	}
	if found {
		return pos{block: next}, true
	}
	return w.last()
}

// under is the row that has so many rows above the one that shows the offset.
func (w *Window) under(at, lead int) (pos, bool) {
	p, ok := w.locate(at)
	if !ok {
		return pos{}, false
	}
	top, _, ok := w.walk(p, -lead)
	return top, ok
}

// last is the last row of the text.
func (w *Window) last() (pos, bool) {
	block, found, ok := w.neighbour(len(w.blocks()), -1)
	if !ok || !found {
		return pos{}, ok
	}
	rows, _ := w.rows(block)
	return pos{block, len(rows) - 1}, true
}

// clamp keeps the screen full: the top is never so low that rows stay empty
// below the end of the text, as long as there is text above to fill them.
func (w *Window) clamp(top pos) (pos, bool) {
	if rows, ok := w.rows(top.block); !ok {
		return top, false
	} else if len(rows) == 0 { // an invisible block, such as a link's definition
		next, found, ok := w.neighbour(top.block, 1)
		if !ok {
			return top, false
		}
		if found {
			top = pos{block: next}
		}
	} else {
		top.row = min(top.row, len(rows)-1)
	}
	end, moved, ok := w.walk(top, w.height-1)
	if !ok || moved == w.height-1 {
		return top, ok
	}
	first, _, ok := w.walk(end, -(w.height - 1))
	return first, ok
}

// offset is the first offset shown at p or below it, and how many rows down that
// is; the start of the text is its first row's, whatever mark-up stands before
// the first letter.
func (w *Window) offset(p pos) (at, lead int) {
	if p == (pos{}) {
		return 0, 0
	}
	for b := w.blank.past(p.block, 1); b < len(w.blocks()); b = w.blank.past(b+1, 1) {
		rows, ok := w.cache.Get(b)
		if !ok {
			return w.blocks()[b].Start, lead
		}
		for i := range rows {
			if b == p.block && i < p.row {
				continue
			}
			if span := rows[i].Span(); !span.Empty() {
				return span.Start, lead
			}
			lead++
		}
	}
	return len(w.text.Document().Text), lead
}

// collect gathers the rows on the screen from the top on, and counts those
// beyond it. It changes nothing and returns false where a block is missing.
func (w *Window) collect() bool {
	var visible []line
	for p := w.top; len(visible) < w.height; {
		rows, ok := w.rows(p.block)
		if !ok {
			return false
		}
		for ; p.row < len(rows) && len(visible) < w.height; p.row++ {
			visible = append(visible, line{rows[p.row], p})
		}
		if len(visible) == w.height {
			break
		}
		next, found, ok := w.neighbour(p.block, 1)
		if !ok {
			return false
		}
		if !found {
			break
		}
		p = pos{block: next}
	}
	w.visible = visible
	w.count()
	return true
}

// count measures how much text lies beyond the screen, at most a screenful
// either way. Where it is not rendered yet there is more than enough.
func (w *Window) count() {
	w.above, w.below = w.height, w.height
	if len(w.visible) == 0 {
		w.above, w.below = 0, 0
		return
	}
	missing := len(w.missing)
	if _, n, ok := w.walk(w.top, -w.height); ok {
		w.above = n
	}
	if _, n, ok := w.walk(w.visible[len(w.visible)-1].at, w.height); ok {
		w.below = n
	}
	w.missing = w.missing[:missing]
}
