package html

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// write is a tree as Markdown. An error is a library that gave up.
func write(root *html.Node, link func(string) string) (markdown string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the page cannot be converted: %v", r)
		}
	}()
	out, err := writer().ConvertNode(tidy(root, link))
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(escape(string(out))), nil
}

// writer converts a tidy tree. The library's own escaping looks ahead from each
// bracket to the end of its line, which for 60,000 of them takes seconds, and
// marks what needs it to a computer only; escape does both better.
var writer = sync.OnceValue(func() *converter.Converter {
	c := converter.NewConverter(
		converter.WithEscapeMode(converter.EscapeModeDisabled),
		converter.WithPlugins(
			base.NewBasePlugin(),
			commonmark.NewCommonmarkPlugin(
				commonmark.WithListEndComment(false),
			),
			strikethrough.NewStrikethroughPlugin(),
			table.NewTablePlugin(
				table.WithCellPaddingBehavior(table.CellPaddingBehaviorMinimal),
				table.WithNewlineBehavior(table.NewlineBehaviorPreserve),
				table.WithHeaderPromotion(true),
			),
		),
	)
	c.Register.TextTransformer(func(ctx converter.Context, text string) string {
		inLink, _ := ctx.Value(linkKey{}).(bool)
		return literal(text, inLink)
	}, converter.PriorityEarly)
	c.Register.RendererFor("img", converter.TagTypeInline, writePicture, converter.PriorityEarly)
	c.Register.RendererFor("a", converter.TagTypeInline, writeLink, converter.PriorityEarly)
	c.Register.RendererFor("ul", converter.TagTypeBlock, writeList, converter.PriorityEarly)
	c.Register.RendererFor("ol", converter.TagTypeBlock, writeList, converter.PriorityEarly)
	c.Register.RendererFor("blockquote", converter.TagTypeBlock, writeQuote, converter.PriorityEarly)
	c.Register.RendererFor("dl", converter.TagTypeBlock, writeTerms, converter.PriorityEarly)
	c.Register.RendererFor(cellBreak, converter.TagTypeInline, writeCellBreak, converter.PriorityEarly)
	c.Register.RendererFor(anchor, converter.TagTypeInline, writeAnchor, converter.PriorityEarly)
	return c
})

type linkKey struct{} // of a context, within a link

// writeLink writes a link with its target as it is: the library would encode its
// query anew.
func writeLink(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	var b bytes.Buffer
	ctx = ctx.WithValue(linkKey{}, true)
	ctx.RenderChildNodes(ctx, &b, n)
	label := b.String()
	inner := strings.TrimSpace(label)
	if inner == "" {
		_, _ = w.WriteString(label)
		return converter.RenderSuccess
	}
	before, after, _ := strings.Cut(label, inner)
	if strings.ContainsRune(inner, '\n') {
		inner = oneParagraph(inner)
	}
	if inner == "x" || inner == "X" { // [x] begins an item that is done
		inner = fmt.Sprintf("&#%d;", inner[0])
	}
	fmt.Fprintf(w, "%s[%s](%s)%s", before, inner, attribute(n, "href"), after)
	return converter.RenderSuccess
}

// oneParagraph is lines without the empty ones.
func oneParagraph(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "  \n")
}

func writePicture(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	fmt.Fprintf(w, "![%s](%s)", literal(attribute(n, "alt"), true), attribute(n, "src"))
	return converter.RenderSuccess
}

func writeAnchor(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	fmt.Fprintf(w, `<a id="%s"></a>`, attribute(n, "id"))
	return converter.RenderSuccess
}

func writeCellBreak(_ converter.Context, w converter.Writer, _ *html.Node) converter.RenderStatus {
	_, _ = w.WriteString("<br>")
	return converter.RenderSuccess
}
