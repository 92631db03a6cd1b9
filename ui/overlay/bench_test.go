package overlay

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
)

// What a keystroke in the look-up costs when its answers arrive, beside the
// look-up itself: it must stay far below a frame.
func BenchmarkAnswersShown(b *testing.B) {
	book := open()
	var all []model.Hit
	for range 8 {
		all = append(all, hits(book)...)
	}
	answers := Answers(book, all)
	l := typed("net profit")
	l.SetTheme(theme.Dark())
	l.SetSize(160, 50)
	b.ReportAllocs()
	for b.Loop() {
		l.SetAnswers(l.Generation(), answers, true)
		l.Lines()
	}
}

// Walking the answers paints the selection anew and nothing else.
func BenchmarkNextAnswer(b *testing.B) {
	l := answered(hits(open()), true)
	l.SetTheme(theme.Dark())
	l.SetSize(160, 50)
	b.ReportAllocs()
	for b.Loop() {
		l.Update(press("down"))
		l.Lines()
		l.Update(press("up"))
		l.Lines()
	}
}

// Each frame with a box over the text lays it over the painted lines.
func BenchmarkPlaceBox(b *testing.B) {
	base := make([]string, 50)
	for i := range base {
		base[i] = row(fmt.Sprintf("\x1b[38;2;200;200;200m%s\x1b[m and \x1b[1mmore\x1b[m", strings.Repeat("text ", 20)), 160)
	}
	l := answered(hits(open()), true)
	l.SetSize(160, 50)
	x, y, _, _ := l.Rect()
	b.ReportAllocs()
	for b.Loop() {
		if out := Place(base, l.Lines(), x, y); ansi.StringWidth(out[0]) != 160 {
			b.Fatal("the base is not as wide as the screen")
		}
	}
}

// A text of any length costs what is shown of it.
func BenchmarkRowsOfHugeText(b *testing.B) {
	long := strings.Repeat("x", 64<<20)
	b.ReportAllocs()
	for b.Loop() {
		prose(long, 60, 3, theme.Style{})
		cut(long, 60)
		middle(long, 60)
	}
}
