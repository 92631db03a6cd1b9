package html

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// declaredMin is the shortest article of a page that says it has one, in
	// bytes; what is shorter is a warning in its place.
	declaredMin = 140
	// articleMin is the shortest of other pages.
	articleMin = 250
	// heftMax is the largest heft of a page in which an article is looked for.
	// readability reads the text of many elements anew for each that they stand
	// in: 120,000 paragraphs took it 0.6 s three levels deep, 5.5 s at 360.
	heftMax = 8 << 20
)

// article is the article in a page, nil where there is none, and adds to what
// the page says of itself. It changes the tree.
func article(doc *html.Node, page *Page, declared bool) (found *html.Node) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	if heft(doc, 0) > heftMax {
		return nil
	}
	heads := topHeadings(doc)
	all := visible(bodyOf(doc))
	parser := readability.NewParser()
	parser.KeepClasses = true // of code: its language
	read, err := parser.ParseAndMutate(doc, (*url.URL)(nil))
	if err != nil {
		return nil
	}
	whole := page.Title
	page.add(read)
	if page.Title = shortest(page.Title, heads); shortest(whole, heads) != whole {
		page.Title = shortest(whole, heads)
	}
	if read.Node == nil || !enough(visible(read.Node), all, declared) {
		return nil
	}
	clear(read.Node, page)
	return read.Node
}

// enough reports whether an article of so many bytes is the text of a page of so
// many. A front page or a search form has paragraphs too, and losing the rest of
// them is worse than showing what surrounds an article; the page of a short
// message with a hundred comments says that it is one.
func enough(found, all int, declared bool) bool {
	if declared {
		return found >= declaredMin
	}
	return found >= articleMin && found*8 >= all
}

// heft is the nodes of a tree, each as often as it is deep.
func heft(n *html.Node, depth int) int {
	sum := depth
	for c := range n.ChildNodes() {
		sum += heft(c, depth+1)
	}
	return sum
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
			for word := range strings.FieldsSeq(c.Data) {
				size += len(word) + 1
			}
		} else if c.Type == html.ElementNode && !hidden(c) {
			size += visible(c)
		}
	}
	return size
}

// topHeadings is the texts of the headings of level 1.
func topHeadings(doc *html.Node) []string {
	var heads []string
	for n := range doc.Descendants() {
		if n.DataAtom == atom.H1 && len(heads) < 8 {
			heads = append(heads, strings.TrimRight(oneLine(textOf(n)), " ¶#"))
		}
	}
	return heads
}

// shortest is a title without the name of the site before or behind it, if the
// page has a heading that says so.
func shortest(title string, heads []string) string {
	whole := fold(title)
	for _, head := range heads {
		part := fold(head)
		if len(part) < len(whole) && (strings.HasPrefix(whole, part) || strings.HasSuffix(whole, part)) &&
			(len(part)*3 >= len(whole) || part != "" && parted(title, head)) {
			return head
		}
	}
	return title
}

// parted reports whether a title is a heading and, behind a separator, more.
func parted(title, head string) bool {
	rest, found := strings.CutPrefix(title, head)
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	return found && strings.ContainsRune("|-–—·:•«»", r)
}
