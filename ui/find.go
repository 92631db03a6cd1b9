package ui

import (
	"context"
	"fmt"
	"iter"
	"sort"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/overlay"
	"gloss/ui/reader"
)

// finder is the latest find in the text. The search starts at the reader's
// place and wraps.
type finder struct {
	prompt     *overlay.Prompt
	query      string
	latest     string // what was searched for last, for n and N after Esc
	generation int
	ctx        context.Context // of the search and of what is found again
	stop       context.CancelFunc
	origin     reader.Spot // where the search began
	matches    matches
	backward   bool       // the first match is the one before the origin
	stood      model.Span // the match that the reader stands on, empty before the first
	steps      int        // to take from there, by n and N, once the matches in between are found again
	ended      bool       // all that is read so far was searched
	complete   bool       // all of the document was
}

// foundMsg is sent by a running search whenever it has something to say. More
// continues it: a search works in slices, so that it can be stopped.
type foundMsg struct {
	generation int
	spans      []model.Span
	complete   bool
	more       tea.Cmd
	done       func() // ends it instead
}

func (m foundMsg) drop() { m.done() }

// againMsg is sent when matches were found again that had been forgotten.
type againMsg struct {
	generation int
	stretch    *stretch
	spans      []model.Span
}

func (f *finder) active() bool { return f.query != "" }

func (f *finder) count() int { return f.matches.count() }

// at is the number of the match that the reader stands on, from 0.
func (f *finder) at() int { return min(f.matches.number(f.stood.Start), f.count()-1) }

// clear forgets the search.
func (f *finder) clear() {
	if f.stop != nil {
		f.stop()
	}
	latest := f.latest
	if f.query != "" {
		latest = f.query
	}
	*f = finder{generation: f.generation + 1, latest: latest}
}

// result is what the prompt and the footer say: "3 of 11".
func (f *finder) result() string {
	switch {
	case f.query == "":
		return ""
	case f.count() == 0 && f.complete:
		return "no match"
	case f.count() == 0:
		return "searching…"
	case !f.complete:
		return fmt.Sprintf("%d of %d…", f.at()+1, f.count())
	}
	return fmt.Sprintf("%d of %d", f.at()+1, f.count())
}

// search starts a search for what was typed so far, from where the search
// began, so that a longer query never runs ahead of a shorter one.
func (a *App) search(query string) tea.Cmd {
	origin, prompt := a.find.origin, a.find.prompt
	a.find.clear()
	a.find.origin, a.find.prompt, a.find.query = origin, prompt, query
	a.tellPrompt()
	if query == "" {
		a.find.complete = true
		a.mark()
		return a.window.Return(origin)
	}
	a.find.matches.origin = origin.Place
	a.find.ctx, a.find.stop = context.WithCancel(a.ctx)
	next, done := iter.Pull(a.text.Find(a.find.ctx, query, origin.Place))
	return searchOn(a.find.ctx, a.find.generation, 1, next, done)
}

// searchAgain searches a text that was read further. The reader stays where he
// is.
func (a *App) searchAgain() tea.Cmd {
	if !a.find.active() {
		return nil
	}
	stood := a.find.stood
	cmd := a.search(a.find.query)
	a.find.stood = stood
	a.mark()
	return cmd
}

// searchedAll takes notice that a search through what was read has come to its
// end after all: there is no more to read.
func (a *App) searchedAll() tea.Cmd {
	if !a.find.active() || !a.find.ended {
		return nil
	}
	return a.found(foundMsg{generation: a.find.generation, complete: true})
}

// openFind opens the prompt. The search starts at the reader's place, and Esc
// leads back to it.
func (a *App) openFind() tea.Cmd {
	a.find.clear()
	a.find.origin = a.window.Spot()
	a.find.prompt = overlay.NewPrompt()
	a.open(a.find.prompt, a.findEvent)
	a.mark()
	return nil
}

func (a *App) findEvent(e overlay.Event) tea.Cmd {
	switch e {
	case overlay.Changed:
		return a.search(a.find.prompt.Query())
	case overlay.Accepted:
		a.shut()
		a.find.prompt = nil
		if !a.find.stood.Empty() {
			a.stay() // a visit ends where the search led
			a.history.Jump(a.find.origin.Place)
		}
		if a.find.active() {
			a.mentions = -1 // n and N are of the latest search
			a.mark()
		}
	case overlay.Closed:
		origin := a.find.origin
		a.shut()
		a.find.clear()
		a.mark()
		return a.window.Return(origin)
	}
	return nil
}

// tellPrompt shows the count in the prompt while it is open.
func (a *App) tellPrompt() {
	if p := a.find.prompt; p != nil {
		p.SetResult(a.find.result(), a.find.complete && a.find.count() == 0 && a.find.active())
	}
}

// slice is how many matches a search gathers before it reports: enough that a
// common letter in a long document does not flood the update loop.
const slice = 4096

// searchOn runs a search until it has found so many matches: one at first, for
// which the reader waits, and then whole slices.
func searchOn(ctx context.Context, generation, matches int, next func() ([]model.Span, bool), done func()) tea.Cmd {
	return func() tea.Msg {
		msg := foundMsg{generation: generation, done: done}
		for len(msg.spans) < matches {
			batch, ok := next()
			if !ok || ctx.Err() != nil {
				done()
				msg.complete = true
				return msg
			}
			msg.spans = append(msg.spans, batch...)
		}
		msg.more = searchOn(ctx, generation, slice, next, done)
		return msg
	}
}

