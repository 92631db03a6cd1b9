package ui

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"testing"

	"gloss/model"
)

// TestFindKeepsWhatIsNear: a letter that a text has far more often than is kept
// is counted to the last, n and N walk on through what was forgotten, and it is
// marked on every screen.
func TestFindKeepsWhatIsNear(t *testing.T) {
	s := openMarkdown(t, strings.Repeat(strings.Repeat("e ", 64)+"\n\n", 4000), 80, 24)
	s.press("d", "/", "e", "enter")
	m := &s.app.find.matches
	kept := func() {
		t.Helper()
		spans := 0
		for _, layer := range m.layers(s.app.theme.Match) {
			spans += len(layer.Spans)
		}
		if spans > keepMax || spans != m.kept {
			t.Fatalf("%d matches are kept, %d counted as kept", spans, m.kept)
		}
	}
	kept()
	for _, key := range []string{"g", "G", "b", "b"} {
		s.press(key)
		if got := s.marked(s.app.theme.Match); len(got) < 40 {
			t.Errorf("after %s only %q is marked", key, got)
		}
		kept()
	}
	for i := range m.stretches() { // over each border between two stretches, there and back
		start := m.stretch(i).start
		s.app.find.stood = model.Span{Start: start, End: start + 1}
		here := s.app.find.at()
		for _, step := range []struct {
			key  string
			want int
		}{{"N", here - 1}, {"n", here}} {
			for i := range m.stretches() {
				m.kept -= len(m.stretch(i).spans)
				m.stretch(i).spans = nil
			}
			s.press(step.key)
			s.mustShow(fmt.Sprintf("%d of 256000", (step.want+256000)%256000+1))
			kept()
		}
	}
}

// TestMatches: whatever was found where, and whatever of it is forgotten, the
// matches are those of a plain list.
func TestMatches(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		var all []model.Span
		at := 0
		for range 1 + r.IntN(40) {
			at += 1 + r.IntN(5)
			all = append(all, model.Span{Start: at, End: at + 1})
		}
		m := matches{origin: r.IntN(at + 2)}
		cut := sort.Search(len(all), func(i int) bool { return all[i].Start >= m.origin })
		for found := append(all[cut:len(all):len(all)], all[:cut]...); len(found) > 0; {
			n := 1 + r.IntN(len(found))
			m.add(found[:n])
			found = found[n:]
		}
		for i := range m.stretches() {
			if s := m.stretch(i); r.IntN(3) == 0 {
				m.kept -= len(s.spans)
				s.spans = nil
			}
		}
		again := func(s *stretch) {
			i := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.start })
			m.found(s, all[i:i+s.count])
		}
		if m.count() != len(all) {
			t.Fatalf("%d matches, want %d", m.count(), len(all))
		}
		for range 60 {
			from := r.IntN(at + 3)
			i := sort.Search(len(all), func(i int) bool { return all[i].Start >= from })
			n := len(all)
			next, missing := m.next(from)
			for ; missing != nil; next, missing = m.next(from) {
				again(missing)
			}
			previous, missing := m.previous(from)
			for ; missing != nil; previous, missing = m.previous(from) {
				again(missing)
			}
			if next != all[i%n] || previous != all[(i+n-1)%n] {
				t.Fatalf("from %d: next %v, previous %v in %v", from, next, previous, all)
			}
			if got := m.number(next.Start); got != i%n {
				t.Fatalf("%v is number %d, want %d", next, got, i%n)
			}
		}
	}
}
