package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// goldmark's own footnotes need reference and definition in one parse, gather
// the definitions at the end and drop the ones nobody refers to. Here a
// reference and its definition are often in different blocks and both are shown
// where they stand, so only its block parser is used and what follows it is left
// out.
type footnoteBlock struct{ parser.BlockParser }

// Close leaves the definition where it is.
func (footnoteBlock) Close(ast.Node, text.Reader, parser.Context) {}

// footnoteInline reads a reference such as [^1].
type footnoteInline struct{}

// Trigger is what a reference starts with.
func (footnoteInline) Trigger() []byte { return []byte{'['} }

// labelMax is the longest label that CommonMark allows, in bytes.
const labelMax = 999

// Parse is the reference that starts here, nil for none.
func (footnoteInline) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[^")) {
		return nil
	}
	end := bytes.IndexAny(line[2:min(len(line), labelMax)], "[] \n")
	if end <= 0 || line[2+end] != ']' {
		return nil
	}
	n := 2 + end + 1
	block.Advance(n)
	return &footnoteRef{Start: segment.Start, Stop: segment.Start + n}
}

// footnoteRef is a reference to a footnote, [Start, Stop) in the source.
type footnoteRef struct {
	ast.BaseInline
	Start, Stop int
}

var kindFootnoteRef = ast.NewNodeKind("FootnoteReference")

// Kind is the kind of node.
func (*footnoteRef) Kind() ast.NodeKind { return kindFootnoteRef }

// Dump prints the node.
func (r *footnoteRef) Dump(source []byte, level int) { ast.DumpHelper(r, source, level, nil, nil) }
