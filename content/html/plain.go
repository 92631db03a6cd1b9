package html

import (
	"io"
	"strings"

	"golang.org/x/net/html"
)

// plainPage is a page that is only shown as text.
func plainPage(page string) (Page, error) {
	text := plain(page)
	if text == "" {
		return Page{}, ErrNoText
	}
	return Page{Markdown: text}, nil
}

// plain is the text of a page, a paragraph or a heading for each run of text
// between tags that end one. It needs no tree: this is for pages that can have none.
func plain(page string) string {
	tokens := html.NewTokenizer(strings.NewReader(page))
	read := 0
	var out, paragraph strings.Builder
	level := 0 // of the heading that is open
	flush := func() {
		if text := strings.Join(strings.Fields(harmless(paragraph.String())), " "); text != "" {
			if level > 0 {
				out.WriteString(strings.Repeat("#", level) + " ")
			}
			out.WriteString(literal(text, false))
			out.WriteString("\n\n")
		}
		paragraph.Reset()
	}
	hidden := "" // the element whose text is not shown
	for {
		kind := tokens.Next()
		read += len(tokens.Raw())
		switch kind {
		case html.ErrorToken:
			flush()
			return strings.TrimSpace(escape(out.String()))
		case html.TextToken:
			if hidden == "" {
				paragraph.WriteString(html.UnescapeString(string(tokens.Raw())))
			}
		case html.StartTagToken:
			tag, more := tokens.TagName()
			name := string(tag)
			if more && countAttributes(tokens) > attributesMax {
				slim := "<" + name + ">"
				tokens = html.NewTokenizer(io.MultiReader(strings.NewReader(slim), strings.NewReader(page[read:])))
				read -= len(slim)
			}
			if unseen[name] && rawText[name] {
				hidden = name
			}
			if breaks(name) {
				flush()
				level = 0
			}
			if headings[name] {
				level = int(name[1] - '0')
			}
		case html.EndTagToken:
			tag, _ := tokens.TagName()
			if string(tag) == hidden {
				hidden = ""
			}
			if breaks(string(tag)) {
				flush()
				level = 0
			}
		}
	}
}

func breaks(name string) bool { return blocks[name] || headings[name] || name == "br" }

// rawText are the elements that end at their own end tag, whatever is in them.
var rawText = map[string]bool{
	"script": true, "style": true, "noscript": true, "iframe": true, "textarea": true, "title": true,
}
