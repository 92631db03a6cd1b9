package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// shape is what a field of a record may hold.
type shape func(v any) bool

func text(v any) bool    { s, ok := v.(string); return ok && s != "" }
func boolean(v any) bool { _, ok := v.(bool); return ok }
func value(v any) bool   { _, ok := v.(float64); return ok }
func offset(v any) bool  { n, ok := v.(float64); return ok && n >= 0 && n == math.Trunc(n) }
func count(v any) bool   { n, ok := v.(float64); return ok && n >= 1 && n == math.Trunc(n) }

func oneOfWords(words ...string) shape {
	return func(v any) bool { s, ok := v.(string); return ok && slices.Contains(words, s) }
}

func object(f fields) shape {
	return func(v any) bool { m, ok := v.(map[string]any); return ok && len(f.problems(m)) == 0 }
}

func listOf(item shape) shape {
	return func(v any) bool {
		all, ok := v.([]any)
		return ok && len(all) > 0 && !slices.ContainsFunc(all, func(v any) bool { return !item(v) })
	}
}

// fields are what an object must have, and what it may have besides.
type fields struct{ must, may map[string]shape }

func (f fields) problems(m map[string]any) (problems []string) {
	for name, v := range m {
		shape := f.must[name]
		if shape == nil {
			shape = f.may[name]
		}
		if shape == nil {
			problems = append(problems, "unknown field "+name)
		} else if !shape(v) {
			problems = append(problems, name+" has the wrong shape")
		}
	}
	for name := range f.must {
		if _, ok := m[name]; !ok {
			problems = append(problems, "no "+name)
		}
	}
	return problems
}

// schema is the schema of the README: what the records of each kind have
// besides what all have.
var (
	passage = map[string]shape{"start": offset, "end": offset}
	schema  = map[string]fields{
		"section": {must: map[string]shape{"level": count, "number": count}},
		"fact": {
			must: map[string]shape{"standing": oneOfWords("stated", "reported", "claimed", "alleged", "denied")},
			may:  map[string]shape{"source": text, "rank": count},
		},
		"figure": {
			must: map[string]shape{"expected": boolean, "worked_out": boolean},
			may: map[string]shape{
				"measure": text, "value": value, "high": value, "unit": text, "bound": oneOfWords("=", "~", "<", ">"), "period": text,
				"change": object(fields{
					must: map[string]shape{"value": value, "direction": oneOfWords("up", "down")},
					may:  map[string]shape{"unit": text, "basis": text, "from": value, "to": value},
				}),
				"check": object(fields{must: map[string]shape{"source": text, "text": text, "agrees": boolean}}),
			},
		},
		"question": {may: map[string]shape{
			"theme": text, "by": text,
			"sides": listOf(object(fields{must: map[string]shape{"quote": text, "start": offset, "end": offset}})),
		}},
		"name": {may: map[string]shape{
			"type": oneOfWords("person", "organisation", "product", "place", "term"), "aliases": listOf(text), "is": text,
			"mentions": listOf(object(fields{must: passage})),
		}},
		"text": {},
	}
)

// schemaOf is all that a record of a kind has.
func schemaOf(kind string) fields {
	all := fields{
		must: map[string]shape{"kind": text, "text": text, "quote": text, "start": offset, "end": offset, "derived": boolean},
		may:  map[string]shape{"section": text, "section_number": count},
	}
	for name, shape := range schema[kind].must {
		all.must[name] = shape
	}
	for name, shape := range schema[kind].may {
		all.may[name] = shape
	}
	return all
}

func parse(t *testing.T, out string) []map[string]any {
	t.Helper()
	var all []map[string]any
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	return all
}

// kindOf is the kind that a command lists.
var kindOf = map[string]string{"facts": "fact", "figures": "figure", "questions": "question", "names": "name", "outline": "section"}

// Every record of the article and of a text with every field follows the
// schema, and says rightly where it stands.
func TestRecordsFollowTheSchema(t *testing.T) {
	article := func() (p Program, out, errw *bytes.Buffer) {
		p, out, errw = world()
		p.Open = openSource
		return p, out, errw
	}
	for name, make := range map[string]func() (Program, *bytes.Buffer, *bytes.Buffer){"article": article, "fixture": world} {
		output := func(args ...string) string {
			p, out, errw := make()
			if status := Run(context.Background(), p, args); status != statusDone || errw.Len() > 0 {
				t.Fatalf("%s: gloss %q: status %d, says %q", name, args, status, errw)
			}
			return out.String()
		}
		markdown := output("print", "--markdown")
		outline := parse(t, output("outline", "--json"))
		for command, kind := range kindOf {
			records := parse(t, output(command, "--json"))
			if len(records) == 0 {
				t.Errorf("%s has no %s", name, command)
			}
			for _, rec := range records {
				if rec["kind"] != kind {
					t.Errorf("%s: gloss %s lists a %v", name, command, rec["kind"])
				}
				verify(t, rec, markdown, outline)
			}
		}
		for _, query := range []string{"quay", "ferry", "Costs", "Anna", "taxes", "meta", "profit"} {
			p, out, _ := make()
			Run(context.Background(), p, []string{"find", query, "--json"})
			for _, rec := range parse(t, out.String()) {
				verify(t, rec, markdown, outline)
			}
		}
	}
}

