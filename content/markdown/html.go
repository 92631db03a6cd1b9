package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"gloss/model"
)

// htmlReader shows the text of an HTML block: tags are dropped, white space
// counts as one space, and what the tags of everyday documents mean is kept:
// headings, items, paragraphs, line breaks, styles, links and the text of
// images. Nothing is fetched or run, scripts and styles are not shown.
type htmlReader struct {
	*walker
	tight bool
	space model.Span // white space seen since the last word
	leaf  model.Leaf // what the next leaf is
	mark  bool       // it is a list item
}

// html shows an HTML block.
func (w *walker) html(n *ast.HTMLBlock, tight bool) {
	r := htmlReader{walker: w, tight: tight}
	lines := n.Lines()
	var part model.Span
	for i := range lines.Len() {
		line := lines.At(i)
		if line.Start != part.End {
			r.read(part.Start, part.End)
			part.Start = line.Start
		}
		part.End = line.Stop
	}
	if n.HasClosure() {
		if n.ClosureLine.Start != part.End {
			r.read(part.Start, part.End)
			part.Start = n.ClosureLine.Start
		}
		part.End = n.ClosureLine.Stop
	}
	r.read(part.Start, part.End)
	r.end()
	w.resetTags()
}

// read takes the source [at, end).
func (r *htmlReader) read(at, end int) {
	end = min(end, len(r.source))
	last := at + bytes.LastIndexByte(r.source[at:end], '>')
	for at < end {
		src := r.source[at:end]
		open := bytes.IndexByte(src, '<')
		if open < 0 || at+open > last && !bytes.HasPrefix(src[open:], []byte("<!--")) { // no tag ends any more
			r.words(at, end)
			return
		}
		r.words(at, at+open)
		at += open
		n := tagLength(src[open:])
		if n == 0 {
			r.words(at, at+1)
			at++
			continue
		}
		r.element(string(src[open:open+n]), at, at+n)
		at += n
		if r.hidden != "" { // a script may hold what looks like tags
			if n := indexFold(r.source[at:end], "</"+r.hidden); n >= 0 {
				at += n
			} else {
				at = end
			}
		}
	}
}

// words adds text, its white space folded.
func (r *htmlReader) words(at, end int) {
	if r.verbatim {
		r.decoded(at, end)
		return
	}
	for at < end {
		if c := r.source[at]; c == ' ' || c == '\n' {
			if r.space.Empty() {
				r.space.Start = at
			}
			at++
			r.space.End = at
			continue
		}
		word := at
		for at < end && r.source[at] != ' ' && r.source[at] != '\n' {
			at++
		}
		r.gap()
		r.decoded(word, at)
	}
}

// gap adds the white space before a word or tag, unless a line starts with it.
func (r *htmlReader) gap() {
	broken := r.run.Empty() && len(r.out) > 0 && r.out[len(r.out)-1].Text == "\n"
	if !r.space.Empty() && !r.isEmpty() && !broken {
		if r.space.Len() == 1 {
			r.exact(r.space.Start, r.space.End)
		} else {
			r.stands(" ", r.space.Start, r.space.End)
		}
	}
	r.space = model.Span{}
}

// element takes a tag.
func (r *htmlReader) element(tag string, at, end int) {
	name, closing := tagName(tag)
	switch {
	case name == "td" || name == "th":
		r.tell(tag, at)
		if r.space.Empty() {
			r.space = model.Span{Start: at, End: end}
		}
		return
	case name == "pre" || blockTags[name]:
		r.end()
		r.tell(tag, at)
		if closing {
			return
		}
		switch {
		case name == "pre":
			r.leaf.Kind, r.verbatim = model.Code, true
		case name == "li":
			r.mark = true
		case name == "hr":
			r.add(model.Leaf{Kind: model.Rule})
		case len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6':
			r.leaf.Kind, r.leaf.Level = model.Heading, int(name[1]-'0')
		}
		return
	}
	if name != "br" {
		r.gap()
	}
	r.tag(tag, at, end)
}

// end adds the leaf that was read.
func (r *htmlReader) end() {
	leaf := r.leaf
	leaf.Inlines = trim(r.take(), choose(leaf.Kind == model.Code, "\n", " "))
	if len(leaf.Inlines) > 0 {
		leaf.Tight = r.tight
		if r.mark {
			r.marks = append(r.marks, model.Mark{Kind: model.Item, Text: bullets[0], First: true})
		}
		r.add(leaf)
		if r.mark {
			r.marks = r.marks[:len(r.marks)-1]
		}
		r.tight = false
	}
	r.leaf, r.mark, r.verbatim, r.space = model.Leaf{}, false, false, model.Span{}
}

// trim drops one newline or space at either end of a leaf.
func trim(inlines []model.Inline, space string) []model.Inline {
	if len(inlines) == 0 {
		return nil
	}
	if first := &inlines[0]; first.Exact() && strings.HasPrefix(first.Text, space) {
		first.Text, first.Span.Start = first.Text[1:], first.Span.Start+1
	}
	if last := &inlines[len(inlines)-1]; last.Exact() && strings.HasSuffix(last.Text, space) {
		last.Text, last.Span.End = last.Text[:len(last.Text)-1], last.Span.End-1
	} else if last.Text == space {
		last.Text = ""
	}
	return slices.DeleteFunc(inlines, func(in model.Inline) bool { return in.Text == "" })
}
