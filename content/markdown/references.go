package markdown

import (
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"gloss/model"
)

// referenceReach is how far from a block the definitions of its reference links
// are looked for, in bytes: writers put them below the section or at the end of
// the document. A block that has such a link costs a search of 200 KB, about
// 20 µs, rather than the parse of a whole document.
const referenceReach = 64 << 10

// references is a parse's context that knows the link definitions in other
// blocks: [text][label] or [label] finds [label]: target wherever it is near.
type references struct {
	parser.Context
	doc   string
	block model.Span
	found map[string]parser.Reference
}

// Reference is the definition of a label. The block's own come first.
func (r *references) Reference(label string) (parser.Reference, bool) {
	if ref, ok := r.Context.Reference(label); ok {
		return ref, true
	}
	if r.found == nil {
		r.found = map[string]parser.Reference{}
		near := min(len(r.doc), r.block.End+referenceReach)
		r.find(r.doc[max(0, r.block.Start-referenceReach):near])
		r.find(r.doc[max(near, len(r.doc)-referenceReach):])
	}
	ref, ok := r.found[label]
	return ref, ok
}

// find keeps the definitions in a part of the text, the first of each label. It
// sees only those on one line and not whether one stands in code.
func (r *references) find(part string) {
	for {
		end := strings.Index(part, "]:")
		if end < 0 {
			return
		}
		line := part[strings.LastIndexByte(part[:end], '\n')+1 : end]
		rest := part[end+2:]
		part = rest
		label := strings.TrimLeft(line, " ")
		if len(line)-len(label) > 3 || len(label) < 2 || len(label) > labelMax || label[0] != '[' || label[1] == '^' || strings.Contains(label[1:], "[") {
			continue
		}
		rest, _, _ = strings.Cut(rest, "\n")
		target, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
		target = strings.TrimSuffix(strings.TrimPrefix(target, "<"), ">")
		key := util.ToLinkReference([]byte(label[1:]))
		if _, known := r.found[key]; !known && target != "" {
			r.found[key] = parser.NewReference([]byte(label[1:]), []byte(target), nil)
		}
	}
}
