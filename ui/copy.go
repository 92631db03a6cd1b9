package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/lock"
)

// quotedMsg is sent when what is to be copied has been read from the text.
type quotedMsg struct{ text, what string }

// copiedMsg is sent when the system's clipboard took the text, or did not.
type copiedMsg struct{ status string }

// copy copies what is marked on the screen, a note or a passage, or else the
// section.
func (a *App) copy() tea.Cmd {
	v, screen := a.visit, a.window.Screen()
	if !v.span.Empty() && (v.on || v.span.Overlaps(screen)) {
		if v.index < 0 {
			return a.copySpan(v.span, v.span, "passage")
		}
		return a.copyNote(v.kind, v.index)
	}
	if i := a.window.Section(); i >= 0 {
		s := a.document().Sections[i]
		return a.copySpan(model.Span{Start: s.Heading.End, End: s.Span.End}, s.Span, "section")
	}
	return a.copySpan(screen, screen, "text on the screen")
}

// copyNote copies a note.
func (a *App) copyNote(kind model.Kind, i int) tea.Cmd {
	n := a.document().Notes.Of(kind)[i]
	return a.send(quotation(a.document(), n.Quote, n.Span), kind.String())
}

// copySpan copies a part of the text as a quote from what stands at source. A
// section may be the whole of a long text, so it is read behind the reader's
// back.
func (a *App) copySpan(part, source model.Span, what string) tea.Cmd {
	text := a.text
	return func() tea.Msg {
		if quote := text.Quote(part); strings.TrimSpace(quote) != "" {
			return quotedMsg{quotation(text.Document(), quote, source), what}
		}
		return copiedMsg{"nothing to copy here"}
	}
}

// quotation is a quote of a document with its source, as one would paste it into
// a letter.
func quotation(doc *model.Document, quote string, span model.Span) string {
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
	text = lock.Text(text)
	size := utf8.RuneCountInString(text)
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
		return copiedMsg{fmt.Sprintf("%s copied to %s, %d characters", what, strings.Join(to, " and "), size)}
	})
}
