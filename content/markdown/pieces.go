package markdown

import (
	"strings"

	"gloss/model"
)

// What is longer than a block is cut in the midst, and its later pieces do not
// say what they are. This file tells it from the lines round the cut.

// lookBack is how much of the text before a block is looked at, in bytes: its
// last line may be megabytes long.
const lookBack = 4 << 10

func preceding(doc string, b model.Block) string { return doc[max(0, b.Start-lookBack):b.Start] }

// continues reports whether the block goes on with what the block before it was
// cut in: Scan cuts after a blank line, before a heading, after code, or in the
// midst of something.
func continues(doc string, b model.Block) bool {
	before := preceding(doc, b)
	if before == "" || strings.TrimSpace(lastLine(before)) == "" {
		return false
	}
	first, _, _ := strings.Cut(doc[b.Start:b.End], "\n")
	return before[len(before)-1] != '\n' || headingLevel(strings.TrimLeft(first, " ")) == 0 && !wasFenceLike(before)
}

// tableHead is the header to parse a further piece of a table with, "" for any
// other block. It has as many cells as the longest row of the piece, for those
// beyond it would not be shown, and they are empty.
func tableHead(doc string, b model.Block) string {
	if doc[b.Start] != '|' || !continues(doc, b) || !strings.HasPrefix(lastLine(preceding(doc, b)), "|") {
		return ""
	}
	first, rest, _ := strings.Cut(doc[b.Start:b.End], "\n")
	second, _, _ := strings.Cut(rest, "\n")
	if isDelimiterRow(second) {
		return ""
	}
	columns, lines := cells(first), 1
	for line := range strings.Lines(rest) {
		columns = max(columns, cells(strings.TrimSpace(line)))
		lines++
	}
	if columns*lines > tableCellMax {
		return ""
	}
	return strings.Repeat("| ", columns) + "|\n" + strings.Repeat("|-", columns) + "|\n"
}

// codePiece is a later piece of code that was too long for one block.
func codePiece(doc string, b model.Block) []model.Leaf {
	body := doc[b.Start:b.End]
	if b.Closed {
		body = strings.TrimSuffix(body, "\n")
		body = body[:len(body)-len(lastLine(body))]
	}
	body = strings.TrimSuffix(body, "\n")
	if body == "" {
		return nil
	}
	return []model.Leaf{{
		Kind: model.Code, Language: b.Fence, Tight: true,
		Inlines: []model.Inline{{Text: body, Span: model.Span{Start: b.Start, End: b.Start + len(body)}}},
	}}
}
