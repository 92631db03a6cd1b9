package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
)

// copiedMsg is sent when the system's clipboard took the text, or did not.
type copiedMsg struct{ status string }

// copy copies the note that the reader is at, or else the section.
func (a *App) copy() tea.Cmd {
	if a.visit.on || a.focus == onNotes {
		if i, ok := a.panel().Selected(); ok {
			return a.copyNote(i)
		}
	}
	i := a.window.Section()
	if i < 0 {
		quote := a.text.Quote(a.window.Screen())
		if strings.TrimSpace(quote) == "" {
			a.status = "nothing to copy here"
			return nil
		}
		return a.send(a.quotation(quote, a.window.Screen()), "text on the screen")
	}
	s := a.document().Sections[i]
	return a.send(a.quotation(a.text.Quote(model.Span{Start: s.Heading.End, End: s.Span.End}), s.Span), "section")
}

// copyNote copies a note of the open panel.
func (a *App) copyNote(i int) tea.Cmd {
	n := a.notes(a.openAt)[i]
	return a.send(a.quotation(n.Quote, n.Span), panelKinds[a.openAt].String())
}

// quotation is a quote with its source, as one would paste it into a letter.
func (a *App) quotation(quote string, span model.Span) string {
	doc := a.document()
	source := []string{doc.Title}
	if i := doc.SectionAt(span.Start); i >= 0 && doc.Sections[i].Title != doc.Title {
		source = append(source, doc.Sections[i].Title)
	}
	if doc.Source != "" {
		source = append(source, doc.Source)
	}
	quote = strings.TrimSpace(quote)
	if !strings.ContainsAny(quote, "“”\"\n") {
		quote = "“" + quote + "”"
	}
	return quote + "\n— " + strings.Join(source, ", ") + "\n"
}

// osc52Max is the longest text sent to the terminal's clipboard, bytes: the
// sequence is a third longer, and xterm and tmux drop one of over 100 kB whole.
const osc52Max = 74_000

// send puts text on the terminal's clipboard (OSC 52, which reaches the
// reader's own machine through ssh) and on the system's where there is one.
func (a *App) send(text, what string) tea.Cmd {
	said := fmt.Sprintf("%s copied, %d characters: ", what, utf8.RuneCountInString(text))
	terminal := tea.SetClipboard(text)
	to := []string{"terminal (OSC 52)"}
	if len(text) > osc52Max {
		terminal, to = nil, nil
	}
	system := a.options.Clipboard
	return tea.Batch(terminal, func() tea.Msg {
		if system != nil && system(text) == nil {
			to = append(to, "system clipboard")
		}
		if len(to) == 0 {
			return copiedMsg{fmt.Sprintf("%s not copied: %d bytes are too long for the terminal's clipboard", what, len(text))}
		}
		return copiedMsg{said + strings.Join(to, " and ")}
	})
}
