package model

// LeafKind says how a Leaf is drawn.
type LeafKind uint8

// The kinds of leaf.
const (
	Paragraph LeafKind = iota
	Heading
	Code
	Table
	Rule
)

// Leaf is a piece of a Block that is drawn as one, with the containers that it
// stands in: the text of one paragraph, heading, list item, code block or
// table. It is the text as a reader sees it, and every byte of it knows where
// in the Document's text it came from.
type Leaf struct {
	Kind     LeafKind
	Level    int    // of a heading, 1 to 6
	Language string // of code, as written after the fence
	Marks    []Mark // the containers, outermost first
	Tight    bool   // follows the leaf before it without an empty row (items of a tight list)
	Inlines  []Inline
	Rows     []Row // of a table, the first is its header; Inlines is empty then
}

// MarkKind is a kind of container.
type MarkKind uint8

// The kinds of container.
const (
	Quote MarkKind = iota // a bar down the left side
	Item                  // a list item: Text before its first leaf, blank below
)

// Mark is one container round a leaf.
type Mark struct {
	Kind  MarkKind
	Text  string // of an Item: "•", "3.", "☐", "☑"
	First bool   // the leaf is the first of the item, so the mark's text stands before it
}

// Row is one row of a table.
type Row []Cell

// Cell is one cell of a table.
type Cell struct {
	Inlines []Inline
	Align   Align
}

// Align is where a table column's text stands.
type Align uint8

// The alignments.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Style is a set of the ways in which an inline run is set apart.
type Style uint8

// The styles.
const (
	Strong Style = 1 << iota
	Emphasis
	CodeSpan
	Strike
	Picture // an image's alternative text
)

// Inline is a run of shown text in one style. Where Text has as many bytes as
// Span, byte i of Text is byte Start+i of the Document's text (a soft line
// break is shown as a space); otherwise Text stands for the whole Span (an
// entity, an escape) and cannot be divided. A hard line break is "\n".
type Inline struct {
	Text  string
	Span  Span
	Style Style
	Link  string // target of the link it is part of, "" for none
}

// Exact reports whether bytes of Text and Span correspond one to one.
func (in Inline) Exact() bool { return len(in.Text) == in.Span.Len() }
