//go:build unix

package e2e

import (
	"bytes"
	"context"
	"iter"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"gloss/model"
	"gloss/ui"
	"gloss/ui/screentest"
)

// breaking is a text that panics where a test wants it to. The program as it
// ships has no such place: these are programs of this test binary.
type breaking struct {
	ui.Text
	where string
	armed atomic.Bool
}

// breakings are the ways in which a program of the tests can break.
var breakings = []struct {
	where string // method of the text that panics, and who calls it
	keys  []string
}{
	{"Leaves in a worker", []string{"G"}},
	{"Find in Update", []string{"/", "x"}},
	{"Find in a command", []string{"/", "x"}},
	{"Look in a command", []string{":", "x"}},
	{"Quote in a command", []string{"y"}},
	{"Document in View", []string{"/", "x"}},
}

func (b *breaking) Leaves(block model.Block) []model.Leaf {
	if b.where == "Leaves in a worker" && block.End == len(b.Document().Text) {
		panic(b.where)
	}
	return b.Text.Leaves(block)
}

func (b *breaking) Find(ctx context.Context, query string, from int) iter.Seq[[]model.Span] {
	switch b.where {
	case "Find in Update":
		panic(b.where)
	case "Find in a command":
		return func(func([]model.Span) bool) { panic(b.where) }
	case "Document in View":
		b.armed.Store(true)
	}
	return b.Text.Find(ctx, query, from)
}

func (b *breaking) Look(ctx context.Context, query string, limit int) ([]model.Hit, bool) {
	if b.where == "Look in a command" {
		panic(b.where)
	}
	return b.Text.Look(ctx, query, limit)
}

func (b *breaking) Quote(span model.Span) string {
	if b.where == "Quote in a command" {
		panic(b.where)
	}
	return b.Text.Quote(span)
}

func (b *breaking) Document() *model.Document {
	if b.armed.Load() && bytes.Contains(debug.Stack(), []byte("(*App).View")) {
		panic(b.where)
	}
	return b.Text.Document()
}

// A mistake of gloss itself does not cost its user the terminal: it is restored,
// the mistake is told on standard error, and the exit status is not 0.
func TestPanicRestoresTheTerminal(t *testing.T) {
	for _, c := range breakings {
		t.Run(c.where, func(t *testing.T) {
			t.Parallel()
			var stderr bytes.Buffer
			cmd := command(t)
			cmd.Env = append(cmd.Env, asProgram+"="+c.where)
			cmd.Stderr = &stderr
			r := open(t, cmd, "", 80, 24)
			r.Type(c.keys...)
			if status := r.AwaitExit(); status == 0 {
				t.Error("exit status 0")
			}
			r.clean()
			if said := stderr.String(); !strings.HasPrefix(said, "gloss: ") || !strings.Contains(said, c.where) || !strings.Contains(said, "goroutine") {
				t.Errorf("standard error does not say what happened, and where:\n%s", said)
			}
		})
	}
}

// Whatever ends the program, the terminal is as it was.
func TestEndingsRestoreTheTerminal(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(r *reader)
	}{
		{"q", func(r *reader) { r.Type("q") }},
		{"Ctrl-c", func(r *reader) { r.Type(ctrl('c')) }},
		{"Ctrl-c in the look-up", func(r *reader) {
			r.press(":", "the look-up", func(s screentest.Screen) bool { return s.Shows("Look up") })
			r.Type(ctrl('c'))
		}},
		{"q in a window that is too small", func(r *reader) {
			r.resize(19, 5)
			r.Type("q")
		}},
		{"SIGINT", func(r *reader) { r.Signal(syscall.SIGINT) }},
		{"SIGTERM", func(r *reader) { r.Signal(syscall.SIGTERM) }},
		{"SIGHUP", func(r *reader) { r.Signal(syscall.SIGHUP) }},
		{"SIGQUIT", func(r *reader) { r.Signal(syscall.SIGQUIT) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := openArticle(t, 80, 24)
			c.end(r)
			if status := r.AwaitExit(); status != 0 {
				t.Errorf("exit status %d, want 0", status)
			}
			r.clean()
		})
	}
}
