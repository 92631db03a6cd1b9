package html

import (
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

// plain is the text of a page, a paragraph for each run of text between tags
// that end one. It needs no tree: this is for pages that can have none.
func plain(page string) string {
	tokens := html.NewTokenizer(strings.NewReader(page))
	var out, paragraph strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(paragraph.String()), " "); text != "" {
			out.WriteString(literal(text, false))
			out.WriteString("\n\n")
		}
		paragraph.Reset()
	}
	hidden := "" // the element whose text is not shown
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			flush()
			return strings.TrimSpace(escape(out.String()))
		case html.TextToken:
			if hidden == "" {
				paragraph.WriteString(html.UnescapeString(string(tokens.Raw())))
			}
		case html.StartTagToken:
			tag, _ := tokens.TagName()
			name := string(tag)
			if unseen[name] && rawText[name] {
				hidden = name
			}
			if breaks(name) {
				flush()
			}
		case html.EndTagToken:
			tag, _ := tokens.TagName()
			if string(tag) == hidden {
				hidden = ""
			}
			if breaks(string(tag)) {
				flush()
			}
		}
	}
}

func breaks(name string) bool { return blocks[name] || headings[name] || name == "br" }

// rawText are the elements that end at their own end tag, whatever is in them.
var rawText = map[string]bool{
	"script": true, "style": true, "noscript": true, "iframe": true, "textarea": true, "title": true,
}
