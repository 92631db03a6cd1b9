package model

import "strings"

// Figure is a number with what it measures.
type Figure struct {
	Note
	Group     string // heading it is listed under: "Meta, Q4 2024"
	Measure   string // what the number measures: "Revenue"
	Value     *float64
	High      *float64 // upper end of a range
	Unit      string   // ISO 4217 code, "%", unit symbol, or the counted noun in the singular
	Bound     Bound
	Change    *Change
	Period    string
	Expected  bool   // foreseen, not yet so
	WorkedOut bool   // follows from other numbers of the text, not written in it
	Check     *Check // what another source says
}

// Bound says how the true value relates to the number given.
type Bound byte

// The bounds.
const (
	Exactly  Bound = '='
	About    Bound = '~'
	LessThan Bound = '<'
	MoreThan Bound = '>'
)

// Change is how a figure moved.
type Change struct {
	Value float64
	Unit  string // "%", "pp", or the figure's own
	Down  bool
	Basis string // against what: "year over year"
	From  *float64
	To    *float64
}

// Check is what a source other than the document says of a figure. It is shown
// apart from what the document says.
type Check struct {
	Source string
	Text   string
	Agrees bool // the source confirms the figure and its change
}

// Before is the value that the figure had before its change: as stated, or else
// worked out from the two. ok is false where either is missing or the change is
// no percentage.
func (f *Figure) Before() (value float64, ok bool) {
	if f.Value == nil || f.Change == nil || f.Change.Unit != "%" {
		return 0, false
	}
	if f.Change.From != nil {
		return *f.Change.From, true
	}
	growth := f.Change.Value / 100
	if f.Change.Down {
		growth = -growth
	}
	if growth <= -1 {
		return 0, false
	}
	return *f.Value / (1 + growth), true
}

// Amount is the value with its unit in short form: "$48.39 B", "about 3.35 B
// people", "2–3%". It is "" for a figure without a value.
func (f *Figure) Amount() string {
	if f.Value == nil {
		return ""
	}
	s := FormatAmount(*f.Value, f.Unit)
	if f.High != nil {
		s = formatRange(*f.Value, *f.High, f.Unit)
	}
	switch f.Bound {
	case About:
		return "about " + s
	case LessThan:
		return "under " + s
	case MoreThan:
		return "over " + s
	case Exactly:
	}
	return s
}

// String is the figure in one line: "Revenue: $48.39 B (▲ +22% year over year)".
func (f *Figure) String() string {
	s := f.Measure
	if amount := f.Amount(); amount != "" {
		s += ": " + amount
	}
	var more []string
	if f.Change != nil {
		more = append(more, f.Change.String())
	}
	if f.Expected {
		more = append(more, strings.TrimSpace("expected "+f.Period))
	}
	if len(more) > 0 {
		s += " (" + strings.Join(more, ", ") + ")"
	}
	return s
}

// String is the change with its arrow, sign and basis: "▲ +22% year over year".
func (c *Change) String() string {
	arrow, sign := "▲", "+"
	if c.Down {
		arrow, sign = "▼", "−"
	}
	s := arrow + " " + sign + FormatAmount(c.Value, c.Unit)
	if c.Basis != "" {
		s += " " + c.Basis
	}
	return s
}
