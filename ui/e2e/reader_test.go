//go:build unix

package e2e

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/content"
	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/screentest"
	"gloss/ui/theme"
)

// Keys as terminals send them.
const (
	esc      = "\x1b"
	enter    = "\r"
	tab      = "\t"
	shiftTab = "\x1b[Z"
	up       = "\x1b[A"
	down     = "\x1b[B"
	right    = "\x1b[C"
	left     = "\x1b[D"
	home     = "\x1b[H"
	end      = "\x1b[F"
	altLeft  = "\x1b[1;3D"
	altRight = "\x1b[1;3C"
	pageDown = "\x1b[6~"
	pageUp   = "\x1b[5~"
	f1       = "\x1bOP"
)

// ctrl is a letter with the control key.
func ctrl(letter byte) string { return string(letter & 0x1f) }

// reader is somebody who reads a text: the program in its terminal, and what a
// person knows of it: the text, and which panel is open.
type reader struct {
	*screentest.Terminal
	t          *testing.T
	text       *content.Text
	doc        *model.Document
	cols, rows int
	state      layout.State
	gated      bool // the rest of the text waits for the test
}

// dark is the theme of these tests: the terminal says that it is dark.
var dark = theme.Dark()

// kinds are the kinds of note in the order of their panels.
var kinds = []model.Kind{model.KindFact, model.KindFigure, model.KindQuestion, model.KindName}

// openArticle opens the article that gloss holds.
func openArticle(t *testing.T, cols, rows int) *reader {
	t.Helper()
	return open(t, command(t), "", cols, rows)
}

// open starts the program on a source and waits for its first screen.
func open(t *testing.T, cmd *exec.Cmd, source string, cols, rows int, options ...screentest.Option) *reader {
	t.Helper()
	r := &reader{Terminal: screentest.Start(t, cmd, cols, rows, options...), t: t, cols: cols, rows: rows}
	r.gated = slices.ContainsFunc(cmd.Env, func(entry string) bool { return strings.HasPrefix(entry, gate+"=") })
	r.awaitOpen(source)
	if len(options) == 0 && !slices.Contains(cmd.Args, "--theme") {
		// The terminal's answer may come late: until then the screen has a page of
		// its own, and a screen with it is like none that follows.
		r.Await("the terminal's own background", func(s screentest.Screen) bool { return s.Cell(0, 0).Bg == nil })
	}
	return r
}

