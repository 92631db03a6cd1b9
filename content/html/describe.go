package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// describe is what a page says of itself, in its head and by its dates, and
// whether it says that it is an article.
func describe(doc *html.Node) (page Page, declared bool) {
	meta := map[string]string{}
	title, date := "", ""
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			if title == "" && n.Namespace == "" {
				title = textOf(n)
			}
		case atom.Meta:
			key := attribute(n, "property") + attribute(n, "name")
			if key = strings.ToLower(key); meta[key] == "" {
				meta[key] = oneLine(attribute(n, "content"))
			}
		}
		if date == "" && (attribute(n, "itemprop") == "datePublished" || n.Data == "time" && has(n, "pubdate")) {
			date = day(attribute(n, "datetime") + attribute(n, "content"))
		}
	}
	page = Page{
		Title:  choose(meta, "og:title", "twitter:title", "dc.title"),
		Byline: choose(meta, "author", "dc.creator", "parsely-author"),
		Site:   choose(meta, "og:site_name", "application-name"),
		Date:   date,
	}
	if page.Title == "" {
		page.Title = oneLine(title)
	}
	if date := day(choose(meta, "article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date",
		"pubdate", "publish_date", "parsely-pub-date", "sailthru.date")); date != "" {
		page.Date = date
	}
	return page, page.Date != "" || meta["og:type"] == "article"
}

func choose(meta map[string]string, keys ...string) string {
	for _, key := range keys {
		if meta[key] != "" {
			return meta[key]
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	_, found := lookup(n, key)
	return found
}

// fieldMax is the longest title or name that is taken at its word, in bytes.
const fieldMax = 1000

// oneLine is a field of a page as one line.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(harmless(s)), " ")
	if len(s) > fieldMax {
		s = strings.ToValidUTF8(s[:fieldMax], "") + "…"
	}
	return s
}

// day is the day of a date as ISO 8601 has it: 2025-02-06T09:30Z is 2025-02-06.
// What is written in another way is too easily misread.
func day(date string) string {
	date = strings.TrimSpace(date)
	if len(date) < 10 {
		return ""
	}
	for i, c := range []byte(date[:10]) {
		if dash := i == 4 || i == 7; dash != (c == '-') || !dash && (c < '0' || c > '9') {
			return ""
		}
	}
	return date[:10]
}

// titled is a tree with the title as its first heading of level 1, unless it has
// one of the same words.
func titled(root *html.Node, title string) *html.Node {
	words := fold(title)
	if words == "" {
		return root
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || !headings[n.Data] {
			continue
		}
		if fold(textOf(n)) == words {
			n.Data, n.DataAtom = "h1", atom.H1
			return root
		}
	}
	heading := element("h1")
	heading.AppendChild(text(title))
	root.InsertBefore(heading, root.FirstChild)
	return root
}

// fold is the letters and digits of a text, in small letters.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
