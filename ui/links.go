package ui

import (
	"net/url"
	"strings"

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
	u, err := url.Parse(l.target)
	switch {
	case err != nil || u.Scheme == "":
		return overlay.File
	case u.Scheme == "http" || u.Scheme == "https":
		return overlay.Web
	}
	return overlay.Address
}

// anchorMsg is sent when the place of an anchor of the text is known.
type anchorMsg struct {
	target string
	at     int
	ok     bool
}

// followLink jumps to an anchor; any other target is shown and copied, as it
// is the reader who decides what leaves the document. The anchors of a long
// text take a while to read, so that is a command.
func (a *App) followLink(l link) tea.Cmd {
	if l.kind() != overlay.Anchor {
		return a.send(l.target, l.target)
	}
	a.anchor = l.target
	text, target := a.text, l.target
	return func() tea.Msg {
		at, ok := text.Anchor(strings.TrimPrefix(target, "#"))
		return anchorMsg{target, at, ok}
	}
}

// followed goes where the anchor is, unless another link was followed since.
func (a *App) followed(msg anchorMsg) tea.Cmd {
	if msg.target != a.anchor {
		return nil
	}
	a.anchor = ""
	if !msg.ok {
		a.status = "no place here is called " + msg.target
		if a.loading {
			a.status = "not read as far as " + msg.target + " yet"
		}
		return nil
	}
	a.leave()
	if i := a.document().SectionAt(msg.at); i >= 0 && a.document().Sections[i].Heading.Holds(msg.at) {
		return a.window.ToSection(i)
	}
	return a.window.To(msg.at)
}
