//go:build unix

package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// server is a web server on this machine with one page that waits to be let go.
func server(t *testing.T, wait <-chan struct{}) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/story" {
			http.NotFound(w, r)
			return
		}
		select {
		case <-wait:
		case <-r.Context().Done():
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<title>A Page</title><h1>A Page</h1><p>The lighthouse <a href='/b'>stands</a>.</p><h2>Second</h2><p>Words.</p>")
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// A page of the web is read while the keys live.
func TestReadsAnAddress(t *testing.T) {
	t.Parallel()
	wait := make(chan struct{})
	address := server(t, wait) + "/story"
	r := &reader{Terminal: screentest.Start(t, command(t, address), 80, 24), t: t, cols: 80, rows: 24}
	r.AwaitText("reading on…")
	r.press("?", "help", func(s screentest.Screen) bool { return s.Shows("Looking things up") })
	r.press(esc, "the screen without help", func(s screentest.Screen) bool { return !s.Shows("Looking things up") })
	close(wait)
	r.AwaitText("The lighthouse stands.")
	r.press("]", "section 2", func(s screentest.Screen) bool { return r.section(s) == 2 })
	r.press("f", "the links", func(s screentest.Screen) bool { return s.Shows(strings.TrimSuffix(address, "/story") + "/b") })
	r.press(esc, "the text", func(s screentest.Screen) bool { return s.Shows("Words.") && s.Shows("? help") })
	r.quit()
}

// q leaves a server that does not answer.
func TestLeavesASlowServer(t *testing.T) {
	t.Parallel()
	r := &reader{Terminal: screentest.Start(t, command(t, server(t, nil)+"/story"), 80, 24), t: t, cols: 80, rows: 24}
	r.AwaitText("reading on…")
	r.quit()
}

// What went wrong stands on one line.
func TestSaysWhatIsWrongWithAnAddress(t *testing.T) {
	t.Parallel()
	r := &reader{Terminal: screentest.Start(t, command(t, server(t, nil)+"/other"), 80, 24), t: t, cols: 80, rows: 24}
	r.AwaitText("the server answers 404 not found")
	r.quit()
}
