package cli

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gloss/model"
)

// The columns of CSV: those that every kind has, and those of one kind behind
// them. They stay what they are whatever a document has, so that a column has
// the same place in every file. A list is one cell, its parts joined by " | ".
var (
	commonColumns = []string{"kind", "text", "quote", "section", "section_number", "start", "end", "derived"}
	kindColumns   = [...][]string{
		model.KindFact: {"source", "standing", "rank"},
		model.KindFigure: {
			"measure", "value", "high", "unit", "bound",
			"change", "change_unit", "change_direction", "change_basis", "change_from", "change_to",
			"period", "expected", "worked_out", "check", "check_source", "check_agrees",
		},
		model.KindQuestion: {"theme", "by", "sides"},
		model.KindName:     {"type", "aliases", "is", "mentions"},
		model.KindSection:  {"level", "number"},
		model.KindText:     {},
	}
)

// listBreak joins the parts of a list in one cell.
const listBreak = " | "

// writeCSV writes a header and a line for each record (RFC 4180, lines end with
// a newline alone). Where kinds are mixed, as in the results of find, own is
// nil and only what they have in common is written.
func writeCSV(w io.Writer, all []record, own []string) error {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	columns := append(commonColumns[:len(commonColumns):len(commonColumns)], own...)
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, rec := range all {
		if err := out.Write(rec.cells()[:len(columns)]); err != nil {
			return err
		}
	}
	out.Flush()
	_, err := w.Write(b.Bytes())
	return err
}

// inert is text as a cell. Spreadsheets run a cell that begins like a formula,
// and a document is not to be trusted: an apostrophe before it makes it text
// (the usual cure, which spreadsheets do not show). JSON has the text as it is.
func inert(text string) string {
	if text == "" || !strings.ContainsRune("=+-@＝＋－＠", firstVisible(text)) {
		return text
	}
	return "'" + text
}

func firstVisible(text string) rune {
	for _, r := range strings.TrimSpace(text) {
		return r
	}
	return 0
}

// number is a number as a cell, empty where it is not known.
func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// positive is a count as a cell, empty where it is 0: not known.
func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (c common) cells() []string {
	return []string{
		c.Kind, inert(c.Text), inert(c.Quote), inert(c.Section), positive(c.SectionNumber),
		strconv.Itoa(c.Start), strconv.Itoa(c.End), strconv.FormatBool(c.Derived),
	}
}

func (r sectionRecord) cells() []string {
	return append(r.common.cells(), strconv.Itoa(r.Level), strconv.Itoa(r.Number))
}

func (r factRecord) cells() []string {
	return append(r.common.cells(), inert(r.Source), r.Standing, positive(r.Rank))
}

func (r figureRecord) cells() []string {
	change := make([]string, 6)
	if c := r.Change; c != nil {
		change = []string{number(&c.Value), inert(c.Unit), c.Direction, inert(c.Basis), number(c.From), number(c.To)}
	}
	check := make([]string, 3)
	if c := r.Check; c != nil {
		check = []string{inert(c.Text), inert(c.Source), strconv.FormatBool(c.Agrees)}
	}
	// The bound is one sign of our own: alone in its cell, "=" is no formula.
	cells := append(r.common.cells(), inert(r.Measure), number(r.Value), number(r.High), inert(r.Unit), r.Bound)
	cells = append(cells, change...)
	cells = append(cells, inert(r.Period), strconv.FormatBool(r.Expected), strconv.FormatBool(r.WorkedOut))
	return append(cells, check...)
}

func (r questionRecord) cells() []string {
	var sides []string
	for _, side := range r.Sides {
		sides = append(sides, side.Quote)
	}
	return append(r.common.cells(), inert(r.Theme), inert(r.By), inert(strings.Join(sides, listBreak)))
}

func (r nameRecord) cells() []string {
	var mentions []string
	for _, m := range r.Mentions {
		mentions = append(mentions, fmt.Sprintf("%d-%d", m.Start, m.End))
	}
	return append(r.common.cells(), r.Type, inert(strings.Join(r.Aliases, listBreak)), inert(r.Is), strings.Join(mentions, listBreak))
}
