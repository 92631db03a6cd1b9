// Package markdown turns clean Markdown text into what gloss shows: Scan cuts a
// text into blocks and sections, Leaves is one block as it is drawn, with the
// place of every shown byte in the text. It is the only package that parses
// Markdown, and the only one that knows goldmark. It knows nothing of files,
// widths or colours. Everything in it is pure and safe for concurrent use.
package markdown

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"gloss/model"
)

// grammar is CommonMark with GitHub's extensions, footnotes and definition
// lists. It holds no state: each parse has a context of its own.
var grammar = parser.NewParser(
	parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(footnoteBlock{extension.NewFootnoteBlockParser()}, 999))...),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(footnoteInline{}, 101),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999))...),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
)

// Leaves is the block as it is drawn. The block must be one that Scan gave for
// the same text.
func Leaves(doc string, b model.Block) []model.Leaf { return leaves(doc, b, nil) }

// leaves is Leaves; onTag, if there is one, is told of each HTML tag.
func leaves(doc string, b model.Block, onTag func(tag string, at int)) []model.Leaf {
	if b.Fence != "" {
		return codePiece(doc, b)
	}
	if hostile(doc[b.Start:b.End]) {
		return []model.Leaf{plain(doc, b)}
	}
	head := tableHead(doc, b)
	source := []byte(head + doc[b.Start:b.End])
	refs := references{Context: parser.NewContext(), doc: doc, block: b.Span}
	w := walker{source: source, onTag: onTag, inlines: inlines{doc: doc, base: b.Start - len(head), from: len(head)}}
	w.children(grammar.Parse(text.NewReader(source), parser.WithContext(&refs)), continues(doc, b))
	return w.leaves
}