// awaitOpen reads the source for itself and waits for the program's screen.
func (r *reader) awaitOpen(source string) {
	r.t.Helper()
	opened, err := content.Open(source, nil)
	if err != nil {
		r.t.Fatal(err)
	}
	if r.text, err = opened.Whole(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
	r.doc = r.text.Document()
	r.Await("the first screen", func(s screentest.Screen) bool { return r.settled(s) && r.percent(s) >= 0 })
	r.Await("the notes", r.noted)
	if !r.gated {
		r.Await("all of it", func(s screentest.Screen) bool { return !s.Shows("reading on") })
	}
}

// noted reports whether the notes are there, which come behind the first
// screen: a name in the text is underlined.
func (r *reader) noted(s screentest.Screen) bool {
	p := r.geometry().Prose()
	for y := p.Y; y < p.Y+p.H; y++ {
		for x := p.X; x < p.X+p.W; x++ {
			if s.Cell(x, y).Underline {
				return true
			}
		}
	}
	return len(r.doc.Notes.Names) == 0
}

// press types a key and awaits what it does. What Esc does must be seen: a
// letter close behind it is another key, Alt with the letter.
func (r *reader) press(key, what string, wanted func(screentest.Screen) bool) screentest.Screen {
	r.t.Helper()
	if key == esc && wanted(r.Screen()) {
		r.t.Fatalf("%s is on the screen before Esc, so the next key would come too soon after it:\n%s", what, r.Screen())
	}
	r.Type(key)
	return r.Await(fmt.Sprintf("%s after %q", what, key), wanted)
}

// escape presses Esc until the screen is as wanted, once.
func (r *reader) escape(wanted screentest.Screen) {
	r.t.Helper()
	r.press(esc, "the screen as it was:\n"+wanted.String()+"\n", wanted.Equal)
}

// quit ends the program: q leaves the terminal as it was, and nothing was on
// the wire that should not be.
func (r *reader) quit() {
	r.t.Helper()
	r.Type("q")
	if status := r.AwaitExit(); status != 0 {
		r.t.Errorf("exit status %d, want 0", status)
	}
	r.clean()
}

// clean checks the terminal after the program's end.
func (r *reader) clean() {
	r.t.Helper()
	if r.AltScreen() {
		r.t.Error("the alternate screen was not left")
	}
	for _, left := range r.Left() {
		r.t.Errorf("not restored: %s", left)
	}
	for i, alien := range r.Output().Alien {
		if i == 10 {
			break
		}
		r.t.Errorf("sent to the terminal: %s", alien)
	}
}

// geometry is where everything stands on the screen.
func (r *reader) geometry() layout.Screen {
	r.state.Panels = 3
	if kinds[r.state.Open] == model.KindName {
		r.state.Panels = 4
	}
	return layout.Compute(r.cols, r.rows, r.state)
}

// prose is the rows of the text, without its gutter.
func (r *reader) prose(s screentest.Screen) []string {
	p := r.geometry().Prose()
	return s.Part(p.X, p.Y, p.W, p.H)
}

// fills reports whether the screen was drawn for this size: its first row goes
// from edge to edge.
func (r *reader) fills(s screentest.Screen) bool {
	if cols, rows := s.Size(); cols != r.cols || rows != r.rows {
		return false
	}
	if r.geometry().Mode == layout.TooSmall {
		return strings.Contains(strings.Join(s.Rows, ""), "small")
	}
	w := ansi.StringWidth(s.Rows[0])
	return w >= r.cols-3 && w <= r.cols
}

// settled reports whether the screen is that of a text being read.
func (r *reader) settled(s screentest.Screen) bool {
	return r.fills(s) && r.section(s) > 0 && strings.Join(r.prose(s), "") != ""
}

// section is the number of the section that the header shows, from 1; 0 where
// it shows none.
func (r *reader) section(s screentest.Screen) int {
	fields := strings.Fields(s.Rows[0])
	if len(fields) == 0 {
		return 0
	}
	n, of := 0, 0
	if _, err := fmt.Sscanf(fields[len(fields)-1], "%d/%d", &n, &of); err != nil || n > of {
		return 0
	}
	return n
}

// percent is how much has been read, as the footer says; -1 where it does not.
func (r *reader) percent(s screentest.Screen) int {
	for _, field := range strings.Fields(s.Rows[len(s.Rows)-1]) {
		n := 0
		if _, err := fmt.Sscanf(field, "%d%%", &n); err == nil {
			return n
		}
	}
	return -1
}

// contentsMark is the row of the contents that is marked as being read.
func (r *reader) contentsMark(s screentest.Screen) string {
	c := r.geometry().Contents
	for _, row := range s.Part(c.X, c.Y, c.W, c.H) {
		if title, ok := strings.CutPrefix(row, "▌"); ok {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

// marked is the text in cells of the text column that have one of the styles'
// backgrounds, without white space. Neither gutter nor quotation bars count.
func (r *reader) marked(s screentest.Screen, styles ...theme.Style) string {
	p := r.geometry().Prose()
	var b strings.Builder
	for y := p.Y; y < p.Y+p.H; y++ {
		for x := p.X; x < p.X+p.W; x++ {
			c := s.Cell(x, y)
			if slices.ContainsFunc(styles, func(st theme.Style) bool { return sameBackground(c, st) }) {
				b.WriteString(c.Text)
			}
		}
	}
	return squash(b.String())
}

func sameBackground(c screentest.Cell, st theme.Style) bool {
	if st.Bg == "" || c.Bg == nil {
		return st.Reverse && c.Reverse
	}
	red, green, blue, _ := c.Bg.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", red>>8, green>>8, blue>>8) == string(st.Bg)
}

// squash is a text without its white space, which is the screen's and not the
// author's.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }
