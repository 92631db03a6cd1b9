package notes

import (
	"fmt"
	"strings"
	"testing"
)

// three is a file of three facts, two questions and a name with the middle fact
// and the last question replaced.
func three(fact, question string) string {
	return `facts:
  - text: One
    source: me
    standing: stated
    quote: Boats still pass.
` + fact + `
  # a remark: [
  - text: Three
    source: me
    standing: stated
    quote: >-
      It cost $2
      million
questions:
  - text: First
    quote: "Was it worth it?"
    sides:
      - Critics say it was not.
      - quote: The mayor says it was.
        nth: 1
` + question + `
names:
- name: Lovelace
`
}

const plain = "  - {text: Two, source: me, standing: stated, quote: It cost}"

// TestDamagedNote: what is wrong with the YAML of one note costs that note alone,
// and its error names a line within it.
func TestDamagedNote(t *testing.T) {
	for _, damaged := range []string{
		"  - text: He said: no",
		"  - text: \"open\n    quote: Boats still pass.",
		"  - text: 'open\n    quote: \"Boats still pass.",
		"  - quote: \"Boats\" still pass.",
		"  - text: *Important* thing",
		"  - text: !tag",
		"  - !tag text: x",
		"  - &a text: x",
		"  - ? text",
		"  - text: {",
		"  - {text: x",
		"  - [",
		"  - ]",
		"  - }",
		"  -text: x",
		"  -",
		"  - text: x\n   source: y",
		"  - text: x\n     source: y",
		"  - text: x\n source: y",
		"  - text: x\nand so on to the left edge\n    source: y",
		"  - text: x\n\tsource: y",
		"\t- text: x",
		" - text: x",
		"- text: x",
		"   - text: x",
		"    - text: x",
		"  - text: |9\n   x",
		"  - text: `x`",
		"  - text: @x",
		"  - text: \"\\q\"",
		"  - text: x\n%directive\n",
		"  - text: x\n" + strings.Repeat("    k: x\n", 100),
		"  - text: " + strings.Repeat("[", 50),
		"  - - - text: x",
		"  - text: x\nstray: key",
	} {
		lines := strings.Count(damaged, "\n") + 1
		notes, errs := decode(three(damaged, plain), story)
		if len(notes.Facts) != 2 || notes.Facts[0].Text != "One" || notes.Facts[1].Text != "Three" || len(notes.Questions) != 1 || len(notes.Names) != 1 {
			t.Errorf("%q leaves %v", damaged, notes)
		}
		found := false
		for _, err := range errs {
			line := err.(*Problem).Line
			found = found || line >= 6 && line < 6+lines
		}
		if !found {
			t.Errorf("%q: no error in its lines: %v", damaged, errs)
		}

		notes, errs = decode(three(plain, damaged), story)
		if len(notes.Facts) != 3 || len(notes.Questions) != 1 || len(notes.Questions[0].Sides) != 2 || len(notes.Names) != 1 {
			t.Errorf("%q as the last question leaves %v: %v", damaged, notes, errs)
		}
	}
}

// TestFirstNoteDamaged: the others stand where their own dashes are.
func TestFirstNoteDamaged(t *testing.T) {
	for _, damaged := range []string{"    text: a\n    sides:\n      - x", "      - text: a\n        quote: b", "- text: a", "  - \"", "text a"} {
		notes, errs := decode("questions:\n"+damaged+"\n  - quote: It cost\n    sides:\n      - Boats\n      - Critics\n  - quote: Boats\n", story)
		if n := len(notes.Questions); n != 2 || len(notes.Questions[0].Sides) != 2 || len(errs) == 0 {
			t.Errorf("%q leaves %v: %v", damaged, notes.Questions, errs)
		}
	}
}

// TestLayouts: YAML has many ways to write one file.
func TestLayouts(t *testing.T) {
	for _, file := range []string{
		"facts:\n- text: a\n  source: b\n  standing: stated\n  quote: Boats\nquestions:\n- quote: It\n  sides:\n  - Boats\n  - Critics\n",
		"facts:\n-\n text: a\n source: b\n standing: stated\n quote: Boats\nquestions:\n-\n quote: It\n sides:\n - Boats\n - Critics\n",
		"---\n  facts:\n      -   text: a\n          source: b\n\n# here\n          standing: stated\n          quote: Boats\n\n  questions:\n  - quote: It\n    sides: [Boats,\n      Critics]\n...\n",
		"\"facts\" : # mine\n  - {text: a, source: b,\n     standing: stated, quote: Boats}\n'questions':\n  - quote: \"It\"\n    sides:\n      - >-\n        Boats\n      - |\n        Critics\n",
		"facts: [{text: a, source: b, standing: stated, quote: Boats}]\nquestions: [\n  {quote: It,\n   sides: [Boats, Critics]},\n]\n",
		`{"facts": [{"text": "a", "source": "b", "standing": "stated", "quote": "Boats"}], "questions": [{"quote": "It", "sides": ["Boats", "Critics"]}]}`,
		"{\n\"facts\": [\n{\"text\": \"a\", \"source\": \"b\",\n\"standing\": \"stated\", \"quote\": \"Boats\"}\n],\n\"questions\": [\n{\"quote\": \"It\", \"sides\": [\"Boats\", \"Critics\"]}]\n}\n",
	} {
		notes := good(t, file, story)
		if len(notes.Facts) != 1 || len(notes.Questions) != 1 || len(notes.Questions[0].Sides) != 2 {
			t.Errorf("%s\nis read as %+v", file, notes)
		}
	}
}

// TestListTwice: both lists are read, for their notes are right.
func TestListTwice(t *testing.T) {
	for _, file := range []string{
		"questions:\n  - quote: It\nnames:\nquestions:\n  - quote: Boats\n",
		"questions: [quote: It]\nnames:\nquestions: [quote: Boats]\n",
	} {
		notes, errs := decode(file, story)
		if len(notes.Questions) != 2 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "the key questions stands twice: join the two lists") {
			t.Errorf("%s: %v %v", file, notes.Questions, errs)
		}
	}
}

// TestTooManyNotes: the error names the first note that is left out, and counts
// those in later lists.
func TestTooManyNotes(t *testing.T) {
	file := "questions:\n" + strings.Repeat("  - quote: It\n", maxNotes-1) + "names:\n  - name: Lovelace\n  - name: Ada\nfacts:\n  - text: \"\n  - text: a\n"
	want := fmt.Sprintf("story.notes.yaml:%d: a notes file has at most 2000 notes: from here on 3 are left out", maxNotes+3)
	notes, errs := decode(file, story)
	if len(notes.Questions) != maxNotes-1 || len(notes.Names) != 1 || notes.Facts != nil {
		t.Errorf("%d questions, %d names, %d facts", len(notes.Questions), len(notes.Names), len(notes.Facts))
	}
	if len(errs) != 1 || errs[0].Error() != want {
		t.Errorf("%v, want %s", errs, want)
	}

	file = "questions: [\n" + strings.Repeat("  {quote: It},\n", maxNotes) + "  {quote: It}]\n"
	want = fmt.Sprintf("story.notes.yaml:%d: a notes file has at most 2000 notes: from here on 1 are left out", maxNotes+2)
	if notes, errs = decode(file, story); len(notes.Questions) != maxNotes || len(errs) != 1 || errs[0].Error() != want {
		t.Errorf("%d questions, %v", len(notes.Questions), errs)
	}
}
