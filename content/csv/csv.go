// Package csv makes Markdown tables of comma-separated values and their kin.
package csv

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// tableRows is how many rows stand in one table. The next has the header anew:
// no screen shows more, and no part of a long file takes long to lay out.
const tableRows = 40

// Markdown is clean values as tables. The first record is their header. Of the
// beginning of a file it is the beginning of what it is of the whole, but for
// its last table. What no reader of such files can make sense of is read as far
// as it goes: a quotation mark in the wrong place stands for itself.
func Markdown(text string) string {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	var out strings.Builder
	var header []string
	var rows [][]string
	for {
		record, err := r.Read()
		switch {
		case err != nil:
			table(&out, header, rows)
			if !errors.Is(err, io.EOF) { // what cannot be read is text too
				out.WriteString("\n" + escape(text[r.InputOffset():]) + "\n")
			}
			return out.String()
		case header == nil:
			header = record
		default:
			rows = append(rows, record)
		}
		if len(rows) == tableRows {
			table(&out, header, rows)
			rows = rows[:0]
		}
	}
}

// separator is the mark between the values: the one of which the first line
// has most.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best, most := ',', 0
	for _, mark := range ",;\t|" {
		if n := strings.Count(line, string(mark)); n > most {
			best, most = mark, n
		}
	}
	return best
}

// table writes rows under their header, which is as wide as the widest of them:
// cells beyond it would not be shown. There is none without rows, but for a
// file that is all header.
func table(out *strings.Builder, header []string, rows [][]string) {
	if len(header) == 0 || len(rows) == 0 && out.Len() > 0 {
		return
	}
	cells := len(header)
	for _, record := range rows {
		cells = max(cells, len(record))
	}
	if out.Len() > 0 {
		out.WriteByte('\n')
	}
	row(out, header, cells)
	out.WriteString(strings.Repeat("|---", cells) + "|\n")
	for _, record := range rows {
		row(out, record, cells)
	}
}

// row writes a record, filled up to at least so many cells.
func row(out *strings.Builder, record []string, cells int) {
	for _, value := range record {
		out.WriteString("| ")
		out.WriteString(escape(value))
		out.WriteByte(' ')
	}
	for i := len(record); i < cells; i++ {
		out.WriteString("| ")
	}
	out.WriteString("|\n")
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
