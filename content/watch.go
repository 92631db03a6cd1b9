package content

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watch tells when files changed: the one that was opened and its notes. It
// watches their directories, as most editors put a new file in the place of the
// old one.
type watch struct {
	mu    sync.Mutex             // one waits at a time: the one before may be about to end
	files map[string]os.FileInfo // as they were last seen; nil where there is none
}

// newWatch sees files as they are now. It comes before they are read, so that
// what changes in between is noticed.
func newWatch(paths ...string) *watch {
	w := &watch{files: map[string]os.FileInfo{}}
	for _, path := range paths {
		if path != "" {
			w.files[path], _ = os.Stat(path)
		}
	}
	return w
}

// settled is how long a directory must be quiet before the files are looked at:
// a file is written in several goes, and replaced in several steps.
const settled = 50 * time.Millisecond

// wait returns nil when a file is another than the one seen last, and the error
// of ctx or of the file system where it cannot tell.
func (w *watch) wait(ctx context.Context) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	names := map[string]bool{}
	for path := range w.files {
		for _, file := range ways(path) {
			if err := watcher.Add(filepath.Dir(file)); err != nil {
				return err
			}
			names[filepath.Base(file)] = true
		}
	}
	quiet := time.NewTimer(settled) // it may have changed before this
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case event, ok := <-watcher.Events:
			if !ok {
				return fsnotify.ErrClosed
			}
			if names[filepath.Base(event.Name)] {
				quiet.Reset(settled)
			}
		case <-watcher.Errors: // such as too much at once: look what it was
			quiet.Reset(settled)
		case <-quiet.C:
			if ctx.Err() == nil && w.changed() { // nobody would hear of it
				return nil
			}
		}
	}
}

// ways is a path, and the file that it leads to where it is a link.
func ways(path string) []string {
	if file, err := filepath.EvalSymlinks(path); err == nil && file != filepath.Clean(path) {
		return []string{path, file}
	}
	return []string{path}
}

// changed looks at the files again.
func (w *watch) changed() bool {
	changed := false
	for path, before := range w.files {
		now, _ := os.Stat(path)
		w.files[path] = now
		changed = changed || !same(before, now)
	}
	return changed
}

func same(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}
