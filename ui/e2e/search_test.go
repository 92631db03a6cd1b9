//go:build unix

package e2e

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"gloss/model"
	"gloss/ui/screentest"
)

// readOn reads on to a screen that begins in the middle of a section.
func (r *reader) readOn() screentest.Screen {
	r.t.Helper()
	r.press("g", "the start", r.atStart)
	s := r.press(" ", "the next page", func(s screentest.Screen) bool { return r.settled(s) && !r.atStart(s) })
	for len(r.prose(s)[0]) < 20 { // empty but for a quotation's bar
		before := r.prose(s)
		s = r.press("j", "the next line", func(s screentest.Screen) bool {
			return r.settled(s) && !slices.Equal(r.prose(s), before)
		})
	}
	return s
}

// goBack undoes a jump; one to what was on the screen already moved nothing, and
// there is nothing to undo.
func (r *reader) goBack(before screentest.Screen) {
	r.t.Helper()
	if !r.likeText(before)(r.Screen()) {
		r.press(ctrl('o'), "the text as it was:\n"+before.String()+"\n", r.likeText(before))
	}
}

// lookUps are quick questions, in a reader's words.
var lookUps = []string{"net profit", "who is david sacks", "zukerberg", "registration"}

// lookThingsUp looks things up. The best answer stands first; Esc leaves the
// text as it was, Enter goes to the passage, Ctrl-o comes back.
func lookThingsUp(r *reader) {
	r.t.Helper()
	if err := r.text.Index(context.Background()); err != nil {
		r.t.Fatal(err)
	}
	before := r.readOn()
	for i, query := range lookUps {
		hits, _ := r.text.Look(context.Background(), query, 50)
		if len(hits) == 0 {
			r.t.Fatalf("nothing is found for %q", query)
		}
		answered := func(s screentest.Screen) bool {
			return s.Shows(query) && s.Shows(fmt.Sprintf("1 of %d ", len(hits))) &&
				strings.HasPrefix(r.chosen(s), squash(firstWords(hits[0].Text, 12)))
		}
		box := func(s screentest.Screen) bool { return s.Shows("Look up") && s.Shows("›") }

		r.press([]string{":", ctrl('k')}[i%2], "the look-up", box)
		r.press(query, "the answer "+hits[0].Text, answered)
		if i == 0 {
			r.resizes()
		}
		r.press(esc, "the text as it was:\n"+before.String()+"\n", r.likeText(before))

		r.press(":", "the look-up", box)
		r.press(query, "the answer "+hits[0].Text, answered)
		r.press(enter, "the passage "+hits[0].Quote, func(s screentest.Screen) bool {
			marked := r.marked(s, dark.Passage, dark.Mention)
			return r.settled(s) && strings.Contains(marked, squash(hits[0].Quote))
		})
		r.press(esc, "the text without a mark", func(s screentest.Screen) bool {
			return r.settled(s) && r.marked(s, dark.Passage, dark.Mention) == ""
		})
		r.goBack(before)
	}
	r.press(":", "the look-up", func(s screentest.Screen) bool { return s.Shows("Look up") })
	r.press("qzx", "no answer", func(s screentest.Screen) bool {
		return s.Shows("Nothing") || s.Shows("nothing") || s.Shows("No answer")
	})
	r.press(esc, "the text as it was", r.likeText(before))
}

// chosen is the text of the selected rows of whatever lists something.
func (r *reader) chosen(s screentest.Screen) string {
	var b strings.Builder
	for y := range r.rows {
		for x := range r.cols {
			if c := s.Cell(x, y); sameBackground(c, dark.Selected) {
				b.WriteString(c.Text)
			}
		}
	}
	return strings.ReplaceAll(squash(b.String()), "▌", "")
}

