package ui

import (
	"sort"

	"gloss/model"
	"gloss/ui/reader"
)

// layer is spans in order that do not overlap.
type layer = []model.Span

// nameLayer is every mention of every name, as the text marks them.
func nameLayer(names []model.Name) layer {
	var all layer
	for _, n := range names {
		all = append(all, n.Mentions...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}

// mark lays the marks over the text: names faintly, then what was asked for.
func (a *App) mark() {
	th := a.theme
	layers := []reader.Layer{{Spans: a.named, Style: th.Name}}
	if !a.visit.span.Empty() {
		layers = append(layers, reader.Layer{Spans: layer{a.visit.span}, Style: th.Passage, Gutter: true})
	}
	if a.mentions >= 0 {
		layers = append(layers, reader.Layer{Spans: a.document().Notes.Names[a.mentions].Mentions, Style: th.Mention})
	}
	layers = append(layers, a.find.matches.layers(th.Match)...)
	if at := a.find.stood; !at.Empty() {
		layers = append(layers, reader.Layer{Spans: layer{at}, Style: th.MatchCurrent})
	}
	if s := a.cardWord(); !s.Empty() {
		layers = append(layers, reader.Layer{Spans: layer{s}, Style: th.Mention})
	}
	a.window.SetLayers(layers)
	a.window.Keep(a.ledTo())
}

// ledTo is the passage or the match that the reader was led to last.
func (a *App) ledTo() model.Span {
	if at := a.find.stood; !at.Empty() {
		return at
	}
	return a.visit.span
}

// section is the section that header and contents name: the one being read, or
// during a visit the visited note's.
func (a *App) section() int {
	if a.visit.on && a.visit.span.Overlaps(a.window.Screen()) {
		return a.document().SectionAt(a.visit.span.Start)
	}
	return a.window.Section()
}

// follow keeps the contents and the panels in step with what the text shows.
func (a *App) follow() {
	if !a.window.Settled() {
		return
	}
	a.contents.SetCurrent(a.section())
	screen := a.window.Screen()
	if !a.visit.on && a.focus == onText && !a.visit.span.Empty() && !a.visit.span.Overlaps(screen) {
		a.deselect() // who reads on after a visit is followed by the panels again
	}
	for _, p := range a.panels {
		p.SetVisible(screen)
	}
	if a.card.card != nil {
		a.anchorCard()
	}
}
