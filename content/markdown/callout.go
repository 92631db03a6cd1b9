package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"gloss/model"
)

// calloutMark begins a quotation that is no quotation but a note, a warning or
// the like, as GitHub and Obsidian write it. A sign behind it says whether it is
// folded at first.
var calloutMark = regexp.MustCompile(`^\[!([A-Za-z]{2,20})\][+-]?(?:[ \n]|$)`)

// callout shows the mark of a callout as its word, with what stands beside it as
// its title, on a line of their own.
func (w *walker) callout(n ast.Node, inlines []model.Inline) []model.Inline {
	if _, quoted := n.Parent().(*ast.Blockquote); !quoted || n.PreviousSibling() != nil || len(inlines) == 0 {
		return inlines
	}
	first := inlines[0]
	mark := calloutMark.FindStringSubmatch(first.Text)
	if mark == nil || !first.Exact() || first.Style != 0 || first.Link != "" {
		return inlines
	}
	cut := func(from, to int, text string, style model.Style) model.Inline {
		return model.Inline{Text: text, Span: model.Span{Start: first.Span.Start + from, End: first.Span.Start + to}, Style: style}
	}
	label := len(strings.TrimRight(mark[0], " \n"))
	word := strings.ToUpper(mark[1][:1]) + strings.ToLower(mark[1][1:])
	line := len(first.Text)
	if end := strings.IndexByte(w.doc[first.Span.Start:first.Span.End], '\n'); end >= 0 {
		line = end
	}
	out := []model.Inline{cut(0, label, word, model.Strong)}
	if label < line {
		out = append(out, cut(label, line, first.Text[label:line], model.Strong))
	}
	if line < len(first.Text) {
		out = append(out, cut(line, line+1, "\n", 0))
		if line+1 < len(first.Text) {
			out = append(out, cut(line+1, len(first.Text), first.Text[line+1:], 0))
		}
	}
	return append(out, inlines[1:]...)
}
