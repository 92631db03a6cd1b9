package html

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/marker"
	"golang.org/x/net/html"
)

// writeList writes a list. The library sets an empty line before a list within
// an item, which sets the items of both apart, and numbers 1 to 10 as 01 to 10.
func writeList(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	number := 1
	if at, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = at
	}
	var out bytes.Buffer
	first := true
	for item := range n.ChildNodes() {
		content := rendered(ctx, item)
		if content == "" {
			continue
		}
		mark := "- "
		if n.Data == "ol" {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		if !first {
			out.WriteByte('\n')
		}
		first = false
		indented(&out, mark, content)
	}
	if first {
		return converter.RenderSuccess
	}
	before := "\n\n"
	// Only a list that starts at 1 can follow a line of text at once.
	if prev := n.PrevSibling; n.Parent.Data == "li" && prev != nil && isInline(prev) &&
		(n.Data == "ul" || attribute(n, "start") == "") {
		before = "\n"
	}
	w.WriteString(before)
	w.Write(out.Bytes())
	w.WriteString("\n\n")
	return converter.RenderSuccess
}

// writeTerms writes a list of terms and what they mean.
func writeTerms(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	var out bytes.Buffer
	for c := range n.ChildNodes() {
		content := rendered(ctx, c)
		if content == "" {
			continue
		}
		if c.Data == "dt" {
			out.WriteString("\n\n" + content)
			continue
		}
		out.WriteByte('\n')
		indented(&out, ": ", content)
	}
	w.Write(append(out.Bytes(), '\n', '\n'))
	return converter.RenderSuccess
}

// writeQuote writes a quote. The library leaves the lines of code in it unmarked.
func writeQuote(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	var b bytes.Buffer
	ctx.RenderChildNodes(ctx, &b, n)
	content := trimmed(b.String())
	if content == "" {
		return converter.RenderSuccess
	}
	_, _ = w.WriteString("\n\n")
	content = strings.ReplaceAll(content, codeLine, codeLine+"> ")
	for line := range strings.Lines(content) {
		_, _ = w.WriteString(strings.TrimSuffix("> "+strings.TrimSuffix(line, "\n"), " ") + "\n")
	}
	_, _ = w.WriteString("\n")
	return converter.RenderSuccess
}

// codeLine stands for the end of a line in code until all is written.
const codeLine = string(marker.MarkerCodeBlockNewline)

// rendered is what stands in an element, without empty lines around it.
func rendered(ctx converter.Context, n *html.Node) string {
	var b bytes.Buffer
	ctx.RenderNodes(ctx, &b, n)
	return trimmed(b.String())
}

func trimmed(text string) string {
	text = strings.TrimSpace(text)
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return text
}

// indented writes a block whose first line follows a mark and whose other lines
// stand below it.
func indented(w *bytes.Buffer, mark, content string) {
	indent := strings.Repeat(" ", len(mark))
	content = strings.ReplaceAll(content, codeLine, codeLine+indent)
	w.WriteString(mark)
	for i, line := range strings.Split(content, "\n") {
		if i > 0 {
			w.WriteByte('\n')
			if strings.Trim(line, " ") != "" {
				w.WriteString(indent)
			}
		}
		w.WriteString(line)
	}
}

func isInline(n *html.Node) bool {
	return n.Type == html.TextNode || !blocks[n.Data] && !headings[n.Data] && n.Data != "hr"
}
