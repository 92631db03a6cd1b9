//go:build unix

package e2e

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"

	"gloss/ui/keymap"
	"gloss/ui/screentest"
)

// stormKeys are all keys as bytes but those that end or suspend the program.
func stormKeys() []string {
	keys := []string{esc, enter, tab, shiftTab, up, down, left, right, home, end, altLeft, altRight, pageDown, pageUp, f1, "\x7f", "é", "漢", "👩‍👩‍👧", "\u202e", "\x1b[200~pasted\ntext\x1b[201~", "\x1b[27u", "\x1b[999;999R", "\x1b]11;rgb:ffff/ffff/ffff\a", "\x1b[I", "\x00"}
	for _, b := range keymap.Screen {
		for _, k := range b.Keys {
			letter, isCtrl := strings.CutPrefix(k, "ctrl+")
			switch {
			case b.Action == keymap.Quit || b.Action == keymap.Suspend || len(letter) != 1:
			case isCtrl:
				keys = append(keys, ctrl(letter[0]))
			default:
				keys = append(keys, letter)
			}
		}
	}
	return append(keys, strings.Split("abcdeghxyzABC0123456789 .,-+", "")...)
}

// Whatever is typed, clicked and resized, and however fast, the program goes on,
// sends what it may, and ends when it is told to.
func TestStorm(t *testing.T) {
	keys := stormKeys()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 0))
			r := openArticle(t, 120, 40)
			for range 400 {
				switch random.IntN(12) {
				case 0:
					r.Resize(1+random.IntN(200), 1+random.IntN(60))
				case 1:
					r.Click(random.IntN(120), random.IntN(40))
				case 2:
					r.Wheel(random.IntN(120), random.IntN(40), random.IntN(9)-4)
				default:
					r.Type(keys[random.IntN(len(keys))])
				}
			}
			// It still draws.
			r.Resize(120, 40)
			r.Await("a screen of 120x40", r.fills)
			r.Signal(syscall.SIGTERM) // a key could be the end of a sequence begun in the storm
			if status := r.AwaitExit(); status != 0 {
				t.Errorf("exit status %d, want 0:\n%s", status, r.Screen())
			}
			r.clean()
		})
	}
}

// A key that is held down does not run on after it is let go, and q is heard.
func TestHeldKey(t *testing.T) {
	t.Parallel()
	r := openArticle(t, 120, 40)
	r.Type(strings.Repeat("j", 3000))
	r.Await("the end", r.atEnd)
	r.Type(strings.Repeat("k", 3000) + "]")
	r.Await("section 2", func(s screentest.Screen) bool { return r.section(s) == 2 })
	r.Type(strings.Repeat("?", 301))
	r.Await("help", func(s screentest.Screen) bool { return s.Shows("Keys") })
	r.press("?", "the text", func(s screentest.Screen) bool { return !s.Shows("Keys") })
	r.quit()
}
