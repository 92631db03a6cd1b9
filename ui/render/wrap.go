package render

import (
	"strings"

	"gloss/ui/measure"
)

const emojiSelector = "\ufe0f"

// trim leaves out emoji selectors at the start of a row. With nothing before it
// there one would make the blank left of the row an emoji, two cells wide. It
// comes before all measuring: what follows may be wider without it.
func trim(text string, row extent) extent {
	for strings.HasPrefix(text[row.start:row.end], emojiSelector) {
		row.start += len(emojiSelector)
	}
	return row
}

// fit cuts rows that are wider than width, between grapheme clusters where
// they fit. Glamour leaves few: words beside which nothing fits, and clusters
// that are wider as a whole than their parts. A width of 0 cuts nothing.
func fit(text string, rows []extent, width int) []extent {
	if width <= 0 {
		return rows
	}
	fits := true
	for i, e := range rows {
		e = trim(text, e)
		rows[i] = e
		fits = fits && (e.end-e.start <= width || measure.Width(text[e.start:e.end]) <= width)
	}
	if fits {
		return rows
	}
	var cut []extent
	for _, e := range rows {
		for e.start < e.end {
			n := head(text[e.start:e.end], width)
			cut = append(cut, extent{e.start, e.start + n})
			e.start += n
		}
	}
	return cut
}

// head is the length in bytes of the longest start of text that fits into width
// cells, in whole clusters but for a first one that is wider than the row; the
// least that a row can begin with always counts as fitting.
func head(text string, width int) int {
	at := 0
	for at < len(text) {
		n, w := cluster(text[at:])
		if w > width {
			break
		}
		width -= w
		at += n
	}
	if at == 0 && text != "" {
		return measure.First(text, width)
	}
	return at
}

// lines are the lines of text as extents, newlines left out.
func lines(text string) []extent {
	var all []extent
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return append(all, extent{at, len(text)})
		}
		all = append(all, extent{at, at + n})
		at += n + 1
	}
}
