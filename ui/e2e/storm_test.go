//go:build unix

package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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
				r.storm(random, keys)
			}
			r.weather()
		})
	}
}

// storm does anything at all.
func (r *reader) storm(random *rand.Rand, keys []string) {
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

// weather sees that the program still draws after a storm, and ends it.
func (r *reader) weather() {
	r.t.Helper()
	r.Resize(120, 40)
	r.Await("a screen of 120x40", r.fills)
	r.Signal(syscall.SIGTERM) // a key could be the end of a sequence begun in the storm
	if status := r.AwaitExit(); status != 0 {
		r.t.Errorf("exit status %d, want 0:\n%s", status, r.Screen())
	}
	r.clean()
}

// The same while the file changes all the time, grows, shrinks, is gone and is
// no text, and while links lead from file to file.
func TestStormOfChanges(t *testing.T) {
	keys := append(stormKeys(), "f\r", "f2", "f\r", ctrl('o'), "r")
	keys = slices.DeleteFunc(keys, func(key string) bool { return key == "e" }) // there is no editor
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 1))
			linked := strings.ReplaceAll(story(1, 400), "of the story", "of the [story](other.md), [and](#p) [more](gone.md)")
			dir := files(t, map[string]string{"story.md": linked, "other.md": story(1, 3000) + linked})
			path := filepath.Join(dir, "story.md")
			r := open(t, command(t, path), path, 120, 40)
			for i := range 400 {
				r.storm(random, keys)
				var err error
				switch at := random.IntN(len(linked)); {
				case i%10 > 0:
				case i%50 == 0:
					err = os.Remove(path)
				case i%70 == 0:
					err = os.WriteFile(path, []byte("\x00"), 0o600)
				case i%30 == 0:
					err = os.WriteFile(path, []byte(linked[:at]), 0o600)
				default:
					err = os.WriteFile(path, []byte(linked[:at]+"Something new.\n\n"+linked[at:]), 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			r.weather()
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
