package overlay

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		name  string
		base  string
		box   string
		x     int
		want  string
		width int
	}{
		{"in the middle", "abcdefgh", "XY", 3, "abcXYfgh", 8},
		{"at the left", "abcdefgh", "XY", 0, "XYcdefgh", 8},
		{"at the right", "abcdefgh", "XY", 6, "abcdefXY", 8},
		{"over all of it", "abcdefgh", "XXXXXXXX", 0, "XXXXXXXX", 8},
		{"beyond a short line", "abc", "XY", 5, "abc  XY", 7},
		{"a wide letter cut at the left", "ab港def", "XY", 3, "ab XYef", 7},
		{"a wide letter cut at the right", "abcd港f", "XY", 3, "abcXY f", 7},
		{"a wide letter cut on both sides", "a港b港c", "XYZ", 2, "a XYZ c", 7},
		{"over wide letters", "港港港港", "XY", 2, "港XY港港", 8},
	} {
		got := Place([]string{c.base}, []string{c.box}, c.x, 0)
		if plain := ansi.Strip(got[0]); plain != c.want {
			t.Errorf("%s: %q, want %q", c.name, plain, c.want)
		}
		if w := ansi.StringWidth(got[0]); w != c.width {
			t.Errorf("%s: %d cells, want %d", c.name, w, c.width)
		}
	}
}

func TestPlaceKeepsStyles(t *testing.T) {
	got := Place([]string{"\x1b[31mabcdefgh\x1b[m"}, []string{"\x1b[1mXY\x1b[m"}, 3, 0)[0]
	i := strings.Index(got, "fgh")
	if i < 0 || !strings.Contains(got[:i], "\x1b[31m") || strings.LastIndex(got[:i], "\x1b[31m") < strings.LastIndex(got[:i], "XY") {
		t.Errorf("what stands right of the box lost its style: %q", got)
	}
	box := strings.Index(got, "\x1b[1mXY")
	if box < 0 || !strings.HasSuffix(got[:box], "\x1b[m") {
		t.Errorf("the style of the text runs on into the box: %q", got)
	}
}

func TestPlaceLeavesOutWhatIsOutside(t *testing.T) {
	base := []string{"aaaa", "bbbb"}
	got := Place(base, []string{"1", "2", "3", "4"}, 1, -1)
	if got[0] != "a\x1b[m2\x1b[maa" && ansi.Strip(got[0]) != "a2aa" || ansi.Strip(got[1]) != "b3bb" || len(got) != 2 {
		t.Errorf("%q", got)
	}
	if base[0] != "aaaa" || base[1] != "bbbb" {
		t.Error("the painted lines were changed")
	}
	if got := Place(base, nil, 0, 0); len(got) != 2 {
		t.Errorf("%q", got)
	}
}

// The word that a card belongs to stays in view.
func TestCardDoesNotCoverItsWord(t *testing.T) {
	t.Parallel()
	c := NewCard(open().Document(), 0)
	for _, size := range [][2]int{{160, 50}, {80, 24}, {60, 18}} {
		c.SetSize(size[0], size[1])
		for y := 0; y < size[1]; y += 2 {
			for x := 0; x < size[0]; x += 7 {
				c.SetAnchor(x, y)
				bx, by, w, h := c.Rect()
				if y >= by && y < by+h && x >= bx && x < bx+w {
					t.Fatalf("at %v the card %d×%d at %d,%d covers its word at %d,%d", size, w, h, bx, by, x, y)
				}
				if by+h < y || by > y+1 {
					t.Fatalf("at %v the card at row %d, %d rows high, is not near its word at row %d", size, by, h, y)
				}
			}
		}
	}
}
