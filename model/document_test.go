package model

import "testing"

// A document of 100 bytes: ten before the first heading, a section with one
// under it, a section.
var divided = Document{
	Blocks: []Block{{Span: Span{0, 10}}, {Span: Span{10, 15}}, {Span: Span{15, 60}}, {Span: Span{60, 100}}},
	Sections: []Section{
		{Title: "One", Level: 1, Parent: -1, Span: Span{10, 40}, Heading: Span{10, 15}},
		{Title: "Under one", Level: 2, Parent: 0, Span: Span{40, 60}, Heading: Span{40, 50}},
		{Title: "Two", Level: 1, Parent: -1, Span: Span{60, 100}, Heading: Span{60, 65}},
	},
}

func TestSectionAt(t *testing.T) {
	for at, want := range map[int]int{
		0: -1, 9: -1, // before the first heading
		10: 0, 39: 0, // the heading itself is in its section
		40: 1, 59: 1, // the innermost
		60: 2, 99: 2,
		100: 2, // the end of the text is where a reader is who has read it
	} {
		if got := divided.SectionAt(at); got != want {
			t.Errorf("byte %d stands in section %d, want %d", at, got, want)
		}
	}
	if got := new(Document).SectionAt(0); got != -1 {
		t.Errorf("a document without headings has section %d", got)
	}
}

func TestBlockAt(t *testing.T) {
	for at, want := range map[int]int{-1: 0, 0: 0, 9: 0, 10: 1, 15: 2, 59: 2, 60: 3, 99: 3, 100: 3, 1000: 3} {
		if got := divided.BlockAt(at); got != want {
			t.Errorf("byte %d stands in block %d, want %d", at, got, want)
		}
	}
	if got := new(Document).BlockAt(0); got != -1 {
		t.Errorf("an empty document has block %d", got)
	}
}

func TestShortTitle(t *testing.T) {
	for title, want := range map[string]string{
		"":                                    "",
		"Ethical Questions":                   "Ethical Questions",
		"The Global Race: Who Will Win?":      "The Global Race",
		"The Race: Part Two: The End":         "The Race",
		"AI: What Next?":                      "AI: What Next?", // "AI" would not be told from others
		"Open at 10:30":                       "Open at 10:30",
		"The Technology Behind It:":           "The Technology Behind It:",
		"Ouverture : ce qu’il faut en savoir": "Ouverture",
		"std::vector and Its Growth":          "std::vector and Its Growth",
	} {
		if got := ShortTitle(title); got != want {
			t.Errorf("%q is listed as %q, want %q", title, got, want)
		}
	}
}
