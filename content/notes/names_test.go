package notes

import (
	"slices"
	"strings"
	"testing"

	"gloss/content/markdown"
)

// mentions are the names found in a text, in order, as "name@passage". A spelling
// in lower-case is a term's.
func mentions(t *testing.T, text string, spellings ...string) []string {
	t.Helper()
	f := newFinder()
	for i, s := range spellings {
		if taken, ok := f.add(s, target{name: i}, s == strings.ToLower(s)); taken != nil || !ok {
			t.Fatalf("%q is not taken in", s)
		}
	}
	blocks, _ := markdown.Scan(text)
	var found []string
	for _, m := range readText(text, blocks, f).mentions {
		found = append(found, spellings[m.name]+"@"+text[m.span.Start:m.span.End])
	}
	return found
}

func TestMentions(t *testing.T) {
	tests := []struct {
		name, text string
		spellings  []string
		want       []string
	}{
		{"every one", "Ada met Bob. Bob met Ada.", []string{"Ada", "Bob"}, []string{"Ada@Ada", "Bob@Bob", "Bob@Bob", "Ada@Ada"}},
		{"whole words", "Metal and MetaAI and Meta.", []string{"Meta"}, []string{"Meta@Meta"}},
		{"case", "The apple of Apple.", []string{"Apple"}, []string{"Apple@Apple"}},
		{"term in any case", "Knowledge Distillation is knowledge distillation.", []string{"knowledge distillation"},
			[]string{"knowledge distillation@Knowledge Distillation", "knowledge distillation@knowledge distillation"}},
		{"exact before any case", "A Llama and a llama.", []string{"llama", "Llama"}, []string{"Llama@Llama", "llama@llama"}},
		{"longest wins", "Llama 4 is no Llama.", []string{"Llama", "Llama 4"}, []string{"Llama 4@Llama 4", "Llama@Llama"}},
		{"longest wins, unlike the order", "Llama 4 is no Llama.", []string{"Llama 4", "Llama"}, []string{"Llama 4@Llama 4", "Llama@Llama"}},
		{"points", "The U.S. Navy of the U.S. and U.S. companies.", []string{"U.S.", "U.S. Navy"}, []string{"U.S. Navy@U.S. Navy", "U.S.@U.S.", "U.S.@U.S."}},
		{"a point before a letter", "The U.S.A. and the U.S.’s, U.S.-made, “U.S.”", []string{"U.S."}, []string{"U.S.@U.S.", "U.S.@U.S.", "U.S.@U.S."}},
		{"a point before a letter of a longer name", "The U.S.A. and the U.S.", []string{"U.S.", "U.S.A."}, []string{"U.S.A.@U.S.A.", "U.S.@U.S."}},
		{"a start that leads nowhere", "U.S. Navaho, New York, New York Times.", []string{"U.S. Navy", "New York Times", "York"}, []string{"York@York", "New York Times@New York Times"}},
		{"possessive", "Meta's and Meta’s and the bosses’ Meta'", []string{"Meta"}, []string{"Meta@Meta", "Meta@Meta", "Meta@Meta"}},
		{"apostrophe folded", "Meta’s AI assistant", []string{"Meta", "Meta's AI assistant"}, []string{"Meta's AI assistant@Meta’s AI assistant"}},
		{"a longer word goes on", "can't, O'Reilly, GPT-4, Node.js, 3.5, @Ada", []string{"can", "Reilly", "GPT", "Node", "3", "Ada"}, nil},
		{"hyphen before letters", "China-based, anti-China, U.S.-China", []string{"China"}, []string{"China@China", "China@China", "China@China"}},
		{"hyphen within", "Phi-4 and Phi.", []string{"Phi", "Phi-4"}, []string{"Phi-4@Phi-4", "Phi@Phi"}},
		{"elision", "L’art de l’Allemagne.", []string{"Allemagne"}, []string{"Allemagne@Allemagne"}},
		{"end of sentence", "By AI. Now OpenAI.", []string{"AI.Now", "OpenAI"}, []string{"OpenAI@OpenAI"}},
		{"wrapped", "natural language\nprocessing", []string{"natural language processing"}, []string{"natural language processing@natural language\nprocessing"}},
		{"marked up", "**Llama** 4, [Llama](x) 4", []string{"Llama 4"}, []string{"Llama 4@Llama** 4", "Llama 4@Llama](x) 4"}},
		{"entity", "AT&amp;T", []string{"AT&T"}, []string{"AT&T@AT&amp;T"}},
		{"heading, item and code", "# Ada\n\n- Ada\n\n`Ada`\n", []string{"Ada"}, []string{"Ada@Ada", "Ada@Ada", "Ada@Ada"}},
		{"cells stand apart", "| Llama | 4 |\n|---|---|\n| Llama | Llama 4 |\n", []string{"Llama", "Llama 4"}, []string{"Llama@Llama", "Llama@Llama", "Llama 4@Llama 4"}},
		{"script without spaces", "我爱北京天安门。", []string{"北京"}, []string{"北京@北京"}},
		{"accents apart", "E\u0301lan, Élan", []string{"Élan"}, []string{"Élan@E\u0301lan", "Élan@Élan"}},
		{"accents apart in the name", "E\u0301lan, Élan", []string{"E\u0301lan"}, []string{"E\u0301lan@E\u0301lan", "E\u0301lan@Élan"}},
		{"accents", "Élan, élan", []string{"Élan"}, []string{"Élan@Élan"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := mentions(t, test.text, test.spellings...); !slices.Equal(got, test.want) {
				t.Errorf("%q has %q, want %q", test.text, got, test.want)
			}
		})
	}
}
