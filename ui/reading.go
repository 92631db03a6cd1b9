package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
	"gloss/ui/pane"
	"gloss/ui/reader"
)

// reading is one document that is being read: what is known of it, where the
// reader is in it and what was asked of it. The screen shows one reading; those
// that a link led away from wait, with everything as it was, and do no work.
type reading struct {
	opened *Opened
	text   Text

	ctx  context.Context // of its work: ends when the reader turns to another
	stop context.CancelFunc

	shelf *shelf // the list that stands in the place of a text; nil for none

	window   *reader.Window
	contents *pane.Panel
	panels   [len(panelKinds)]*pane.Panel
	openAt   int // the open panel, an index of panelKinds

	card     cards
	find     finder
	look     lookUp
	anchor   string // that was followed last, and is being looked for
	history  model.History
	visit    visit
	mentions int   // the name whose mentions are marked, -1 for none
	named    layer // every mention of every name

	failed    string // why nothing of it could be read
	arriving  bool   // at the anchor, by a link of another document
	begun     bool   // what waited for the first screen was started
	loading   bool   // the rest of the document is not read yet
	indexing  bool
	reloading bool
	known     bool // all of it can be looked up
}

// newReading is a document that nobody has read in yet.
func newReading(opened *Opened) *reading {
	r := &reading{
		opened: opened, text: opened.Head, shelf: newShelf(opened),
		contents: pane.New(model.KindSection),
		mentions: -1, loading: opened.Rest != nil,
	}
	for i, kind := range panelKinds {
		r.panels[i] = pane.New(kind)
	}
	r.look.box = overlay.NewLookup()
	r.openAt = r.firstPanel()
	return r
}

func (r *reading) document() *model.Document { return r.text.Document() }

// firstPanel is the first panel that has something to show.
func (r *reading) firstPanel() int {
	for i, kind := range panelKinds {
		if len(r.document().Notes.Of(kind)) > 0 {
			return i
		}
	}
	return 0
}

// setDocument hands the document to the parts that show it.
func (r *reading) setDocument() {
	doc := r.document()
	r.contents.SetDocument(doc)
	for _, p := range r.panels {
		p.SetDocument(doc)
		p.SetReading(r.loading)
	}
	r.look.box.SetDocument(doc)
	r.named = nameLayer(doc.Notes.Names)
}

// work lets the reading work. All that it was at before has ended by then.
func (r *reading) work(program context.Context) {
	r.ctx, r.stop = context.WithCancel(program)
}

// rest ends all work. What it led to is forgotten where it can be had again.
func (r *reading) rest() {
	r.stop()
	r.find.clear()
	r.window.Forget()
	r.begun, r.indexing, r.reloading, r.arriving, r.anchor = false, false, false, false, ""
}

// resultOf is what came of the work of a reading. It bears the context of that
// work, so that a result which comes after its end changes nothing.
type resultOf struct {
	ctx context.Context
	msg tea.Msg
}

// results marks what comes of a command as the reading's own.
func (r *reading) results(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	ctx := r.ctx
	var mark func(tea.Cmd) tea.Cmd
	mark = func(cmd tea.Cmd) tea.Cmd {
		if cmd == nil {
			return nil
		}
		return func() tea.Msg {
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				for i := range msg {
					msg[i] = mark(msg[i])
				}
				return msg
			case reader.Rendered, firstShown, progressed, readMsg, openedMsg, glancedMsg, changedMsg, reloadedMsg, editMsg, indexedMsg, foundMsg, againMsg, anchorMsg, lookedMsg:
				return resultOf{ctx, msg}
			default:
				return msg
			}
		}
	}
	return mark(cmd)
}

// unfinished is a message that holds what has to be ended, if nobody takes it.
type unfinished interface{ drop() }

// dropped ends what a result that came too late still holds.
func (m resultOf) dropped() tea.Cmd {
	if u, ok := m.msg.(unfinished); ok {
		return func() tea.Msg {
			u.drop()
			return nil
		}
	}
	return nil
}
