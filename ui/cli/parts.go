package cli

import (
	"fmt"
	"strings"

	"gloss/model"
	"gloss/ui"
)

// part is what is read at once: a section, or a piece of one that is too long
// to be heard without a pause.
type part struct {
	section int // its index, -1 before the first heading
	span    model.Span
	number  int // among the parts of its section, from 1
	of      int // how many it has
}

// partSize is the length of a part in bytes, as far as blocks allow: some five
// minutes of speech.
const partSize = 5000

// partsOf cuts a document into parts. Only the borders of its blocks are
// looked at, so that a long document is cut at once.
func partsOf(doc *model.Document) []part {
	var parts []part
	first := len(doc.Text)
	if len(doc.Sections) > 0 {
		first = doc.Sections[0].Span.Start
	}
	if strings.TrimSpace(doc.Text[:first]) != "" {
		parts = appendParts(parts, doc, -1, model.Span{End: first})
	}
	for i, s := range doc.Sections {
		parts = appendParts(parts, doc, i, s.Span)
	}
	return parts
}

func appendParts(parts []part, doc *model.Document, section int, span model.Span) []part {
	own := len(parts)
	from := span.Start
	for b := doc.BlockAt(span.Start); b >= 0 && b < len(doc.Blocks) && doc.Blocks[b].Start < span.End; b++ {
		if at := doc.Blocks[b].Start; at-from >= partSize {
			parts = append(parts, part{section: section, span: model.Span{Start: from, End: at}})
			from = at
		}
	}
	parts = append(parts, part{section: section, span: model.Span{Start: from, End: span.End}})
	for i := own; i < len(parts); i++ {
		parts[i].number, parts[i].of = i-own+1, len(parts)-own
	}
	return parts
}

// text says the leaves that begin in a span, but for the heading whose title
// has been announced.
func (s *speech) text(text ui.Text, span, announced model.Span) {
	doc := text.Document()
	quoted := false
	for b := doc.BlockAt(span.Start); b >= 0 && b < len(doc.Blocks) && doc.Blocks[b].Start < span.End; b++ {
		for _, leaf := range text.Leaves(doc.Blocks[b]) {
			at, ok := startOf(leaf)
			if !ok || !span.Holds(at) || leaf.Kind == model.Heading && announced.Holds(at) {
				continue
			}
			quoted = s.quotation(leaf, quoted)
			s.leaf(leaf)
		}
		if s.err != nil {
			return
		}
	}
	s.quotation(model.Leaf{}, quoted)
}

// startOf is where a leaf begins in the text; ok is false for one that shows
// nothing.
func startOf(leaf model.Leaf) (at int, ok bool) {
	cells := model.Row{{Inlines: leaf.Inlines}}
	for _, row := range leaf.Rows {
		cells = append(cells, row...)
	}
	for _, cell := range cells {
		for _, in := range cell.Inlines {
			if in.Text != "" {
				return in.Span.Start, true
			}
		}
	}
	return 0, false
}

// quotation says where a quotation begins and ends.
func (s *speech) quotation(leaf model.Leaf, quoted bool) (now bool) {
	for _, m := range leaf.Marks {
		now = now || m.Kind == model.Quote
	}
	switch {
	case now && !quoted:
		s.say("Quotation:")
	case quoted && !now:
		s.say("End of the quotation.")
	}
	return now
}

// leaf says one leaf with the item it opens.
func (s *speech) leaf(leaf model.Leaf) {
	mark := ""
	for _, m := range leaf.Marks {
		if m.Kind == model.Item && m.First {
			mark += itemWords(m.Text) + " "
		}
	}
	switch leaf.Kind {
	case model.Heading:
		s.say("%sHeading: %s", mark, sentence(spoken(leaf.Inlines)))
	case model.Code:
		s.code(leaf)
	case model.Table:
		s.table(leaf)
	case model.Paragraph:
		s.say("%s%s", mark, spoken(leaf.Inlines))
	case model.Rule:
	}
}

// itemWords is the mark of a list item as a voice says it.
func itemWords(mark string) string {
	switch mark {
	case "☐":
		return "To do:"
	case "☑":
		return "Done:"
	}
	if strings.ContainsAny(mark, "0123456789") {
		return mark
	}
	return "Item:"
}

// spoken is inlines as text, with a word before what stands for a picture.
func spoken(inlines []model.Inline) string {
	var b strings.Builder
	picture := false
	for _, in := range inlines {
		if in.Style&model.Picture != 0 && !picture {
			b.WriteString("Picture: ")
		}
		picture = in.Style&model.Picture != 0
		b.WriteString(in.Text)
	}
	return b.String()
}

// code says code line by line, as it is.
func (s *speech) code(leaf model.Leaf) {
	lines := strings.Split(strings.TrimRight(leaf.Shown().Text, "\n"), "\n")
	s.say("Code, %s:", strings.ToLower(counted(len(lines), "line")))
	for _, line := range lines {
		s.line(line)
	}
	s.say("End of the code.")
}

// table says a table row by row, each value behind the title of its column, so
// that cells without one can be passed over.
func (s *speech) table(leaf model.Leaf) {
	titles := leaf.Rows[0]
	s.say("Table, %s, %s:", strings.ToLower(counted(len(titles), "column")), strings.ToLower(counted(len(leaf.Rows)-1, "row")))
	for i, row := range leaf.Rows[1:] {
		var cells []string
		for c, cell := range row {
			value := strings.TrimSpace(spoken(cell.Inlines))
			if value == "" {
				continue
			}
			if c < len(titles) {
				if title := strings.TrimSpace(spoken(titles[c].Inlines)); title != "" {
					value = title + ": " + value
				}
			}
			cells = append(cells, value)
		}
		if len(cells) == 0 {
			cells = []string{"Empty"}
		}
		s.say("%s", sentence(fmt.Sprintf("Row %d. %s", i+1, strings.Join(cells, "; "))))
	}
	s.say("End of the table.")
}

// excerptSide is how many bytes of text are said either side of a place.
const excerptSide = 60

// excerpt is the text round text[from:to], whole words of it, with an ellipsis
// where it was cut.
func excerpt(text string, from, to int) string {
	before, after := "", ""
	start, end := 0, len(text)
	if from > excerptSide {
		if space := strings.IndexByte(text[from-excerptSide:from], ' '); space >= 0 {
			start, before = from-excerptSide+space+1, "… "
		}
	}
	if len(text)-to > excerptSide {
		if space := strings.LastIndexByte(text[to:to+excerptSide], ' '); space >= 0 {
			end, after = to+space, " …"
		}
	}
	return before + text[start:end] + after
}
