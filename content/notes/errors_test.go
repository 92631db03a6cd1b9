package notes

import (
	"fmt"
	"strings"
	"testing"
)

// TestErrors holds every message: the file, the line, the note, what is wrong
// and what to do about it.
func TestErrors(t *testing.T) {
	const fact = "facts:\n  - text: A claim\n    source: me\n    standing: stated\n    quote: Boats still pass.\n"
	const figure = "figures:\n  - measure: Cost\n    value: 2\n    quote: It cost\n"
	const question = "questions:\n  - quote: Was it worth it?\n"
	const name = "names:\n  - name: Lovelace\n"
	const quoteIt = " (put the whole value in quotation marks, or >- behind its key and the text on the next line, further in; all keys of a note are indented alike)"
	const alike = " (all keys of a note are indented alike, and folded text further than its key)"
	const bracket = " (close the bracket; text that begins with [ or { stands in quotation marks)"
	const noAnchors = "a notes file has no anchors, aliases, tags, directives or complex keys: write the value out, and put text that begins with &, *, !, % or ? in quotation marks"
	var many strings.Builder
	for i := range maxKeys + 1 {
		fmt.Fprintf(&many, "    k%d: x\n", i)
	}
	tests := []struct {
		name, yaml string
		want       []string // without the file's name
	}{
		{"not YAML", "facts: [", []string{":1: facts: this is no YAML: sequence end token ']' not found" + bracket}},
		{"tab", "facts:\n\t- text: a\n", []string{`:2: fact "a": this is no YAML: tab character cannot use as a sequence delimiter (indent with spaces)`}},
		{"tab before a key", "facts:\n  - text: a\n\tsource: b\n", []string{`:3: fact "a": this is no YAML: found character '\t' that cannot start any token (indent with spaces)`}},
		{"colon", "facts:\n  - text: He said: no\n", []string{`:2: fact "He said: no": this is no YAML: mapping value is not allowed in this context` + quoteIt}},
		{"half in quotation marks", "facts:\n  - text: a\n    quote: \"Boats\" still pass.\n", []string{`:3: fact "a": this is no YAML: value is not allowed in this context. map key-value is pre-defined` + quoteIt}},
		{"open quotation mark", "facts:\n  - text: a\n    quote: \"Boats\n", []string{`:3: fact "a": this is no YAML: could not find end character of double-quoted text` + quoteIt}},
		{"open quotation mark first", "facts:\n  - text: \"Boats\n    source: me\n", []string{`:2: fact "Boats": this is no YAML: could not find end character of double-quoted text` + quoteIt}},
		{"backslash", "facts:\n  - text: a\n    quote: \"a\\qb\"\n", []string{`:3: fact "a": this is no YAML: found unknown escape character 'q' (within "…" a backslash begins an escape: write \\, or put the text in '…')`}},
		{"fold without indentation", "facts:\n  - text: >-\n    folded\n    source: b\n", []string{`:3: fact "folded": this is no YAML: non-map value is specified` + alike}},
		{"colon without space", "facts:\n  - text:a\n    quote: b\n", []string{`:2: fact "b": this is no YAML: unexpected key name (a space stands behind the dash and behind each colon)`}},
		{"dash without space", "facts:\n  -text: a\n   quote: b\n", []string{`:2: fact "a": a note begins with a dash and a space, and its keys stand below each other`}},
		{"no dash", "facts:\n  text: a\n  quote: b\n", []string{`:2: fact "a": a note begins with a dash and a space, and its keys stand below each other`}},
		{"open bracket", "names:\n  - name: a\n    aliases: [b\n", []string{`:3: name "a": this is no YAML: sequence end token ']' not found` + bracket}},
		{"too many keys", "facts:\n  - text: a\n" + many.String(), []string{`:66: fact "a": no mapping has more than 64 keys: leave out those that the README does not list`}},
		{"not a mapping", "- text: a\n", []string{":1: a notes file is a mapping with the keys facts, figures, questions and names"}},
		{"only text", "hello", []string{":1: a notes file is a mapping with the keys facts, figures, questions and names"}},
		{"unknown list", "fact: []\n", []string{`:1: unknown key "fact" (the keys are facts, figures, questions and names)`}},
		{"list twice", "facts: []\nnames: []\nfacts: []\n", []string{":3: the key facts stands twice: join the two lists"}},
		{"no list", "facts: many\n", []string{":1: facts must be a list, not text"}},
		{"two documents", "names:\n---\nfacts:\n", []string{":2: a notes file is one YAML document: join its parts"}},
		{"anchor", "facts:\n  - &a\n    text: a\n", []string{`:2: fact "a": ` + noAnchors}},
		{"alias", "facts:\n  - text: *Important* thing\n    quote: Boats\n", []string{`:2: fact "*Important* thing": ` + noAnchors}},
		{"tag", "facts:\n  - !tag\n    source: a\n", []string{":2: fact 1: " + noAnchors}},
		{"unknown list with notes", "fact:\n  - text: a: b\nfacts:\n  - text: a\n", []string{`:1: unknown key "fact" (the keys are facts, figures, questions and names)`, `:4: fact "a": source is missing`, `:4: fact "a": standing is missing`, `:4: fact "a": quote is missing`}},

		{"no note", "facts:\n  - a\n", []string{":2: fact 1: a fact is a mapping with the keys text, source, standing, quote, nth, rank, not text"}},
		{"unknown key", fact + "    author: x\n", []string{`:6: fact "A claim": unknown key "author" (a fact has text, source, standing, quote, nth, rank)`}},
		{"key twice", fact + "    text: x\n", []string{`:6: fact "A claim": the key text stands twice`}},
		{"nothing", "facts:\n  - {}\n", []string{":2: fact 1: text is missing", ":2: fact 1: source is missing", ":2: fact 1: standing is missing", ":2: fact 1: quote is missing"}},
		{"no quote", "facts:\n  - text: A claim\n    source: me\n    standing: stated\n", []string{`:2: fact "A claim": quote is missing`}},
		{"null quote", "facts:\n  - text: A claim\n    source: me\n    standing: stated\n    quote:\n", []string{`:2: fact "A claim": quote is missing`}},
		{"empty quote", "facts:\n  - text: A claim\n    source: me\n    standing: stated\n    quote: ' '\n", []string{`:5: fact "A claim": quote is empty`}},
		{"absent quote", strings.Replace(fact, "Boats still pass", "Trains still pass", 1), []string{`:5: fact "A claim": the text has no passage "Trains still pass." (quote the text as it is shown)`}},
		{"quote that parts", strings.Replace(fact, "Boats still pass.", "It cost $2 million, down 10%", 1), []string{`:5: fact "A claim": the text has no passage "It cost $2 million, down 10%" (quote the text as it is shown; it goes another way after "It cost $2 million,")`}},
		{"quote in another case", strings.Replace(fact, "Boats still", "boats still", 1), []string{`:5: fact "A claim": the text has no passage "boats still pass." (quote the text as it is shown)`}},
		{"half a word", strings.Replace(fact, "Boats still pass.", "oats still", 1), []string{`:5: fact "A claim": the text has no passage "oats still" (quote the text as it is shown)`}},
		{"across sections", strings.Replace(fact, "Boats still pass.", "The mayor says it was. The River", 1), []string{`:5: fact "A claim": the text has no passage "The mayor says it was. The River" (quote the text as it is shown; it goes another way after "… mayor says it was.")`}},
		{"folded quote", "facts:\n  - text: A claim\n    source: me\n    standing: stated\n    quote: >-\n      Trains\n      still pass.\n", []string{`:5: fact "A claim": the text has no passage "Trains still pass." (quote the text as it is shown)`}},
		{"nth of too few", fact + "    nth: 3\n", []string{`:5: fact "A claim": the text has the passage "Boats still pass." only 2 times, so there is no nth: 3`}},
		{"nth of one", strings.Replace(fact, "Boats still pass.", "Was it worth it?", 1) + "    nth: 2\n", []string{`:5: fact "A claim": the text has the passage "Was it worth it?" only once, so there is no nth: 2`}},
		{"nth below one", fact + "    nth: 0\n", []string{`:6: fact "A claim": nth must be a whole number from 1`}},
		{"nth not whole", fact + "    nth: 1.5\n", []string{`:6: fact "A claim": nth must be a whole number from 1`}},
		{"rank", fact + "    rank: first\n", []string{`:6: fact "A claim": rank must be a number such as 48.39e9 or 48.39 billion, not "first"`}},
		{"rank in quotation marks", fact + "    rank: \"2\"\n", []string{`:6: fact "A claim": rank must be a number, not text (write it without quotation marks: 2)`}},
		{"rank folded", fact + "    rank: >-\n      2\n", []string{`:6: fact "A claim": rank must be a number, not text (write it without quotation marks: 2)`}},
		{"standing", strings.Replace(fact, "stated", "sure", 1), []string{`:4: fact "A claim": unknown standing "sure" (one of stated, reported, claimed, alleged, denied)`}},
		{"number for text", strings.Replace(fact, "source: me", "source: 1984", 1), []string{`:3: fact "A claim": source must be text, not a number (write it in quotation marks: "1984")`}},
		{"bool for text", strings.Replace(fact, "source: me", "source: true", 1), []string{`:3: fact "A claim": source must be text, not true or false (write it in quotation marks: "true")`}},
		{"list for text", strings.Replace(fact, "source: me", "source: [me]", 1), []string{`:3: fact "A claim": source must be text, not a list`}},
		{"mapping for text", strings.Replace(fact, "source: me", "source: {me: 1}", 1), []string{`:3: fact "A claim": source must be text, not a mapping`}},
		{"two errors", strings.Replace(fact, "source: me", "sorce: me", 1), []string{
			`:2: fact "A claim": source is missing`,
			`:3: fact "A claim": unknown key "sorce" (a fact has text, source, standing, quote, nth, rank)`}},
		{"long label", strings.Replace(fact, "A claim", strings.Repeat("long ", 20), 1) + "    nth: 0\n", []string{`:6: fact "long long long long long long long long long lo…": nth must be a whole number from 1`}},

		{"no value", "figures:\n  - measure: Cost\n    quote: It cost\n", []string{`:2: figure "Cost": value is missing (a figure has a value, a change or both)`}},
		{"value", strings.Replace(figure, "value: 2", "value: two", 1), []string{`:3: figure "Cost": value must be a number such as 48.39e9 or 48.39 billion, not "two"`}},
		{"value in quotation marks", strings.Replace(figure, "value: 2", "value: '2e6'", 1), []string{`:3: figure "Cost": value must be a number, not text (write it without quotation marks: 2e6)`}},
		{"thousands", strings.Replace(figure, "value: 2", "value: 1,000", 1), []string{`:3: figure "Cost": value must be a number such as 48.39e9 or 48.39 billion, not "1,000"`}},
		{"scale", strings.Replace(figure, "value: 2", "value: 2 zillion", 1), []string{`:3: figure "Cost": value must be a number such as 48.39e9 or 48.39 billion, not "2 zillion"`}},
		{"endless", strings.Replace(figure, "value: 2", "value: .inf", 1), []string{`:3: figure "Cost": value must be a number such as 48.39e9 or 48.39 billion, not ".inf"`}},
		{"too large", strings.Replace(figure, "value: 2", "value: 1e300", 1), []string{`:3: figure "Cost": value must be a number such as 48.39e9 or 48.39 billion, not "1e300"`}},
		{"list for number", strings.Replace(figure, "value: 2", "value: [2]", 1), []string{`:3: figure "Cost": value must be a number, not a list`}},
		{"high alone", strings.Replace(figure, "value: 2", "high: 2", 1) + "    change: {value: 1, direction: up}\n", []string{`:3: figure "Cost": high is the upper end of a range: value, the lower end, is missing`}},
		{"high below", figure + "    high: 1\n", []string{`:5: figure "Cost": high is the upper end of a range: it must be larger than value`}},
		{"bound", figure + "    bound: ca.\n", []string{`:5: figure "Cost": unknown bound "ca." (one of exactly, about, under, over)`}},
		{"flag", figure + "    expected: maybe\n", []string{`:5: figure "Cost": expected must be true or false, not text`}},
		{"change", figure + "    change: 22%\n", []string{`:5: figure "Cost": change must be a mapping with the keys value, unit, direction, basis, from, to, not text`}},
		{"change without value", figure + "    change: {basis: a year}\n", []string{`:5: figure "Cost": value is missing in change`, `:5: figure "Cost": direction is missing in change`}},
		{"negative percentage", figure + "    change: {value: -22, direction: up}\n", []string{`:5: figure "Cost": the value of a change must not be negative: write direction: down`}},
		{"direction", figure + "    change: {value: 22, direction: left}\n", []string{`:5: figure "Cost": unknown direction "left" (one of up, down)`}},
		{"unknown key of change", figure + "    change:\n      value: 22\n      direction: up\n      since: 2023\n", []string{`:8: figure "Cost": unknown key "since" (a change has value, unit, direction, basis, from, to)`}},
		{"check", figure + "    check: {text: x}\n", []string{`:5: figure "Cost": source is missing in check`, `:5: figure "Cost": agrees is missing in check`}},

		{"sides", question + "    sides: Critics say it was not.\n", []string{`:3: question "Was it worth it?": sides must be a list, not text`}},
		{"absent side", question + "    sides:\n      - Critics say it was not.\n      - Nobody says it was.\n", []string{`:5: question "Was it worth it?": the text has no passage "Nobody says it was." (quote the text as it is shown)`}},
		{"side without quote", question + "    sides:\n      - nth: 2\n", []string{`:4: question "Was it worth it?": quote is missing in side`}},
		{"side of a wrong type", question + "    sides:\n      - 7\n", []string{`:4: question "Was it worth it?": a side must be text, not a number (write it in quotation marks: "7")`}},

		{"no name", "names:\n  - type: person\n", []string{":2: name 1: name is missing"}},
		{"type", name + "    type: human\n", []string{`:3: name "Lovelace": unknown type "human" (one of person, organisation, product, place, term)`}},
		{"is without quote", name + "    is: a person\n", []string{`:2: name "Lovelace": quote is missing`}},
		{"aliases", name + "    aliases: Ada\n", []string{`:3: name "Lovelace": aliases must be a list, not text`}},
		{"absent name", "names:\n  - name: Babbage\n", []string{`:2: name "Babbage": the text never mentions it (write the name, or an alias, as the text does)`}},
		{"absent alias", name + "    aliases:\n      - Ada\n      - Countess\n", []string{`:5: name "Lovelace": the text has no "Countess" of its own (an alias is another spelling that the text has, in the same case)`}},
		{"alias of two", name + "  - name: Ada Lovelace\n    aliases: [Lovelace]\n", []string{`:4: name "Ada Lovelace": "Lovelace" is also a spelling of "Lovelace": a mention would name both`}},
		{"alias twice", name + "    aliases: [Lovelace]\n", []string{`:3: name "Lovelace": the spelling "Lovelace" stands twice`}},
		{"signs for a name", "names:\n  - name: '...'\n", []string{`:2: name "...": "..." cannot be found: a spelling has from one word to 24 words and signs`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, errs := decode(test.yaml, story)
			var got []string
			for _, err := range errs {
				got = append(got, err.Error())
			}
			want := make([]string, len(test.want))
			for i, w := range test.want {
				want[i] = "story.notes.yaml" + w
			}
			if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}
