package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

const (
	// proseMin is the shortest text that begins an article: what comes before it
	// are menus, trails and dates.
	proseMin = 80
	// labelMax is how long a menu's entry is at most, on average.
	labelMax = 30
	// repeatMin is the shortest block that is not shown twice. Galleries repeat
	// their captions; the lines that a poem repeats are shorter.
	repeatMin = 60
	// aroundMax is the longest text, in bytes, that is taken for a caption.
	aroundMax = 2000
)

// weight is how much text a tree shows, in bytes, and how much of it is links.
type weight struct{ text, links, count int }

// clearing takes the furniture out of an article: what stands around and between
// its paragraphs on its site, and says nothing when the site is gone.
type clearing struct {
	weights map[*html.Node]weight
	all     int
	page    *Page
	prose   bool                  // the article has begun
	said    map[string]bool       // the title, descriptions of pictures, long lines
	label   *html.Node            // a heading that announces links, if the last block was one
	around  map[*html.Node]string // the text around pictures, folded
	gone    []*html.Node          // what is furniture
}

// clear removes what is not the article's own from the tree of an article. It
// goes by what holds on any site: the name of an element, its role, the words of
// its class, how much of it is links, and the customary labels.
func clear(root *html.Node, page *Page) {
	c := clearing{page: page, weights: map[*html.Node]weight{}, around: map[*html.Node]string{}, said: map[string]bool{fold(page.Title): true}}
	c.all = c.weigh(root, false).text
	c.children(root)
	lost := 0
	for _, n := range c.gone {
		lost += c.weights[n].text
	}
	if lost*2 > c.all {
		return // these signals are wrong about this page
	}
	for _, n := range c.gone {
		n.Parent.RemoveChild(n)
	}
}

func (c *clearing) weigh(n *html.Node, inLink bool) weight {
	if n.Type == html.TextNode {
		w := weight{text: len(strings.Join(strings.Fields(n.Data), " "))}
		if inLink {
			w.links = w.text
		}
		return w
	}
	var w weight
	if n.Type == html.ElementNode && hidden(n) {
		return w
	}
	if n.Data == "a" && !strings.HasPrefix(attribute(n, "href"), "#") {
		inLink = true
		w.count++
	}
	for child := range n.ChildNodes() {
		in := c.weigh(child, inLink)
		w.text, w.links, w.count = w.text+in.text, w.links+in.links, w.count+in.count
	}
	c.weights[n] = w
	return w
}

func (c *clearing) children(n *html.Node) {
	for child := range n.ChildNodes() {
		if child.Type != html.ElementNode {
			continue
		}
		if c.furniture(child) {
			c.gone = append(c.gone, child)
		} else {
			c.children(child)
		}
	}
}

// furniture reports whether an element is none of the article's.
func (c *clearing) furniture(n *html.Node) bool {
	w := c.weights[n]
	switch {
	case hidden(n):
		return true
	case n.Data == "img":
		return c.repeats(n)
	case n.Data == "nav" || roles[attribute(n, "role")]:
		return true
	case n.Data == "a" || n.Data == "pre" || n.Data == "table":
		return false
	case w.text*3 < c.all && named(n) && (w.text < proseMin || w.links*4 > w.text):
		return true
	case n.Data == "p" && w.text >= proseMin && w.links*2 < w.text:
		c.prose, c.label = true, nil
	case n.Data == "ul" || n.Data == "ol":
		return c.list(w)
	}
	return c.labels(n, w)
}

// list reports whether a list is a menu, or links that a label announced.
func (c *clearing) list(w weight) bool {
	mostly := w.count > 1 && w.links*5 >= w.text*4
	if mostly && !c.prose && w.links <= w.count*labelMax {
		return true
	}
	if mostly && c.label != nil {
		c.gone = append(c.gone, c.label)
		c.label = nil
		return true
	}
	return false
}

