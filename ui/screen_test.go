package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/content"
	"gloss/ui/golden"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// screen drives an App without a terminal: keys in, the view out. Commands run
// to their end, one after the other, so that what it shows is always settled.
type screen struct {
	t    testing.TB
	app  *App
	quit bool
	sent []string // what went to the terminal's clipboard
}

// article opens the embedded article on a screen of that size.
func article(t testing.TB, w, h int) *screen { return openScreen(t, "", w, h) }

// openMarkdown opens a text of its own.
func openMarkdown(t testing.TB, text string, w, h int) *screen {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text.md")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return openScreen(t, path, w, h)
}

// articleIn opens the article in a theme that the reader chose, nil for none.
func articleIn(t testing.TB, w, h int, th *theme.Theme) *screen {
	t.Helper()
	return openIn(t, "", w, h, th)
}

func openScreen(t testing.TB, source string, w, h int) *screen {
	t.Helper()
	return openIn(t, source, w, h, theme.Dark())
}

func openIn(t testing.TB, source string, w, h int, th *theme.Theme) *screen {
	t.Helper()
	opened, err := content.Open(source, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := NewOpened(OpenedAs[*content.Text](*opened))
	doc.Changed = nil // it would be waited for
	s := &screen{t: t, app: New(context.Background(), doc, Options{Theme: th})}
	s.run(s.app.Init())
	s.resize(w, h)
	return s
}

func (s *screen) send(msg tea.Msg) {
	_, cmd := s.app.Update(msg)
	s.app.View()
	s.run(cmd)
}

// run carries out a command as Bubble Tea does, and all that follow from it.
func (s *screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	default:
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" { // not exported
			s.sent = append(s.sent, fmt.Sprint(msg))
			return
		}
		s.send(msg)
	}
}

func (s *screen) resize(w, h int) { s.send(tea.WindowSizeMsg{Width: w, Height: h}) }

// press presses keys, named as Bubble Tea names them.
func (s *screen) press(keys ...string) {
	for _, k := range keys {
		s.send(keyPress(k))
	}
}

// write types a text.
func (s *screen) write(text string) {
	for _, r := range text {
		s.press(string(r))
	}
}

var named = map[string]rune{
	"esc": tea.KeyEscape, "enter": tea.KeyEnter, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1,
}

func keyPress(name string) tea.KeyPressMsg {
	var k tea.Key
	for _, mod := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, mod.prefix); ok && rest != "" {
			name, k.Mod = rest, k.Mod|mod.mod
		}
	}
	switch code, ok := named[name]; {
	case ok:
		k.Code = code
	case name == "space" || name == " ":
		k.Code, k.Text = tea.KeySpace, " "
	default:
		r := []rune(name)[0]
		k.Code = unicode.ToLower(r)
		if k.Mod == 0 {
			k.Text = name
		}
		if unicode.IsUpper(r) {
			k.Mod, k.ShiftedCode = tea.ModShift, r
		}
	}
	return tea.KeyPressMsg(k)
}

// rows is what the screen shows, without styles.
func (s *screen) rows() []string {
	rows := strings.Split(ansi.Strip(s.app.View().Content), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return rows
}

func (s *screen) text() string { return strings.Join(s.rows(), "\n") }

func (s *screen) shows(part string) bool { return strings.Contains(s.text(), part) }

func (s *screen) mustShow(parts ...string) {
	s.t.Helper()
	for _, part := range parts {
		if !s.shows(part) {
			s.t.Fatalf("the screen does not show %q:\n%s", part, s.text())
		}
	}
}

// marked is the text that stands in a style, joined to one line.
func (s *screen) marked(style theme.Style) string {
	var rows []string
	for _, row := range strings.Split(s.app.View().Content, "\n") {
		words := ""
		for _, part := range strings.Split(row, theme.Reset) {
			if _, in, ok := strings.Cut(part, style.SGR()); ok {
				words += ansi.Strip(in)
			}
		}
		rows = append(rows, words)
	}
	return strings.Join(strings.Fields(strings.Join(rows, " ")), " ")
}

// prose is the column of the text.
func (s *screen) prose() string {
	area := s.app.screen.Text
	var rows []string
	for _, row := range s.rows()[area.Y : area.Y+area.H] {
		rows = append(rows, strings.TrimRight(ansi.Cut(row, area.X, area.X+area.W), " "))
	}
	return strings.Join(rows, "\n")
}

// golden compares the screen with a file of testdata.
func (s *screen) golden(name string) {
	s.t.Helper()
	path := filepath.Join("testdata", "screens", name+".txt")
	golden.Equal(s.t, path, s.text()+"\n")
}

// fits checks the contract of the size: exactly as many rows as the terminal
// has, none wider than it.
func (s *screen) fits() error {
	rows := strings.Split(s.app.View().Content, "\n")
	if len(rows) != max(1, s.app.h) {
		return fmt.Errorf("%d rows on a screen of %d", len(rows), s.app.h)
	}
	for i, row := range rows {
		if w := measure.Width(row); w > s.app.w {
			return fmt.Errorf("row %d has %d cells on a screen of %d: %q", i, w, s.app.w, ansi.Strip(row))
		}
	}
	return nil
}
