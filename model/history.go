package model

// History is the jumps of a reader, as a browser keeps them: going back and
// then jumping elsewhere forgets what lay ahead. The zero value is ready.
type History struct {
	places []int // Span starts, oldest first
	at     int   // index of the place that Back returns to, plus one
}

// historyMax bounds the memory of a session that jumps all day.
const historyMax = 1000

// Jump records that the reader leaves a place by a jump.
func (h *History) Jump(from int) {
	h.places = append(h.places[:h.at], from)
	if len(h.places) > historyMax {
		h.places = h.places[1:]
	}
	h.at = len(h.places)
}

// Back is the place before the latest jump; from, where the reader is now,
// becomes the place that Forward returns to.
func (h *History) Back(from int) (place int, ok bool) {
	if h.at == 0 {
		return 0, false
	}
	h.at--
	place, h.places[h.at] = h.places[h.at], from
	return place, true
}

// Forward undoes the latest Back.
func (h *History) Forward(from int) (place int, ok bool) {
	if h.at == len(h.places) {
		return 0, false
	}
	place, h.places[h.at] = h.places[h.at], from
	h.at++
	return place, true
}
