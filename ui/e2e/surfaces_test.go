//go:build unix

package e2e

import (
	"strings"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/screentest"
)

// openEverything opens all that stands over the text, resizes in the middle of
// it, and closes it: the screen is as it was.
func openEverything(r *reader) {
	r.t.Helper()
	r.readOn()
	r.press(".", "a fact", func(s screentest.Screen) bool { return r.marked(s, dark.Passage) != "" })
	before := r.Screen()
	for _, surface := range []struct{ keys, title, close string }{
		{"i", "Why this fact", esc}, {"i", "Why this fact", "i"},
		{"?", "Keys", esc}, {f1, "Keys", "q"},
		{"f", "There are no links on this", esc}, {"f", "There are no links on this", "q"},
	} {
		r.press(surface.keys, surface.title, func(s screentest.Screen) bool { return s.Shows(surface.title) })
		if surface.close == esc {
			r.resizes()
		}
		r.press(surface.close, "the text as it was:\n"+before.String()+"\n", r.likeText(before))
	}
	r.press(esc, "the text without a mark", func(s screentest.Screen) bool { return r.marked(s, dark.Passage) == "" })
}

// goByContents goes to a section by the contents, and back.
func goByContents(r *reader) {
	r.t.Helper()
	r.press("g", "the start", r.atStart)
	title := model.ShortTitle(r.doc.Sections[3].Title)
	for _, open := range []string{"t", "o"} {
		if r.geometry().Contents.Empty() {
			r.press(open, "the contents", func(s screentest.Screen) bool { return strings.Contains(s.Rows[0], "Contents") })
		} else {
			r.Type(open) // gives them the keys
		}
		r.press("jjj", title+" chosen", func(s screentest.Screen) bool { return strings.Contains(r.chosen(s), squash(title)) })
		s := r.press(enter, "section 4", func(s screentest.Screen) bool { return r.section(s) == 4 && r.settled(s) })
		r.checkSection(s, 4)
		r.press(ctrl('o'), "the start", r.atStart)
	}
	// The history goes both ways, by all its keys.
	for _, keys := range [][2]string{{altRight, altLeft}, {altRight, "\x7f"}} {
		r.press(keys[0], "section 4", func(s screentest.Screen) bool { return r.section(s) == 4 && r.settled(s) })
		r.press(keys[1], "the start", r.atStart)
	}
}

// goByPanel goes through a panel that has the keys; Enter stays at the passage.
func goByPanel(r *reader) {
	r.t.Helper()
	r.press("g", "the start", r.atStart)
	last := len(r.doc.Notes.Figures) - 1
	if r.geometry().Mode == layout.Narrow {
		r.state.Open = 1
		r.press("2", "the sheet of figures", func(s screentest.Screen) bool { return strings.Contains(s.Rows[0], "Figures") })
		r.press("G", "the last figure", func(s screentest.Screen) bool {
			return strings.Contains(r.chosen(s), squash(firstWords(r.doc.Notes.Figures[last].Measure, 12)))
		})
	} else {
		r.openPanel(1)
		before := r.Screen()
		other := func(s screentest.Screen) bool { return !s.Equal(before) && r.settled(s) }
		r.press(tab, "the panel in focus", other)
		r.press(shiftTab, "the text in focus", before.Equal)
		r.press(tab, "the panel in focus", other)
		r.press("j", "the first figure", r.visits(model.KindFigure, 0))
		r.press(end, "the last figure", r.visits(model.KindFigure, last))
		r.press(up, "the figure before", r.visits(model.KindFigure, last-1))
		r.press(down, "the last figure", r.visits(model.KindFigure, last))
	}
	quote := squash(r.doc.Notes.Figures[last].Quote)
	there := r.press(enter, "the text at the last figure", func(s screentest.Screen) bool {
		return r.settled(s) && strings.HasPrefix(quote, r.marked(s, dark.Passage)) && r.marked(s, dark.Passage) != ""
	})
	// Nothing to see tells that Enter was taken: the next key comes after it.
	r.press(esc, "the text without a mark", func(s screentest.Screen) bool { return r.settled(s) && r.marked(s, dark.Passage) == "" })
	if r.prose(there)[0] != r.prose(r.Screen())[0] {
		r.t.Fatalf("Esc left the place where Enter stayed:\n%s", r.Screen())
	}
	r.press(ctrl('o'), "the start", r.atStart)
	r.openPanel(0)
}

