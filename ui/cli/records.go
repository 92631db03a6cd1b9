package cli

import (
	"bytes"
	"encoding/json"
	"io"

	"gloss/model"
	"gloss/ui"
)

// A record is what programs read of a note, a section or a passage: JSON by its
// tags, CSV by its cells. The README has the schema. What is not known is
// absent, so a pointer or an omitempty stands wherever a zero would be a guess.
type record interface {
	cells() []string
}

// common is what every record has.
type common struct {
	Kind          string `json:"kind"`
	Text          string `json:"text"`
	Quote         string `json:"quote,omitempty"`
	Section       string `json:"section,omitempty"`
	SectionNumber int    `json:"section_number,omitempty"` // 1 for the first; absent before it
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Derived       bool   `json:"derived"`
}

type sectionRecord struct {
	common
	Level  int `json:"level"`
	Number int `json:"number"`
}

type factRecord struct {
	common
	Source   string `json:"source,omitempty"`
	Standing string `json:"standing"`
	Rank     int    `json:"rank,omitempty"`
}

type figureRecord struct {
	common
	Measure   string        `json:"measure,omitempty"`
	Value     *float64      `json:"value,omitempty"`
	High      *float64      `json:"high,omitempty"`
	Unit      string        `json:"unit,omitempty"`
	Bound     string        `json:"bound,omitempty"`
	Change    *changeRecord `json:"change,omitempty"`
	Period    string        `json:"period,omitempty"`
	Expected  bool          `json:"expected"`
	WorkedOut bool          `json:"worked_out"`
	Check     *checkRecord  `json:"check,omitempty"`
}

type changeRecord struct {
	Value     float64  `json:"value"`
	Unit      string   `json:"unit,omitempty"`
	Direction string   `json:"direction"`
	Basis     string   `json:"basis,omitempty"`
	From      *float64 `json:"from,omitempty"`
	To        *float64 `json:"to,omitempty"`
}

type checkRecord struct {
	Source string `json:"source"`
	Text   string `json:"text"`
	Agrees bool   `json:"agrees"`
}

type questionRecord struct {
	common
	Theme string          `json:"theme,omitempty"`
	By    string          `json:"by,omitempty"`
	Sides []passageRecord `json:"sides,omitempty"`
}

type passageRecord struct {
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type nameRecord struct {
	common
	Type     string       `json:"type,omitempty"`
	Aliases  []string     `json:"aliases,omitempty"`
	Is       string       `json:"is,omitempty"`
	Mentions []spanRecord `json:"mentions,omitempty"`
}

type spanRecord struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// textRecord is a passage that a look-up found in the text itself.
type textRecord struct{ common }

// records makes the records of one document.
type records struct{ doc *model.Document }

// of is all records of a kind in order, none for KindText.
func (r records) of(kind model.Kind) []record {
	var all []record
	for i := range r.count(kind) {
		all = append(all, r.at(kind, i))
	}
	return all
}

// count is how many there are of a kind.
func (r records) count(kind model.Kind) int {
	if kind == model.KindSection {
		return len(r.doc.Sections)
	}
	return r.doc.Notes.Len(kind)
}

// at is the record of one note or section.
func (r records) at(kind model.Kind, i int) record {
	switch notes := &r.doc.Notes; kind {
	case model.KindFact:
		return r.fact(&notes.Facts[i])
	case model.KindFigure:
		return r.figure(&notes.Figures[i])
	case model.KindQuestion:
		return r.question(&notes.Questions[i])
	case model.KindName:
		return r.name(&notes.Names[i])
	case model.KindSection:
		return r.section(i)
	case model.KindText:
	}
	return nil
}

// hits is the answers of a look-up, each as the record of its own kind.
func (r records) hits(hits []model.Hit) []record {
	var all []record
	for _, hit := range hits {
		if hit.Index >= 0 && hit.Index < r.count(hit.Kind) {
			all = append(all, r.at(hit.Kind, hit.Index))
			continue
		}
		all = append(all, textRecord{r.common(hit.Kind, model.Note{Text: hit.Text, Quote: hit.Quote, Span: hit.Span})})
	}
	return all
}

func (r records) common(kind model.Kind, n model.Note) common {
	c := common{Kind: kind.String(), Text: n.Text, Quote: n.Quote, Start: n.Span.Start, End: n.Span.End, Derived: n.Derived}
	if i := r.doc.SectionAt(n.Span.Start); i >= 0 {
		c.Section, c.SectionNumber = r.doc.Sections[i].Title, i+1
	}
	return c
}

func (r records) section(i int) record {
	s := &r.doc.Sections[i]
	note := model.Note{Text: s.Title, Quote: s.Title, Span: s.Span}
	return sectionRecord{r.common(model.KindSection, note), s.Level, i + 1}
}

func (r records) fact(f *model.Fact) record {
	return factRecord{r.common(model.KindFact, f.Note), f.Source, f.Standing.String(), f.Rank}
}

func (r records) figure(f *model.Figure) record {
	rec := figureRecord{
		common:  r.common(model.KindFigure, f.Note),
		Measure: f.Measure, Value: f.Value, High: f.High, Unit: f.Unit, Period: f.Period,
		Expected: f.Expected, WorkedOut: f.WorkedOut,
	}
	if f.Value != nil {
		rec.Bound = string(rune(model.Exactly))
		if f.Bound != 0 {
			rec.Bound = string(rune(f.Bound))
		}
	}
	if c := f.Change; c != nil {
		rec.Change = &changeRecord{c.Value, c.Unit, direction(c), c.Basis, c.From, c.To}
	}
	if c := f.Check; c != nil {
		rec.Check = &checkRecord{c.Source, c.Text, c.Agrees}
	}
	return rec
}

func direction(c *model.Change) string {
	if c.Down {
		return "down"
	}
	return "up"
}

func (r records) question(q *model.Question) record {
	rec := questionRecord{common: r.common(model.KindQuestion, q.Note), Theme: q.Theme, By: q.By}
	for _, side := range q.Sides {
		rec.Sides = append(rec.Sides, passageRecord{side.Quote, side.Span.Start, side.Span.End})
	}
	return rec
}

func (r records) name(n *model.Name) record {
	rec := nameRecord{common: r.common(model.KindName, n.Note), Type: n.Type.String(), Aliases: n.Aliases, Is: n.Is}
	for _, m := range n.Mentions {
		rec.Mentions = append(rec.Mentions, spanRecord{m.Start, m.End})
	}
	return rec
}

// printed is the one object of print --json.
type printed struct {
	Title  string `json:"title,omitempty"`
	Byline string `json:"byline,omitempty"`
	Date   string `json:"date,omitempty"`
	Site   string `json:"site,omitempty"`
	Source string `json:"source,omitempty"`
	Text   string `json:"text"`
}

func printedOf(text ui.Text) printed {
	doc := text.Document()
	return printed{doc.Title, doc.Byline, doc.Date, doc.Site, doc.Source, bodyOf(text)}
}

// writeJSON writes an array with a record a line, so that it can be read,
// compared and cut by line too.
func writeJSON(w io.Writer, all []record) error {
	before := "[\n  "
	for _, rec := range all {
		line, err := marshal(rec)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, before+line); err != nil {
			return err
		}
		before = ",\n  "
	}
	end := "\n]\n"
	if len(all) == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

// marshal is encoding/json without its escapes for web pages.
func marshal(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}
