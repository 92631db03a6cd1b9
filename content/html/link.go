package html

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// schemes are those that a link may have. A page's javascript: and data: do
// nothing in a terminal, and its file: is none of the page's business.
var schemes = map[string]bool{"http": true, "https": true, "mailto": true, "ftp": true, "tel": true, "": true}

// safe is a link's target as a browser reads it, "" where it leads nowhere.
func safe(target string) string {
	target = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == utf8Error {
			return -1
		}
		return r
	}, strings.TrimSpace(target))
	if scheme, _, found := strings.Cut(target, ":"); found && !strings.ContainsAny(scheme, "/?#") &&
		!schemes[strings.ToLower(strings.TrimSpace(scheme))] {
		return ""
	}
	return target
}

const utf8Error = '\uFFFD'

// resolver makes targets absolute: against the page's own <base>, against base,
// or, where there is neither, not at all. A link into the page itself stays one.
func resolver(doc *html.Node, base *url.URL) func(string) string {
	own := base
	if tag := first(doc, "base"); tag != nil {
		if at, err := url.Parse(safe(attribute(tag, "href"))); err == nil {
			if own != nil {
				at = own.ResolveReference(at)
			}
			// A base that is no web address, or none at all, has no say.
			if (at.Scheme == "http" || at.Scheme == "https") && at.Host != "" {
				base = at
			}
		}
	}
	return func(target string) string {
		if base == nil || strings.HasPrefix(target, "#") {
			return target
		}
		at, err := url.Parse(target)
		if err != nil {
			return ""
		}
		at = base.ResolveReference(at)
		if own != nil && at.Fragment != "" && page(at) == page(own) {
			return "#" + at.EscapedFragment()
		}
		return at.String()
	}
}

// page is an address without its fragment.
func page(at *url.URL) string {
	whole := *at
	whole.Fragment, whole.RawFragment = "", ""
	return whole.String()
}

// destination is a target as Markdown holds it in parentheses.
func destination(target string) string {
	var b strings.Builder
	for _, c := range []byte(target) {
		if c <= ' ' || strings.IndexByte("()<>[]\\\"`|", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	out := b.String()
	if strings.ContainsRune(out, '&') {
		out = escapeEntities(out)
	}
	return harmless(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, out))
}

// escapeEntities keeps the & of a query from being read as an entity.
func escapeEntities(target string) string {
	parts := strings.Split(target, "&")
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteByte('&')
			if entity(part) {
				b.WriteString("amp;")
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

// fragment is the id that a target within the page leads to, "" for others.
func fragment(target string) string {
	id, found := strings.CutPrefix(target, "#")
	if !found {
		return ""
	}
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	return id
}