func verify(t *testing.T, rec map[string]any, markdown string, outline []map[string]any) {
	t.Helper()
	for _, problem := range schemaOf(rec["kind"].(string)).problems(rec) {
		t.Errorf("%s in %v", problem, rec)
	}
	start, end := int(rec["start"].(float64)), int(rec["end"].(float64))
	if start >= end || end > len(markdown) {
		t.Fatalf("%d-%d is no part of a text of %d bytes", start, end, len(markdown))
	}
	// The quote's first word is found where the record says (its mark-up aside).
	word := strings.Fields(rec["quote"].(string))[0]
	if i := strings.Index(markdown[start:end], word); i < 0 || i > 12 {
		t.Errorf("%q is not at %d-%d: %q", word, start, end, markdown[start:end])
	}
	number, ok := rec["section_number"].(float64)
	if !ok {
		if start >= int(outline[0]["start"].(float64)) {
			t.Errorf("no section in %v", rec)
		}
		return
	}
	section := outline[int(number)-1]
	if section["text"] != rec["section"] || float64(start) < section["start"].(float64) || float64(start) >= section["end"].(float64) {
		t.Errorf("%v is not in section %v", rec, section)
	}
}

func TestFigureRecord(t *testing.T) {
	lines := strings.Split(gloss(t, "figures", "--json"), "\n")
	want := `  {"kind":"figure","text":"Ferry passengers: about 1200 people",` +
		`"quote":"The ferry carried 1,200 people in May, 20% more than a year before.","section":"Harbour News","section_number":1,` +
		`"start":43,"end":110,"derived":false,"measure":"Ferry passengers","value":1200,"high":1300,"unit":"person","bound":"~",` +
		`"change":{"value":20,"unit":"%","direction":"down","basis":"year over year","from":1500,"to":1200},` +
		`"period":"May","expected":true,"worked_out":true,"check":{"source":"The port","text":"−18% <1,230>","agrees":true}},`
	if lines[1] != want {
		t.Errorf("got  %s\nwant %s", lines[1], want)
	}
}

// Nothing that is not known is guessed: no zero, no empty text, no null.
func TestUnknownIsAbsent(t *testing.T) {
	for command := range kindOf {
		out := gloss(t, command, "--json")
		for _, guess := range []string{`""`, "null", "[]", "{}", `"rank":0`, `"section_number":0`, `"value":0`} {
			if strings.Contains(out, guess) {
				t.Errorf("gloss %s --json has %s: %s", command, guess, out)
			}
		}
	}
	rec := parse(t, gloss(t, "facts", "--json"))[1]
	if _, ok := rec["section"]; ok || rec["derived"] != true {
		t.Errorf("a derived fact before the first heading is %v", rec)
	}
}

func TestPrintJSON(t *testing.T) {
	want := `{"title":"Harbour News","byline":"A. Writer","date":"2024-05-02","site":"The Bay","source":"harbour.md",` +
		`"text":"Before the first heading.\n\nHarbour News\n\nThe ferry carried 1,200 people in May, 20% more than a year before.\n\n` +
		`Anna Lind, the harbour master, says that a second quay will open.\n\nCosts\n\n` +
		`Who will pay for the quay? The town denies that taxes will rise."}` + "\n"
	if got := gloss(t, "print", "--json"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// CSV says what JSON says, and every line has the columns of its kind.
func TestCSV(t *testing.T) {
	for command, kind := range kindOf {
		rows, err := csv.NewReader(strings.NewReader(gloss(t, command, "--csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		records := parse(t, gloss(t, command, "--json"))
		if len(rows) != len(records)+1 {
			t.Fatalf("gloss %s: %d lines for %d records", command, len(rows), len(records))
		}
		for i, rec := range records {
			for c, column := range rows[0] {
				if v, ok := rec[column].(float64); ok && rows[i+1][c] != strconv.FormatFloat(v, 'f', -1, 64) {
					t.Errorf("%s %d: %s is %q, not %v", kind, i, column, rows[i+1][c], v)
				}
				if _, ok := rec[column]; !ok && rows[0][c] == column && slices.Contains(commonColumns, column) && rows[i+1][c] != "" {
					t.Errorf("%s %d: %s is %q, though it is not known", kind, i, column, rows[i+1][c])
				}
			}
		}
	}
	if got, want := gloss(t, "facts", "--csv"), `kind,text,quote,section,section_number,start,end,derived,source,standing,rank
fact,Taxes will not rise,The town denies that taxes will rise.,Costs,2,216,253,false,the town,denied,1
fact,'=1+1,Before the first heading.,,,0,25,true,,stated,
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A spreadsheet must not run what a document says.
func TestCSVHoldsNoFormula(t *testing.T) {
	for _, c := range [][2]string{
		{"=HYPERLINK(1)", "'=HYPERLINK(1)"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@SUM", "'@SUM"}, {" =1", "' =1"}, {"＝1", "'＝1"},
		{"a=1", "a=1"}, {"", ""}, {"–", "–"},
	} {
		if got := inert(c[0]); got != c[1] {
			t.Errorf("inert(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}
