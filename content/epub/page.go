package epub

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// pageReader reads the tags and texts of a page's body, for the survey and for
// the rewriting, which count them alike. It reads XHTML as what it is: <a id="x"/>
// is closed, and <title/> does not swallow the page.
type pageReader struct {
	tokens *html.Tokenizer
	head   bool   // before the body, which any tag but those of a head begins
	inside string // <title>, <script> or <style>: what is open
	titled string // the text of <title>

	at    int // how many tags and texts were before
	kind  html.TokenType
	token html.Token
}

func newPage(page []byte) *pageReader {
	p := &pageReader{tokens: html.NewTokenizer(bytes.NewReader(page)), head: true, at: -1}
	p.tokens.AllowCDATA(true)
	return p
}

// headTags are what a head may hold.
var headTags = setOf("html head title meta link style script base noscript")

// next goes to the next tag or text of the body. Scripts and styles are none.
func (p *pageReader) next() bool {
	for {
		p.kind = p.tokens.Next()
		switch p.kind {
		case html.ErrorToken:
			return false
		case html.CommentToken, html.DoctypeToken:
			continue
		case html.TextToken:
			p.token = p.tokens.Token()
			if p.shown() {
				p.at++
				return true
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			p.token = p.tokens.Token()
			p.tag()
			root := p.token.Data == "html" && p.starts() // it may have an id
			if root || !p.head && !unwritten[p.token.Data] {
				p.at++
				return true
			}
		}
	}
}

// shown reports whether a text belongs to the body.
func (p *pageReader) shown() bool {
	switch {
	case p.inside == "title" && p.head:
		if len(p.titled) < textMax {
			p.titled += short(p.token.Data, textMax)
		}
		return false
	case p.inside == "script" || p.inside == "style":
		return false
	case p.head && strings.TrimSpace(p.token.Data) == "":
		return false
	}
	p.head = false
	return true
}

// tag takes a tag before it is told of.
func (p *pageReader) tag() {
	name := p.token.Data
	raw := name == "script" || name == "style" || name == "title"
	if p.inside = ""; raw && p.kind == html.StartTagToken {
		p.inside = name
	} else {
		p.tokens.NextIsNotRawText() // in XHTML, <noscript/> and its like hold mark-up
	}
	switch {
	case name == "head":
		p.head = p.kind == html.StartTagToken
	case name == "body" || !headTags[name]:
		p.head = false
	}
}

// unwritten are the tags that are left out, so that what they hold is a part of
// the body like any other.
var unwritten = setOf(`head meta link style script base noscript noframes noembed iframe xmp plaintext template
	textarea frameset frame select option`)

// void are the elements that have no content.
var void = setOf("area base br col embed hr img input link meta param source track wbr image")

// blocks are the elements that end a line of text.
var blocks = setOf(`address article aside blockquote body caption center dd details dialog div dl dt fieldset
	figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section
	summary table tbody td tfoot th thead tr ul`)

// containers are the blocks in which a heading is no section.
var containers = setOf("blockquote dl menu ol pre table ul")

func setOf(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

// starts reports whether the tag opens an element.
func (p *pageReader) starts() bool {
	return p.kind == html.StartTagToken || p.kind == html.SelfClosingTagToken
}

// headingLevel is the level that a tag's name says, 0 for no heading.
func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

// ids are the names that a link can lead to an element by. More than a few are
// an attack.
func ids(token html.Token) []string {
	var found []string
	for _, a := range token.Attr {
		if a.Key == "id" || a.Key == "xml:id" || a.Key == "name" && token.Data == "a" {
			if id := strings.TrimSpace(a.Val); id != "" && len(found) < 4 && !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	return found
}