// labels reports whether a block is the site's: one that was read before, that
// tells who wrote the article and when, that stands for a thing that is gone, or
// that is in front of links to other pages.
func (c *clearing) labels(n *html.Node, w weight) bool {
	if w.text == 0 || w.text > 1000 || !(blocks[n.Data] || headings[n.Data]) || hasBlock(n) {
		return false
	}
	said := textOf(n)
	if len(said) >= repeatMin {
		repeated := c.said[fold(said)]
		c.said[fold(said)] = true
		return repeated
	}
	if lone[fold(said)] || !c.prose && !headings[n.Data] && c.imprint(said) {
		return true
	}
	c.label = nil
	before, _, found := strings.Cut(said, ":")
	switch {
	case !announces(before):
	case found && w.links > 0 && w.links+len(before)+2 >= w.text:
		return true
	default:
		c.label = n
	}
	return false
}

// imprint reports whether a line before the article says what Page holds: who
// wrote it, and when.
func (c *clearing) imprint(said string) bool {
	if by := fold(c.page.Byline); by != "" && strings.Contains(fold(said), by) && len(said) < len(c.page.Byline)+labelMax {
		return true
	}
	first, _, _ := strings.Cut(said, " ")
	return c.page.Date != "" && dated[fold(first)] && strings.ContainsAny(said, "0123456789")
}

// repeats reports whether a picture's description was read before: as that of
// the same picture, as the title, or as the caption below it.
func (c *clearing) repeats(n *html.Node) bool {
	alt := fold(attribute(n, "alt"))
	if alt == "" {
		return false
	}
	if c.said[alt] {
		return true
	}
	c.said[alt] = true
	for up, levels := n.Parent, 0; up != nil && levels < 5; up, levels = up.Parent, levels+1 {
		if w := c.weights[up]; w.text > 0 {
			return w.text < aroundMax && strings.Contains(c.foldedAround(up), alt)
		}
	}
	return false
}

// foldedAround is the text of an element, folded: once for all its pictures.
func (c *clearing) foldedAround(n *html.Node) string {
	around, known := c.around[n]
	if !known {
		around = fold(textOf(n))
		c.around[n] = around
	}
	return around
}

// named reports whether an element's class or id has a word for furniture.
func named(n *html.Node) bool {
	for _, key := range []string{"class", "id"} {
		for _, word := range strings.FieldsFunc(strings.ToLower(attribute(n, key)), func(r rune) bool {
			return !unicode.IsLetter(r)
		}) {
			if furnitureWords[word] {
				return true
			}
		}
	}
	return false
}

func announces(label string) bool {
	label = fold(label)
	if len(label) > labelMax {
		return false
	}
	return announcing[label] || strings.HasPrefix(label, "morefrom") || strings.HasPrefix(label, "related")
}

var (
	roles = set("navigation menu menubar search toolbar banner dialog alertdialog complementary contentinfo")

	furnitureWords = set(`ad ads advert adverts advertisement advertising bookmarks breadcrumb breadcrumbs comments
		consent cookie cookies disqus donate editsection follow menu nav navbar navigation newsletter newsletters pagination pager
		paywall popular promo promos promoted recommendations recommended related respond share shares sharedaddy sharing
		signup social sponsor sponsored subscribe subscription taboola outbrain tags toolbar trending`)

	// announcing are labels of links, in letters alone.
	announcing = set(`alsoread alsoonthissite inthissection morestories moreonthis moreonthistopic mostpopular mostread
		readalso readmore readnext recommended recommendedreading seealso trending trendingnow youmayalsolike
		youmayalsobeinterestedin youmightalsolike`)

	// dated are words that a date begins with, where it is the article's.
	dated = set("date lastupdated modified posted published updated")

	// lone are labels that say nothing alone, in letters alone.
	lone = set(`ad ads advert advertisement caption close comment comments continuereadingbelow email facebook followus
		leaveacomment leaveareply linkedin login nextarticle pinterest print printthis reddit share shareonfacebook
		shareontwitter sharethis sharethisarticle signin signup skiptocontent skiptomaincontent sponsored storycontinuesbelow
		subscribe tweet twitter whatsapp`)
)
