// Package csv makes Markdown tables of comma-separated values and their kin.
package csv

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gloss/content/code"
)

// tableRows is how many rows stand in one table. The next has the header anew:
// no screen shows more, and no part of a long file takes long to lay out.
const tableRows = 40

// cellsMax is how many values of a record stand in a table. A line of more is
// shown as it is written: nobody reads 10,000 columns, and 100 tables that each had
// one such row were 160 MB of empty cells.
const cellsMax = 400

// Tab stands for a tab in clean values: what cleans a text would make spaces of
// the tab itself.
const Tab = '\uf809'

// headerMax is how long a header may be in any case, in bytes.
const headerMax = 1000

// Markdown is clean values as tables. The first record is their header. Of the
// beginning of a file it is the beginning of what it is of the whole, but for
// its last table. What no reader of such files can make sense of is read as far
// as it goes: a quotation mark in the wrong place stands for itself.
func Markdown(text string) string {
	w := writer{mark: separator(text)}
	if w.mark != Tab {
		text = strings.ReplaceAll(text, string(Tab), " ")
	}
	for {
		from, to := wide(text, string(w.mark))
		w.tables(text[:from])
		if from == to {
			return w.out.String()
		}
		w.apart()
		w.out.WriteString(code.Markdown(text[from:to], "text"))
		text = text[to:]
	}
}

// wide is where the next lines stand that are too wide for a table; both are the
// end of the text where there are none.
func wide(text, mark string) (from, to int) {
	for to < len(text) {
		end := len(text)
		if n := strings.IndexByte(text[to:], '\n'); n >= 0 {
			end = to + n + 1
		}
		isWide := strings.Count(text[to:end], mark) >= cellsMax
		if !isWide && from < to {
			return from, to
		}
		if to = end; !isWide {
			from = to
		}
	}
	return from, to
}

// writer writes tables.
type writer struct {
	out    strings.Builder
	mark   rune // between the values
	header []string
	headed bool       // the header was written
	rows   [][]string // of the table to come
}

// tables writes the records of a text.
func (w *writer) tables(text string) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = w.mark
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	for {
		record, err := r.Read()
		switch {
		case err != nil:
			if w.header != nil {
				w.table()
			}
			if !errors.Is(err, io.EOF) { // what cannot be read is text too
				w.out.WriteString("\n" + escape(text[r.InputOffset():]) + "\n")
			}
			return
		case w.header == nil:
			w.header = record
		default:
			w.rows = append(w.rows, record)
		}
		if len(w.rows) == tableRows {
			w.table()
		}
	}
}

// separator is the mark between the values: the one of which the first line
// has most.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best, most := ',', 0
	for _, mark := range ",;|" + string(Tab) {
		if n := strings.Count(line, string(mark)); n > most {
			best, most = mark, n
		}
	}
	return best
}

// table writes the rows under their header, which is as wide as the widest of
// them: cells beyond it would not be shown. There is none without rows, but for a
// file that is all header. A header that is longer than its rows stands over the
// first of them alone: it could be a megabyte, and be there a thousand times.
func (w *writer) table() {
	header, cells, size := w.header, 0, 0
	for _, record := range w.rows {
		cells = max(cells, len(record))
		size += length(record)
	}
	switch {
	case w.headed && len(w.rows) == 0:
		return
	case w.headed && length(header) > max(size, headerMax):
		header = nil
	}
	w.headed = true
	cells = max(len(header), cells)
	w.apart()
	w.row(header)
	w.out.WriteString(strings.Repeat("| ", cells-len(header)))
	w.out.WriteString("|\n" + strings.Repeat("|---", cells) + "|\n")
	for _, record := range w.rows {
		w.row(record)
		w.out.WriteString("|\n")
	}
	w.rows = w.rows[:0]
}

// apart begins a block.
func (w *writer) apart() {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
}

// row writes the cells of a record.
func (w *writer) row(record []string) {
	for _, value := range record {
		w.out.WriteString("| ")
		w.out.WriteString(escape(value))
		w.out.WriteByte(' ')
	}
}

// length is about how many bytes a record takes in a table.
func length(record []string) int {
	n := 0
	for _, value := range record {
		n += len(value) + len("|  ")
	}
	return n
}

// escape is a value as the text of a cell: on one line, and nothing in it is
// mark-up.
func escape(value string) string {
	value = strings.Join(strings.Fields(value), " ")
	if !strings.ContainsAny(value, "\\`*_{}[]<>#|~&!:$@") {
		return value
	}
	var b strings.Builder
	for _, r := range value {
		if r < utf8.RuneSelf && strings.ContainsRune("\\`*_{}[]<>#|~&!:$@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
