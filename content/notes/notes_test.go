package notes

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gloss/content/markdown"
	"gloss/model"
)

// decode reads a notes file for a Markdown text.
func decode(yaml, text string) (model.Notes, []error) {
	blocks, _ := markdown.Scan(text)
	return Decode([]byte(yaml), "story.notes.yaml", text, blocks)
}

// good is decode where no error is expected.
func good(t *testing.T, yaml, text string) model.Notes {
	t.Helper()
	notes, errs := decode(yaml, text)
	for _, err := range errs {
		t.Error(err)
	}
	return notes
}

const story = `# The Bridge

Ada Lovelace opened the bridge. It cost $2 million, up 10% from the plan.
Was it worth it? Critics say it was not. The mayor says it was.

## The River

Boats still pass. Boats still pass. Lovelace's bridge is long.
`

func number(v float64) *float64 { return &v }

func at(text, part string) model.Span {
	i := strings.Index(text, part)
	return model.Span{Start: i, End: i + len(part)}
}

// TestEveryKey writes each key of each kind once and finds it in the model.
func TestEveryKey(t *testing.T) {
	notes := good(t, `
facts:
  - text: Critics say that the bridge is not worth its cost
    source: critics
    standing: claimed
    quote: Critics say it was not.
    rank: 1
figures:
  - measure: Cost
    group: The bridge
    value: 2 million
    high: 3e6
    unit: USD
    bound: over
    change: {value: 10, unit: "%", direction: up, basis: from the plan, from: 1.8 million, to: 2_000_000}
    period: until now
    expected: true
    worked_out: true
    check:
      source: the court of audit
      text: $3 million
      agrees: true
    quote: It cost $2 million, up 10% from the plan.
questions:
  - text: Is it worth it?
    theme: Money
    by: the author
    quote: Was it worth it?
    sides:
      - Critics say it was not.
      - quote: Boats still pass.
        nth: 2
names:
  - name: Ada Lovelace
    type: person
    aliases: [Lovelace]
    is: who opened the bridge
    quote: Ada Lovelace opened the bridge.
`, story)

	note := func(text, quote string) model.Note {
		return model.Note{Text: text, Quote: quote, Span: at(story, quote)}
	}
	second := strings.LastIndex(story, "Boats still pass.")
	want := model.Notes{
		Facts: []model.Fact{{
			Note:   note("Critics say that the bridge is not worth its cost", "Critics say it was not."),
			Source: "critics", Standing: model.Claimed, Rank: 1,
		}},
		Figures: []model.Figure{{
			Note:  note("Cost: over 2 M–$3 M (▲ +10% from the plan, expected until now)", "It cost $2 million, up 10% from the plan."),
			Group: "The bridge", Measure: "Cost", Value: number(2e6), High: number(3e6), Unit: "USD", Bound: model.MoreThan,
			Change: &model.Change{Value: 10, Unit: "%", Basis: "from the plan", From: number(1.8e6), To: number(2e6)},
			Period: "until now", Expected: true, WorkedOut: true,
			Check: &model.Check{Source: "the court of audit", Text: "$3 million", Agrees: true},
		}},
		Questions: []model.Question{{
			Note:  note("Is it worth it?", "Was it worth it?"),
			Theme: "Money", By: "the author",
			Sides: []model.Passage{
				{Quote: "Critics say it was not.", Span: at(story, "Critics say it was not.")},
				{Quote: "Boats still pass.", Span: model.Span{Start: second, End: second + len("Boats still pass.")}},
			},
		}},
		Names: []model.Name{{
			Note: note("Ada Lovelace", "Ada Lovelace opened the bridge."),
			Type: model.Person, Aliases: []string{"Lovelace"}, Is: "who opened the bridge",
			Mentions: []model.Span{at(story, "Ada Lovelace"), {Start: strings.Index(story, "Lovelace's"), End: strings.Index(story, "'s bridge")}},
		}},
	}
	// The figure's text is the model's to word; a range of money is worded there.
	want.Figures[0].Text = want.Figures[0].String()
	if !reflect.DeepEqual(notes, want) {
		t.Errorf("got\n%+v\nwant\n%+v", notes, want)
	}
}

// TestAbsent: what may be left out, and what then stands for it.
func TestAbsent(t *testing.T) {
	notes := good(t, `
facts:
figures:
  - {measure: Cost, value: 2, quote: It cost $2 million}
questions:
  - quote: Was it worth it?
names:
  - name: Lovelace
`, story)
	if notes.Facts != nil {
		t.Errorf("facts: %v", notes.Facts)
	}
	if f := notes.Figures[0]; f.Bound != model.Exactly || f.Change != nil || f.Check != nil || f.Unit != "" {
		t.Errorf("figure: %+v", f)
	}
	if q := notes.Questions[0]; q.Text != "Was it worth it?" || q.Sides != nil {
		t.Errorf("a question without a text is its quote: %+v", q)
	}
	if n := notes.Names[0]; n.Type != model.NoType || n.Quote != "Lovelace" || n.Span != n.Mentions[0] {
		t.Errorf("a name without a quote rests on its first mention: %+v", n)
	}
}

