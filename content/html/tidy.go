package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// nestMax is how deep lists, quotes and emphasis may nest. Each is written
	// into a text of its own, which is copied, and a quote marks each of its
	// lines: 500 quotes around 1 MB of short lines would be a gigabyte.
	nestMax = 16
	// anchor is the element that keeps the id of one that a link leads to.
	anchor = "anchor"
	// cellBreak is a line's end in a table.
	cellBreak = "cellbreak"
)

// tidy is what of a tree can be shown, with no more elements than Markdown has:
// hidden things are gone, targets are resolved, and text stands in one piece.
func tidy(root *html.Node, link func(string) string) *html.Node {
	t := tidier{link: link}
	t.wanted = t.ids(root)
	out := element("div")
	t.children(out, root, 0)
	t.flush(out)
	return out
}

// tidier builds the new tree, and never changes the old one.
type tidier struct {
	link   func(string) string
	wanted map[string]bool // the ids that a link leads to
	text   strings.Builder // of the text that is read, for the node at the end
	inCell bool            // of a table
	inLink bool
	inHead bool // of a section: all of it is one line
}

// target is where a link leads, "" where it leads nowhere.
func (t *tidier) target(raw string) string {
	if raw = safe(raw); raw == "" {
		return ""
	}
	return t.link(raw)
}

// ids are those that links within the tree lead to.
func (t *tidier) ids(root *html.Node) map[string]bool {
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if n.DataAtom == atom.A {
			if id := fragment(t.target(attribute(n, "href"))); id != "" {
				ids[id] = true
			}
		}
	}
	return ids
}

func element(name string, attributes ...html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name)), Attr: attributes}
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// flush ends a run of text. Pages hold a million of them side by side, between
// comments and scripts that go: they are joined here, and once.
func (t *tidier) flush(to *html.Node) {
	if t.text.Len() > 0 {
		to.AppendChild(text(harmless(t.text.String())))
		t.text.Reset()
	}
}

func (t *tidier) add(to, child *html.Node) *html.Node {
	t.flush(to)
	to.AppendChild(child)
	return child
}

func (t *tidier) children(to, from *html.Node, nest int) {
	for c := from.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			t.text.WriteString(c.Data)
		case html.ElementNode:
			if !hidden(c) {
				t.element(to, c, nest)
			}
		case html.DocumentNode:
			t.children(to, c, nest)
		}
	}
}

// within puts an element with the children of another.
func (t *tidier) within(to, from *html.Node, nest int, name string, attributes ...html.Attribute) *html.Node {
	e := t.add(to, element(name, attributes...))
	t.mark(e, from)
	t.children(e, from, nest)
	t.flush(e)
	return e
}

// mark keeps the id of an element that a link leads to.
func (t *tidier) mark(to, from *html.Node) {
	id := attribute(from, "id")
	if id == "" && from.Data == "a" {
		id = attribute(from, "name")
	}
	if t.wanted[id] && id != "" && !strings.ContainsAny(id, " \t\n\r\f\"'<>&`\\[") {
		t.add(to, element(anchor, html.Attribute{Key: "id", Val: harmless(id)}))
		delete(t.wanted, id) // the first of that name
	}
}

func (t *tidier) element(to, n *html.Node, nest int) {
	name := n.Data
	if kept := same[name]; kept != "" {
		name = kept
	}
	switch {
	case name == "pre" && t.inHead:
		t.text.WriteByte(' ')
		t.mark(to, n)
		t.codeSpan(to, textOf(n))
		t.text.WriteByte(' ')
	case name == "pre":
		t.code(to, n)
	case name == "code":
		t.mark(to, n)
		t.codeSpan(to, textOf(n))
	case name == "br" && t.inCell:
		t.add(to, element(cellBreak))
	case name == "br", name == "hr":
		t.add(to, element(name))
	case name == "img":
		t.mark(to, n)
		t.picture(to, n)
	case name == "table":
		t.table(to, n, nest)
	case name == "dl" && nest < nestMax && onlyTerms(n):
		t.terms(to, n, nest+1)
	case name == "q":
		t.text.WriteString("“")
		t.children(to, n, nest)
		t.text.WriteString("”")
	case name == "a":
		t.anchor(to, n, nest)
	case nests[name] && !blockNest[name] && hasBlock(n):
		t.children(to, n, nest) // emphasis ends with its paragraph
	case nests[name] && nest < nestMax:
		t.within(to, n, nest+1, name, start(n)...)
	case headings[name]:
		outer := t.inHead
		t.inHead = true
		t.within(to, n, nest, name)
		t.inHead = outer
	case name == "p":
		t.within(to, n, nest, name)
	case blocks[name]:
		t.within(to, n, nest, "div")
	default:
		t.mark(to, n)
		t.children(to, n, nest)
	}
}

