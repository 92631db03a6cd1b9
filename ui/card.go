package ui

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
)

// mention is one mention of a name.
type mention struct {
	name int // index of the name
	span model.Span
}

// cards is the open card and the mentions that it stands at.
type cards struct {
	card *overlay.Card
	at   []mention // one for each name that the card can show
}

// mentionsOn are the mentions in a part of the text, in order, one a name: the
// first.
func (a *App) mentionsOn(part model.Span) []mention {
	var found []mention
	for i, n := range a.document().Notes.Names {
		at := sort.Search(len(n.Mentions), func(j int) bool { return n.Mentions[j].End > part.Start })
		if at < len(n.Mentions) && n.Mentions[at].Overlaps(part) {
			found = append(found, mention{i, n.Mentions[at]})
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].span.Start < found[j].span.Start })
	return found
}

// openCards opens the card of the name here: the one whose mentions are being
// walked, else the first on the screen, with the others one key away.
func (a *App) openCards() tea.Cmd {
	here := a.mentionsOn(a.window.Screen())
	if a.mentions >= 0 {
		sort.SliceStable(here, func(i, j int) bool { return here[i].name == a.mentions && here[j].name != a.mentions })
	}
	if len(here) == 0 {
		a.status = "no name with a card on this screen"
		return nil
	}
	return a.openCard(here)
}

func (a *App) openCard(at []mention) tea.Cmd {
	names := make([]int, len(at))
	for i, m := range at {
		names[i] = m.name
	}
	a.card = cards{overlay.NewCard(a.document(), names...), at}
	a.open(a.card.card, a.cardEvent)
	a.anchorCard()
	a.mark()
	return nil
}

func (a *App) cardEvent(e overlay.Event) tea.Cmd {
	switch e {
	case overlay.Moved:
		a.anchorCard()
		a.mark()
	case overlay.Next, overlay.Previous:
		a.mentions, a.visit.span = a.card.card.Name(), a.cardWord()
		a.closeCard()
		if e == overlay.Previous {
			return a.nextMatch(-1)
		}
		return a.nextMatch(1)
	case overlay.Copied:
		n := a.document().Notes.Names[a.card.card.Name()]
		return a.send(quotation(a.document(), n.Quote, n.Span), "name")
	case overlay.Closed, overlay.Unused:
		a.closeCard()
	}
	return nil
}

func (a *App) closeCard() {
	a.shut()
	a.card = cards{}
	a.mark()
}

// cardWord is the word whose card is open.
func (a *App) cardWord() model.Span {
	if a.card.card == nil {
		return model.Span{}
	}
	for _, m := range a.card.at {
		if m.name == a.card.card.Name() {
			return m.span
		}
	}
	return model.Span{}
}

// anchorCard puts the card beside its word.
func (a *App) anchorCard() {
	span := a.cardWord()
	if x, y, ok := a.window.CellOf(span.Start); ok {
		a.card.card.SetAnchor(a.screen.Text.X+x, a.screen.Text.Y+y)
	}
	name := a.document().Notes.Names[a.card.card.Name()]
	a.card.card.SetMention(sort.Search(len(name.Mentions), func(i int) bool { return name.Mentions[i].Start >= span.Start }))
}
