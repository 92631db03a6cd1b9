//go:build !windows

package cli

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/creack/pty"

	"gloss/ui"
	"gloss/ui/theme"
)

// onTerminal runs a command line whose output is a terminal of some columns,
// and is what the terminal got.
func onTerminal(t *testing.T, columns uint16, environ []string, args ...string) (out string, status int) {
	t.Helper()
	p, _, _ := world()
	return programOnTerminal(t, p, columns, environ, args...)
}

func programOnTerminal(t *testing.T, p Program, columns uint16, environ []string, args ...string) (out string, status int) {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Cols: columns, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	got := make(chan string)
	go func() {
		all, _ := io.ReadAll(screen) // ends with an error when tty closes
		got <- string(all)
	}()
	p.Out, p.Environ = tty, environ
	status = Run(context.Background(), p, args)
	closeTerminal(t, tty)
	return strings.ReplaceAll(<-got, "\r\n", "\n"), status
}

func closeTerminal(t *testing.T, tty *os.File) {
	t.Helper()
	if err := tty.Close(); err != nil {
		t.Fatal(err)
	}
}

// Colours are for terminals that have them, and never against the wish of their
// user; where the background is not known, bold and underline must do.
func TestColoursOnATerminal(t *testing.T) {
	const bold, blue = "\x1b[1m", "\x1b[38;2;"
	for _, c := range []struct {
		name    string
		environ []string
		flags   []string
		want    string // "" for no sequence at all
		not     string
	}{
		{"unknown background", []string{"TERM=xterm", "COLORTERM=truecolor"}, nil, bold, blue},
		{"dark background", []string{"TERM=xterm", "COLORTERM=truecolor", "COLORFGBG=15;0"}, nil, theme.Dark().Muted.SGR(), "\x1b[2J"},
		{"light background", []string{"TERM=xterm", "COLORTERM=truecolor", "COLORFGBG=0;default;15"}, nil, theme.Light().Muted.SGR(), "\x1b[2J"},
		{"chosen theme", []string{"TERM=xterm", "COLORTERM=truecolor", "COLORFGBG=15;0"}, []string{"--theme", "light"}, theme.Light().Muted.SGR(), "\x1b[2J"},
		{"256 colours", []string{"TERM=xterm-256color", "COLORFGBG=15;0"}, nil, "\x1b[38;5;", blue},
		{"16 colours", []string{"TERM=xterm-16color", "COLORFGBG=15;0"}, nil, bold, "\x1b[3"},
		{"16 colours, theme chosen", []string{"TERM=xterm"}, []string{"--theme", "dark"}, bold, "\x1b[3"},
		{"dumb", []string{"TERM=dumb"}, nil, "", "\x1b"},
		{"NO_COLOR", []string{"TERM=xterm", "NO_COLOR=0"}, nil, "", "\x1b"},
		{"empty NO_COLOR", []string{"TERM=xterm", "NO_COLOR="}, nil, bold, blue},
		{"NO_COLOR, but asked for", []string{"TERM=xterm", "NO_COLOR=1"}, []string{"--color", "always"}, bold, blue},
		{"never", []string{"TERM=xterm"}, []string{"--color", "never"}, "", "\x1b"},
		{"for a voice", []string{"TERM=xterm"}, []string{"--plain"}, "", "\x1b"},
	} {
		out, status := onTerminal(t, 80, c.environ, append([]string{"find", "quay"}, c.flags...)...)
		if status != statusDone || !strings.Contains(out, c.want) || strings.Contains(out, c.not) {
			t.Errorf("%s: status %d, want %q and no %q in %q", c.name, status, c.want, c.not, out)
		}
	}
}

// The terminal's width is kept, up to one that can be read.
func TestWidthOfATerminal(t *testing.T) {
	for _, c := range []struct {
		columns uint16
		args    []string
		most    int
	}{
		{40, []string{"print"}, 40},
		{200, []string{"print"}, proseWidth},
		{200, []string{"print", "--width", "30"}, 30},
		{50, []string{"figures"}, 50},
		{50, []string{"find", "quay"}, 50},
		{0, []string{"figures"}, 80}, // a terminal that does not know its width
	} {
		out, _ := onTerminal(t, c.columns, []string{"NO_COLOR=1"}, c.args...)
		widest := 0
		for _, line := range strings.Split(out, "\n") {
			widest = max(widest, len([]rune(line)))
		}
		if widest > c.most || widest < c.most/2 {
			t.Errorf("gloss %q on %d columns: the widest line has %d, want at most %d\n%s", c.args, c.columns, widest, c.most, out)
		}
	}
}

// What the flags say of colours and width reaches the reader.
func TestFlagsOfTheReader(t *testing.T) {
	for _, c := range []struct {
		args []string
		want ui.Options
	}{
		{nil, ui.Options{}},
		{[]string{"--color", "never"}, ui.Options{Colours: ui.ColoursNever}},
		{[]string{"--color", "always", "--width", "60"}, ui.Options{Colours: ui.ColoursAlways, Width: 60}},
		{[]string{"--color", "auto", "--width", "0"}, ui.Options{}},
	} {
		var got ui.Options
		p, _, _ := world()
		p.Read = func(_ context.Context, _ *ui.Opened, options ui.Options) error {
			got = options
			return nil
		}
		_, status := programOnTerminal(t, p, 80, []string{"TERM=xterm"}, c.args...)
		if status != statusDone || got.Colours != c.want.Colours || got.Width != c.want.Width {
			t.Errorf("gloss %q: status %d, options %+v, want %+v", c.args, status, got, c.want)
		}
	}
}

// On a terminal gloss opens the reader; on one that can only print it reads
// line by line; without one it prints.
func TestReadingWhereItCan(t *testing.T) {
	out, status := onTerminal(t, 80, []string{"TERM=xterm"})
	if status != statusError || out != "" { // the fixture's reader is an error
		t.Errorf("on a terminal: status %d, %q", status, out)
	}
	out, status = onTerminal(t, 80, []string{"TERM=dumb"})
	if status != statusDone || !strings.HasPrefix(out, "Harbour News, by A. Writer. 2 sections.") {
		t.Errorf("on a dumb terminal: status %d, %q", status, out)
	}
	if out := gloss(t); !strings.HasPrefix(out, "Before the first heading.") {
		t.Errorf("without a terminal: %q", out)
	}
}
