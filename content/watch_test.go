package content

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A file that is written to, replaced, removed or made again has changed, and
// so has one whose notes have; what happens beside it is of no interest.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	path, notes := filepath.Join(dir, "story.md"), filepath.Join(dir, "story.notes.yaml")
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("story.md", "One")
	link := filepath.Join(t.TempDir(), "link.md")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	for _, opened := range []string{path, link} {
		w := newWatch(opened, notes)
		for _, step := range []struct {
			what string
			do   func()
		}{
			{"written to", func() { put("story.md", "One, two") }},
			{"replaced", func() {
				put("story.md~", "One, tw0")
				if err := os.Rename(filepath.Join(dir, "story.md~"), path); err != nil {
					t.Fatal(err)
				}
			}},
			{"removed", func() { _ = os.Remove(path) }},
			{"made again", func() { put("story.md", "Three") }},
			{"given notes", func() { put("story.notes.yaml", "facts: []") }},
			{"left without notes", func() { _ = os.Remove(notes) }},
		} {
			put("other.md", step.what)
			if w.changed() {
				t.Errorf("before it is %s %s has changed", step.what, opened)
			}
			done := make(chan error)
			go func() { done <- w.wait(t.Context()) }()
			step.do()
			if err := <-done; err != nil {
				t.Fatalf("%s is %s: %v", opened, step.what, err)
			}
			if w.changed() {
				t.Errorf("%s, %s, has changed again", opened, step.what)
			}
		}
	}
}

// Whoever does not wait any more need not.
func TestWatchStops(t *testing.T) {
	w := newWatch(write(t, "a.md", "text"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.wait(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	if err := newWatch(filepath.Join(t.TempDir(), "no", "such.md")).wait(t.Context()); err == nil {
		t.Error("what cannot be watched is watched")
	}
}
