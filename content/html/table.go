package html

import (
	"strconv"

	"golang.org/x/net/html"
)

const (
	// cellsMax is how many cells a table is filled up to: 10,000 rows of which
	// one has 10,000 cells are 100 million in Markdown.
	cellsMax = 200_000
	// spanMax is the widest cell that is taken at its word.
	spanMax = 20
)

func number(n int) string { return strconv.Itoa(n) }

// table puts a table of data as one, and one that only lays out a page, or that
// Markdown cannot hold, as blocks, a cell each.
func (t *tidier) table(to, n *html.Node, nest int) {
	t.mark(to, n)
	var rows []*html.Node
	for c := range n.ChildNodes() {
		rows = t.rows(to, rows, c, nest)
	}
	t.flush(to)
	if tabular(n, rows) {
		t.grid(to, rows, nest)
		return
	}
	for _, row := range rows {
		for cell := range row.ChildNodes() {
			if isCell(cell) && !hidden(cell) {
				t.within(to, cell, nest, "div")
			}
		}
	}
}

// rows adds the rows in a part of a table, and puts its caption before it.
func (t *tidier) rows(to *html.Node, rows []*html.Node, n *html.Node, nest int) []*html.Node {
	if n.Type != html.ElementNode || hidden(n) {
		return rows
	}
	switch n.Data {
	case "tr":
		return append(rows, n)
	case "thead", "tbody", "tfoot":
		for c := range n.ChildNodes() {
			rows = t.rows(to, rows, c, nest)
		}
	case "caption":
		t.within(to, n, nest, "p")
	}
	return rows
}

func isCell(n *html.Node) bool {
	return n.Type == html.ElementNode && (n.Data == "td" || n.Data == "th")
}

// tabular reports whether a table holds data that Markdown's tables can hold.
func tabular(table *html.Node, rows []*html.Node) bool {
	role := attribute(table, "role")
	if role == "presentation" || role == "none" {
		return false
	}
	widest := 0
	for _, row := range rows {
		cells := 0
		for cell := range row.ChildNodes() {
			if isCell(cell) {
				if hasMore(cell) {
					return false
				}
				cells += span(cell, "colspan")
			}
		}
		widest = max(widest, cells)
	}
	return widest > 1 && widest*len(rows) <= cellsMax
}

// hasMore reports whether a cell holds more than a line can.
func hasMore(cell *html.Node) bool {
	for n := range cell.Descendants() {
		switch n.Data {
		case "table", "ul", "ol", "dl", "pre", "blockquote", "hr":
			return n.Type == html.ElementNode
		}
		if n.Type == html.ElementNode && headings[n.Data] {
			return true
		}
	}
	return false
}

func span(cell *html.Node, key string) int {
	n, err := strconv.Atoi(attribute(cell, key))
	if err != nil || n < 1 || n > spanMax {
		return 1
	}
	return n
}

// grid puts rows as a table. Only its first row is a header: a <th> further down
// names its row.
func (t *tidier) grid(to *html.Node, rows []*html.Node, nest int) {
	table := t.add(to, element("table"))
	t.inCell = true
	defer func() { t.inCell = false }()
	for i, row := range rows {
		tr := element("tr")
		for cell := range row.ChildNodes() {
			if !isCell(cell) || hidden(cell) {
				continue
			}
			td := element("td")
			if i == 0 {
				td = element("th")
			}
			for _, key := range []string{"colspan", "rowspan"} {
				if n := span(cell, key); n > 1 && len(rows) < cellsMax/spanMax/spanMax {
					td.Attr = append(td.Attr, html.Attribute{Key: key, Val: number(n)})
				}
			}
			t.mark(td, cell)
			t.children(td, cell, nest+1)
			t.flush(td)
			tr.AppendChild(flat(td))
		}
		if tr.FirstChild != nil {
			table.AppendChild(tr)
		}
	}
}

// flat is a cell with a <br> for the border of two blocks in it.
func flat(cell *html.Node) *html.Node {
	out := element(cell.Data, cell.Attr...)
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = n.FirstChild {
			n.RemoveChild(c)
			if c.Type == html.ElementNode && (c.Data == "div" || c.Data == "p" || c.Data == "li") {
				if out.LastChild != nil {
					out.AppendChild(element(cellBreak))
				}
				walk(c)
			} else if c.Type != html.TextNode || textOf(c) != "" || c.Data != "" {
				out.AppendChild(c)
			}
		}
	}
	walk(cell)
	return out
}
