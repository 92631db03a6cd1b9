package model

import (
	"reflect"
	"testing"
)

func TestParseStandingKnowsTheWordsItPrints(t *testing.T) {
	for s, want := range map[Standing]string{
		Stated: "stated", Reported: "reported", Claimed: "claimed", Alleged: "alleged", Denied: "denied",
	} {
		if s.String() != want {
			t.Errorf("standing %d is %q, want %q", s, s, want)
		}
		if got, ok := ParseStanding(want); !ok || got != s {
			t.Errorf("ParseStanding(%q) = %v, %v", want, got, ok)
		}
	}
	for _, word := range []string{"", "Stated", "proved", "stated "} {
		if got, ok := ParseStanding(word); ok {
			t.Errorf("ParseStanding(%q) = %v", word, got)
		}
	}
}

func TestParseNameTypeKnowsTheWordsItPrints(t *testing.T) {
	for n, want := range map[NameType]string{
		Person: "person", Organisation: "organisation", Product: "product", Place: "place", Term: "term",
	} {
		if n.String() != want {
			t.Errorf("type %d is %q, want %q", n, n, want)
		}
		if got, ok := ParseNameType(want); !ok || got != n {
			t.Errorf("ParseNameType(%q) = %v, %v", want, got, ok)
		}
	}
	// A name without a type is written by leaving the type out, not as "".
	for _, word := range []string{"", "organization", "Person", "thing"} {
		if got, ok := ParseNameType(word); ok || got != NoType {
			t.Errorf("ParseNameType(%q) = %v, %v", word, got, ok)
		}
	}
}

func TestNotesOfAKind(t *testing.T) {
	a, b := Note{Text: "a"}, Note{Text: "b"}
	notes := Notes{
		Facts: []Fact{{Note: a}, {Note: b}}, Figures: []Figure{{Note: b}},
		Questions: []Question{{Note: a}}, Names: []Name{{Note: b}, {Note: a}},
	}
	for kind, want := range map[Kind][]Note{
		KindFact: {a, b}, KindFigure: {b}, KindQuestion: {a}, KindName: {b, a}, KindSection: nil, KindText: nil,
	} {
		if got := notes.Of(kind); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", kind, got, want)
		}
	}
}