// codeSpan puts code within a line. A ] in code ends the text of a link if : or (
// follows, so there it is no code.
func (t *tidier) codeSpan(to *html.Node, code string) {
	if t.inLink && strings.ContainsRune(code, ']') {
		t.text.WriteString(code)
		return
	}
	if t.inCell {
		code = strings.ReplaceAll(code, "|", `\|`)
	}
	if code = harmless(code); code != "" {
		t.add(to, element("code")).AppendChild(text(code))
	}
}

// onlyTerms reports whether a list of terms is nothing else, and starts with one.
func onlyTerms(n *html.Node) bool {
	terms, meanings := 0, 0
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type != html.ElementNode || hidden(c):
		case c.Data == "dt" && !hasBlock(c) && textOf(c) != "":
			terms++
		case c.Data == "dd" && terms > 0:
			meanings++
		default:
			return false
		}
	}
	return meanings > 0
}

func (t *tidier) terms(to, n *html.Node, nest int) {
	t.mark(to, n)
	list := t.add(to, element("dl"))
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && !hidden(c) {
			t.within(list, c, nest, c.Data)
		}
	}
}

// start is the number of an ordered list's first item.
func start(n *html.Node) []html.Attribute {
	if n.Data != "ol" {
		return nil
	}
	if at, err := strconv.Atoi(attribute(n, "start")); err == nil && at >= 0 && at < 1e8 {
		return []html.Attribute{{Key: "start", Val: strconv.Itoa(at)}}
	}
	return nil
}

// anchor puts a link. One around blocks is set into the first of them that has
// text: Markdown's links end with their paragraph.
func (t *tidier) anchor(to, n *html.Node, nest int) {
	t.mark(to, n)
	target := t.target(attribute(n, "href"))
	if headings[to.Data] && permalink(textOf(n)) {
		return
	}
	if target == "" || nest >= nestMax {
		t.children(to, n, nest)
		return
	}
	href := html.Attribute{Key: "href", Val: destination(target)}
	if !hasBlock(n) {
		e := t.add(to, element("a", href))
		t.linked(e, n, nest+1)
		return
	}
	box := t.add(to, element("div"))
	t.linked(box, n, nest)
	if inner := firstLeaf(box); inner != nil {
		e := element("a", href)
		for c := inner.FirstChild; c != nil; c = inner.FirstChild {
			inner.RemoveChild(c)
			e.AppendChild(c)
		}
		inner.AppendChild(e)
	}
}

// linked puts the children of a link.
func (t *tidier) linked(to, n *html.Node, nest int) {
	outer := t.inLink
	t.inLink = true
	t.children(to, n, nest)
	t.flush(to)
	t.inLink = outer
}

// permalink reports whether a link in a heading is just a handle to it.
func permalink(label string) bool {
	return label == "" || label == "#" || label == "¶" || label == "§" || label == "🔗"
}

func hasBlock(root *html.Node) bool {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (blocks[n.Data] || headings[n.Data] || nests[n.Data] && blockNest[n.Data] || n.Data == "table") {
			return true
		}
	}
	return false
}

// firstLeaf is the first block with text and no block in it.
func firstLeaf(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if (headings[n.Data] || n.Data == "p" || n.Data == "div") && !hasBlock(n) && textOf(n) != "" {
			return n
		}
	}
	return nil
}

// picture puts an image for its description; one without has nothing to show.
func (t *tidier) picture(to, n *html.Node) {
	alt := strings.Join(strings.Fields(harmless(attribute(n, "alt"))), " ")
	if alt == "" {
		return
	}
	target := t.target(attribute(n, "src"))
	if target == "" {
		t.text.WriteString(alt)
		return
	}
	t.add(to, element("img", html.Attribute{Key: "alt", Val: alt}, html.Attribute{Key: "src", Val: destination(target)}))
}
