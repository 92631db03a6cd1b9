package notes

import (
	"github.com/goccy/go-yaml/ast"

	"gloss/model"
)

func (d *decoder) fact(e *entry) model.Fact {
	e.must("text")
	e.must("source")
	e.must("standing")
	f := model.Fact{
		Source:   e.str("source"),
		Standing: choice(e, "standing", model.ParseStanding, "stated, reported, claimed, alleged, denied"),
		Rank:     e.count("rank"),
	}
	f.Note = e.noteOn(e.str("text"))
	return f
}

// noteOn is the note with that text on the passage that the entry quotes.
func (e *entry) noteOn(text string) model.Note {
	p := e.passage()
	if text == "" {
		text = p.Quote
	}
	return model.Note{Text: text, Quote: p.Quote, Span: p.Span}
}

// parseBound takes words because YAML reads a bare ~ as nothing and a bare > as
// the start of a folded text; the signs of the JSON records, in quotation marks,
// are understood too.
func parseBound(word string) (b model.Bound, ok bool) {
	switch word {
	case "exactly", "=":
		return model.Exactly, true
	case "about", "~":
		return model.About, true
	case "under", "<":
		return model.LessThan, true
	case "over", ">":
		return model.MoreThan, true
	}
	return 0, false
}

func parseDirection(word string) (down, ok bool) {
	return word == "down", word == "up" || word == "down"
}

func (d *decoder) figure(e *entry) model.Figure {
	e.must("measure")
	f := model.Figure{
		Group:     e.str("group"),
		Measure:   e.str("measure"),
		Value:     e.number("value"),
		High:      e.number("high"),
		Unit:      e.str("unit"),
		Bound:     model.Exactly,
		Change:    e.change(),
		Period:    e.str("period"),
		Expected:  e.flag("expected"),
		WorkedOut: e.flag("worked_out"),
		Check:     e.check(),
	}
	if e.has("bound") {
		f.Bound = choice(e, "bound", parseBound, "exactly, about, under, over")
	}
	switch {
	case !e.has("value") && !e.has("change"):
		e.fail(e.line, "value is missing (a figure has a value, a change or both)")
	case f.High != nil && !e.has("value"):
		e.fail(e.fields["high"].line, "high is the upper end of a range: value, the lower end, is missing")
	case f.High != nil && f.Value != nil && *f.High <= *f.Value:
		e.fail(e.fields["high"].line, "high is the upper end of a range: it must be larger than value")
	}
	f.Note = e.noteOn("")
	f.Text = f.String()
	return f
}

func (e *entry) change() *model.Change {
	c := e.part("change")
	if c == nil {
		return nil
	}
	c.must("value")
	c.must("direction")
	change := &model.Change{
		Unit:  c.str("unit"),
		Down:  choice(c, "direction", parseDirection, "up, down"),
		Basis: c.str("basis"),
		From:  c.number("from"),
		To:    c.number("to"),
	}
	if change.Unit == "" {
		change.Unit = "%"
	}
	if v := c.number("value"); v != nil {
		change.Value = *v
		if *v < 0 {
			c.fail(c.fields["value"].line, "the value of a change must not be negative: write direction: down")
		}
	}
	return change
}

func (e *entry) check() *model.Check {
	c := e.part("check")
	if c == nil {
		return nil
	}
	c.must("source")
	c.must("text")
	c.must("agrees")
	return &model.Check{Source: c.str("source"), Text: c.str("text"), Agrees: c.flag("agrees")}
}

func (d *decoder) question(e *entry) model.Question {
	q := model.Question{Theme: e.str("theme"), By: e.str("by")}
	q.Note = e.noteOn(e.str("text"))
	for _, item := range e.list("sides") {
		q.Sides = append(q.Sides, e.side(item))
	}
	return q
}

// side is a passage that argues one side: a quote alone, or a mapping where the
// quote needs an nth.
func (e *entry) side(item ast.Node) model.Passage {
	if m, ok := item.(ast.MapNode); ok {
		return e.note.part("side", m, line(item)).passage()
	}
	quote := e.cleaned("a side", line(item), item)
	if quote == "" {
		return model.Passage{}
	}
	return e.find(quote, 1, line(item))
}

// spelled is a name on its way: its mentions are found once all names are known.
type spelled struct {
	model.Name
	entry     *entry
	spellings []spelling // the name first, then its aliases
}

type spelling struct {
	text string
	line int
}

func (d *decoder) name(e *entry) *spelled {
	e.must("name")
	if e.has("is") {
		e.must("quote")
	}
	n := &spelled{entry: e, Name: model.Name{
		Type:    choice(e, "type", model.ParseNameType, "person, organisation, product, place, term"),
		Aliases: e.strs("aliases"),
		Is:      e.str("is"),
	}}
	n.Text = e.str("name")
	n.spellings = append(n.spellings, spelling{n.Text, e.fields["name"].line})
	if !e.bad {
		for i, item := range e.list("aliases") {
			n.spellings = append(n.spellings, spelling{n.Aliases[i], line(item)})
		}
	}
	return n
}

// mentioned completes the names with their mentions and passages. The finder
// numbers names as they stand in names.
func (d *decoder) mentioned(names []*spelled, mentions []mention) []model.Name {
	used := make([][]bool, len(names))
	for i, n := range names {
		used[i] = make([]bool, len(n.spellings))
	}
	for _, m := range mentions {
		names[m.name].Mentions = append(names[m.name].Mentions, m.span)
		used[m.name][m.spelling] = true
	}
	var all []model.Name
	for i, n := range names {
		n.complete(used[i], d.text)
		if !n.entry.bad {
			all = append(all, n.Name)
		}
	}
	return all
}

// complete checks that the text has the name, and finds the passage that it
// rests on: its quote, or else the first mention.
func (n *spelled) complete(used []bool, text *folded) {
	e := n.entry
	faulty := e.bad // a spelling that the finder turned down has no mention either
	for i, ok := range used[1:] {
		if s := n.spellings[i+1]; !ok && !faulty {
			e.fail(s.line, "the text has no %q of its own (an alias is another spelling that the text has, in the same case)", s.text)
		}
	}
	switch {
	case e.has("quote"):
		p := e.passage()
		n.Quote, n.Span = p.Quote, p.Span
	case len(n.Mentions) > 0:
		n.Span = n.Mentions[0]
		n.Quote = text.shown(n.Span)
	}
	if len(n.Mentions) == 0 && !e.bad {
		e.fail(e.line, "the text never mentions it (write the name, or an alias, as the text does)")
	}
}

// spell hands the name's spellings to the finder, as the name with that number.
func (n *spelled) spell(f *finder, names []*spelled, number int) {
	for i, s := range n.spellings {
		taken, ok := f.add(s.text, target{number, i}, n.Type == model.Term)
		switch {
		case !ok:
			n.entry.fail(s.line, "%q cannot be found: a spelling has from one word to %d words and signs", shorten(s.text, 60), maxSpelling)
		case taken != nil && taken.name == number:
			n.entry.fail(s.line, "the spelling %q stands twice", s.text)
		case taken != nil:
			n.entry.fail(s.line, "%q is also a spelling of %q: a mention would name both", s.text, names[taken.name].Text)
		}
	}
}
