package overlay

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// cleaned is text as content/clean lets it through: no control but newline.
func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// counted does something for each way in which a terminal may count cells, the
// usual one last.
func counted(do func()) {
	for _, method := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		measure.Use(method)
		do()
	}
}

// FuzzSurfaces: whatever a document says, every surface keeps its width.
func FuzzSurfaces(f *testing.F) {
	f.Add("Net profit  $20.8 B  ▲ +43%", "a quote", "net profit", uint8(80), uint8(24))
	f.Add("港の将来 — 港", "👩‍👩‍👧 family", "e\u0301\u0301", uint8(20), uint8(6))
	f.Add(strings.Repeat("x", 500), "\u0301\u0301", "\u202e", uint8(33), uint8(11))
	f.Add("🇩🇪🇫🇷", "a\nb\nc", "\u200d", uint8(76), uint8(10))
	f.Fuzz(func(t *testing.T, text, quote, query string, w, h uint8) {
		text, quote = cleaned(text), cleaned(quote)
		width, height := int(w), int(h)%61
		counted(func() { surfacesFit(t, text, quote, query, width, height) })
	})
}

func surfacesFit(t *testing.T, text, quote, query string, width, height int) {
	t.Helper()
	for kind := model.KindFact; kind <= model.KindText; kind++ {
		l := NewLookup()
		l.Paste(query)
		l.SetTheme(theme.Dark())
		hit := model.Hit{Kind: kind, Text: text, Quote: quote}
		a := Answer{Hit: hit, Section: quote, Bold: []Range{{0, len(measure.Head(quote, 0))}}}
		l.SetAnswers(l.Generation(), []Answer{a, a}, false)
		contract(t, l, width, height)
	}
	p := NewPrompt()
	p.Paste(query)
	p.SetResult("3 of 11", false)
	contract(t, p, width, height)
	s := NewShelf(text, []ShelfItem{{quote, text, quote, false}, {text, "", quote, false}, {text, "", text, true}})
	s.SetTheme(theme.Dark())
	contract(t, s, width, height)
	s.Update(press("/"))
	s.Paste(query)
	contract(t, s, width, height)
	contract(t, NewLinks([]Link{{text, quote, Web}, {quote, text, Anchor}}), width, height)

	doc := &model.Document{Title: text, Text: quote, Sections: []model.Section{{Title: text, Span: model.Span{End: len(quote)}}}}
	n := model.Note{Text: text, Quote: quote, Derived: true, Reason: text}
	doc.Notes.Names = []model.Name{{Note: n, Is: quote, Aliases: []string{text, quote}, Mentions: []model.Span{{Start: 0, End: 1}}}, {Note: n}}
	doc.Notes.Facts = []model.Fact{{Note: n, Source: quote}}
	c := NewCard(doc, 0, 1)
	c.SetTheme(theme.Dark())
	contract(t, c, width, height)
	contract(t, NewWhy(doc, model.KindFact, 0), width, height)
}

// FuzzTyping: no key and no paste breaks the line that one types in.
func FuzzTyping(f *testing.F) {
	f.Add("net profit", "\x1b[31mred", uint8(12), uint8(3))
	f.Add("港港港港港港港港", "👩‍👩‍👧", uint8(9), uint8(1))
	f.Fuzz(func(t *testing.T, typed, pasted string, width, back uint8) {
		counted(func() {
			in := newInput()
			for _, r := range typed {
				in.key(press(string(r)))
			}
			for range back {
				in.key(press("left"))
			}
			in.paste(pasted)
			if got := in.value(); strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) || r == '\u202e' }) {
				t.Fatalf("%q holds a control", got)
			}
			line, cursor := in.view(theme.Style{}, int(width))
			if w := measure.Width(line); w > int(width) {
				t.Fatalf("%d cells in %d: %q", w, width, line)
			}
			if width > 0 && (cursor < 0 || cursor >= int(width)) {
				t.Fatalf("the cursor is at %d of %d", cursor, width)
			}
		})
	})
}

// FuzzPlace: a line with a box on it is as wide as it was, or as the box needs.
func FuzzPlace(f *testing.F) {
	f.Add("abcdefgh", uint8(3), uint8(2))
	f.Add("a港b\x1b[31m港\x1b[mc", uint8(2), uint8(3))
	f.Fuzz(func(t *testing.T, base string, x, width uint8) {
		counted(func() {
			base = row(strings.NewReplacer("\n", "", "█", "").Replace(cleaned(base)), 60)
			at := int(x) % 60
			cells := int(width)%(60-at) + 1
			box := strings.Repeat("█", cells)
			got := Place([]string{base}, []string{box}, at, 0)[0]
			if w := measure.Width(got); w != 60 {
				t.Fatalf("%d cells: %q", w, got)
			}
			before, _, found := strings.Cut(got, box)
			if !found || measure.Width(before) != at {
				t.Fatalf("the box does not stand at %d in %q", at, got)
			}
		})
	})
}

// FuzzWrap: rows fit, they are the words in order, and none is lost.
func FuzzWrap(f *testing.F) {
	f.Add("one two three", uint8(7))
	f.Add("港の将来 e\u0301e\u0301", uint8(3))
	f.Add("将氆\u06dd�", uint8(4))
	f.Fuzz(func(t *testing.T, text string, width uint8) {
		counted(func() {
			text = flat(cleaned(text))
			rows, _ := wrap(text, int(width), 50)
			at := 0
			for _, r := range rows {
				if strings.Trim(text[at:r.Start], " ") != "" || r.Start >= r.End {
					t.Fatalf("row %v after %d loses text of %q", r, at, text)
				}
				at = r.End
				if part := text[r.Start:r.End]; measure.Width(part) > max(2, int(width)) {
					t.Fatalf("row %q in %d cells", part, width)
				}
			}
		})
	})
}
