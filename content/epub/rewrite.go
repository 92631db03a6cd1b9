package epub

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// rewriter writes a page again as HTML that any converter reads alike: headings
// as planned, ids as signs within the text, nothing hidden, no boilerplate by
// name. A sign stands before the text, picture or code that has the id.
type rewriter struct {
	page    *pageReader
	plan    *plan
	anchors *anchors

	out     []byte
	pending []byte // signs whose text has not come yet
	// inline is where the opening tags before the next text begin: a sign goes
	// before them, as it would be within a link or emphasis otherwise.
	inline   int
	heading  string // the element that is open and becomes a heading, or stops to be one
	as       string // what it becomes
	verbatim string // the element that is open in which a sign would be shown as text
	nested   int    // how many of that name are in it
	from     int    // where it starts
}

// verbatims are the elements in which a sign would be shown as text.
var verbatims = setOf("pre code kbd samp tt svg math")

// plain are the elements whose names a converter may take for no part of the
// text. In a book they are; a footnote is an <aside>.
var plain = setOf("article aside footer header main nav section")

// rewrite is the page as it goes to the converter.
func rewrite(page []byte, p *plan, signs *anchors) []byte {
	w := rewriter{page: newPage(page), plan: p, anchors: signs}
	w.out = make([]byte, 0, len(page)+1024)
	w.write(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>`)
	w.pending = append(w.pending, signs.sign("")...)
	for w.page.next() {
		w.headings()
		switch {
		case w.page.kind == html.TextToken:
			w.text()
		case w.page.starts():
			for _, id := range ids(w.page.token) {
				w.pending = append(w.pending, signs.sign(id)...)
			}
			w.start()
		default:
			w.end(w.page.token.Data)
		}
	}
	w.page.at++
	w.headings()
	w.verbatimEnd()
	w.paragraph()
	w.write("</body></html>")
	return w.out
}

func (w *rewriter) write(s string) {
	w.out = append(w.out, s...)
	w.inline = len(w.out)
}

// headings writes those that are planned before the current tag.
func (w *rewriter) headings() {
	for _, h := range w.plan.insert[w.page.at] {
		w.pending = append(w.pending, w.anchors.sign(h.id)...)
		w.write(fmt.Sprintf("<h%d>%s%s</h%d>", h.level, w.pending, html.EscapeString(withoutSigns(h.text)), h.level))
		w.pending = w.pending[:0]
	}
}

// text writes a text, the signs before it.
func (w *rewriter) text() {
	text := withoutSigns(w.page.token.Data)
	if w.verbatim == "" && len(w.pending) > 0 {
		bare := strings.TrimLeft(text, " \t\r\n\f")
		if space := text[:len(text)-len(bare)]; space != "" {
			w.write(space)
		}
		if text = bare; text == "" {
			return
		}
		w.flush()
	}
	w.write(html.EscapeString(text))
}

// flush writes the signs before the opening tags that were written last.
func (w *rewriter) flush() {
	w.out = slices.Insert(w.out, w.inline, w.pending...)
	w.pending = w.pending[:0]
	w.inline = len(w.out)
}

// paragraph writes the signs as a paragraph of their own, where no text comes.
func (w *rewriter) paragraph() {
	if len(w.pending) > 0 {
		w.write("<p>" + string(w.pending) + "</p>")
		w.pending = w.pending[:0]
	}
}

// start writes an opening tag.
func (w *rewriter) start() {
	name, level := w.page.token.Data, w.plan.levels[w.page.at]
	written := name
	switch {
	case name == "html" || name == "body":
		return
	case level > 0:
		w.heading, w.as = name, fmt.Sprintf("h%d", level)
		written = w.as
	case headingLevel(name) > 0: // an empty one
		w.heading, w.as = name, "div"
		written = w.as
	case plain[name]:
		written = "div"
	case name == "img" && w.verbatim == "" && len(w.pending) > 0:
		w.flush()
	case verbatims[name] && w.page.kind == html.StartTagToken:
		w.verbatimStart(name)
	}
	w.out = append(w.out, '<')
	w.out = append(w.out, written...)
	w.attributes(name)
	w.out = append(w.out, '>')
	if blocks[name] || void[name] {
		w.inline = len(w.out)
	}
	if w.page.kind == html.SelfClosingTagToken && !void[name] {
		w.end(name)
	}
}

// kept are the attributes that a converter may need.
var kept = setOf(`href src alt title start value reversed type colspan rowspan align lang cite datetime display
	alttext encoding checked disabled xlink:href`)

// attributes writes those that say something of the text. That a footnote is
// hidden until it pops up says nothing here; a hidden list of pages stays hidden.
func (w *rewriter) attributes(name string) {
	for _, a := range w.page.token.Attr {
		language := a.Key == "class" && (name == "pre" || name == "code")
		if kept[a.Key] || language || a.Key == "hidden" && name == "nav" {
			w.out = append(w.out, ' ')
			w.out = append(w.out, a.Key...)
			w.out = append(w.out, `="`...)
			w.out = append(w.out, html.EscapeString(withoutSigns(a.Val))...)
			w.out = append(w.out, '"')
		}
	}
}

// end writes a closing tag.
func (w *rewriter) end(name string) {
	switch {
	case name == "html" || name == "body" || void[name]:
		return
	case w.heading != "" && (name == w.heading || headingLevel(name) > 0):
		name, w.heading = w.as, ""
	case headingLevel(name) > 0:
		return
	case plain[name]:
		name = "div"
	}
	empty := w.inline < len(w.out) // nothing but opening tags since the last text
	w.out = append(w.out, "</"+name+">"...)
	if blocks[name] || !empty {
		w.inline = len(w.out)
	}
	if name == w.verbatim {
		if w.nested--; w.nested == 0 {
			w.verbatimEnd()
		}
	}
}

// verbatimStart begins an element that holds no signs.
func (w *rewriter) verbatimStart(name string) {
	switch {
	case w.verbatim == name:
		w.nested++
	case w.verbatim == "":
		w.verbatim, w.nested, w.from = name, 1, w.inline
		if blocks[name] {
			w.paragraph()
			w.from = len(w.out)
		}
	}
}

// verbatimEnd puts the signs of what was in it before the element.
func (w *rewriter) verbatimEnd() {
	if w.verbatim == "" {
		return
	}
	signs := w.pending
	if blocks[w.verbatim] && len(signs) > 0 {
		signs = []byte("<p>" + string(signs) + "</p>")
	}
	w.out = slices.Insert(w.out, w.from, signs...)
	w.verbatim, w.pending, w.inline = "", w.pending[:0], len(w.out)
}
