package model

// Kind is what a look-up can find: the four kinds of note, a section's
// heading, or a sentence of the text.
type Kind uint8

// The kinds.
const (
	KindFact Kind = iota
	KindFigure
	KindQuestion
	KindName
	KindSection
	KindText
)

// String is the kind's word in JSON.
func (k Kind) String() string {
	return [...]string{"fact", "figure", "question", "name", "section", "text"}[k]
}

// Note is what every note has: what is shown of it, and the passage it rests on.
type Note struct {
	Text    string // what a panel shows; our words, for a curated note
	Quote   string // the source passage as shown, without mark-up
	Span    Span   // of the source passage
	Derived bool   // found by gloss itself, not written by an author
	Reason  string // why it was chosen, for a derived note; empty for a curated one
}

// Notes are the notes of a document, each kind in the order its panel lists.
type Notes struct {
	Facts     []Fact
	Figures   []Figure
	Questions []Question
	Names     []Name
}

// Of lists the notes of one kind without what is particular to it, in order.
// It is empty for KindSection and KindText.
func (n *Notes) Of(kind Kind) []Note {
	switch kind {
	case KindFact:
		return notes(n.Facts, func(f *Fact) Note { return f.Note })
	case KindFigure:
		return notes(n.Figures, func(f *Figure) Note { return f.Note })
	case KindQuestion:
		return notes(n.Questions, func(q *Question) Note { return q.Note })
	case KindName:
		return notes(n.Names, func(m *Name) Note { return m.Note })
	case KindSection, KindText:
	}
	return nil
}

// Len is how many notes of one kind there are, 0 for KindSection and KindText.
func (n *Notes) Len(kind Kind) int {
	switch kind {
	case KindFact:
		return len(n.Facts)
	case KindFigure:
		return len(n.Figures)
	case KindQuestion:
		return len(n.Questions)
	case KindName:
		return len(n.Names)
	case KindSection, KindText:
	}
	return 0
}

func notes[T any](all []T, note func(*T) Note) []Note {
	out := make([]Note, len(all))
	for i := range all {
		out[i] = note(&all[i])
	}
	return out
}

// Fact is a statement worth keeping.
type Fact struct {
	Note
	Source   string // who says it: a person, an organisation, "some", "the article"
	Standing Standing
	Rank     int // 1 for the first in importance, 0 for unranked
}

// Standing is how firmly a fact stands.
type Standing uint8

// The standings. Only a stated fact reads as a fact.
const (
	Stated   Standing = iota // said by the text itself, in its own voice
	Reported                 // passed on by the text as somebody's news or view
	Claimed                  // asserted by somebody with a stake in it
	Alleged                  // an accusation or suspicion not shown to be true
	Denied                   // said to be untrue by the one it concerns
)

var standings = [...]string{"stated", "reported", "claimed", "alleged", "denied"}

// String is the standing's word.
func (s Standing) String() string { return standings[s] }

// ParseStanding is the standing with that word; ok is false for any other.
func ParseStanding(word string) (s Standing, ok bool) {
	for i, w := range standings {
		if w == word {
			return Standing(i), true
		}
	}
	return 0, false
}

// Question is a question the text leaves open.
type Question struct {
	Note
	Theme string
	By    string // who asks, "" for the text itself
	Sides []Passage
}

// Passage is a part of the text that argues one side of a question.
type Passage struct {
	Quote string
	Span  Span
}

// NameType is what a name stands for.
type NameType uint8

// The types of name. A name of unknown type has none.
const (
	NoType NameType = iota
	Person
	Organisation
	Product
	Place
	Term
)

var nameTypes = [...]string{"", "person", "organisation", "product", "place", "term"}

// String is the type's word, "" for NoType.
func (t NameType) String() string { return nameTypes[t] }

// ParseNameType is the type with that word; ok is false for any other.
func ParseNameType(word string) (t NameType, ok bool) {
	for i, w := range nameTypes {
		if w == word && i > 0 {
			return NameType(i), true
		}
	}
	return NoType, false
}

// Name is a person, organisation, product, place or term of the text. Its
// Note.Text is the name as the panel lists it.
type Name struct {
	Note
	Type     NameType
	Aliases  []string // its other spellings in the text
	Is       string   // what the text says it is, in few words
	Mentions []Span   // in order, none within another name's mention
}
