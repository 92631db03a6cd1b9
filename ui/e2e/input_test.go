//go:build unix

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"gloss/ui/screentest"
)

// Standard input that is no terminal leaves the keys to the one that the program
// runs in: where a shell's loop reads a list, or xargs starts the program, or
// there is no standard input at all.
func TestKeysWithoutStandardInput(t *testing.T) {
	for name, line := range map[string]string{
		"nothing": `"$GLOSS" </dev/null`,
		"a list":  `echo one | while read line; do "$GLOSS"; done`,
		"a pipe":  `echo one | "$GLOSS"`,
		"closed":  `"$GLOSS" <&-`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inner := command(t)
			cmd := exec.Command("/bin/sh", "-c", line)
			cmd.Dir, cmd.Env = inner.Dir, append(inner.Env, "GLOSS="+inner.Path)
			r := open(t, cmd, "", 80, 24)
			r.press("]", "section 2", func(s screentest.Screen) bool { return r.section(s) == 2 })
			r.quit()
		})
	}
}

// What comes from standard input is read while it still arrives, with the keys
// of the terminal.
func TestReadsStandardInput(t *testing.T) {
	t.Parallel()
	inner := command(t)
	gates := [...]string{filepath.Join(t.TempDir(), "gate"), filepath.Join(t.TempDir(), "gate")} // one each: a second look at one may still see the end of the first
	for _, gate := range gates {
		if err := syscall.Mkfifo(gate, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("/bin/sh", "-c", `{ echo "# First part"; echo; echo Words.; read go <"$GATE1"
		echo; echo "# Second part"; echo; echo More words.; echo; echo And more.; read go <"$GATE2"
		echo; echo "# Third part"; } | "$GLOSS" -`)
	cmd.Dir, cmd.Env = inner.Dir, append(inner.Env, "GLOSS="+inner.Path, "GATE1="+gates[0], "GATE2="+gates[1])
	r := &reader{Terminal: screentest.Start(t, cmd, 80, 24), t: t, cols: 80, rows: 24}
	r.AwaitText("First part")
	r.press("?", "help", func(s screentest.Screen) bool { return s.Shows("Looking things up") })
	r.press(esc, "the text", func(s screentest.Screen) bool { return !s.Shows("Looking things up") })
	goOn := func(gate string) {
		t.Helper()
		if err := os.WriteFile(gate, []byte("on\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	goOn(gates[0])
	r.AwaitText("More words.")
	r.press("]", "section 2 while it reads on", func(s screentest.Screen) bool { return r.section(s) == 2 && s.Shows("reading on…") })
	goOn(gates[1])
	r.AwaitText("Third part")
	r.press("]", "section 3, and the end", func(s screentest.Screen) bool { return r.section(s) == 3 && !s.Shows("reading on…") })
	r.quit()
}

// Where there is no terminal to take keys from, one line says so.
func TestNoKeysAtAll(t *testing.T) {
	t.Parallel()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	defer tty.Close()
	var stderr bytes.Buffer
	cmd := command(t)
	cmd.Stdout, cmd.Stderr = tty, &stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // and so no controlling terminal
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("ended with %v, want exit status 2", err)
	}
	const want = "gloss: no keys to read with: neither standard input nor anything else here is a terminal (gloss print writes the text)\n"
	if stderr.String() != want {
		t.Errorf("says %q, want %q", stderr.String(), want)
	}
}
