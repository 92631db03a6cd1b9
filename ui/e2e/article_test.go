//go:build unix

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/screentest"
)

// One sitting with the article, at the sizes that people have.
func TestReadTheArticle(t *testing.T) {
	for _, size := range [][2]int{{160, 50}, {120, 40}, {80, 24}, {40, 15}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			r := openArticle(t, size[0], size[1])
			for _, step := range []struct {
				name string
				do   func(*reader)
			}{
				{"read it through", readThrough},
				{"visit the sections", visitSections},
				{"walk the notes", walkNotes},
				{"look things up", lookThingsUp},
				{"find words", findWords},
				{"ask for names", askForNames},
				{"open everything", openEverything},
				{"go by the contents", goByContents},
				{"go by a panel", goByPanel},
				{"change the screen", changeTheScreen},
				{"copy things", copyThings},
			} {
				step.do(r)
			}
			r.quit()
		})
	}
}

// readThrough reads to the end and back. However one moves, the rows join to
// the same text, without a gap, and it is the article.
func readThrough(r *reader) {
	r.t.Helper()
	ways := [][2]string{{" ", "b"}}
	if r.cols == 120 { // a line at a time takes its time
		ways = [][2]string{{"j", "k"}, {"d", "u"}, {" ", "b"}, {ctrl('d'), ctrl('u')}, {ctrl('f'), ctrl('b')}, {pageDown, pageUp}}
	}
	var text []string
	for _, way := range ways {
		forth := readTo(r, way[0], "end")
		if text == nil {
			text = forth
			checkText(r, text)
		}
		if !slices.Equal(forth, text) {
			r.t.Fatalf("read by %q the text is\n%s", way[0], strings.Join(forth, "\n"))
		}
		if back := readTo(r, way[1], "start"); !slices.Equal(back, text) {
			r.t.Fatalf("read back by %q the text is\n%s", way[1], strings.Join(back, "\n"))
		}
	}
	for _, way := range [][2]string{{"G", "g"}, {end, home}} {
		r.press(way[0], "the end", r.atEnd)
		r.press(way[1], "the start", r.atStart)
	}
}

// readTo presses a key until the start or the end of the text is on the screen
// and joins what it saw.
func readTo(r *reader, key, goal string) []string {
	r.t.Helper()
	s := r.Screen()
	rows, resized := r.prose(s), false
	for range 10_000 {
		r.checkPlace(s)
		percent := r.percent(s)
		if (percent == 100) != r.atEnd(s) {
			r.t.Fatalf("%d%% have been read:\n%s", percent, s)
		}
		if goal == "end" && r.atEnd(s) || goal == "start" && r.atStart(s) {
			return rows
		}
		if key == " " && !resized && percent > 40 {
			r.resizes()
			resized = true
		}
		before := r.prose(s)
		s = r.press(key, "other rows", func(s screentest.Screen) bool {
			return r.settled(s) && !slices.Equal(r.prose(s), before)
		})
		now := r.prose(s)
		if goal == "end" {
			rows = append(rows, now[len(now)-shift(r, before, now):]...)
		} else {
			rows = append(slices.Clone(now[:shift(r, now, before)]), rows...)
		}
		if p := r.percent(s); goal == "end" && p < percent || goal == "start" && p > percent {
			r.t.Fatalf("after %q progress went from %d%% to %d%%", key, percent, p)
		}
	}
	r.t.Fatalf("%q does not lead to the %s", key, goal)
	return nil
}

// shift is by how many rows upper moved to become lower.
func shift(r *reader, upper, lower []string) int {
	r.t.Helper()
	for n := 1; n < len(upper); n++ {
		if slices.Equal(upper[n:], lower[:len(lower)-n]) {
			return n
		}
	}
	r.t.Fatalf("two screens have no row in common:\n%s\n\n%s", strings.Join(upper, "\n"), strings.Join(lower, "\n"))
	return 0
}

// atStart and atEnd report whether the first words of the text, or the last,
// are on the screen.
func (r *reader) atStart(s screentest.Screen) bool {
	return strings.HasPrefix(squash(strings.Join(r.prose(s), " ")), squash(r.doc.Sections[0].Title))
}

func (r *reader) atEnd(s screentest.Screen) bool {
	all := squash(r.text.Quote(r.doc.Sections[len(r.doc.Sections)-1].Span))
	return strings.HasSuffix(squash(strings.Join(r.prose(s), " ")), all[len(all)-60:])
}

// checkText holds the rows against the article: every paragraph, every heading,
// every item of a list is there, in order.
func checkText(r *reader, rows []string) {
	r.t.Helper()
	shown := squash(strings.NewReplacer("│", "", "─", "", "•", "").Replace(strings.Join(rows, "\n")))
	for _, block := range r.doc.Blocks {
		for _, leaf := range r.text.Leaves(block) {
			want := squash(leaf.Shown().Text)
			at := strings.Index(shown, want)
			if at < 0 {
				r.t.Fatalf("not on the screen, or not in its place: %q\nleft is %.300q", leaf.Shown().Text, shown)
			}
			shown = shown[at+len(want):]
		}
	}
}

// checkPlace checks that header and contents say the same of where we are.
func (r *reader) checkPlace(s screentest.Screen) {
	r.t.Helper()
	n := r.section(s)
	if n == 0 {
		r.t.Fatalf("the header names no section:\n%s", s)
	}
	title := model.ShortTitle(r.doc.Sections[n-1].Title)
	if mark := strings.TrimSuffix(r.contentsMark(s), "…"); !r.geometry().Contents.Empty() && (mark == "" || !strings.HasPrefix(title, mark)) {
		r.t.Fatalf("the header is at %q, the contents at %q:\n%s", title, mark, s)
	}
	if r.geometry().Mode != layout.Narrow && n > 1 && !strings.Contains(s.Rows[0], title) {
		r.t.Fatalf("the header does not name %q:\n%s", title, s)
	}
}

// visitSections goes through all sections and back.
func visitSections(r *reader) {
	r.t.Helper()
	last := len(r.doc.Sections)
	ways := [][2]string{{"]", "["}}
	if r.cols == 120 {
		ways = [][2]string{{"]", "["}, {right, left}, {"l", "h"}}
	}
	for _, keys := range ways {
		for n := 2; n <= last; n++ {
			r.checkSection(r.press(keys[0], fmt.Sprintf("section %d", n), func(s screentest.Screen) bool { return r.section(s) == n }), n)
			if n == last/2 {
				r.resizes()
			}
		}
		for n := last - 1; n >= 1; n-- {
			r.checkSection(r.press(keys[1], fmt.Sprintf("section %d", n), func(s screentest.Screen) bool { return r.section(s) == n }), n)
		}
	}
}

// checkSection checks that section n is current and its heading on the screen:
// on the first row, but near the end of the text.
func (r *reader) checkSection(s screentest.Screen, n int) {
	r.t.Helper()
	r.checkPlace(s)
	title := squash(r.doc.Sections[n-1].Title)
	shown := squash(strings.Join(r.prose(s), " "))
	if strings.HasPrefix(shown, title) || r.percent(s) == 100 && strings.Contains(shown, title) {
		return
	}
	r.t.Fatalf("section %d, %q, is current but its heading is not on the first row:\n%s", n, r.doc.Sections[n-1].Title, s)
}
