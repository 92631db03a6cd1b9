package render

import "gloss/model"

// records draws a table that is too wide for a grid: each of its rows as lines
// of header and value, with air between the rows. The headers of the first
// record are the document's own; in the others they are decoration, so that no
// place of the document is shown twice.
func (r *Renderer) records(table []model.Row, width int) []Row {
	if len(table) == 0 {
		return nil
	}
	if len(table) == 1 {
		table = append(table, make(model.Row, len(table[0])))
	}
	var rows []Row
	for i, record := range table[1:] {
		if i > 0 {
			rows = append(rows, Row{})
		}
		for c := range max(len(record), len(table[0])) {
			var line []model.Inline
			if c < len(table[0]) {
				line = label(table[0][c].Inlines, i == 0)
			}
			if c < len(record) {
				line = append(line, record[c].Inlines...)
			}
			rows = append(rows, r.prose(model.Leaf{Inlines: line}, width)...)
		}
	}
	return rows
}

// label is a header cell as it stands before a value.
func label(header []model.Inline, shown bool) []model.Inline {
	if len(header) == 0 {
		return nil
	}
	var line []model.Inline
	for _, in := range header {
		in.Style |= model.Strong
		if !shown {
			in.Span = model.Span{}
		}
		line = append(line, in)
	}
	return append(line, model.Inline{Text: ": ", Style: model.Strong})
}
