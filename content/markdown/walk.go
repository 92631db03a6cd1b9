package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"

	"gloss/model"
)

// walker turns the tree of one block into leaves.
type walker struct {
	source []byte
	inlines
	leaves []model.Leaf
	marks  []model.Mark
	lists  int                      // bullet lists we are in
	onTag  func(tag string, at int) // is told of each HTML tag, may be nil
}

// add appends a leaf that stands in the open containers. The first leaf of an
// item carries its mark.
func (w *walker) add(leaf model.Leaf) {
	if len(w.marks) > 0 {
		leaf.Marks = append([]model.Mark(nil), w.marks...)
		for i := range w.marks {
			w.marks[i].First = false
		}
	}
	w.leaves = append(w.leaves, leaf)
}

// children walks the blocks within a container. tight is whether its first leaf
// follows the leaf before closely; the others do in a tight list alone.
func (w *walker) children(n ast.Node, tight bool) {
	within := isTight(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c, tight)
		tight = within
	}
}

func isTight(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.List:
		return n.IsTight
	case *ast.ListItem:
		list, ok := n.Parent().(*ast.List)
		return ok && list.IsTight
	case *xast.DefinitionList, *xast.DefinitionDescription:
		return true
	}
	return false
}

func (w *walker) block(n ast.Node, tight bool) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.add(model.Leaf{Kind: model.Paragraph, Tight: tight, Inlines: w.callout(n, w.text(n))})
	case *ast.Heading:
		w.add(model.Leaf{Kind: model.Heading, Level: n.Level, Tight: tight, Inlines: w.text(n)})
	case *ast.FencedCodeBlock:
		w.add(model.Leaf{Kind: model.Code, Language: string(n.Language(w.source)), Tight: tight, Inlines: w.code(n)})
	case *ast.CodeBlock:
		w.add(model.Leaf{Kind: model.Code, Tight: tight, Inlines: w.code(n)})
	case *ast.ThematicBreak:
		w.add(model.Leaf{Kind: model.Rule, Tight: tight})
	case *ast.HTMLBlock:
		w.html(n, tight)
	case *ast.Blockquote:
		w.within(model.Mark{Kind: model.Quote, First: true}, n, tight)
	case *ast.List:
		w.list(n, tight)
	case *xast.Table:
		w.table(n, tight)
	case *xast.DefinitionTerm:
		if _, after := n.PreviousSibling().(*xast.DefinitionDescription); after {
			tight = false
		}
		w.style = model.Strong
		w.add(model.Leaf{Kind: model.Paragraph, Tight: tight, Inlines: w.text(n)})
		w.style = 0
	case *xast.DefinitionDescription:
		w.within(model.Mark{Kind: model.Item, First: true}, n, tight)
	case *xast.Footnote:
		w.within(model.Mark{Kind: model.Item, Text: "[" + string(n.Ref) + "]", First: true}, n, tight)
	case *ast.LinkReferenceDefinition:
	default:
		w.children(n, tight)
	}
}

// within walks a container that has a mark. One without content still shows it.
func (w *walker) within(mark model.Mark, n ast.Node, tight bool) {
	w.marks = append(w.marks, mark)
	before := len(w.leaves)
	w.children(n, tight)
	if len(w.leaves) == before && mark.Kind == model.Item {
		w.add(model.Leaf{Kind: model.Paragraph, Tight: tight})
	}
	w.marks = w.marks[:len(w.marks)-1]
}

// bullets are the marks of bullet lists, by depth.
var bullets = [...]string{"•", "◦", "▪"}

func (w *walker) list(n *ast.List, tight bool) {
	number := n.Start
	if !n.IsOrdered() {
		w.lists++
		defer func() { w.lists-- }()
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		text := strconv.Itoa(number) + string(n.Marker)
		if !n.IsOrdered() {
			text = bullets[min(w.lists, len(bullets))-1]
		}
		if box := taskBox(item); box != "" {
			text = box
		}
		w.within(model.Mark{Kind: model.Item, Text: text, First: true}, item, tight)
		number++
		tight = n.IsTight
	}
}

// taskBox is the box of a task list's item, "" for any other.
func taskBox(item ast.Node) string {
	if first := item.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*xast.TaskCheckBox); ok {
			return choose(box.IsChecked, "☑", "☐")
		}
	}
	return ""
}

func (w *walker) code(n ast.Node) []model.Inline {
	w.verbatim = true
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		end := min(line.Stop, len(w.source))
		if i == lines.Len()-1 && end > line.Start && w.source[end-1] == '\n' {
			end--
		}
		w.exact(line.Start, end)
	}
	out := w.take()
	w.verbatim = false
	return out
}

func (w *walker) table(n *xast.Table, tight bool) {
	leaf := model.Leaf{Kind: model.Table, Tight: tight}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row model.Row
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cell := model.Cell{Inlines: w.text(c)}
			if at := len(row); at < len(n.Alignments) {
				cell.Align = align(n.Alignments[at])
			}
			row = append(row, cell)
		}
		leaf.Rows = append(leaf.Rows, row)
	}
	w.add(leaf)
}

func align(a xast.Alignment) model.Align {
	switch a {
	case xast.AlignCenter:
		return model.AlignCenter
	case xast.AlignRight:
		return model.AlignRight
	case xast.AlignLeft, xast.AlignNone:
	}
	return model.AlignLeft
}
