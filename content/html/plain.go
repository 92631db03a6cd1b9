package html

import (
	"strings"
	"unicode/utf8"

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

// plain is the text of a lean page, a paragraph or a heading for each run of text
// between tags that end one. It needs no tree: this is for pages that can have
// none. Nor does it hold more than a paragraph besides.
func plain(page string) string {
	var w plainWriter
	for at := 0; at < len(page); {
		open := strings.IndexByte(page[at:], '<')
		if open < 0 {
			w.text(page[at:])
			break
		}
		w.text(page[at : at+open])
		at = w.markup(page, at+open)
	}
	w.flush()
	return strings.TrimSpace(w.out.String())
}

// plainWriter writes text without a tree.
type plainWriter struct {
	out, paragraph strings.Builder
	level          int  // of the heading that is open
	titled         bool // the title is open, which is not shown
}

// paragraphMax is where a paragraph without an end is ended, in bytes.
const paragraphMax = 64 << 10

func (w *plainWriter) text(text string) {
	for len(text) > 0 && !w.titled {
		n := len(text)
		if n > paragraphMax {
			if n = strings.LastIndexByte(text[:paragraphMax], ' ') + 1; n == 0 {
				for n = paragraphMax; !utf8.RuneStart(text[n]); n-- {
				}
			}
		}
		w.paragraph.WriteString(html.UnescapeString(text[:n]))
		text = text[n:]
		if w.paragraph.Len() > paragraphMax {
			w.flush()
		}
	}
}

// flush ends the paragraph or the heading.
func (w *plainWriter) flush() {
	level := w.level
	w.level = 0
	text := strings.Join(strings.Fields(harmless(w.paragraph.String())), " ")
	w.paragraph.Reset()
	if text == "" {
		return
	}
	text = literal(text, false)
	if level > 0 {
		text = strings.Repeat("#", level) + " " + text
	}
	w.out.WriteString(escape(text))
	w.out.WriteString("\n\n")
}

// markup reads what begins with the < at a place, and is where it ends.
func (w *plainWriter) markup(page string, at int) int {
	rest := page[at+1:]
	closing := strings.HasPrefix(rest, "/")
	switch {
	case strings.HasPrefix(rest, "!"):
		return at + strings.IndexByte(page[at:], '>') + 1
	case !closing && (rest == "" || !isLetter(rest[0])):
		w.text("<")
		return at + 1
	}
	t := tag{page: page, at: at + 1}
	if closing {
		t.at++
	}
	name, end := t.name(), t.end()
	w.titled = name == "title" && !closing
	if blocks[name] || headings[name] || name == "br" {
		w.flush()
		if headings[name] && !closing {
			w.level = int(name[1] - '0')
		}
	}
	return end
}