// findWords finds words in the text: counted while one types, walked by n and
// N, marked wherever they stand, also across the end of a row.
func findWords(r *reader) {
	r.t.Helper()
	before := r.readOn()
	const word = "deepseek"
	total := r.count(word)
	at := func(i int) func(screentest.Screen) bool {
		return func(s screentest.Screen) bool {
			return strings.Contains(s.Rows[r.rows-1], fmt.Sprintf("%d of %d", i, total)) && r.foundAll(s, word)
		}
	}
	prompt := func(s screentest.Screen) bool { return strings.HasPrefix(s.Rows[r.rows-1], " /") }

	// The first match is the next one from where the reader is.
	first := total - r.countFrom(word, r.offset(before)) + 1
	r.press("/", "the prompt", prompt)
	r.press(word, fmt.Sprintf("match %d of %d", first, total), at(first))
	r.resizes()
	r.press(esc, "the text as it was:\n"+before.String()+"\n", r.likeText(before))

	r.press("/", "the prompt", prompt)
	r.press(word, fmt.Sprintf("match %d of %d", first, total), at(first))
	r.press(enter, "the prompt closed", func(s screentest.Screen) bool { return !prompt(s) && at(first)(s) })
	i := first
	for range total {
		i = i%total + 1
		r.press("n", fmt.Sprintf("match %d of %d", i, total), at(i))
	}
	r.resizes()
	for range 3 {
		i = (i+total-2)%total + 1
		r.press("N", fmt.Sprintf("match %d of %d", i, total), at(i))
	}
	r.press(esc, "the text without marks", func(s screentest.Screen) bool {
		return r.settled(s) && r.marked(s, dark.Match, dark.MatchCurrent) == ""
	})
	r.goBack(before)

	phrase := wrapped(r.prose(before))
	if phrase == "" {
		r.t.Fatalf("no row ends within a sentence:\n%s", before)
	}
	r.press("/", "the prompt", prompt)
	r.press(phrase, phrase+" marked across two rows", func(s screentest.Screen) bool {
		return r.marked(s, dark.MatchCurrent) == squash(phrase) && !strings.Contains(strings.Join(r.prose(s), "\n"), phrase)
	})
	r.press(esc, "the text as it was", r.likeText(before))
}

// foundAll reports whether all that is marked is the word, wherever it stands
// on the screen, one of them as the match that the reader is at.
func (r *reader) foundAll(s screentest.Screen, word string) bool {
	shown := strings.ToLower(squash(strings.NewReplacer("│", "").Replace(strings.Join(r.prose(s), "\n"))))
	return strings.ToLower(r.marked(s, dark.MatchCurrent)) == word &&
		strings.ToLower(r.marked(s, dark.Match, dark.MatchCurrent)) == strings.Repeat(word, strings.Count(shown, word))
}

// count and countFrom count the places of the text that show the words.
func (r *reader) count(words string) int { return r.countFrom(words, 0) }

func (r *reader) countFrom(words string, from int) int {
	n := 0
	for spans := range r.text.Find(context.Background(), words, 0) {
		for _, s := range spans {
			if s.Start >= from {
				n++
			}
		}
	}
	return n
}

// offset is where the first row on the screen stands in the text.
func (r *reader) offset(s screentest.Screen) int {
	r.t.Helper()
	row := strings.TrimLeft(r.prose(s)[0], "│ ")
	for spans := range r.text.Find(context.Background(), row, 0) {
		for _, at := range spans {
			return at.Start
		}
	}
	r.t.Fatalf("%q is not in the text", row)
	return 0
}

// wrapped is the last word of a row and the first of the next, in the middle
// of a sentence; "" where there is no such row.
func wrapped(rows []string) string {
	for i := range rows[:len(rows)-1] {
		a, b := strings.Fields(rows[i]), strings.Fields(rows[i+1])
		if len(a) > 2 && len(b) > 2 && isWord(a[len(a)-1]) && isWord(b[0]) {
			return a[len(a)-1] + " " + b[0]
		}
	}
	return ""
}

func isWord(s string) bool {
	return len(s) > 2 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// askForNames opens the card of a name where it stands and walks its mentions.
func askForNames(r *reader) {
	r.t.Helper()
	r.press("g", "the start", r.atStart)
	before := r.Screen()
	name := r.firstName()
	card := func(s screentest.Screen) bool {
		return s.Shows("╭─ "+name.Text) && s.Shows(firstWords(name.Is, 20)) && strings.Contains(r.marked(s, dark.Mention), squash(name.Text))
	}
	for _, key := range []string{"K", enter} {
		r.press(key, "the card of "+name.Text, card)
		r.press(esc, "the text as it was after "+key, before.Equal)
	}
	r.press("K", "the card of "+name.Text, card)
	r.resizes()
	for i := range name.Mentions[1:] {
		r.press("n", fmt.Sprintf("mention %d of %s", i+2, name.Text), func(s screentest.Screen) bool {
			return s.Shows(fmt.Sprintf("mention %d of %d", i+2, len(name.Mentions))) &&
				strings.Contains(r.marked(s, dark.Mention, dark.Passage), squash(name.Text))
		})
	}
	r.press("N", "the mention before", func(s screentest.Screen) bool {
		return s.Shows(fmt.Sprintf("mention %d of %d", len(name.Mentions)-1, len(name.Mentions)))
	})
	r.press(esc, "the text as it was before the card:\n"+before.String()+"\n", r.likeText(before))
}

// firstName is the name that the text mentions first.
func (r *reader) firstName() model.Name {
	names := append([]model.Name(nil), r.doc.Notes.Names...)
	sort.Slice(names, func(i, j int) bool { return names[i].Mentions[0].Start < names[j].Mentions[0].Start })
	return names[0]
}
