package ui

import (
	"sort"

	"gloss/model"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// matches is what a find has found. All matches are counted and can be walked,
// but a letter may have millions of them, which would take several times the
// memory of the text. So they are filed in stretches of some thousand, and a
// stretch that is far from the reader may be forgotten: a search from its start
// finds it again.
//
// A search begins at the reader's place and wraps, so the matches come in two
// parts, each in order; together they are in the order of the text.
type matches struct {
	origin int // where the search began
	before part
	after  part
	kept   int // spans that are not forgotten
}

// part is the stretches on one side of the origin.
type part struct {
	stretches []*stretch
	count     int // matches
}

// stretch is a run of matches with none between them.
type stretch struct {
	start int          // of its first match
	first int          // the number of its first match in its part, from 0
	count int          // matches
	spans []model.Span // the matches, nil where they are forgotten
	asked bool         // they are being found again
}

// keepMax is how many spans are kept, 16 bytes each: far more than any screen
// shows, and as many as most searches find.
const keepMax = 100_000

func (m *matches) count() int { return m.before.count + m.after.count }

// add files what was found next. The spans are not copied.
func (m *matches) add(spans []model.Span) {
	wraps := sort.Search(len(spans), func(i int) bool { return spans[i].Start < m.origin })
	m.after.add(spans[:wraps])
	m.before.add(spans[wraps:])
	m.kept += len(spans)
}

func (p *part) add(spans []model.Span) {
	if n := len(spans); n > 0 {
		p.stretches = append(p.stretches, &stretch{start: spans[0].Start, first: p.count, count: n, spans: spans})
		p.count += n
	}
}

// stretches is how many there are, and stretch is each of them in the order of
// the text.
func (m *matches) stretches() int { return len(m.before.stretches) + len(m.after.stretches) }

func (m *matches) stretch(i int) *stretch {
	if n := len(m.before.stretches); i >= n {
		return m.after.stretches[i-n]
	}
	return m.before.stretches[i]
}

// at is the last stretch that starts at or before an offset, -1 for none.
func (m *matches) at(offset int) int {
	return sort.Search(m.stretches(), func(i int) bool { return m.stretch(i).start > offset }) - 1
}

// index is the first match of a stretch that starts at or after an offset.
func (s *stretch) index(offset int) int {
	return sort.Search(len(s.spans), func(i int) bool { return s.spans[i].Start >= offset })
}

// number is how many matches start before an offset.
func (m *matches) number(offset int) int {
	i := m.at(offset)
	if i < 0 {
		return 0
	}
	s := m.stretch(i)
	n := s.first + s.index(offset)
	if i >= len(m.before.stretches) {
		n += m.before.count
	}
	return n
}

// next is the first match that starts at or after an offset, else the first of
// the text. missing is what has to be found again to know it. There must be a
// match.
func (m *matches) next(offset int) (span model.Span, missing *stretch) {
	i := m.at(offset)
	if i >= 0 {
		s := m.stretch(i)
		if s.spans == nil {
			return span, s
		}
		if at := s.index(offset); at < s.count {
			return s.spans[at], nil
		}
	}
	s := m.stretch((i + 1) % m.stretches())
	if s.spans == nil {
		return span, s
	}
	return s.spans[0], nil
}

// previous is the last match that starts before an offset, else the last of the
// text.
func (m *matches) previous(offset int) (span model.Span, missing *stretch) {
	i := m.at(offset - 1)
	at := 0
	if i < 0 {
		i = m.stretches() - 1
		at = m.stretch(i).count
	}
	s := m.stretch(i)
	if s.spans == nil {
		return span, s
	}
	if at == 0 {
		at = s.index(offset)
	}
	return s.spans[at-1], nil
}

// near are the stretches that may have a match in a part of the text.
func (m *matches) near(area model.Span) []*stretch {
	var near []*stretch
	for i := max(0, m.at(area.Start)); i < m.stretches() && m.stretch(i).start < area.End; i++ {
		near = append(near, m.stretch(i))
	}
	return near
}

// found takes the spans of a stretch that had been forgotten.
func (m *matches) found(s *stretch, spans []model.Span) {
	s.spans, s.asked = spans, false
	m.kept += len(spans)
}

// forget makes room where more is kept than should be. What lies near one of
// the places stays.
func (m *matches) forget(places ...model.Span) {
	if m.kept <= keepMax {
		return
	}
	stays := map[*stretch]bool{}
	for _, place := range places {
		for _, s := range m.near(place) {
			stays[s] = true
		}
	}
	for i := range m.stretches() {
		if s := m.stretch(i); s.spans != nil && !stays[s] {
			m.kept -= len(s.spans)
			s.spans = nil
		}
	}
}

// layers marks what is kept.
func (m *matches) layers(style theme.Style) []reader.Layer {
	var layers []reader.Layer
	for i := range m.stretches() {
		if s := m.stretch(i); s.spans != nil {
			layers = append(layers, reader.Layer{Spans: s.spans, Style: style})
		}
	}
	return layers
}
