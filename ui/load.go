package ui

import (
	"fmt"
	"iter"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
)

// readMsg is sent when more of the document has been read: longer readings of
// it one after the other, and at last that this was all.
type readMsg struct {
	text Text // nil at the end
	err  error
	more tea.Cmd // goes on
	stop func()  // ends it instead
}

func (m readMsg) drop() { m.stop() }

// indexedMsg is sent when all of the text can be looked up.
type indexedMsg struct{}

// readOn reads the rest of the document.
func (a *App) readOn() tea.Cmd {
	next, stop := iter.Pull2(a.opened.Rest(a.ctx))
	return readMore(next, stop)
}

func readMore(next func() (Text, error, bool), stop func()) tea.Cmd {
	return func() tea.Msg {
		text, err, ok := next()
		if !ok || err != nil {
			stop()
			return readMsg{err: err, stop: stop}
		}
		return readMsg{text: text, more: readMore(next, stop), stop: stop}
	}
}

// read takes more of the document in. Every place and span stays what it was.
func (a *App) read(msg readMsg) tea.Cmd {
	if msg.text == nil {
		return a.readAll(msg.err)
	}
	if len(msg.text.Document().Text) < len(a.document().Text) {
		return msg.more // read before, by a work that was ended
	}
	title := a.document().Title
	a.text = msg.text
	if len(a.notes(a.openAt)) == 0 {
		a.openAt = a.firstPanel()
	}
	a.showDocument()
	return tea.Batch(a.retitle(title), a.window.SetText(a.text), a.relayout(), a.searchAgain(), a.arrive(), msg.more)
}

// readAll takes notice that there is no more to come, be it for a reason.
func (a *App) readAll(err error) tea.Cmd {
	a.loading = false
	limitMemory(a.document())
	a.showDocument()
	switch {
	case err == nil:
		a.warn()
	case a.document().Text == "":
		return a.nothingCame(err)
	default:
		a.status = "only the beginning could be read: " + err.Error()
	}
	return tea.Batch(a.searchedAll(), a.arrive(), a.index(), a.watch())
}

// limitMemory has the collector keep the program within its budget of 40 MB and
// two and a half times the document: left alone it lets the heap double, which
// indexing a long document does at once (50 MB of Markdown: 234 MB at the most
// instead of 158). What the limit leaves of it are the program's own pages and
// what the collector lags behind, which the limit does not count.
//
// A limit that leaves no room beside what is kept would have the collector run
// without end: then the little that an idle program allocates starts it anew a
// hundred times a second. So there is always a quarter as much again as is live,
// and some: a text of nothing but headings keeps many times its size. Run lifts
// the limit.
func limitMemory(doc *model.Document) { limitMemoryTo(len(doc.Text), roomFor) }

// limitMemoryTo limits the memory by the size of a text, in bytes, but leaves
// room beside what is live.
func limitMemoryTo(size int, room func(live int) int) {
	budget := 12<<20 + size*9/4
	debug.SetMemoryLimit(int64(max(budget, room(heap("/gc/heap/live:bytes")))))
}

// limitReading is the limit while a text is read, by how much of it there is to
// read. It may come to more, where it is packed, and so it is looked at again
// and again. Little room is enough: there are few pointers to follow in a file
// and its text.
func (a *App) limitReading() {
	if _, total := a.opened.Progress(); total > 0 {
		limitMemoryTo(int(total), tooLittleFor)
	}
}

// liftMemory lifts the limit.
func liftMemory() { debug.SetMemoryLimit(math.MaxInt64) }

// roomFor is the least limit for so many bytes on the heap. The runtime takes
// some ten megabytes for itself, and the rendered blocks and the matches that
// are kept may be yet to come.
func roomFor(bytes int) int { return bytes*5/4 + 16<<20 }

// tooLittleFor is a limit that leaves too little room for so many bytes on the
// heap. It is so far below roomFor that what an idle program throws away does
// not come near it again, or it would collect each time it rests.
func tooLittleFor(bytes int) int { return bytes*9/8 + 8<<20 }

// heap is a size of the heap, in bytes.
func heap(name string) int {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64())
}

// leaveRoom sees to it that an idle program leaves the collector nothing to do: what
// it has come to keep may be near the limit that was set before.
func (a *App) leaveRoom() tea.Cmd {
	if int64(tooLittleFor(heap("/memory/classes/heap/objects:bytes"))) <= debug.SetMemoryLimit(-1) {
		return nil
	}
	doc := a.document()
	if a.busy() {
		return nil
	}
	return func() tea.Msg {
		runtime.GC() // what is live is known after it
		limitMemory(doc)
		return nil
	}
}

// index prepares the look-up behind the reader's back.
func (a *App) index() tea.Cmd {
	ctx, text := a.ctx, a.text
	a.indexing = true
	return func() tea.Msg {
		if text.Index(ctx) != nil {
			return nil // the program is ending
		}
		return indexedMsg{}
	}
}

func (a *App) indexed() tea.Cmd {
	a.indexing, a.known = false, true
	limitMemory(a.document()) // the index is among what is kept
	return a.look.again(a)
}

// warn says what is wrong with the file or its notes.
func (a *App) warn() {
	switch problems := a.text.Problems(); len(problems) {
	case 0:
	case 1:
		a.status = problems[0].Error()
	default:
		a.status = fmt.Sprintf("%d mistakes, which gloss facts %s shows: %v", len(problems), a.document().Source, problems[0])
	}
}
