package lookup

import (
	"strings"

	"gloss/model"
)

// card is a note or a heading as the ranking sees it: it is found by its label
// and its quote together.
type card struct {
	kind  model.Kind
	words uint8
	index uint32 // among its kind
}

// fields are the texts of a card. A label is what a panel lists it by, and its
// words weigh labelWeight; the rest weighs 1.
type fields struct {
	labels []string // the spellings of a name; the measure of a figure, its amount, its change
	rest   []string
}

// cardsOf lists the notes and headings of a document.
func cardsOf(doc *model.Document) []card {
	notes := &doc.Notes
	all := make([]card, 0, len(notes.Facts)+len(notes.Figures)+len(notes.Questions)+len(notes.Names)+len(doc.Sections))
	add := func(kind model.Kind, n int) {
		for i := range n {
			all = append(all, card{kind: kind, index: uint32(i)})
		}
	}
	add(model.KindFact, len(notes.Facts))
	add(model.KindFigure, len(notes.Figures))
	add(model.KindQuestion, len(notes.Questions))
	add(model.KindName, len(notes.Names))
	add(model.KindSection, len(doc.Sections))
	return all
}

// fields gathers what a card is found by.
func (c card) fields(doc *model.Document) fields {
	switch c.kind {
	case model.KindFact:
		f := &doc.Notes.Facts[c.index]
		return fields{[]string{f.Text}, []string{f.Quote, f.Source}}
	case model.KindFigure:
		f := &doc.Notes.Figures[c.index]
		label := f.Measure
		if label == "" {
			label = f.Text
		}
		labels := []string{label, f.Amount()}
		if f.Change != nil {
			labels = append(labels, f.Change.String())
		}
		return fields{labels, append([]string{f.Quote, f.Group, f.Period, f.Unit}, inWords(f)...)}
	case model.KindQuestion:
		q := &doc.Notes.Questions[c.index]
		return fields{[]string{q.Text}, []string{q.Quote, q.Theme}}
	case model.KindName:
		n := &doc.Notes.Names[c.index]
		return fields{append([]string{n.Text}, n.Aliases...), []string{n.Is, n.Quote}}
	case model.KindSection:
		return fields{labels: titles(doc.Sections[c.index].Title)}
	case model.KindText:
	}
	return fields{}
}

// titles are a title and, where a colon divides it, its two parts: many
// headings are a subject and what it is about.
func titles(title string) []string {
	if subject, about, ok := strings.Cut(title, ": "); ok {
		return []string{title, subject, about}
	}
	return []string{title}
}

// inWords says what a figure says by its signs alone: that it is money or a
// percentage, and that it grew or fell.
func inWords(f *model.Figure) (words []string) {
	unit := f.Unit
	if f.Change != nil {
		unit += " " + f.Change.Unit
		if f.Change.Down {
			words = append(words, "fall drop decline decrease")
		} else {
			words = append(words, "growth grow rise increase")
		}
	}
	if strings.Contains(unit, "%") {
		words = append(words, "percent")
	}
	if len(f.Unit) == 3 && strings.ToUpper(f.Unit) == f.Unit {
		words = append(words, "money")
	}
	return words
}

// note is what the card's note has in common with all notes; a heading is its
// own passage.
func (c card) note(doc *model.Document) model.Note {
	switch c.kind {
	case model.KindFact:
		return doc.Notes.Facts[c.index].Note
	case model.KindFigure:
		return doc.Notes.Figures[c.index].Note
	case model.KindQuestion:
		return doc.Notes.Questions[c.index].Note
	case model.KindName:
		return doc.Notes.Names[c.index].Note
	case model.KindSection:
		s := doc.Sections[c.index]
		return model.Note{Text: s.Title, Quote: s.Title, Span: s.Heading}
	case model.KindText:
	}
	return model.Note{}
}

// answer is what a result line shows first.
func (c card) answer(doc *model.Document) string {
	switch c.kind {
	case model.KindFact:
		return factAnswer(&doc.Notes.Facts[c.index])
	case model.KindFigure:
		f := &doc.Notes.Figures[c.index]
		if whose := f.Group; whose != "" && !saysWhose(doc, f) {
			return figureAnswer(f) + " — " + whose
		}
		return figureAnswer(f)
	case model.KindName:
		n := &doc.Notes.Names[c.index]
		if n.Is != "" {
			return n.Text + " — " + n.Is
		}
	case model.KindQuestion, model.KindSection, model.KindText:
	}
	return c.note(doc).Text
}

// factAnswer never shows what somebody says without who says it and how.
func factAnswer(f *model.Fact) string {
	switch {
	case f.Source == "" && f.Standing == model.Stated:
		return f.Text
	case f.Source == "":
		return f.Text + " — " + f.Standing.String()
	case f.Standing == model.Stated:
		return f.Text + " — " + f.Source
	}
	return f.Text + " — " + f.Source + ", " + f.Standing.String()
}

// saysWhose reports whether a figure does without its group: its measure has a
// word of it, or its section, which stands beside every answer, has them all.
func saysWhose(doc *model.Document, f *model.Figure) bool {
	said := func(text string) map[string]bool {
		words := map[string]bool{}
		for _, word := range phrase(text, queryWords) {
			if !stopWords[word] {
				words[stem(word)] = true
			}
		}
		return words
	}
	group, measure := said(f.Group), said(f.Measure)
	title := map[string]bool{}
	if i := doc.SectionAt(f.Span.Start); i >= 0 {
		title = said(doc.Sections[i].Title)
	}
	all := true
	for word := range group {
		if measure[word] {
			return true
		}
		all = all && title[word]
	}
	return all
}

// figureAnswer is "Net profit  $20.8 B  ▲ +43% year over year".
func figureAnswer(f *model.Figure) string {
	text := f.Measure
	if text == "" {
		text = f.Text
	}
	if amount := f.Amount(); amount != "" {
		text += "  " + amount
	}
	if f.Change != nil {
		text += "  " + f.Change.String()
	}
	if f.Expected {
		text += "  expected"
	}
	return text
}

// addCards indexes the notes and headings. It comes before any text.
func (b *builder) addCards(doc *model.Document) {
	b.cards = cardsOf(doc)
	var words scanner
	counts := map[uint32]int{}
	var order []uint32
	for i := range b.cards {
		clear(counts)
		order = order[:0]
		n := 0
		add := func(texts []string, weight int) {
			for _, words.text = range texts {
				for words.at = 0; words.next(); n++ {
					id := b.word(words.word)
					if counts[id] == 0 {
						order = append(order, id)
					}
					counts[id] += weight
				}
			}
		}
		f := b.cards[i].fields(doc)
		if b.cards[i].kind == model.KindName {
			for _, spelling := range f.labels {
				if words = (scanner{text: spelling}); words.next() {
					b.names[string(words.word)] = true
				}
			}
		}
		add(f.labels, labelWeight)
		add(f.rest, 1)
		for _, id := range order {
			b.writer(id).add(uint32(i), uint8(min(counts[id], 255)))
		}
		b.cards[i].words = uint8(min(n, 255))
	}
}
