//go:build unix

package content

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// To open a pipe would wait for its writer: it is in no list, and who names it
// learns what it is.
func TestPipesAreNotWaitedFor(t *testing.T) {
	dir := fill(t, "a.md")
	pipe := filepath.Join(dir, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	done := make(chan string)
	go func() {
		entries, _ := list([]string{dir})
		_, first := Glance(pipe)
		done <- shown(entries) + ": " + first
	}()
	select {
	case got := <-done:
		if want := "a.md: no regular file"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
	}
}
