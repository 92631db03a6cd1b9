package epub

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

// packed is a book of these files. A book without a container gets the usual
// one, for book.opf.
func packed(t testing.TB, files ...txtar.File) []byte {
	t.Helper()
	const container = `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`
	hasContainer := false
	var book bytes.Buffer
	to := zip.NewWriter(&book)
	for _, f := range files {
		hasContainer = hasContainer || f.Name == "META-INF/container.xml"
	}
	if !hasContainer {
		files = append(files, file("META-INF/container.xml", container))
	}
	for _, f := range files {
		w, err := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return book.Bytes()
}

func file(name, data string) txtar.File { return txtar.File{Name: name, Data: []byte(data)} }

// simple is a book of these pages, without a contents table.
func simple(pages ...string) []txtar.File {
	var manifest, spine strings.Builder
	files := make([]txtar.File, 1, len(pages)+1)
	for i, page := range pages {
		name := string(rune('a'+i)) + ".xhtml"
		manifest.WriteString(`<item id="` + name + `" href="` + name + `" media-type="application/xhtml+xml"/>`)
		spine.WriteString(`<itemref idref="` + name + `"/>`)
		files = append(files, file(name, page))
	}
	files[0] = file("book.opf", `<package><metadata><dc:title>Book</dc:title></metadata><manifest>`+manifest.String()+
		`<item id="nav" href="nav.xhtml" properties="nav"/></manifest><spine>`+spine.String()+`</spine></package>`)
	return files
}

// withNav is a simple book with a contents table: lines of depth dots, title, =
// and target.
func withNav(table string, pages ...string) []txtar.File {
	var nav strings.Builder
	depth := 0
	for line := range strings.Lines(table) {
		title, href, _ := strings.Cut(strings.TrimSpace(line), "=")
		bare := strings.TrimLeft(title, ".")
		for now := len(title) - len(bare) + 1; depth < now; depth++ {
			nav.WriteString("<ol>")
		}
		for now := len(title) - len(bare) + 1; depth > now; depth-- {
			nav.WriteString("</ol>")
		}
		nav.WriteString(`<li><a href="` + href + `">` + bare + `</a></li>`)
	}
	return append(simple(pages...), file("nav.xhtml", `<nav epub:type="toc">`+nav.String()+`</nav>`))
}

func open(t testing.TB, book []byte) *Book {
	t.Helper()
	b, err := Open(bytes.NewReader(book), int64(len(book)), convert)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// text is all chapters of a book as one document.
func text(t testing.TB, b *Book) string {
	t.Helper()
	var all []string
	for i := range b.Chapters() {
		chapter, err := b.Chapter(i)
		if err != nil {
			t.Log(err)
		}
		all = append(all, chapter)
	}
	return strings.Join(all, "\n\n") + "\n"
}

// convert is a converter as small as the tests allow.
func convert(page []byte, link func(string) string) (string, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return "", err
	}
	c := converter{link: link}
	c.children(doc)
	c.block("")
	return strings.Join(c.blocks, "\n\n"), nil
}

type converter struct {
	link         func(string) string
	blocks       []string
	line         strings.Builder
	pre, heading bool
}

func (c *converter) children(n *html.Node) {
	for child := range n.ChildNodes() {
		if child.Type == html.TextNode {
			c.line.WriteString(child.Data)
		} else {
			c.element(child)
		}
	}
}

func (c *converter) element(n *html.Node) {
	switch name := n.Data; {
	case name == "head":
	case headingLevel(name) > 0:
		c.heading = true
		c.between(n, strings.Repeat("#", headingLevel(name))+" ")
		c.heading = false
	case name == "pre":
		c.block("")
		c.pre = true
		c.between(n, "")
		c.pre = false
	case name == "li":
		c.between(n, "- ")
	case c.heading && (name == "div" || name == "p"):
		c.around(n, " ", " ")
	case blocks[name]:
		c.between(n, "")
	case name == "br":
		c.line.WriteString(" ")
	case name == "em" || name == "i":
		c.around(n, "*", "*")
	case name == "code" && !c.pre:
		c.around(n, "`", "`")
	case name == "a" && attribute(n.Attr, "href") != "":
		c.around(n, "[", "]("+c.link(attribute(n.Attr, "href"))+")")
	case name == "img":
		c.line.WriteString("![" + attribute(n.Attr, "alt") + "](" + c.link(attribute(n.Attr, "src")) + ")")
	default:
		c.children(n)
	}
}

func (c *converter) around(n *html.Node, before, after string) {
	c.line.WriteString(before)
	c.children(n)
	c.line.WriteString(after)
}

// between makes a block of an element, the first text in which gets the mark.
func (c *converter) between(n *html.Node, mark string) {
	c.block("")
	c.children(n)
	c.block(mark)
}

func (c *converter) block(mark string) {
	line := c.line.String()
	c.line.Reset()
	switch {
	case strings.TrimSpace(line) == "":
	case c.pre:
		c.blocks = append(c.blocks, "```\n"+strings.TrimRight(line, "\n")+"\n```")
	default:
		line = strings.NewReplacer("* ", `\* `, " # ", ` \# `).Replace(fold(line))
		c.blocks = append(c.blocks, mark+line)
	}
}
