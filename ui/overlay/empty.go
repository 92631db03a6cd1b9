package overlay

import (
	"fmt"
	"slices"
	"strings"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// hint is what the empty box says: what can be asked, and what there is.
func (l *Lookup) hint(width, height int) []string {
	t := l.theme
	lines := []string{""}
	lines = append(lines, prose("Ask for what you want to know; it answers as you type.", width, 3, t.Text)...)
	lines = append(lines, "")
	examples := []struct{ query, gives string }{
		{"yearly revenue", "a figure"},
		{"who is the founder", "a person, a product, a place"},
		{"why was it delayed", "a question in your own words"},
	}
	for _, e := range examples {
		line := "  " + t.Emphasis.Paint(e.query) + measure.Spaces(22-len(e.query)) + t.Muted.Paint(e.gives)
		if width < 52 {
			line = "  " + t.Emphasis.Paint(e.query)
		}
		lines = append(lines, line)
	}
	if l.counts != "" {
		lines = append(lines, "")
		lines = append(lines, prose("In this text: "+l.counts, width, 4, t.Muted)...)
	}
	return dense(lines, height)
}

// nothing is what the box says when there is no answer.
func (l *Lookup) nothing(width, height int) []string {
	t := l.theme
	said := "Nothing found for “" + cut(l.Query(), 60) + "”."
	advice := "Try fewer words or another one for the same thing; " + keymap.Screen.Key(keymap.Find) + " finds the exact letters."
	if !l.complete {
		said = "Nothing yet for “" + cut(l.Query(), 60) + "”."
		advice = "The text is still being read; answers appear as soon as they are found."
	}
	lines := append([]string{""}, prose(said, width, 3, t.Text)...)
	lines = append(append(lines, ""), prose(advice, width, 4, t.Muted)...)
	return dense(lines, height)
}

// dense is lines without the empty ones where height rows would not hold them.
func dense(lines []string, height int) []string {
	if len(lines) <= height {
		return lines
	}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// counts is what a document holds, kind by kind: "18 facts · 4 figures".
func counts(doc *model.Document) string {
	var parts []string
	for _, c := range []struct {
		n    int
		kind model.Kind
	}{
		{len(doc.Notes.Facts), model.KindFact}, {len(doc.Notes.Figures), model.KindFigure},
		{len(doc.Notes.Questions), model.KindQuestion}, {len(doc.Notes.Names), model.KindName},
		{len(doc.Sections), model.KindSection},
	} {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.kind.String())
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.kind))
		}
	}
	return strings.Join(append(parts, "every sentence"), " · ")
}
