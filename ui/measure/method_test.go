package measure

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A terminal counts what is written as several code points by its own method;
// the two agree on all else.
func TestWidthByMethod(t *testing.T) {
	t.Cleanup(func() { Use(ansi.GraphemeWidth) })
	for _, c := range []struct {
		text              string
		joined, separated int
	}{
		{"net profit", 10, 10},
		{"\x1b[1mbold\x1b[m", 4, 4},
		{"港の競争", 8, 8},
		{"e\u0301", 1, 1},
		{"\u1112\u1161\u11ab", 2, 4},
		{"\u1100\u1100\u1100", 2, 6},
		{"👩\u200d👩\u200d👧", 2, 6},
		{"⚠\ufe0f", 2, 1},
	} {
		Use(ansi.GraphemeWidth)
		joined := Width(c.text)
		Use(ansi.WcWidth)
		separated := Width(c.text)
		if joined != c.joined || separated != c.separated {
			t.Errorf("%q takes %d cells joined and %d separated, want %d and %d", c.text, joined, separated, c.joined, c.separated)
		}
		if got := Disputed(c.text); got != (c.joined != c.separated) {
			t.Errorf("Disputed(%q) is %v", c.text, got)
		}
	}
}

// A row begins with a whole cluster, or with as much of one as fits where the
// terminal counts its parts.
func TestFirst(t *testing.T) {
	t.Cleanup(func() { Use(ansi.GraphemeWidth) })
	const family = "👩\u200d👩\u200d👧" // 4, 3, 4, 3 and 4 bytes
	for _, c := range []struct {
		method ansi.Method
		text   string
		width  int
		want   int
	}{
		{ansi.GraphemeWidth, family + "x", 2, len(family)},
		{ansi.GraphemeWidth, family + "x", 1, len(family)},
		{ansi.WcWidth, family + "x", 6, len(family)},
		{ansi.WcWidth, family + "x", 5, 14},
		{ansi.WcWidth, family + "x", 2, 7},
		{ansi.WcWidth, family + "x", 1, 4},
		{ansi.WcWidth, "e\u0301x", 1, 3},
	} {
		Use(c.method)
		if got := First(c.text, c.width); got != c.want {
			t.Errorf("%d bytes of %q stand first in %d cells, want %d", got, c.text, c.width, c.want)
		}
	}
}
