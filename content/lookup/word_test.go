package lookup

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func wordsOf(text string) []string {
	var all []string
	for s := (scanner{text: text}); s.next(); {
		all = append(all, string(s.word))
	}
	return all
}

func TestWords(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{" …— ", ""},
		{"Net PROFIT", "net profit"},
		{"DeepSeek’s and Meta's models", "deepseek and meta models"},
		{"O’Brien isn't D'Arc L’Été l'eau I'M", "obrien isn t darc lete l eau i m"},
		{"the companies' s", "the companies s"},
		{"U.S. companies, e.g. in the U.S.", "us companies eg in the us"},
		{"J.K. Rowling of the U.N", "jk rowling of the un"},
		{"the end. A man", "the end a man"},
		{"$48.39 billion (22%)", "48.39 billion 22"},
		{"1,234,567 but 1,23 and 3,4567", "1234567 but 1 23 and 3 4567"},
		{"v2.0.1.", "v2.0.1"},
		{"Phi-4 year-over-year", "phi 4 year over year"},
		{"café Zürich Ærø straße Łódź", "cafe zurich aero strasse lodz"},
		{"cafe\u0301", "cafe"},
		{"\u0301\u0302 x", "x"},
		{"Москва́ ΑΘΉΝΑ", "москва αθηνα"},
		{"हिन्दी שָׁלוֹם Ŀ", "हिन्दी שלום l"},
		{"人工知能 AI", "人 工 知 能 ai"},
		{"ﬁne", "fine"},
		{"a\xffb", "a b"},
		{strings.Repeat("x", 100), strings.Repeat("x", wordMax)},
	} {
		if got := strings.Join(wordsOf(test.text), " "); got != test.want {
			t.Errorf("words of %q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestStemJoinsForms(t *testing.T) {
	for _, forms := range []string{
		"registration registrations", "investigate investigating investigated investigates", "model models", "ban banned banning",
		"competitor competitors", "technology technologies", "investor invested investment", "founder founded",
	} {
		words := strings.Fields(forms)
		for _, word := range words[1:] {
			if stem(word) != stem(words[0]) {
				t.Errorf("%s is %q, but %s is %q", word, stem(word), words[0], stem(words[0]))
			}
		}
	}
	for _, pair := range []string{"48.39 48.3", "2023 2024", "us users", "factor fact"} {
		a, b, _ := strings.Cut(pair, " ")
		if stem(a) == stem(b) {
			t.Errorf("%s and %s have one stem, %q", a, b, stem(a))
		}
	}
}

func TestAsked(t *testing.T) {
	for query, want := range map[string]answer{
		"how many people":         aNumber,
		"how does it work":        anything,
		"by how much did it grow": aNumber,
		"when did it start":       aTime,
		"what year was it":        aTime,
		"where is it":             aPlace,
		"who runs it":             aPerson,
		"who is david sacks":      aMeaning,
		"who’s david sacks":       aMeaning,
		"whos david sacks":        aMeaning,
		"who david sacks is":      aMeaning,
		"what's distillation":     aMeaning,
		"what about distillation": aMeaning,
		"what sacks":              anything,
		"what is distillation":    aMeaning,
		"why":                     aReason,
		"net profit":              anything,
	} {
		if got := parse(query).asked; got != want {
			t.Errorf("%q asks for %d, want %d", query, got, want)
		}
	}
}

// Every text: words lie in it one behind the other on rune borders, folding
// again changes nothing, and the scanner ends.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"U.S. Navy's 1,000.5", "é\u0301’s", "人a.b.", "a.\xff.b", "’s", "½²ﬁ", "İı"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for s := (scanner{text: text}); s.next(); {
			if s.start < end || s.end <= s.start || s.end > len(text) || len(s.word) == 0 || len(s.word) > wordMax {
				t.Fatalf("%q: word %q at %d to %d behind %d", text, s.word, s.start, s.end, end)
			}
			if !border(text, s.start) || !border(text, s.end) || !utf8.Valid(s.word) {
				t.Fatalf("%q: word %q at %d to %d is no whole runes", text, s.word, s.start, s.end)
			}
			if again := wordsOf(string(s.word)); len(s.word) < wordMax-4 && !slices.Equal(again, []string{string(s.word)}) {
				t.Fatalf("%q: word %q folds again to %q", text, s.word, again)
			}
			end = s.end
		}
	})
}

// border reports whether no rune of a text lies across an offset.
func border(text string, at int) bool {
	return at == 0 || at == len(text) || utf8.RuneStart(text[at]) || !utf8.ValidString(text)
}
