package ui

import (
	"net/url"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
)

// link is a link of the text: the words that bear it and where it leads.
type link struct {
	text   string
	target string
	span   model.Span
}

// links are the links of a part of the text, in order. They are read from its
// few blocks when they are asked for.
func (a *App) links(part model.Span) []link {
	var all []link
	blocks := a.document().Blocks
	for b := a.document().BlockAt(part.Start); b >= 0 && b < len(blocks) && blocks[b].Start < part.End; b++ {
		for _, leaf := range a.text.Leaves(blocks[b]) {
			all = appendLinks(all, leaf.Inlines, part)
			for _, row := range leaf.Rows {
				for _, cell := range row {
					all = appendLinks(all, cell.Inlines, part)
				}
			}
		}
	}
	return all
}

// appendLinks joins the runs of one link, which may be part bold.
func appendLinks(all []link, inlines []model.Inline, part model.Span) []link {
	open := false
	for _, in := range inlines {
		switch last := len(all) - 1; {
		case in.Link == "":
			open = false
			continue
		case open && all[last].target == in.Link:
			all[last].text += in.Text
			all[last].span.End = in.Span.End
		case in.Span.Overlaps(part):
			all = append(all, link{in.Text, in.Link, in.Span})
			open = true
		}
	}
	return all
}

// openLinks numbers the links on the screen and shows where each leads.
func (a *App) openLinks() tea.Cmd {
	links := a.links(a.window.Screen())
	list := make([]overlay.Link, len(links))
	for i, l := range links {
		list[i] = overlay.Link{Text: l.text, Target: l.target, Kind: l.kind()}
	}
	box := overlay.NewLinks(list)
	a.open(box, func(e overlay.Event) tea.Cmd {
		i, ok := box.Selected()
		switch {
		case e == overlay.Closed:
			a.shut()
		case e == overlay.Accepted && ok:
			a.shut()
			return a.followLink(links[i])
		case e == overlay.Copied && ok:
			return a.send(links[i].target, "link")
		}
		return nil
	})
	return nil
}

func (a *App) linkAt(at int) (link, bool) {
	for _, l := range a.links(model.Span{Start: at, End: at + 1}) {
		if l.span.Holds(at) {
			return l, true
		}
	}
	return link{}, false
}

// kind says what following a link does.
func (l link) kind() overlay.LinkKind {
	if strings.HasPrefix(l.target, "#") {
		return overlay.Anchor
	}
	if u, err := url.Parse(l.target); err == nil && u.Scheme != "" {
		return overlay.Web
	}
	return overlay.File
}

// followLink jumps to an anchor; any other target is shown and copied, as it
// is the reader who decides what leaves the document.
func (a *App) followLink(l link) tea.Cmd {
	if l.kind() != overlay.Anchor {
		return a.send(l.target, l.target)
	}
	for i, s := range a.document().Sections {
		if anchor(s.Title) == strings.TrimPrefix(l.target, "#") {
			a.leave()
			return a.window.ToSection(i)
		}
	}
	a.status = "no section here is called " + l.target
	return nil
}

// anchor is the name that GitHub gives a heading: lower case, spaces as
// hyphens, punctuation dropped.
func anchor(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}
