package ui

import "testing"

// surfaces are all that can stand on the screen, each with the keys that open
// it. A new surface joins the sweep here.
var surfaces = []struct {
	name string
	keys []string
}{
	{"text", nil},
	{"contents", []string{"t"}},
	{"facts", []string{"1", "tab"}},
	{"figures", []string{"2", "tab", "j"}},
	{"questions", []string{"3", "."}},
	{"names", []string{"4", "."}},
	{"zen", []string{"z"}},
	{"look-up", []string{":"}},
	{"look-up answers", []string{":", "n", "e", "t", "space", "p", "r", "o", "f", "i", "t"}},
	{"find", []string{"/", "d", "e", "e", "p"}},
	{"matches", []string{"/", "a", "i", "enter", "n"}},
	{"card", []string{"K"}},
	{"links", []string{"f"}},
	{"why", []string{"2", ".", "i"}},
	{"help", []string{"?"}},
	{"end", []string{"G"}},
}

// The contract of the size: whatever is open and however small, large or odd
// the window, nothing panics and no row is wider than the terminal.
func TestSizeSweep(t *testing.T) {
	for _, surface := range surfaces {
		t.Run(surface.name, func(t *testing.T) {
			t.Parallel()
			s := article(t, 120, 40)
			s.press(surface.keys...)
			for _, size := range sweep() {
				s.resize(size[0], size[1])
				if err := s.fits(); err != nil {
					t.Fatalf("%dx%d: %v", size[0], size[1], err)
				}
			}
		})
	}
}

// sweep is every width to 250 at six heights, every height to 60 at six
// widths, and all sizes to 30×12; heights change within a width, since a new
// width costs a rendering of the text.
func sweep() (sizes [][2]int) {
	for w := 1; w <= 250; w++ {
		for _, h := range []int{5, 6, 12, 24, 40, 60} {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	for _, w := range []int{19, 20, 40, 80, 120, 250} {
		for h := 1; h <= 60; h++ {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	for w := 1; w <= 30; w++ {
		for h := 1; h <= 12; h++ {
			sizes = append(sizes, [2]int{w, h})
		}
	}
	return sizes
}

// Every surface is golden at the four sizes that people have.
func TestGoldenScreens(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"160x50", 160, 50}, {"120x40", 120, 40}, {"80x24", 80, 24}, {"40x15", 40, 15}} {
		for _, surface := range surfaces {
			t.Run(size.name+"/"+surface.name, func(t *testing.T) {
				s := article(t, size.w, size.h)
				s.press(surface.keys...)
				s.golden(size.name + " " + surface.name)
			})
		}
	}
}