// changeTheScreen changes theme, widths, density, and what stands beside the
// text, and changes it back.
func changeTheScreen(r *reader) {
	r.t.Helper()
	before := r.readOn()
	for _, name := range []string{"light", "plain", "dark"} {
		r.press("T", "the theme "+name, func(s screentest.Screen) bool { return s.Shows("theme: " + name) })
	}
	// A theme is a choice of the reader's, and drawn again; a key takes the word
	// from the footer.
	r.press(esc, "the text as it was:\n"+before.String()+"\n", r.likeText(before))

	r.press("M", "the mouse released", func(s screentest.Screen) bool { return s.Shows("mouse released") })
	r.AwaitOutput("the mouse modes off", func(o screentest.Output) bool { return !o.Mouse() })
	r.press("M", "the mouse taken back", func(s screentest.Screen) bool { return s.Shows("mouse: wheel") })
	r.AwaitOutput("the mouse modes on", func(o screentest.Output) bool { return o.Mouse() })
	r.press(esc, "the text as it was", r.likeText(before))

	if r.geometry().Mode == layout.Narrow {
		return
	}
	other := func(s screentest.Screen) bool { return !s.Equal(before) && r.settled(s) }
	for _, keys := range [][2]string{{">", "<"}, {"<", ">"}, {"+", "-"}, {"-", "+"}} {
		before = r.Screen()
		if keys[0] == ">" {
			r.state.Widen = 1
		} else if keys[0] == "<" {
			r.state.Widen = -1
		}
		r.press(keys[0], "another screen", other)
		r.state.Widen = 0
		r.press(keys[1], "the screen as it was:\n"+before.String()+"\n", r.likeText(before))
	}
	before = r.press("g", "the start", r.atStart)
	r.state.Zen = true
	r.press("z", "the text alone", func(s screentest.Screen) bool { return r.settled(s) && !s.Shows("FACTS") && !s.Shows("Facts") })
	r.press("G", "the end", r.atEnd) // in its new width
	r.press("g", "the start", r.atStart)
	r.resizes()
	r.state.Zen = false
	r.press("z", "the screen as it was:\n"+before.String()+"\n", r.likeText(before))
}

// copyThings copies a note, a section and an answer: onto the terminal's
// clipboard, as a quote with its source. The status line says so.
func copyThings(r *reader) {
	r.t.Helper()
	r.press("g", "the start", r.atStart)
	copied := func(what string, parts ...string) {
		r.t.Helper()
		n := len(r.Output().Copied)
		r.Type(map[bool]string{true: ctrl('y'), false: "y"}[what == "answer"])
		out := r.AwaitOutput("a copy of the "+what, func(o screentest.Output) bool { return len(o.Copied) == n+1 })
		for _, part := range append(parts, "\n— "+r.doc.Title) {
			if !strings.Contains(out.Copied[n], part) {
				r.t.Errorf("the copy of the %s is %q; it lacks %q", what, out.Copied[n], part)
			}
		}
	}
	fact := r.doc.Notes.Facts[0]
	r.press(".", "the first fact", r.visits(model.KindFact, 0))
	copied("fact", fact.Quote)
	r.AwaitText("fact copied")
	r.press(esc, "the text without a mark", func(s screentest.Screen) bool { return r.marked(s, dark.Passage) == "" })

	r.press("]", "section 2", func(s screentest.Screen) bool { return r.section(s) == 2 })
	section := r.doc.Sections[1]
	copied("section", firstWords(r.text.Quote(model.Span{Start: section.Heading.End, End: section.Span.End}), 200), section.Title)
	r.AwaitText("section copied")

	r.press(":", "the look-up", func(s screentest.Screen) bool { return s.Shows("Look up") })
	r.press("net profit", "the answer", func(s screentest.Screen) bool { return strings.HasPrefix(r.chosen(s), "Netprofit") })
	copied("answer", r.doc.Notes.Figures[1].Quote)
	r.press(esc, "the text", func(s screentest.Screen) bool { return r.settled(s) && !s.Shows("Look up") })
}
