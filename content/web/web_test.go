package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// site is a server on this machine that does what servers should not, by path.
func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
		_, _ = io.WriteString(w, "<p>caf\xe9")
	})
	mux.HandleFunc("/on", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/out", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/gone", http.NotFound)
	mux.HandleFunc("/picture", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for chunk := strings.Repeat("x", 1<<20); r.Context().Err() == nil; {
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 100 {
			_, _ = z.Write(make([]byte, 1<<20))
		}
		_ = z.Close()
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, "only this")
	})
	mux.HandleFunc("/unlabelled", func(w http.ResponseWriter, r *http.Request) {
		w.Header()["Content-Type"] = nil
		_, _ = io.WriteString(w, "words")
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestGet(t *testing.T) {
	base := site(t)
	for path, want := range map[string]Page{
		"/page":       {Type: "text/html", Charset: "ISO-8859-1", Data: "<p>caf\xe9"},
		"/on":         {Type: "text/html", Charset: "ISO-8859-1", Data: "<p>caf\xe9"},
		"/unlabelled": {Data: "words"},
	} {
		page, err := Get(t.Context(), base+path, func(_, _ int64) {})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if path == "/on" && page.URL.Path != "/page" {
			t.Errorf("%s came from %s", path, page.URL)
		}
		page.URL = nil
		if *page != want {
			t.Errorf("%s gave %+v, want %+v", path, *page, want)
		}
	}
}

// Every failure is one line that begins with the address and says what is wrong.
func TestFailures(t *testing.T) {
	base := site(t)
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	tls := httptest.NewUnstartedServer(http.NotFoundHandler())
	tls.Config.ErrorLog = log.New(io.Discard, "", 0)
	tls.StartTLS()
	defer tls.Close()
	for address, want := range map[string]string{
		base + "/gone":    "the server answers 404 not found",
		base + "/picture": "is image/png, which gloss does not read",
		base + "/round":   "sends one on and on, over 10 times",
		base + "/out":     "sends one on to file, which is no web address",
		base + "/endless": "is more than 64 MB",
		base + "/bomb":    "is more than 64 MB",
		base + "/short":   "the connection broke before all of it was here",
		closed.URL:        "127.0.0.1 refuses the connection",
		tls.URL:           "its certificate is signed by nobody known",
		strings.Replace(base, "http", "https", 1): "it does not speak https: try http",
		"ftp://example.org/a":                     "gloss opens http and https only",
		"https://":                                "no address of a page",
	} {
		_, err := Get(t.Context(), address, func(_, _ int64) {})
		if err == nil || !strings.HasPrefix(err.Error(), address+": ") || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
}

// No server gets from a secure connection to one that is not.
func TestNoWayFromSecureToOpen(t *testing.T) {
	open := site(t)
	secure := httptest.NewTLSServer(http.RedirectHandler(open+"/page", http.StatusFound))
	defer secure.Close()
	before := client.Transport
	client.Transport = secure.Client().Transport
	defer func() { client.Transport = before }()
	if _, err := Get(t.Context(), secure.URL, func(_, _ int64) {}); err == nil || !strings.Contains(err.Error(), "from https to http") {
		t.Errorf("it leads on: %v", err)
	}
}

// Whoever does not want to wait need not.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	arrived := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(arrived)
		<-r.Context().Done()
	}))
	defer server.Close()
	go func() {
		<-arrived
		cancel()
	}()
	if _, err := Get(ctx, server.URL, func(_, _ int64) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
}

func TestIs(t *testing.T) {
	for source, want := range map[string]bool{
		"https://a.org": true, "HTTP://a.org/b": true, "file:///a": true, "a.md": false, "./a://b": false, "://b": false, "a b://c": false, "C:\\x": false,
	} {
		if got := Is(source); got != want {
			t.Errorf("%q is an address: %v, want %v", source, got, want)
		}
	}
}

func ExampleGet() {
	_, err := Get(context.Background(), "gopher://example.org", func(_, _ int64) {})
	fmt.Println(err)
	// Output: gopher://example.org: gloss opens http and https only
}
