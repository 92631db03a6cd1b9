package model

// Hit is one answer of a look-up.
type Hit struct {
	Kind  Kind
	Index int    // of the note or section among its kind; -1 for KindText
	Text  string // the answer, as a result line shows it first
	Quote string // the passage as shown
	Span  Span   // of the passage
	Match []Span // the words of the passage that the query matched
	Score float64
}