// found takes matches in. The first of them takes the reader there.
func (a *App) found(msg foundMsg) tea.Cmd {
	f := &a.find
	if msg.generation != f.generation {
		return msg.stale()
	}
	f.matches.add(msg.spans)
	f.ended = msg.complete
	f.complete = f.ended && !a.loading // what is not read yet is searched again
	cmd := msg.more
	if first := a.first(); f.stood.Empty() && !first.Empty() {
		cmd = tea.Batch(cmd, a.stand(first))
	}
	f.matches.forget(f.stood, a.window.Screen())
	a.mark()
	a.tellPrompt()
	return cmd
}

// first is the match that a search leads to, empty before it is known: the
// nearest after where it began, or before. A match before that place is found
// once there is none after it, in a text that has been read to its end.
func (a *App) first() model.Span {
	f := &a.find
	var first model.Span
	switch {
	case f.count() == 0:
	case f.backward && f.complete:
		first, _ = f.matches.previous(f.origin.Place)
	case !f.backward && (f.matches.after.count > 0 || !a.loading):
		first, _ = f.matches.next(f.origin.Place)
	}
	return first
}

// stand goes to a match. The first match of a search that was accepted before
// it came is a jump; of one that is still being typed, accepting it is.
func (a *App) stand(match model.Span) tea.Cmd {
	if a.find.stood.Empty() && a.find.prompt == nil {
		a.history.Jump(a.window.Place())
	}
	a.find.stood = match
	return a.window.Reveal(match)
}

// stale lets a search that nobody waits for come to its end.
func (m foundMsg) stale() tea.Cmd { return m.more }

// nextMatch goes to the next match of the latest search, by -1 to the one
// before; where a name's mentions are marked it walks those.
func (a *App) nextMatch(by int) tea.Cmd {
	if a.mentions >= 0 {
		return a.nextMention(by)
	}
	f := &a.find
	if f.count() > 0 {
		f.steps += by
		return a.step()
	}
	if f.query == "" && f.latest == "" {
		a.status = "nothing to find yet: / finds in the text"
		return nil
	}
	if f.query == "" { // Esc put the search away: it goes on from here
		f.origin = a.window.Spot()
		cmd := a.search(f.latest)
		f.backward = by < 0
		return cmd
	}
	a.status = f.result()
	return nil
}

// step goes on by the steps asked for. Where it meets matches that were
// forgotten it waits for them, and foundAgain has it go on.
func (a *App) step() tea.Cmd {
	f := &a.find
	to := f.stood
	for f.steps != 0 {
		by, after, before := sign(f.steps), to.Start+1, to.Start
		if to.Empty() { // on no match yet
			after, before = f.origin.Place, f.origin.Place
		}
		match, missing := f.matches.next(after)
		if by < 0 {
			match, missing = f.matches.previous(before)
		}
		if missing != nil {
			f.stood = to
			return a.findAgain(missing)
		}
		to = match
		f.steps -= by
	}
	cmd := a.stand(to)
	a.status = f.result()
	a.mark()
	return cmd
}

// nextMention goes to the mention after the screen's current one.
func (a *App) nextMention(by int) tea.Cmd {
	all := a.document().Notes.Names[a.mentions].Mentions
	if len(all) == 0 {
		return nil
	}
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= a.visit.span.Start })
	if i < len(all) && all[i].Overlaps(a.visit.span) || by < 0 {
		i += by
	}
	i = (i%len(all) + len(all)) % len(all)
	if !a.visit.on {
		a.visit.on, a.visit.origin = true, a.window.Spot()
	}
	a.visit.kind, a.visit.index, a.visit.span = model.KindName, a.mentions, all[i]
	a.status = fmt.Sprintf("%s: mention %d of %d", a.document().Notes.Names[a.mentions].Text, i+1, len(all))
	a.mark()
	return a.window.Reveal(all[i])
}

// findNear finds the matches on the screen again that were forgotten. It is
// asked after every message, as anything may move the screen.
func (a *App) findNear() tea.Cmd {
	m := &a.find.matches
	if m.kept == m.count() || !a.window.Settled() {
		return nil
	}
	return a.findAgain(m.near(a.window.Screen())...)
}

// findAgain finds matches again that were forgotten, those of each stretch once.
func (a *App) findAgain(stretches ...*stretch) tea.Cmd {
	var cmds []tea.Cmd
	ctx, text, query, generation := a.find.ctx, a.text, a.find.query, a.find.generation
	for _, s := range stretches {
		if s.spans != nil || s.asked {
			continue
		}
		s.asked = true
		start, count := s.start, s.count
		cmds = append(cmds, func() tea.Msg {
			spans := make([]model.Span, 0, count)
			for batch := range text.Find(ctx, query, start) {
				spans = append(spans, batch[:min(len(batch), count-len(spans))]...)
				if len(spans) == count {
					return againMsg{generation, s, spans}
				}
			}
			return nil // nobody waits for it any more
		})
	}
	return tea.Batch(cmds...)
}

// foundAgain takes in matches that had been forgotten, and goes on where n or N
// waits for them.
func (a *App) foundAgain(msg againMsg) tea.Cmd {
	f := &a.find
	if msg.generation != f.generation {
		return nil
	}
	f.matches.found(msg.stretch, msg.spans)
	var cmd tea.Cmd
	if f.steps != 0 {
		cmd = a.step()
	}
	f.matches.forget(f.stood, a.window.Screen(), msg.spans[0])
	a.mark()
	return cmd
}
