package content

import (
	"net/url"
	"strings"

	"gloss/content/clean"
	"gloss/content/markdown"
)

// Anchor is the place that a link to #name leads to. A name may be
// percent-encoded, and letters that are capital by mistake do not matter; none
// and "top" are the beginning. The first call reads the names of the whole
// text, which takes about a second for a hundred megabytes.
func (t *Text) Anchor(name string) (at int, ok bool) {
	anchors := t.anchors()
	decoded := name
	if raw, err := url.PathUnescape(name); err == nil {
		decoded = clean.Line(raw) // decoding may bring anything back
	}
	for _, name := range []string{name, decoded, markdown.Anchor(decoded)} {
		if at, ok = anchors[name]; ok && name != "" {
			return at, true
		}
	}
	return 0, decoded == "" || strings.EqualFold(decoded, "top")
}
