package html

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// loadMax is the largest load of a page that is parsed. Measured on two shared
// cores, a tree of that size is read and written in 1 to 2 seconds and 250 MB;
// time and memory go up with it evenly. It is ten times the longest article of
// an encyclopedia.
const loadMax = 500_000

// attributesMax is how many attributes a tag may have. The tokenizer keeps the
// names of a tag in a map, and clears it for each tag that follows: after one
// with 250,000 of them a page of 2 million tags would take hours.
const attributesMax = 1000

var errTooMuch = errors.New("too much for a tree")

// parse is the tree of a page. A page that would make too large a tree is
// errTooMuch, one nested more than 512 deep is the parser's own error.
func parse(page string) (*html.Node, error) {
	if load(page) > loadMax {
		return nil, errTooMuch
	}
	return html.Parse(strings.NewReader(page))
}

// load is about how many nodes and attributes the tree of a page will have. A page of 10 MB
// can make billions: the parser opens every <b> and <font> that was not closed
// again in each paragraph that follows.
func load(page string) int {
	tokens := html.NewTokenizer(strings.NewReader(page))
	open := map[atom.Atom]int{}
	formats, total := 0, 0
	for total <= loadMax {
		switch tokens.Next() {
		case html.ErrorToken:
			return total
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := tokens.TagName()
			total += 1 + formats
			if more {
				attributes := countAttributes(tokens)
				if attributes > attributesMax {
					return loadMax + 1
				}
				total += attributes
			}
			if tag := atom.Lookup(name); formatting[tag] {
				open[tag]++
				formats++
			}
		case html.TextToken, html.CommentToken:
			total++
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if tag := atom.Lookup(name); open[tag] > 0 {
				open[tag]--
				formats--
			}
		}
	}
	return total
}

func countAttributes(tokens *html.Tokenizer) int {
	n := 0
	for more := true; more; n++ {
		_, _, more = tokens.TagAttr()
	}
	return n
}

// formatting are the elements that the parser opens again.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true, atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// first is the first element of a name in the tree, nil where there is none.
func first(root *html.Node, name string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			return n
		}
	}
	return nil
}

// attribute is the value of an element's attribute, "" where it has none.
func attribute(n *html.Node, key string) string {
	value, _ := lookup(n, key)
	return value
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// textOf is the text of a tree, its white space as single spaces.
func textOf(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		} else if blocks[n.Data] || n.Data == "br" {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
