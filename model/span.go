package model

// Span is a run of bytes [Start, End) of a Document's text. It is the only
// coordinate that crosses package borders: it survives every width and theme.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Holds reports whether the byte at offset at lies inside the span.
func (s Span) Holds(at int) bool { return s.Start <= at && at < s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
