//go:build unix

// Package e2e holds the tests that read with the whole program, as its users
// do: in a real terminal, with keys and the mouse, looking at the screen. The
// program is this test binary, started again, so that it is as instrumented as
// the tests are.
package e2e

import (
	"context"
	"os"
	"os/exec"
	"testing"

	"github.com/cli/browser"

	"gloss/content"
	"gloss/content/clean"
	"gloss/ui"
	"gloss/ui/cli"
)

// asProgram is the environment variable that makes this binary the program. Its
// value says which: gloss, one that reads slowly, or one that breaks in the place
// it names.
const asProgram, gloss, slow = "GLOSS_E2E_PROGRAM", "gloss", "slow"

func TestMain(m *testing.M) {
	if name := os.Getenv(asProgram); name != "" {
		os.Exit(program(name))
	}
	os.Exit(m.Run())
}

// program is gloss, wired as main does it.
func program(name string) int {
	return cli.Run(context.Background(), cli.Program{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Environ: os.Environ(), Clean: clean.Line, Endings: content.Endings(),
		Open: openAs(name), Choose: choose,
		Read: func(ctx context.Context, doc *ui.Opened, options ui.Options) error {
			options.Open, options.Link, options.Glance, options.Browse = openAs(name), content.Link, content.Glance, browser.OpenURL
			return ui.Run(ctx, doc, ui.Terminal{In: os.Stdin, Out: os.Stdout, Environ: os.Environ()}, options)
		},
	}, os.Args[1:])
}

// choose opens a list.
func choose(sources []string) (*ui.Opened, error) {
	opened, err := content.Choose(sources)
	if err != nil {
		return nil, err
	}
	return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
}

// openAs opens documents for the program of that name.
func openAs(name string) func(source string) (*ui.Opened, error) {
	return func(source string) (*ui.Opened, error) {
		opened, err := content.Open(source, os.Stdin)
		switch {
		case err != nil:
			return nil, err
		case name == slow:
			opened.Rest = gated(opened.Rest)
		case name != gloss:
			text, err := opened.Whole(context.Background())
			return &ui.Opened{Head: &breaking{Text: text, where: name}}, err
		}
		return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
	}
}

// command is the program with nothing of its user's: no settings, no home, no
// clipboard, no network.
func command(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	empty := t.TempDir()
	cmd.Dir = empty
	cmd.Env = []string{
		asProgram + "=" + gloss, "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8",
		"HOME=" + empty, "XDG_CONFIG_HOME=" + empty, "XDG_STATE_HOME=" + empty, "XDG_CACHE_HOME=" + empty,
		"TMPDIR=" + empty, "GORACE=atexit_sleep_ms=0", "PATH=" + empty,
	}
	return cmd
}
