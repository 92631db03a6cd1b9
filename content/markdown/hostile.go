package markdown

import (
	"strings"

	"gloss/model"
)

// goldmark's time, and what it builds, is quadratic in some things that nest or
// fail. In one block of 32 KB, four times hardBlock, on one core:
//
//	>>>>>… or 1. 1. 1. …       0.45 to 0.74 s
//	[[[[…]]]] or [a]([a](…     0.48 s
//	*a_*a_…                    0.30 s
//	a table of 2,000 columns with 10,000 rows of "|": 20 million cells, 19 s
//
// A text of such blocks would never be searched through. Each limit below keeps
// a block under some 30 ms and is far from what people write: 4,000 brackets
// are one in eight bytes. A block beyond is shown as plain text.
const (
	nestingMax   = 100   // containers opened by one line
	bracketsMax  = 4000  // opening brackets
	emphasisMax  = 6000  // runs of * _ ~
	tableCellMax = 32000 // columns of the widest delimiter row times lines
)

// hostile reports whether parsing src would take too long.
func hostile(src string) bool {
	brackets, runs, lines, columns := 0, 0, 0, 0
	for rest := src; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		rest = after
		lines++
		nesting, body := afterMarkers(strings.TrimLeft(line, " "))
		if nesting >= nestingMax {
			return true
		}
		if isDelimiterRow(body) {
			columns = max(columns, cells(body))
		}
		for i := range len(line) {
			switch c := line[i]; c {
			case '[':
				brackets++
			case '*', '_', '~':
				if i == 0 || line[i-1] != c {
					runs++
				}
			}
		}
	}
	return brackets > bracketsMax || runs > emphasisMax || columns*lines > tableCellMax
}

// plain is the block as one paragraph, as it is written.
func plain(doc string, b model.Block) model.Leaf {
	w := inlines{doc: doc, base: b.Start}
	w.exact(0, len(strings.TrimRight(doc[b.Start:b.End], "\n")))
	return model.Leaf{Kind: model.Paragraph, Inlines: w.take()}
}
