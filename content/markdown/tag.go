package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"gloss/model"
)

// rawHTML takes a tag within a paragraph.
func (w *walker) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	at, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
	w.tag(string(w.source[at:end]), at, end)
}

// tagStyles are the tags that set text apart.
var tagStyles = map[string]model.Style{
	"b": model.Strong, "strong": model.Strong, "i": model.Emphasis, "em": model.Emphasis, "cite": model.Emphasis,
	"code": model.CodeSpan, "kbd": model.CodeSpan, "samp": model.CodeSpan, "tt": model.CodeSpan,
	"s": model.Strike, "del": model.Strike, "strike": model.Strike,
}

// tag keeps what a tag in the running text means.
func (w *walker) tag(tag string, at, end int) {
	w.tell(tag, at)
	name, closing := tagName(tag)
	style := tagStyles[name]
	switch {
	case name == "script" || name == "style":
		w.hidden = choose(closing, "", name)
	case name == "br" && !closing:
		w.stands("\n", at, end)
	case name == "img":
		if alt := target([]byte(attribute(tag, "alt"))); alt != "" {
			before := w.tagLink
			w.tagStyle |= model.Picture
			if w.tagLink == "" {
				w.tagLink = target([]byte(attribute(tag, "src")))
			}
			w.stands(alt, at, end)
			w.tagStyle, w.tagLink = w.tagStyle&^model.Picture, before
		}
	case name == "a":
		w.tagLink = choose(closing, "", target([]byte(attribute(tag, "href"))))
	case closing:
		w.tagStyle &^= style
	default:
		w.tagStyle |= style
	}
}

// tell tells who asked of a tag.
func (w *walker) tell(tag string, at int) {
	if w.onTag != nil && w.hidden == "" && at >= w.from {
		w.onTag(tag, at+w.base)
	}
}

// resetTags forgets what tags are open: none reaches beyond its leaf.
func (w *walker) resetTags() { w.tagStyle, w.tagLink, w.hidden = 0, "", "" }

// tagLength is the length of the tag, comment or declaration that src starts
// with, 0 where its sign is just a sign.
func tagLength(src []byte) int {
	if len(src) < 2 {
		return 0
	}
	closing := ">"
	switch {
	case bytes.HasPrefix(src, []byte("<!--")):
		closing = "-->"
	case src[1] == '?':
		closing = "?>"
	case bytes.HasPrefix(src, []byte("<![CDATA[")):
		closing = "]]>"
	case src[1] == '!', src[1] == '/':
	case isLetter(src[1]):
		return quotedTagLength(src)
	default:
		return 0
	}
	if n := bytes.Index(src, []byte(closing)); n >= 0 {
		return n + len(closing)
	}
	return len(src) // a comment that never ends
}

// quotedTagLength is the length of an opening tag, whose attributes may quote
// the sign that ends it.
func quotedTagLength(src []byte) int {
	quote := byte(0)
	for i, c := range src {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return max(bytes.IndexByte(src, '>')+1, 0)
}

// tagName is the name of a tag in small letters.
func tagName(tag string) (name string, closing bool) {
	name = strings.TrimLeft(tag, "<")
	name, closing = strings.CutPrefix(name, "/")
	name = strings.TrimLeft(name, " ")
	if n := strings.IndexAny(name, " \n/>"); n >= 0 {
		name = name[:n]
	}
	return strings.ToLower(name), closing
}

// attribute is the value of a tag's attribute, "" where it has none.
func attribute(tag, name string) string {
	for rest := tag; ; {
		at := indexFold([]byte(rest), name+"=")
		if at < 0 {
			return ""
		}
		value := rest[at+len(name)+1:]
		if at == 0 || rest[at-1] != ' ' && rest[at-1] != '\n' {
			rest = value
			continue
		}
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			value, _, _ = strings.Cut(value[1:], value[:1])
			return value
		}
		if end := strings.IndexAny(value, " \n>"); end >= 0 {
			value = value[:end]
		}
		return value
	}
}

// indexFold is where an ASCII name in small letters occurs, in whatever letters.
func indexFold(src []byte, name string) int {
	for i := 0; i+len(name) <= len(src); i++ {
		if (src[i]|0x20 == name[0]|0x20) && strings.EqualFold(string(src[i:i+len(name)]), name) {
			return i
		}
	}
	return -1
}
