package lookup

import (
	"slices"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		typed, other string
		want         int
	}{
		{"zukerberg", "zuckerberg", 1},
		{"distilation", "distillation", 1},
		{"natoinal", "national", 1},
		{"secuirty", "security", 1},
		{"navy", "navy", 0},
		{"nay", "navy", 1},
		{"café", "cafe", 1},
		{"profit", "revenue", 3},
	} {
		if got := newDistancer(test.typed).distance([]byte(test.other), 2, false); got != test.want {
			t.Errorf("%s to %s: %d, want %d", test.typed, test.other, got, test.want)
		}
	}
	if got := newDistancer("zukerb").distance([]byte("zuckerberg"), 1, true); got != 1 {
		t.Errorf("zukerb to the beginning of zuckerberg: %d, want 1", got)
	}
	if got := newDistancer("nvidai").distance([]byte("navy"), 1, true); got != 2 {
		t.Errorf("nvidai to the beginning of navy: %d, want more than 1", got)
	}
}

// The bounded table agrees with the recursive definition, and the test on
// letter sets never refuses a word in reach.
func FuzzDistance(f *testing.F) {
	f.Add("zukerberg", "zuckerberg", false)
	f.Add("ab", "ba", true)
	f.Add("", "x", false)
	f.Fuzz(func(t *testing.T, typed, other string, unfinished bool) {
		if len(typed) > 7 || len(other) > 7 {
			return
		}
		a, b := []rune(typed), []rune(other)
		want := plainDistance(a, b)
		if unfinished {
			for n := range b {
				want = min(want, plainDistance(a, b[:n]))
			}
		}
		const limit = 2
		if got := newDistancer(typed).distance([]byte(other), limit, unfinished); got != min(want, limit+1) {
			t.Fatalf("%q to %q (unfinished %t): %d, want %d", typed, other, unfinished, got, min(want, limit+1))
		}
		if want <= limit && !mayBeSlip(letterSet([]byte(typed)), letterSet([]byte(other)), limit, unfinished) {
			t.Fatalf("%q to %q (unfinished %t) is %d, but the letter sets refuse it", typed, other, unfinished, want)
		}
	})
}

// plainDistance is the definition of the optimal-string-alignment distance.
func plainDistance(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	cost := 1
	if a[len(a)-1] == b[len(b)-1] {
		cost = 0
	}
	d := min(plainDistance(a[:len(a)-1], b[:len(b)-1])+cost, plainDistance(a[:len(a)-1], b)+1, plainDistance(a, b[:len(b)-1])+1)
	if len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-2] && a[len(a)-2] == b[len(b)-1] {
		d = min(d, plainDistance(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return d
}

// Any passages and counts come back from their postings as they went in, forms
// of one stem in the same passage added up.
func FuzzPostings(f *testing.F) {
	f.Add([]byte{0, 1, 0, 2, 5, 1, 200, 3, 255, 255})
	f.Fuzz(func(t *testing.T, steps []byte) {
		type posting struct {
			passage uint32
			count   int
		}
		var w writer
		var want []posting
		passage := uint32(0)
		for i := 0; i+1 < len(steps); i += 2 {
			passage += uint32(steps[i]) * uint32(steps[i])
			count := max(1, steps[i+1])
			w.add(passage, count)
			if n := len(want); n > 0 && want[n-1].passage == passage {
				want[n-1].count += int(count)
			} else {
				want = append(want, posting{passage, int(count)})
			}
		}
		p := postings{bytes: w.bytes, ends: []uint32{uint32(len(w.bytes))}, in: []uint32{w.in}}
		var got []posting
		p.each(0, func(passage uint32, count int) { got = append(got, posting{passage, count}) })
		if !slices.Equal(got, want) || int(w.in) != len(want) {
			t.Fatalf("%v: got %v in %d passages, want %v", steps, got, w.in, want)
		}
	})
}
