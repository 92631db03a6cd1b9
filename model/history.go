package model

// History is the jumps of a reader, as a browser keeps them: going back and
// then jumping elsewhere forgets what lay ahead. The zero value is ready.
type History struct {
	places []int // Span starts, oldest first
	at     int   // index of the place that Back returns to, plus one
}

// historyMax bounds the memory of a session that jumps all day.
const historyMax = 1000

// Jump records that the reader leaves a place by a jump. A place that the
// latest jump left too is kept once.
func (h *History) Jump(from int) {
	h.places = h.places[:h.at]
	if h.at > 0 && h.places[h.at-1] == from {
		return
	}
	h.places = append(h.places, from)
	if len(h.places) > historyMax {
		h.places = h.places[1:]
	}
	h.at = len(h.places)
}

// Move puts every place where it is in a text that has been edited.
func (h *History) Move(to func(at int) int) {
	for i, at := range h.places {
		h.places[i] = to(at)
	}
}

// Back is the place before the latest jump; from, where the reader is now,
// becomes the place that Forward returns to. A jump that led nowhere, such as
// one to the start from the start, is passed over: a key that leaves the screen
// as it is looks dead.
func (h *History) Back(from int) (place int, ok bool) {
	for at := h.at - 1; at >= 0; at-- {
		if place = h.places[at]; place != from {
			h.places[at], h.at = from, at
			return place, true
		}
	}
	return 0, false
}

// Forward undoes the latest Back.
func (h *History) Forward(from int) (place int, ok bool) {
	for at := h.at; at < len(h.places); at++ {
		if place = h.places[at]; place != from {
			h.places[at], h.at = from, at+1
			return place, true
		}
	}
	return 0, false
}
