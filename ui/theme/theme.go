// Package theme owns every colour of gloss, as tokens named after what they
// mark: a theme gives each token a style, and nothing else in ui names a
// colour. It knows nothing of what is drawn, or where.
//
// A token never rests on colour alone: what has no sign of its own beside it is
// told apart by its form in every theme, and Plain, which has bold, underline
// and reverse, has no colour at all.
package theme

import "slices"

// Theme is a style for every token.
type Theme struct {
	ID   string // the word that chooses it: "dark"
	Dark bool   // meant for a dark background; Plain is at home on either

	// Page is the whole screen's colours where the terminal's own background does
	// not suit the theme; Plain has none.
	Page Style

	// The text.
	Text      Style
	Strong    Style
	Emphasis  Style
	Strike    Style    // struck out by the author
	Title     Style    // the document's title
	Heading   [6]Style // by level, level 1 first
	Link      Style
	Code      Style // a code span
	Picture   Style // the words that stand for a picture
	Quote     Style // the bar beside a quotation
	Bullet    Style // bullets and numbers of lists
	CodeBlock Code

	// Marks laid over the text. All but Name bring their own background.
	Name         Style // a name that has a card
	Mention      Style // a mention of the selected name
	Passage      Style // the passage of the visited note
	Match        Style // what find found
	MatchCurrent Style // the match that find stands on

	// Everything round the text.
	Muted     Style // secondary text
	Border    Style // rules and separators: decoration, never text
	Accent    Style // where one is: the current section, the focused pane
	Selected  Style // the selected row of a pane
	Tab       Style
	TabActive Style
	Key       Style // the name of a key
	Warn      Style // something went wrong or is missing

	// Facts and figures.
	Up       Style
	Down     Style
	Expected Style    // foreseen, not yet so
	Check    Style    // what another source says
	Bar      Style    // the filled part of charts and progress
	BarRest  Style    // the rest of it: decoration, never text
	Standing [5]Style // by model.Standing
}

// Code is the palette of code blocks.
type Code struct {
	Text, Comment, Keyword, Type, Function, String, Number, Operator, Tag, Deleted, Inserted Style
}

// All lists the themes in the order in which a key walks through them.
func All() []*Theme { return []*Theme{Dark(), Light(), Plain()} }

// Names lists the words that ByName takes.
func Names() []string {
	var names []string
	for _, t := range All() {
		names = append(names, t.ID)
	}
	return names
}

// ByName is the theme with that ID; ok is false for any other word.
func ByName(name string) (t *Theme, ok bool) {
	for _, t := range All() {
		if t.ID == name {
			return t, true
		}
	}
	return nil, false
}

// Next is the theme after t, the first after the last.
func Next(t *Theme) *Theme {
	all := All()
	i := slices.IndexFunc(all, func(o *Theme) bool { return o.ID == t.ID })
	return all[(i+1)%len(all)]
}
