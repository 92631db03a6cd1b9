// Package html turns a web page into Markdown: Read finds the article in a page,
// Body takes all that a page shows. It knows nothing of files, networks or
// terminals: what it gives still has to pass clean.Body.
//
// A page is made lean first, of which a parser can read no more than was counted.
// It is parsed into a tree, the tree is made fit for Markdown (hidden
// things go, links are resolved, tables that only lay out are opened), written,
// and last each mark that stands for itself gets its backslash where Markdown
// would take it for its own. Pages that are made to cost time or memory, and
// those on which a library gives up, are shown as plain text.
package html

import (
	"errors"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// Page is a web page as Markdown, with what it says of itself.
type Page struct {
	Title, Byline, Date, Site, Markdown string
}

// ErrNoText says that a page shows no text.
var ErrNoText = errors.New("the page has no text")

// Read reads a page. It is UTF-8 already. base is the address that relative
// links are resolved against, nil for none. A page without an article is shown
// whole; one without any text is ErrNoText.
func Read(page string, base *url.URL) (Page, error) {
	text, load := lean(valid(page))
	if load > loadMax {
		return plainPage(text)
	}
	doc, err := parse(text)
	if err != nil {
		return plainPage(text)
	}
	read, declared := describe(doc)
	link := resolver(doc, base)
	if found := article(doc, &read, declared); found != nil {
		read.Markdown, err = write(titled(found, read.Title), link)
		if err == nil && read.Markdown != "" {
			return read, nil
		}
	}
	if doc, err = parse(text); err != nil {
		return plainPage(text)
	}
	if read.Markdown, err = write(titled(bodyOf(doc), read.Title), link); err != nil {
		return plainPage(text)
	}
	if read.Markdown == "" {
		return read, ErrNoText
	}
	return read, nil
}

// Body is all of a page's body as Markdown, without looking for an article in
// it. link rewrites the target of a link or an image, "" drops it and leaves its
// text; nil leaves targets as they are.
func Body(data []byte, link func(target string) string) (string, error) {
	text, load := lean(valid(string(data)))
	if load > loadMax {
		return plain(text), nil
	}
	doc, err := parse(text)
	if err != nil {
		return plain(text), nil
	}
	if link == nil {
		link = func(target string) string { return target }
	}
	markdown, err := write(bodyOf(doc), link)
	if err != nil {
		return plain(text), nil
	}
	return markdown, nil
}

// bodyOf is the body of a page, or the page where it has none (frames).
func bodyOf(doc *html.Node) *html.Node {
	if body := first(doc, "body"); body != nil {
		return body
	}
	return doc
}

// valid is a page as valid UTF-8, without a byte order mark.
func valid(page string) string {
	return strings.TrimPrefix(strings.ToValidUTF8(page, "\uFFFD"), "\uFEFF")
}
