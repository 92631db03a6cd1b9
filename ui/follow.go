package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/lock"
	"gloss/ui/overlay"
)

// anchorMsg is sent when the place of an anchor of the text is known.
type anchorMsg struct {
	target string
	at     int
	ok     bool
}

// openedMsg is sent when the document that a link leads to was opened.
type openedMsg struct {
	opened *Opened
	anchor string // of the place in it
	err    error
}

// followLink jumps to an anchor and opens a file or a page of the web in place.
// An address of another kind is shown and copied: it is the reader who decides
// what to do with it.
func (a *App) followLink(l link) tea.Cmd {
	if l.kind() == overlay.Anchor {
		return a.jump(strings.TrimPrefix(l.target, "#"))
	}
	if l.kind() == overlay.Address || a.options.Open == nil {
		return a.send(l.target, l.target)
	}
	to, anchor, err := a.options.Link(a.opened.Source, l.target)
	switch {
	case err != nil:
		a.status = err.Error()
		return nil
	case to == a.opened.Source:
		return a.jump(anchor)
	}
	a.status = "opening " + lock.Text(to)
	return a.openSource(to, anchor)
}

// openSource opens another document, at the place that the anchor names.
func (a *App) openSource(source, anchor string) tea.Cmd {
	open := a.options.Open
	return func() tea.Msg {
		opened, err := open(source)
		return openedMsg{opened, anchor, err}
	}
}

// jump goes to an anchor of this text, or to its start where it has no name.
func (a *App) jump(anchor string) tea.Cmd {
	if anchor == "" {
		a.leave()
		return a.window.Start()
	}
	a.anchor, a.arriving = anchor, false
	return a.findAnchor(anchor)
}

// findAnchor finds an anchor. Those of a long text take a while to read.
func (a *App) findAnchor(anchor string) tea.Cmd {
	text := a.text
	return func() tea.Msg {
		at, ok := text.Anchor(anchor)
		return anchorMsg{anchor, at, ok}
	}
}

// followed goes where the anchor is, unless another link was followed since.
func (a *App) followed(msg anchorMsg) tea.Cmd {
	if msg.target != a.anchor {
		return nil
	}
	switch {
	case !msg.ok && a.arriving && a.loading:
		return nil // it may be in what is still to come
	case !msg.ok && a.loading:
		a.status = "not read as far as #" + msg.target + " yet"
	case !msg.ok:
		a.status = "no place here is called #" + msg.target
	}
	a.anchor = ""
	if !msg.ok {
		return nil
	}
	if a.arriving {
		a.arriving = false // by a link from elsewhere: Back leads there
	} else {
		a.leave()
	}
	if i := a.document().SectionAt(msg.at); i >= 0 && a.document().Sections[i].Heading.Holds(msg.at) {
		return a.window.ToSection(i)
	}
	return a.window.To(msg.at)
}

// arrive looks once more for the place that a link from elsewhere leads to, now
// that more of the document is read; unless the reader has gone on by himself.
func (a *App) arrive() tea.Cmd {
	if !a.arriving {
		return nil
	}
	if a.window.Place() > 0 {
		a.arriving, a.anchor = false, ""
		return nil
	}
	return a.findAnchor(a.anchor)
}

// linked shows the document that a link led to.
func (a *App) linked(msg openedMsg) tea.Cmd {
	if msg.err != nil {
		a.status = msg.err.Error()
		return nil
	}
	a.status = ""
	r := newReading(msg.opened)
	a.trail.add(r)
	cmd := a.turnTo(r)
	a.warn()
	if a.anchor = msg.anchor; a.anchor != "" {
		a.arriving = true
	}
	return tea.Batch(cmd, a.arrive())
}

// browse hands a link to the system's browser.
func (a *App) browse(l link) tea.Cmd {
	to := l.target
	if l.kind() != overlay.Address {
		var err error
		if to, _, err = a.options.Link(a.opened.Source, l.target); err != nil {
			a.status = err.Error()
			return nil
		}
		if _, anchor, ok := strings.Cut(l.target, "#"); ok {
			to += "#" + anchor
		}
	}
	if !strings.HasPrefix(to, "http://") && !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "mailto:") || a.options.Browse == nil {
		a.status = "a browser gets pages of the web and addresses of mail alone"
		return nil
	}
	hand := a.options.Browse
	return func() tea.Msg {
		if err := hand(to); err != nil {
			return copiedMsg{"no browser here opened " + to + ": " + err.Error()}
		}
		return copiedMsg{"handed to the browser: " + to}
	}
}
