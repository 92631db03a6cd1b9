package content

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/content/charset"
	"gloss/content/clean"
	"gloss/content/code"
	"gloss/content/csv"
	"gloss/content/frontmatter"
	"gloss/content/html"
	"gloss/content/markdown"
	"gloss/content/plain"
	"gloss/model"
)

// draft is a file as clean Markdown, with what the file says of itself.
type draft struct {
	frontmatter.Meta
	markdown string
	about    model.Span // the line that titled wrote
}

// format is a kind of file that gloss reads.
type format struct {
	name    string   // as a sentence calls it
	endings []string // of the names of its files, the usual one first
	// encoding is how its bytes are to be read, by their beginning at least.
	encoding func(data string) charset.Encoding
	// read makes a draft of a text. Its name may tell more about it; base is what
	// its links are relative to, nil for a file.
	read func(text, name string, base *url.URL) draft
	// head is the draft of the beginning of a text as far as it is certainly the
	// beginning of the draft of the whole; nil where nothing is certain.
	head func(text, name string) draft
}

// formats are in the order in which a name is looked for in them.
var formats = []*format{markdownFormat, plainFormat, pageFormat, bookFormat, valuesFormat, codeFormat}

var markdownFormat = &format{
	name:     "Markdown",
	endings:  []string{"md", "markdown", "mkd", "mkdn", "mdown", "mdwn", "mdtxt", "mdtext", "rmd", "qmd"},
	read:     readMarkdown,
	encoding: charset.Detect,
	head:     func(text, name string) draft { return readMarkdown(text, name, nil).cut(firstBlocks) },
}

func readMarkdown(text, _ string, _ *url.URL) draft {
	meta, body := frontmatter.Split(strings.TrimPrefix(text, "\ufeff"))
	return draft{Meta: meta, markdown: clean.Body(body)}.titled()
}

// cut leaves of a draft what part says.
func (d draft) cut(part func(markdown string) string) draft {
	d.markdown = part(d.markdown)
	return d
}

var plainFormat = &format{
	name:     "plain text",
	endings:  []string{"txt", "text", "asc", "nfo", "me"},
	read:     readPlain,
	encoding: charset.Detect,
	head:     func(text, _ string) draft { return draft{markdown: firstBlocks(plain.Head(text))} },
}

// readPlain needs no cleaning: plain text is cleaned page by page.
func readPlain(text, _ string, _ *url.URL) draft { return draft{markdown: plain.Markdown(text)} }

var pageFormat = &format{
	name:    "HTML",
	endings: []string{"html", "htm", "xhtml", "shtml"},
	read: func(text, _ string, base *url.URL) draft {
		page, err := html.Read(text, base)
		if err != nil {
			return draft{} // it has no text
		}
		return draft{
			Meta:     frontmatter.Meta{Title: page.Title, Byline: page.Byline, Date: page.Date, Site: page.Site},
			markdown: clean.Body(page.Markdown),
		}.titled()
	},
	encoding: charset.OfPage,
}

// bookFormat is read from its file: see openBook.
var bookFormat = &format{name: "EPUB", endings: []string{"epub"}}

var valuesFormat = &format{
	name:     "tables of values",
	endings:  []string{"csv", "tsv", "tab", "psv"},
	read:     readValues,
	encoding: charset.Detect,
	head: func(text, name string) draft {
		return readValues(text, name, nil).cut(withoutLastTable).cut(firstBlocks)
	},
}

func readValues(text, _ string, _ *url.URL) draft {
	return draft{markdown: csv.Markdown(clean.Body(strings.ReplaceAll(text, "\t", string(csv.Tab))))}
}

// withoutLastTable leaves out the table that may have come out wider with rows
// yet to come.
func withoutLastTable(tables string) string {
	return tables[:strings.LastIndex("\n\n"+tables, "\n\n")]
}

var codeFormat = &format{
	name:     "source code and data",
	endings:  code.Endings(),
	read:     readCode,
	encoding: charset.Detect,
	head:     func(text, name string) draft { return readCode(text, name, nil).cut(firstBlocks) },
}

