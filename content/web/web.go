// Package web fetches one page from the network: what the reader named and
// nothing else. It owns the limits that keep a server from doing harm, and says
// on one line what went wrong. It knows nothing of what the bytes mean.
package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// The limits of a fetch.
const (
	// sizeMax is the most that is taken, unpacked, in bytes.
	sizeMax = 64 << 20
	// redirectsMax is how many times a server may send us on.
	redirectsMax = 10
	connectTime  = 10 * time.Second
	answerTime   = 20 * time.Second // from the question to the first byte of an answer
	totalTime    = 2 * time.Minute
)

// Page is what an address gave.
type Page struct {
	URL     *url.URL // where it came from in the end
	Type    string   // "text/html"; "" where the server does not say
	Charset string   // "" where the server does not say
	Data    string
}

// Is reports whether a source is an address, of the web or another.
func Is(source string) bool {
	scheme, _, ok := strings.Cut(source, "://")
	return ok && scheme != "" && strings.IndexFunc(scheme, func(r rune) bool {
		return !('a' <= r|0x20 && r|0x20 <= 'z') && !('0' <= r && r <= '9') && !strings.ContainsRune("+-.", r)
	}) < 0
}

// Get fetches an address of http or https. Its errors are one line that begins
// with the address as it was given. progress is told how many bytes have come,
// unpacked, and of how many, 0 where the server does not say.
func Get(ctx context.Context, address string, progress func(done, total int64)) (*Page, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "":
		return nil, fmt.Errorf("%s: no address of a page", address)
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%s: gloss opens http and https only", address)
	}
	ctx, cancel := context.WithTimeout(ctx, totalTime)
	defer cancel()
	page, err := get(ctx, u, progress)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", address, said(err, u.Hostname()))
	}
	return page, nil
}

var client = &http.Client{
	Transport: &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: connectTime}).DialContext,
		TLSHandshakeTimeout:   connectTime,
		ResponseHeaderTimeout: answerTime,
		DisableKeepAlives:     true,
		ForceAttemptHTTP2:     true,
	},
	CheckRedirect: func(next *http.Request, before []*http.Request) error {
		switch last := before[len(before)-1].URL; {
		case len(before) > redirectsMax:
			return fmt.Errorf("sends one on and on, over %d times", redirectsMax)
		case next.URL.Scheme != "http" && next.URL.Scheme != "https":
			return fmt.Errorf("sends one on to %s, which is no web address", next.URL.Scheme)
		case last.Scheme == "https" && next.URL.Scheme == "http":
			return errors.New("sends one on from https to http, which anybody on the way could read and change")
		}
		return nil
	},
}

func get(ctx context.Context, u *url.URL, progress func(done, total int64)) (*Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "gloss (a reader in the terminal)")
	request.Header.Set("Accept", "text/html,application/xhtml+xml,text/markdown,text/*;q=0.9,application/epub+zip,*/*;q=0.5")
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answers %d %s", response.StatusCode, strings.ToLower(http.StatusText(response.StatusCode)))
	}
	kind, parameters, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err != nil {
		kind, parameters = "", nil
	}
	if !readable(kind) {
		return nil, fmt.Errorf("is %s, which gloss does not read", kind)
	}
	var data strings.Builder
	progress(0, response.ContentLength)
	n, err := io.Copy(&counted{Writer: &data, total: response.ContentLength, progress: progress}, io.LimitReader(response.Body, sizeMax+1))
	switch {
	case err != nil:
		return nil, err
	case n > sizeMax:
		return nil, fmt.Errorf("is more than %d MB", sizeMax>>20)
	}
	return &Page{response.Request.URL, kind, parameters["charset"], data.String()}, nil
}

// counted tells of what is written.
type counted struct {
	io.Writer
	done, total int64
	progress    func(done, total int64)
}

// Write writes, and tells of it.
func (c *counted) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.done += int64(n)
	c.progress(c.done, c.total)
	return n, err
}

// readable reports whether a type may be text. A server that knows no better
// calls everything a stream of bytes: what it is will show.
func readable(kind string) bool {
	if kind == "" || strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "+xml") || strings.HasSuffix(kind, "+json") {
		return true
	}
	return slices.Contains([]string{
		"application/json", "application/xml", "application/yaml", "application/toml", "application/javascript", "application/epub+zip",
		"application/gzip", "application/x-gzip", "application/octet-stream", "application/markdown", "application/x-ndjson",
	}, kind)
}
