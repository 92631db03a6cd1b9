package content

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"
)

// goroutines are those that run now: what each does, by its number.
func goroutines() map[string]string {
	buffer := make([]byte, 1<<20)
	all := map[string]string{}
	for stack := range strings.SplitSeq(string(buffer[:runtime.Stack(buffer, true)]), "\n\n") {
		number, _, _ := strings.Cut(stack, " [")
		all[number] = stack
	}
	return all
}

// checkGone holds that all goroutines that were begun since before have ended, or
// are about to.
func checkGone(t *testing.T, before map[string]string) {
	t.Helper()
	for deadline := time.Now().Add(hangGuard); ; runtime.Gosched() {
		left := goroutines()
		for number := range before {
			delete(left, number)
		}
		if len(left) == 0 {
			return
		}
		if time.Now().After(deadline) {
			for _, stack := range left {
				t.Errorf("still running:\n%s", stack)
			}
			return
		}
	}
}

// impatient is a context that ends when it has been asked whether it has, as
// often as is said.
type impatient struct {
	context.Context
	asks int
}

func (c *impatient) Err() error {
	if c.asks--; c.asks < 0 {
		return context.Canceled
	}
	return nil
}

// Nothing goes on behind a source that was read, or whose reader left in the
// midst of it.
func TestNothingIsLeftRunning(t *testing.T) {
	chapters := make([]string, 3000)
	for i := range chapters {
		chapters[i] = fmt.Sprint("Chapter", i)
	}
	long := longText(3 << 20)
	for name, data := range map[string]string{
		"text.md": long, "text.txt": long, "text.go": long, "text.csv": many(300_000, "a,b\n"), "text.md.gz": packed(long),
		"latin.md": long + "d\xe9j\xe0 vu", "page.html": "<p>" + long, "book.epub": book(chapters...), "merges.md": pathological["merges.md"].data,
		"half.txt.gz": pathological["half.txt.gz"].data, "half.epub": pathological["half.epub"].data,
	} {
		path := write(t, name, data)
		before := goroutines()
		opened, err := Open(path, nil)
		if err == nil && opened.Rest != nil {
			if _, err := opened.Whole(&impatient{t.Context(), 2}); !errors.Is(err, context.Canceled) && name != "half.txt.gz" {
				t.Errorf("%s: whoever leaves is told %v", name, err)
			}
			_, _ = opened.Whole(t.Context())
		}
		checkGone(t, before)
	}
}

// Nor behind an address: one that is read, one that its reader leaves at its
// first words, and one that nobody answers for.
func TestNothingIsLeftOfAnAddress(t *testing.T) {
	before := goroutines()
	begun := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "# Words\n")
		if r.URL.Path == "/slow" {
			w.(http.Flusher).Flush()
			close(begun)
			<-r.Context().Done()
		}
	}))
	for _, path := range []string{"/fast", "/slow"} {
		opened, err := Open(server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		ctx, leave := context.WithCancel(t.Context())
		go func() {
			<-begun
			leave()
		}()
		if _, err := opened.Whole(ctx); errors.Is(err, context.Canceled) != (path == "/slow") {
			t.Errorf("%s ends with %v", path, err)
		}
	}
	server.Close()
	if opened, err := Open(server.URL, nil); err == nil {
		_, _ = opened.Whole(t.Context())
	}
	checkGone(t, before)
}

// Standard input is read to its end, for who writes it should not wait. Then
// nothing is left of it, whether or not anybody waited.
func TestNothingIsLeftOfStandardInput(t *testing.T) {
	before := goroutines()
	from, to := io.Pipe()
	go func() { _, _ = io.WriteString(to, longText(100<<10)) }()
	opened, err := Open("-", from)
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := opened.Whole(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("whoever leaves is told %v", err)
	}
	_ = to.Close()
	checkGone(t, before)
}
