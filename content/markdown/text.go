package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"gloss/content/clean"
	"gloss/model"
)

// text is the inlines of a leaf's node.
func (w *walker) text(n ast.Node) []model.Inline {
	w.spans(n)
	w.resetTags()
	return w.take()
}

// spans walks the inline nodes within n.
func (w *walker) spans(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.span(c)
	}
}

func (w *walker) span(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textRun(n)
	case *ast.Emphasis:
		w.styled(choose(n.Level == 1, model.Emphasis, model.Strong), n)
	case *xast.Strikethrough:
		w.styled(model.Strike, n)
	case *ast.CodeSpan:
		w.styled(model.CodeSpan, n)
	case *ast.Link:
		w.linked(target(n.Destination), n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *footnoteRef:
		label := string(w.source[n.Start+2 : n.Stop-1])
		w.stands("["+label+"]", n.Start, n.Stop)
	case *xast.TaskCheckBox:
	default:
		w.spans(n)
	}
}

// textRun adds a run of text with the break after it.
func (w *walker) textRun(n *ast.Text) {
	start, end := n.Segment.Start, n.Segment.Stop
	if n.IsRaw() {
		w.exact(start, end)
	} else {
		w.decoded(start, end)
	}
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	next := bytes.IndexByte(w.source[end:], '\n')
	if next < 0 {
		return
	}
	switch next += end + 1; {
	case n.HardLineBreak():
		w.stands("\n", end, next)
	case next == end+1:
		w.exact(end, next)
	default:
		w.stands(" ", end, next)
	}
}

func (w *walker) styled(style model.Style, n ast.Node) {
	before := w.style
	w.style |= style
	w.spans(n)
	w.style = before
}

func (w *walker) linked(target string, n ast.Node) {
	before := w.link
	w.link = target
	w.spans(n)
	w.link = before
}

// image shows the alternative text, or the file's name where there is none.
func (w *walker) image(n *ast.Image) {
	style, link := w.style, w.link
	w.style |= model.Picture
	if link == "" {
		w.link = target(n.Destination)
	}
	if n.FirstChild() != nil {
		w.spans(n)
	} else if at := n.Pos(); at >= 0 {
		file, _, _ := strings.Cut(target(n.Destination), "?")
		name := path.Base(file)
		w.stands(choose(name == "." || name == "/", "image", name), at, at+len("!["))
	}
	w.style, w.link = style, link
}

// autoLink shows an address that is written out. goldmark keeps where it
// stands to itself: it is after the sign that announced it, if there is one.
func (w *walker) autoLink(n *ast.AutoLink) {
	label := n.Label(w.source)
	at := max(n.Pos(), 0)
	at += max(bytes.Index(w.source[at:min(len(w.source), at+len(label)+2)], label), 0)
	before := w.link
	w.link = target(n.URL(w.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		w.link = "mailto:" + w.link
	}
	w.exact(at, at+len(label))
	w.link = before
}

// target is a link's destination as one goes to it: escapes and entities
// resolved, and cleaned, since they may bring anything back.
func target(destination []byte) string {
	destination = util.UnescapePunctuations(destination)
	destination = util.ResolveNumericReferences(destination)
	destination = util.ResolveEntityNames(destination)
	return clean.Line(clean.Decoded(string(destination)))
}
