package html

import (
	"strings"

	"golang.org/x/net/html"
)

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(names) {
		m[name] = true
	}
	return m
}

var (
	headings = set("h1 h2 h3 h4 h5 h6")
	// blocks begin and end a line and mean no more than that.
	blocks = set(`address article aside body caption center colgroup dd details dialog dir div dl dt fieldset figcaption
		figure footer form frameset header hgroup html legend li main menu nav noframes optgroup option p search section
		summary tbody td tfoot th thead tr pre blockquote ul ol table`)
	// nests are written into a text of their own.
	nests = set("blockquote ul ol li strong em del")
	// blockNest are those of them that are blocks.
	blockNest = set("blockquote ul ol li")
	// unseen are never shown.
	unseen = set(`script style noscript template head meta link title base iframe frame object embed applet canvas svg
		audio video source track map area param input textarea select datalist button progress meter annotation rp`)
)

// same are the elements that are shown as another.
var same = map[string]string{
	"b": "strong", "i": "em", "cite": "em", "dfn": "em", "s": "del", "strike": "del", "menu": "ul", "dir": "ul",
	"var": "em", "samp": "code", "kbd": "code", "tt": "code", "listing": "pre", "xmp": "pre", "plaintext": "pre",
}

// hidden reports whether an element shows nothing, by its name, its attributes
// or the customary classes of text for screen readers alone.
func hidden(n *html.Node) bool {
	if unseen[n.Data] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" && n.Data != "img" && n.Data != "pre" {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		case "class":
			for class := range strings.FieldsSeq(a.Val) {
				if offScreen[class] {
					return true
				}
			}
		}
	}
	return false
}

var offScreen = set("sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text")