func TestGroupsAndThemesStandTogether(t *testing.T) {
	notes := good(t, `
figures:
  - {measure: a, group: one, value: 1, quote: It}
  - {measure: b, group: two, value: 1, quote: It}
  - {measure: c, group: one, value: 1, quote: It}
questions:
  - {text: a, theme: one, quote: It}
  - {text: b, theme: two, quote: It}
  - {text: c, theme: one, quote: It}
`, story)
	var got []string
	for _, f := range notes.Figures {
		got = append(got, f.Measure)
	}
	for _, q := range notes.Questions {
		got = append(got, q.Text)
	}
	if want := []string{"a", "c", "b", "a", "c", "b"}; !slices.Equal(got, want) {
		t.Errorf("order %q, want %q", got, want)
	}
}

func TestNumbers(t *testing.T) {
	for written, want := range map[string]float64{
		"2": 2, "-2.5": -2.5, "48.39e9": 48.39e9, "1e9": 1e9, "48.39 billion": 48.39e9, "5 million": 5e6,
		"1 trillion": 1e12, "12 thousand": 12000, "48_390": 48390, `"7 million"`: 7e6, ".5": .5, "+3": 3,
	} {
		notes := good(t, "figures: [{measure: a, quote: It, value: "+written+"}]", story)
		if len(notes.Figures) == 1 && *notes.Figures[0].Value != want {
			t.Errorf("%s is read as %v, want %v", written, *notes.Figures[0].Value, want)
		}
	}
}

func TestBounds(t *testing.T) {
	for written, want := range map[string]model.Bound{
		"exactly": '=', "about": '~', "under": '<', "over": '>', "=": '=', `"~"`: '~', "<": '<', `">"`: '>',
	} {
		notes := good(t, "figures: [{measure: a, quote: It, value: 1, bound: "+written+"}]", story)
		if len(notes.Figures) == 1 && notes.Figures[0].Bound != want {
			t.Errorf("%s is read as %q, want %q", written, notes.Figures[0].Bound, want)
		}
	}
}

func TestNth(t *testing.T) {
	notes := good(t, `
questions:
  - {quote: Boats still pass.}
  - {quote: Boats still pass., nth: 2}
`, story)
	first, second := strings.Index(story, "Boats"), strings.LastIndex(story, "Boats")
	if got := []int{notes.Questions[0].Span.Start, notes.Questions[1].Span.Start}; got[0] != first || got[1] != second {
		t.Errorf("the passages start at %v, want %d and %d", got, first, second)
	}
}

// TestOneErrorCostsOneNote: whatever is wrong with a note, the others load.
func TestOneErrorCostsOneNote(t *testing.T) {
	for _, bad := range []string{
		"{text: a}", "{texd: a}", "text", "[]", "3", "{text: a, source: b, standing: stated, quote: nowhere}", "", "{text: [a]}",
	} {
		yaml := fmt.Sprintf("facts:\n  - %s\n  - {text: a, source: b, standing: stated, quote: Boats still pass.}\nnames:\n  - %s\n  - name: Lovelace\n", bad, bad)
		notes, errs := decode(yaml, story)
		if len(notes.Facts) != 1 || len(notes.Names) != 1 {
			t.Errorf("%s: %d facts and %d names are left", bad, len(notes.Facts), len(notes.Names))
		}
		if len(errs) == 0 {
			t.Errorf("%s: no error", bad)
		}
	}
}

func TestEmptyFile(t *testing.T) {
	for _, yaml := range []string{"", "# nothing yet\n", "---\n", "# nothing\n---\n# yet\n", "---\nfacts:\n...\n", "facts:\n", "\n\n"} {
		if notes, errs := decode(yaml, story); !reflect.DeepEqual(notes, model.Notes{}) || errs != nil {
			t.Errorf("%q: %v %v", yaml, notes, errs)
		}
	}
}

func TestErrorsAreInTheOrderOfTheFileAndBounded(t *testing.T) {
	_, errs := decode("names:\n  - {}\nfacts:\n  - {}\n", story)
	last := 0
	for _, err := range errs {
		line := err.(*Problem).Line
		if line < last {
			t.Errorf("%v stands behind line %d", err, last)
		}
		last = line
	}

	_, errs = decode("facts:\n"+strings.Repeat("  - {text: a, source: b, standing: stated}\n", 300), story)
	if len(errs) != maxProblems+1 || errs[maxProblems].Error() != "story.notes.yaml: and 200 more errors" {
		t.Errorf("%d errors, the last %q", len(errs), errs[len(errs)-1])
	}
}
