//go:build unix

package e2e

import (
	"os/exec"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// prompt is what the shell of these tests says when it waits.
const prompt = "READY> "

// shell is an interactive shell with job control in which gloss is a command.
func shell(t *testing.T) *exec.Cmd {
	t.Helper()
	inner := command(t)
	cmd := exec.Command("/bin/sh", "-i")
	cmd.Dir = inner.Dir
	cmd.Env = append(inner.Env, "PS1="+prompt, "GLOSS="+inner.Path)
	return cmd
}

// Ctrl-z gives the terminal back to the shell as it was; fg brings the reader
// back whole, also into a window that has another size by then.
func TestSuspend(t *testing.T) {
	t.Parallel()
	r := &reader{Terminal: screentest.Start(t, shell(t), 120, 40), t: t, cols: 120, rows: 40}
	ready := func(s screentest.Screen) bool {
		return s.Cursor.Shown && s.Cursor.X == len(prompt) && s.Rows[s.Cursor.Y] == strings.TrimSpace(prompt)
	}
	r.Await("the shell", ready)
	r.Type("\"$GLOSS\"" + enter)
	r.awaitOpen("")
	before := r.press("]", "section 2", func(s screentest.Screen) bool { return r.section(s) == 2 && r.settled(s) })

	r.press(ctrl('z'), "the shell", ready)
	if r.AltScreen() {
		t.Error("the shell has the alternate screen")
	}
	for _, left := range r.Left() {
		t.Errorf("the shell has the terminal with what gloss set: %s", left)
	}
	r.press("fg"+enter, "the text as it was:\n"+before.String()+"\n", r.likeText(before))
	r.press("?", "help", func(s screentest.Screen) bool { return s.Shows("Keys") })
	r.press(esc, "the text as it was", r.likeText(before))

	r.press(ctrl('z'), "the shell", ready)
	r.Resize(80, 24)
	r.cols, r.rows = 80, 24
	r.press("fg"+enter, "section 2 in the new size", func(s screentest.Screen) bool { return r.settled(s) && r.section(s) == 2 })
	r.Resize(120, 40)
	r.cols, r.rows = 120, 40
	r.Await("the text as it was:\n"+before.String()+"\n", r.likeText(before))

	r.press("q", "the shell", ready)
	r.press("echo status $?"+enter, "exit status 0", func(s screentest.Screen) bool { return s.Shows("status 0") })
	r.Type("exit" + enter)
	r.AwaitExit()
	r.clean()
}

// Without a shell that could bring it back gloss stays, and says why.
func TestSuspendWithoutAShell(t *testing.T) {
	t.Parallel()
	r := openArticle(t, 80, 24)
	r.press(ctrl('z'), "why not", func(s screentest.Screen) bool { return s.Shows("not suspended") })
	r.press("]", "section 2", func(s screentest.Screen) bool { return r.section(s) == 2 })
	r.quit()
}
