package overlay

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/theme"
)

// Why says why a note is there: what it rests on, who says it, and who chose it.
type Why struct {
	page
	doc   *model.Document
	kind  model.Kind
	index int
}

// NewWhy is the reason of the note of a kind with that index.
func NewWhy(doc *model.Document, kind model.Kind, index int) *Why {
	w := &Why{page: newPage(keymap.InWhy), doc: doc, kind: kind, index: index}
	w.draw = w.paint
	return w
}

// Update takes a key: Accepted to go to the passage, Copied, Closed, or Unused.
func (w *Why) Update(msg tea.KeyPressMsg) Event {
	action := w.keys.Action(msg)
	switch action {
	case keymap.Enter:
		return Accepted
	case keymap.Copy:
		return Copied
	}
	return w.turn(action)
}

const whyWidth = 84

func (w *Why) paint() {
	width := min(whyWidth, w.width-6)
	if w.sheet() {
		width = w.width
	}
	f := frame{
		theme: w.theme, bare: bare(w.width, w.height), title: "Why this " + w.kind.String(),
		keys: w.table.Hints(keymap.Enter, keymap.Copy, keymap.BackOut),
	}
	_, _, room, _ := f.inner(width, w.height)
	lines := w.text(room)
	w.stand(&f, width, lines)
}

// entry is a label and what it says; with no text it is not shown.
type entry struct {
	label, text string
	style       theme.Style
}

// text is the note, what is known about it, and last, clearly apart from what
// the text says, what another source says.
func (w *Why) text(width int) []string {
	note, title, entries := w.entries()
	entries = append(entries, entry{"passage", note.Quote, w.theme.Text})
	if at := w.doc.SectionAt(note.Span.Start); at >= 0 {
		entries = append(entries, entry{"section", w.doc.Sections[at].Title, w.theme.Text})
	}
	origin := "written by the author of the notes"
	if note.Derived {
		origin = "found by gloss itself"
		if note.Reason != "" {
			origin += ": " + note.Reason
		}
	}
	entries = append(entries, entry{"origin", origin, w.theme.Text})
	lines := append(prose(title, width, 4, w.theme.Strong), "")
	for _, e := range entries {
		if e.text != "" {
			lines = append(lines, w.entry(e, width)...)
		}
	}
	if check := w.check(); check.text != "" {
		lines = append(append(lines, ""), w.entry(check, width)...)
	}
	return lines
}

// check is what another source says of a figure.
func (w *Why) check() entry {
	if w.kind != model.KindFigure {
		return entry{}
	}
	c := w.doc.Notes.Figures[w.index].Check
	switch {
	case c == nil:
		return entry{}
	case c.Agrees:
		return entry{"✓ check", c.Source + " agrees: " + c.Text, w.theme.Check}
	}
	return entry{"≠ check", c.Source + " differs: " + c.Text, w.theme.Check}
}

// entry is a label with its text beside it, or behind it on a narrow screen.
func (w *Why) entry(e entry, width int) []string {
	const labels, most = 12, 30
	if width < 48 {
		label := Range{0, len(e.label) + 1}
		return paragraph(e.label+": "+e.text, width, most, e.style, w.theme.Muted, []Range{label})
	}
	label := w.theme.Muted.Paint(e.label)
	rows := prose(e.text, width-labels, most, e.style)
	for i := range rows {
		left := ""
		if i == 0 {
			left = label
		}
		rows[i] = row(left, labels) + rows[i]
	}
	return rows
}

// entries is what is particular to the kind of note.
func (w *Why) entries() (note model.Note, title string, entries []entry) {
	notes, plain := &w.doc.Notes, w.theme.Text
	switch w.kind {
	case model.KindFact:
		f := notes.Facts[w.index]
		return f.Note, f.Text, []entry{
			{"said by", f.Source, plain},
			{"standing", f.Standing.String() + ": " + standing(f.Standing), w.theme.Standing[f.Standing]},
		}
	case model.KindFigure:
		f := notes.Figures[w.index]
		return f.Note, f.String(), w.figure(&f)
	case model.KindQuestion:
		q := notes.Questions[w.index]
		entries = []entry{{"asked by", q.By, plain}, {"theme", q.Theme, plain}}
		for i, side := range q.Sides {
			entries = append(entries, entry{fmt.Sprintf("side %d", i+1), side.Quote, plain})
		}
		return q.Note, q.Text, entries
	case model.KindName:
		n := notes.Names[w.index]
		return n.Note, n.Text, []entry{
			{"type", n.Type.String(), plain}, {"is", n.Is, plain}, {"also", strings.Join(n.Aliases, ", "), plain},
		}
	case model.KindSection, model.KindText:
	}
	return model.Note{}, "", nil
}

// figure is what the text says of a figure besides its line.
func (w *Why) figure(f *model.Figure) []entry {
	entries := []entry{{"about", f.Group, w.theme.Text}, {"period", f.Period, w.theme.Text}}
	if f.Expected {
		entries = append(entries, entry{"expected", "foreseen by the text, not yet so", w.theme.Expected})
	}
	if f.WorkedOut {
		entries = append(entries, entry{"worked out", "follows from other numbers of the text; not written in it", w.theme.Text})
	}
	return entries
}

// standing is a standing in plain words.
func standing(s model.Standing) string {
	return [...]string{
		model.Stated:   "said by the text in its own voice",
		model.Reported: "passed on by the text as news or as a view of others",
		model.Claimed:  "asserted by somebody with a stake in it",
		model.Alleged:  "an accusation or suspicion, not shown to be true",
		model.Denied:   "said to be untrue by the one it concerns",
	}[s]
}