func readCode(text, name string, _ *url.URL) draft {
	language, ok := code.Language(name)
	if !ok {
		language, _ = code.Interpreted(text)
	}
	return draft{markdown: code.Markdown(clean.Body(text), language)}
}

// formatOf is the format of a text by its name, or else by what it begins with.
func formatOf(name, head string) *format {
	if f := formatByName(name); f != nil {
		return f
	}
	return formatByContent(head)
}

// formatByName is the format of a file that its name tells, nil for none.
func formatByName(name string) *format {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".")
	for _, f := range formats {
		if ending != "" && slices.Contains(f.endings, ending) {
			return f
		}
	}
	if _, ok := code.Language(name); ok {
		return codeFormat
	}
	return nil
}

// formatByContent is the format of a text that has no name.
func formatByContent(head string) *format {
	start := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(head[:min(len(head), 1024)], "\ufeff"), " \t\r\n"))
	switch {
	case isBook(head):
		return bookFormat
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"):
		return pageFormat
	case strings.HasPrefix(start, "#!"):
		return codeFormat
	case looksMarked(head):
		return markdownFormat
	}
	return plainFormat
}

// looksMarked reports whether a text has what hardly any does that is not
// Markdown: front matter, headings with number signs, fences, links, tables.
func looksMarked(head string) bool {
	if _, body := frontmatter.Split(head); len(body) < len(head) {
		return true
	}
	signs := 0
	for line := range strings.SplitSeq(head, "\n") {
		switch marks := len(line) - len(strings.TrimLeft(line, "#")); {
		case marks > 0 && marks <= 6 && strings.HasPrefix(line[marks:], " "), strings.HasPrefix(line, "```"):
			signs += 2
		case strings.Contains(line, "](") && strings.Contains(line, "["), strings.HasPrefix(line, "|--"), strings.HasPrefix(line, "| --"), strings.Contains(line, "**"):
			signs++
		}
		if signs >= 2 {
			return true
		}
	}
	return false
}

// titled puts what a file says of itself at the head of its text, where the
// text does not say it: the title as the first heading, then who wrote it, where
// and when.
func (d draft) titled() draft {
	var by []string
	for _, part := range []string{d.Byline, d.Site, d.Date} {
		if part = clean.Line(part); part != "" {
			by = append(by, markdown.Escape(part))
		}
	}
	title := clean.Line(d.Title)
	if title == "" && len(by) == 0 {
		return d
	}
	head, rest := "", d.markdown
	if first := firstHeading(rest); title != "" && first.title != title {
		head = "# " + markdown.Escape(title) + "\n\n"
	} else if first.title != "" && first.start == 0 {
		head, rest = rest[:first.end]+"\n\n", strings.TrimLeft(rest[first.end:], "\n")
	}
	if len(by) > 0 {
		d.about.Start = len(head)
		head += "*" + strings.Join(by, " · ") + "*"
		d.about.End = len(head)
		head += "\n\n"
	}
	d.markdown = head + rest
	return d
}

// document is the document of a draft, without notes.
func (d draft) document(source string) *model.Document {
	doc := scan(d.markdown, source)
	doc.About = d.about
	doc.Byline, doc.Date, doc.Site = clean.Line(d.Byline), clean.Line(d.Date), clean.Line(d.Site)
	return doc
}

// heading is the heading that a text begins with.
type heading struct {
	title      string
	start, end int
}

// firstHeading is the first heading of the beginning of a text.
func firstHeading(text string) heading {
	const enough = 4 << 10
	if len(text) > enough {
		text = text[:enough]
		for len(text) > 0 && !utf8.ValidString(text[max(0, len(text)-utf8.UTFMax):]) {
			text = text[:len(text)-1]
		}
	}
	_, sections := markdown.Scan(text)
	if len(sections) == 0 {
		return heading{}
	}
	s := sections[0]
	return heading{s.Title, s.Heading.Start, s.Heading.End}
}
