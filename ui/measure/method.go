package measure

import (
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// method is how the terminal counts cells; there is one terminal to a process.
var method atomic.Uint32

func init() { Use(ansi.GraphemeWidth) }

// Use tells how the terminal counts the cells of a character that is written
// as several code points: as one grapheme cluster (mode 2027), or each code
// point by itself, as wcwidth does. Whoever draws on the terminal has to count
// as it does, or a row with an emoji family or with Devanagari loses its end.
// What was measured before has to be measured again.
func Use(m ansi.Method) { method.Store(uint32(m)) }

// Method is how the terminal counts cells: by grapheme cluster, unless Use was
// told otherwise.
func Method() ansi.Method { return ansi.Method(method.Load()) }

// Width is the cells of painted text.
func Width(painted string) int { return Method().StringWidth(painted) }

// Disputed reports whether text takes another number of cells by the one
// method than by the other.
func Disputed(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return ansi.StringWidth(text) != ansi.StringWidthWc(text)
		}
	}
	return false
}

// First is the length in bytes of the least of text, which is not empty, that
// a row of width cells begins with: its first grapheme cluster, whether or not
// it fits. Where the terminal counts code points a cluster may have any width;
// of one that does not fit it is the code points that do, or the first.
func First(text string, width int) int {
	cluster, cells := ansi.FirstGraphemeCluster(text, Method())
	if cells <= width || Method() == ansi.GraphemeWidth {
		return len(cluster)
	}
	for at, r := range cluster {
		if width -= ansi.StringWidthWc(string(r)); width < 0 && at > 0 {
			return at
		}
	}
	return len(cluster)
}
