package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
)

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
// the window, nothing panics, every row is there and none is wider than the
// terminal. What opens as a sheet where it was opened small may come to have
// room beside the text.
func TestSizeSweep(t *testing.T) {
	long := strange()
	for _, surface := range surfaces {
		for name, open := range map[string]func() *screen{
			"":                   func() *screen { return article(t, 120, 40) },
			" opened small":      func() *screen { return article(t, 60, 20) },
			" of a strange text": func() *screen { return openMarkdown(t, long, 60, 20) },
		} {
			sizes := sweep()
			if name != "" || raced {
				sizes = some(sizes)
			}
			t.Run(surface.name+name, func(t *testing.T) {
				t.Parallel()
				s := open()
				s.press(surface.keys...)
				for _, size := range sizes {
					s.resize(size[0], size[1])
					if err := s.fits(); err != nil {
						t.Fatalf("%dx%d: %v", size[0], size[1], err)
					}
				}
			})
		}
	}
}

// joined is letters that are one cluster, of which a terminal may count every
// code point: decomposed Korean, Hindi, families, emoji by selector.
const joined = "\u1112\u1161\u11ab\u1100\u1173\u11af \u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f 👩‍👩‍👧‍👦👨‍👩‍👦 ☺\ufe0f ⚠\ufe0f 1\ufe0f\u20e3 🇩🇪"

// So it is where the terminal counts the cells of every code point.
func TestSizeSweepByCodePoint(t *testing.T) {
	measure.Use(ansi.WcWidth)
	t.Cleanup(func() { measure.Use(ansi.GraphemeWidth) })
	for _, surface := range surfaces {
		t.Run(surface.name, func(t *testing.T) {
			s := openMarkdown(t, strange(), 60, 20)
			s.press(surface.keys...)
			for _, size := range some(sweep()) {
				s.resize(size[0], size[1])
				if err := s.fits(); err != nil {
					t.Fatalf("%dx%d: %v", size[0], size[1], err)
				}
			}
		})
	}
}

// some is a fortieth of the sizes, in an order that jumps between small and
// large: each is another width, which costs a rendering of the text.
func some(sizes [][2]int) (few [][2]int) {
	const step = 997 // prime to their number, so none comes twice
	for i := range len(sizes) / 40 {
		few = append(few, sizes[i*step%len(sizes)])
	}
	return few
}

// strange is a text of what is hard to set: many sections, links, wide letters,
// long words, tables and code.
func strange() string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "%s Part %d: 港の競争 and [a link](https://example.org/%d)\n\n", strings.Repeat("#", 1+i%6), i, i)
		b.WriteString("See [the next part](#part-2). " + strings.Repeat("supercalifragilistic", 8) + " 👩‍👩‍👧 é ؀123. " + joined + "\n\n")
		b.WriteString("| one | two | 三 |\n|---|:-:|--:|\n| a long cell of many words | `code` | 港港港 |\n\n")
		b.WriteString("1. one\n   - two\n     > three\n\n```go\nfunc main() { println(\"a line of code that is wider than most windows\") }\n```\n\n")
	}
	return b.String()
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

// A list and a page that has not come fit too.
func TestSizeSweepWithoutText(t *testing.T) {
	dir := t.TempDir()
	for i, text := range []string{"# One\n\nFirst.\n", strange(), "# 漢字 👩‍👩‍👧\n\nq\u0308.\n"} {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d 漢\u0301字 %s.md", i, strings.Repeat("long", 20))), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := openScreen(t, dir, 120, 40)
	list.mustShow("3")
	waiting := openMarkdown(t, "", 120, 40)
	waiting.app.loading, waiting.app.document().Title = true, "http://192.0.2.1/"+strings.Repeat("漢字/", 50)
	waiting.mustShow("Waiting for", "Esc stops it")
	failed := openScreen(t, "gopher://example.org/", 120, 40)
	failed.mustShow("gloss opens http and https only", "r tries again")
	for name, s := range map[string]*screen{"list": list, "waiting": waiting, "failed": failed} {
		for _, size := range some(sweep()) {
			s.resize(size[0], size[1])
			if err := s.fits(); err != nil {
				t.Fatalf("%s, %dx%d: %v", name, size[0], size[1], err)
			}
		}
	}
}
