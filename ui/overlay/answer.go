package overlay

import (
	"strings"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// answer is how one answer is drawn: the answer itself, the quote below it, its
// kind and section at the side, or below where there is no room beside.
type answer struct {
	theme *theme.Theme
	Answer
	width int
	terse bool // the answer alone
}

// The side column of an answer, cells: from besideMin on there is room for it.
const besideMin, besideWidth = 80, 26

// The most rows of an answer and of its quote: most quotes are one sentence,
// and one is recognised by its beginning.
const answerRows, quoteRows = 2, 2

func (a answer) rows() []string {
	if a.terse {
		return a.main(a.width)
	}
	if a.width < besideMin {
		return append(a.main(a.width), a.theme.Muted.Paint(cut(a.below(), a.width)))
	}
	const gap = 3
	width := a.width - besideWidth - gap
	main, side := a.main(width), a.side()
	rows := make([]string, max(len(main), len(side)))
	for i := range rows {
		var left, right string
		if i < len(main) {
			left = main[i]
		}
		if i < len(side) {
			right = a.theme.Muted.Paint(side[i])
		}
		rows[i] = row(left, a.width-measure.Width(right)) + right
	}
	return rows
}

// main is the answer and its quote. A sentence of the text is its own quote.
func (a answer) main(width int) []string {
	t := a.theme
	if a.Kind == model.KindText {
		return paragraph(a.Quote, width, answerRows+quoteRows-1, t.Text, t.Strong, a.Bold)
	}
	rows := a.first(width)
	if a.terse || same(a.Text, a.Quote) {
		return rows
	}
	return append(rows, paragraph(a.Quote, width, quoteRows, t.Muted, t.Strong, a.Bold)...)
}

// first is the answer itself. What a name is, and who says a fact, follow its
// dash in plain; the change of a figure has its own colour, and whose it is none.
//
// A fact cut short must still say who says it and how, or an allegation would
// read as a fact; so it gives way in its middle, and a figure likewise.
func (a answer) first(width int) []string {
	text, most := flat(a.Text), answerRows
	if width < besideMin && !a.terse {
		most++
	}
	at, style := a.tail(text)
	rows, more := wrap(text, width, most)
	kept := a.Kind == model.KindFact || a.Kind == model.KindFigure
	if more && kept && at < len(text) {
		end := strings.TrimLeft(text[at:], " ")
		if i := strings.LastIndex(end, ", "); i >= 0 && measure.Width(end) > width {
			end = "—" + end[i+1:] // the standing matters more than the source
		}
		return append(prose(text[:at], width, most-1, a.theme.Strong), style.Paint(cut(end, width)))
	}
	parts := []part{{Range{0, at}, a.theme.Strong}, {Range{at, len(text)}, style}}
	if whose := strings.LastIndex(text, dash); a.Kind == model.KindFigure && whose > at {
		parts[1].End = whose
	}
	return paintRows(text, rows, more, width, a.theme.Muted, parts)
}

// tail is where in the answer begins what is said of it, and its style.
func (a answer) tail(text string) (at int, style theme.Style) {
	t := a.theme
	switch a.Kind {
	case model.KindFigure:
		if at = strings.LastIndexAny(text, "▲▼"); at >= 0 {
			style = t.Up.Over(t.Strong)
			if strings.HasPrefix(text[at:], "▼") {
				style = t.Down.Over(t.Strong)
			}
			return at, style
		}
		at, style = strings.LastIndex(text, "  "), t.Strong
	case model.KindFact:
		at, style = strings.LastIndex(text, dash), t.Text
	case model.KindName:
		at, style = strings.Index(text, dash), t.Text
	case model.KindQuestion, model.KindSection, model.KindText:
		at = len(text)
	}
	if at < 0 {
		at = len(text)
	}
	return at, style
}

// dash is what stands between an answer and what is said of it.
const dash = " — "

func (a answer) side() []string {
	if a.Kind == model.KindSection || a.Section == "" {
		return []string{a.Kind.String()}
	}
	return []string{a.Kind.String(), cut(model.ShortTitle(a.Section), besideWidth)}
}

func (a answer) below() string { return strings.Join(a.side(), " · ") }

// same reports whether two texts read the same but for white space and what
// stands at the end.
func same(a, b string) bool {
	if len(a) > len(b)+4 || len(b) > len(a)+4 {
		return false
	}
	fold := func(s string) string { return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".:…") }
	return strings.EqualFold(fold(a), fold(b))
}
