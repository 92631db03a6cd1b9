//go:build unix

package e2e

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"gloss/content"
	"gloss/ui/screentest"
)

// gate is the environment variable that names a pipe: the rest of a text is read
// once somebody has opened its other end.
const gate = "GLOSS_E2E_GATE"

// gated is the rest of a text behind the gate.
func gated(rest func(context.Context) iter.Seq2[*content.Text, error]) func(context.Context) iter.Seq2[*content.Text, error] {
	return func(ctx context.Context) iter.Seq2[*content.Text, error] {
		return func(yield func(*content.Text, error) bool) {
			if _, err := os.ReadFile(os.Getenv(gate)); err != nil {
				yield(nil, err)
				return
			}
			rest(ctx)(yield)
		}
	}
}

// openSlowly opens a long text of which the beginning alone has been read; the
// function it returns lets the rest be read.
func openSlowly(t *testing.T) (r *reader, readOn func()) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# A long text\n\nThe first needle.\n\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "## Part %d\n\n%s\n\n", i, strings.Repeat("Hay and more hay. ", 10))
	}
	b.WriteString("The second needle.\n\nThe third needle, and the end.\n")
	path := filepath.Join(t.TempDir(), "long.md")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(t.TempDir(), "gate")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := command(t, path)
	cmd.Env = append(cmd.Env, asProgram+"="+slow, gate+"="+pipe)
	r = open(t, cmd, path, 120, 40)
	r.AwaitText("reading on")
	return r, func() {
		t.Helper()
		f, err := os.OpenFile(pipe, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
}

// Who does not wait until all is read misses nothing of it.
func TestReadBeforeAllIsRead(t *testing.T) {
	t.Run("the end", func(t *testing.T) {
		t.Parallel()
		r, readOn := openSlowly(t)
		r.press("G", "the end of the beginning", func(s screentest.Screen) bool { return !r.atStart(s) })
		readOn()
		r.Await("the end of the text", func(s screentest.Screen) bool { return r.atEnd(s) && r.percent(s) == 100 })
		r.quit()
	})
	t.Run("find", func(t *testing.T) {
		t.Parallel()
		r, readOn := openSlowly(t)
		r.Type("/needle")
		r.AwaitText("1 of 1…")
		r.Type(enter)
		before := r.Await("the prompt closed", func(s screentest.Screen) bool { return r.percent(s) >= 0 })
		readOn()
		s := r.AwaitText("1 of 3")
		if r.prose(s)[0] != r.prose(before)[0] {
			t.Errorf("reading on moved the text:\n%s", s)
		}
		r.press("n", "the second match", func(s screentest.Screen) bool { return s.Shows("2 of 3") && s.Shows("The second needle.") })
		r.quit()
	})
	t.Run("find what is further on", func(t *testing.T) {
		t.Parallel()
		r, readOn := openSlowly(t)
		r.Type("/third needle")
		r.AwaitText("searching…")
		readOn()
		r.Await("the match", func(s screentest.Screen) bool { return s.Shows("1 of 1") && s.Shows("The third needle") })
		r.press(enter, "the prompt closed", func(s screentest.Screen) bool { return r.percent(s) == 100 })
		r.quit()
	})
	t.Run("look-up", func(t *testing.T) {
		t.Parallel()
		r, readOn := openSlowly(t)
		r.Type(":third needle")
		r.AwaitText("still reading…")
		readOn()
		r.Await("the answer", func(s screentest.Screen) bool {
			return s.Shows("The third needle, and the end.") && !s.Shows("still reading")
		})
		r.press(enter, "the passage", func(s screentest.Screen) bool { return r.marked(s, dark.Passage) == "Thethirdneedle,andtheend." })
		r.quit()
	})
	t.Run("quit", func(t *testing.T) {
		t.Parallel()
		r, _ := openSlowly(t)
		r.quit()
	})
}
