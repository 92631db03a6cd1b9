package html

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// article is the article in a page, nil where there is none, and adds to what
// the page says of itself. It changes the tree.
func article(doc *html.Node, page *Page) (found *html.Node) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	all := visible(bodyOf(doc))
	parser := readability.NewParser()
	parser.KeepClasses = true // of code: its language
	read, err := parser.ParseAndMutate(doc, (*url.URL)(nil))
	if err != nil {
		return nil
	}
	page.add(read)
	if read.Node == nil || visible(read.Node)*articleMin < all {
		return nil
	}
	return read.Node
}

func (p *Page) add(read readability.Article) {
	if title := oneLine(read.Title()); title != "" {
		p.Title = title
	}
	if byline := oneLine(read.Byline()); byline != "" {
		p.Byline = byline
	}
	if site := oneLine(read.SiteName()); site != "" {
		p.Site = site
	}
	if at, err := read.PublishedTime(); err == nil {
		p.Date = at.Format("2006-01-02")
	}
}

// visible is how many bytes of text a tree shows.
func visible(n *html.Node) int {
	size := 0
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			size += len(strings.Join(strings.Fields(c.Data), " "))
		} else if c.Type == html.ElementNode && !hidden(c) {
			size += visible(c)
		}
	}
	return size
}
