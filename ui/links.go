package ui

import (
	"net/url"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/lock"
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
func (a *App) openLinks() tea.Cmd { return a.showLinks(model.Span{}) }

// showLinks is openLinks with the link at a span selected, if there is one.
func (a *App) showLinks(selected model.Span) tea.Cmd {
	links := a.links(a.window.Screen())
	list := make([]overlay.Link, len(links))
	for i, l := range links {
		list[i] = overlay.Link{Text: l.text, Target: a.fullTarget(l), Kind: l.kind()}
	}
	box := overlay.NewLinks(list)
	box.Select(max(0, slices.IndexFunc(links, func(l link) bool { return l.span == selected })))
	a.open(box, func(e overlay.Event) tea.Cmd {
		i, ok := box.Selected()
		switch {
		case e == overlay.Closed:
			a.shut()
		case e == overlay.Accepted && ok:
			a.shut()
			return a.followLink(links[i])
		case e == overlay.Copied && ok:
			return a.send(a.fullTarget(links[i]), "link")
		case e == overlay.Browsed && ok:
			return a.browse(links[i])
		}
		return nil
	})
	return nil
}

// fullTarget is where a link leads, as it will be opened: a reader sees what a
// relative one is relative to before following it.
func (a *App) fullTarget(l link) string {
	if kind := l.kind(); kind == overlay.Anchor || kind == overlay.Address || a.options.Link == nil {
		return l.target
	}
	to, anchor, err := a.options.Link(a.opened.Source, l.target)
	if err != nil {
		return l.target
	}
	if anchor != "" {
		to += "#" + anchor
	}
	return lock.Text(to)
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
	case err != nil || u.Scheme == "" || u.Scheme == "file":
		return overlay.File
	case u.Scheme == "http" || u.Scheme == "https":
		return overlay.Web
	}
	return overlay.Address
}
