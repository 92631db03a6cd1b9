package overlay

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
)

// surfaceOf is what every surface can do.
type surfaceOf interface {
	SetTheme(*theme.Theme)
	SetSize(width, height int)
	Lines() []string
	Rect() (x, y, width, height int)
}

// harbour is a small document in which ** marks bold and every line is a block.
const harbour = `# The Harbour Race: Who Builds the Next Port?
Northport claims that its drawings were used without leave. Southport denies it.
## Southport’s Strength: A Quarter to Remember
Southport’s **net profit** was £20.8 billion, up 43 % from the year before.
Dredging is the removal of mud from the bottom of a harbour. Dredging costs more every year.
Is copying unfair, or how harbours have always been built?
## Ausblick: 港の将来
Some argue that stricter rules are needed. Others fear that rules slow the work.
`

// book is harbour as an open document.
type book struct{ doc model.Document }

func (b *book) Document() *model.Document { return &b.doc }

func (b *book) Leaves(block model.Block) []model.Leaf {
	leaf := model.Leaf{Kind: model.Paragraph}
	at, style := block.Start, model.Style(0)
	for i, part := range strings.Split(strings.TrimSuffix(b.doc.Text[block.Start:block.End], "\n"), "**") {
		if i > 0 {
			at += len("**")
			style ^= model.Strong
		}
		if strings.HasPrefix(part, "#") && i == 0 {
			mark := strings.IndexByte(part, ' ') + 1
			at, part, leaf.Kind = at+mark, part[mark:], model.Heading
		}
		leaf.Inlines = append(leaf.Inlines, model.Inline{Text: part, Span: model.Span{Start: at, End: at + len(part)}, Style: style})
		at += len(part)
	}
	return []model.Leaf{leaf}
}

// open is the document with notes of every kind.
func open() *book {
	b := &book{model.Document{Title: "The Harbour Race", Text: harbour}}
	d := &b.doc
	at := 0
	for line := range strings.SplitAfterSeq(harbour, "\n") {
		if line == "" {
			continue
		}
		span := model.Span{Start: at, End: at + len(line)}
		d.Blocks = append(d.Blocks, model.Block{Span: span})
		if title := strings.TrimLeft(line, "#"); title != line {
			if n := len(d.Sections); n > 0 {
				d.Sections[n-1].Span.End = at
			}
			d.Sections = append(d.Sections, model.Section{
				Title: strings.TrimSpace(title), Level: len(line) - len(title),
				Span: model.Span{Start: at, End: len(harbour)}, Heading: span,
			})
		}
		at = span.End
	}
	value := 20.8e9
	d.Notes.Facts = []model.Fact{
		{Note: note("The drawings were used without leave", "Northport claims that its drawings were used without leave."), Source: "Northport", Standing: model.Alleged, Rank: 1},
		{Note: note("Dredging grows dearer year by year", "Dredging costs more every year."), Standing: model.Stated},
	}
	d.Notes.Facts[1].Derived, d.Notes.Facts[1].Reason = true, "a statement about cost"
	d.Notes.Figures = []model.Figure{{
		Note: note("", "Southport’s net profit was £20.8 billion, up 43 % from the year before."), Group: "Southport", Measure: "Net profit",
		Value: &value, Unit: "GBP", Change: &model.Change{Value: 43, Unit: "%", Basis: "from the year before"}, Period: "last quarter",
		Check: &model.Check{Source: "Southport’s own report", Text: "+49 %; the 43 % is the growth of another figure"},
	}}
	d.Notes.Questions = []model.Question{{
		Note: note("Is copying unfair?", "Is copying unfair, or how harbours have always been built?"), Theme: "Copying", By: "Northport",
		Sides: []model.Passage{{Quote: "Some argue that stricter rules are needed."}, {Quote: "Others fear that rules slow the work."}},
	}}
	d.Notes.Names = []model.Name{
		{Note: note("Southport", "Southport denies it."), Type: model.Organisation, Is: "one of the two towns in the race", Aliases: []string{"the southern town"}, Mentions: mentions("Southport")},
		{Note: note("dredging", "Dredging is the removal of mud from the bottom of a harbour."), Type: model.Term, Is: "the removal of mud from the bottom of a harbour", Aliases: []string{"Dredging"}, Mentions: mentions("Dredging")},
		{Note: model.Note{Text: "Ausblick"}, Mentions: mentions("Ausblick")},
	}
	return b
}

// note quotes harbour as shown.
func note(text, quote string) model.Note {
	marked := strings.Replace(quote, "net profit", "**net profit**", 1)
	at := strings.Index(harbour, marked)
	if at < 0 {
		panic("the fixture quotes what its text has not: " + quote)
	}
	return model.Note{Text: text, Quote: quote, Span: model.Span{Start: at, End: at + len(marked)}}
}

// mentions is every place of a word.
func mentions(word string) (all []model.Span) {
	for at := 0; ; at += len(word) {
		i := strings.Index(harbour[at:], word)
		if i < 0 {
			return all
		}
		at += i
		all = append(all, model.Span{Start: at, End: at + len(word)})
	}
}

// word is the n-th place of a word, counted from 0.
func word(w string, n int) model.Span { return mentions(w)[n] }

// hits is an answer of each kind.
func hits(b *book) []model.Hit {
	n := &b.doc.Notes
	hit := func(kind model.Kind, i int, text string, note model.Note, match ...model.Span) model.Hit {
		return model.Hit{Kind: kind, Index: i, Text: text, Quote: note.Quote, Span: note.Span, Match: match}
	}
	heading := b.doc.Sections[1]
	sentence := note("", "Dredging costs more every year.")
	return []model.Hit{
		hit(model.KindFigure, 0, "Net profit  £20.8 B  ▲ +43% from the year before", n.Figures[0].Note, word("net profit", 0), word("year", 0)),
		hit(model.KindFact, 0, "The drawings were used without leave — Northport, alleged", n.Facts[0].Note, word("drawings", 0)),
		hit(model.KindName, 1, "dredging — the removal of mud from the bottom of a harbour", n.Names[1].Note, word("Dredging", 0), word("harbour", 0)),
		hit(model.KindQuestion, 0, "Is copying unfair?", n.Questions[0].Note),
		hit(model.KindSection, 1, heading.Title, model.Note{Quote: heading.Title, Span: heading.Heading}),
		hit(model.KindText, -1, sentence.Quote, sentence, word("Dredging", 1)),
	}
}

// typed is a look-up into which a query was typed.
func typed(query string) *Lookup {
	l := NewLookup()
	l.SetDocument(open().Document())
	for _, r := range query {
		l.Update(press(string(r)))
	}
	return l
}

// answered is a look-up with its answers.
func answered(hits []model.Hit, complete bool) *Lookup {
	l := typed("net profit")
	l.SetAnswers(l.Generation(), Answers(open(), hits), complete)
	return l
}

// links is links of every kind, some of them unpleasant.
func links() []Link {
	return []Link{
		{"the other harbour", "#ausblick-港の将来", Anchor},
		{"its own report", "https://southport.example/reports/2024/" + strings.Repeat("quarterly-", 20) + "report.html?page=1#top", Web},
		{"", "https://example.org/", Web},
		{"the next chapter, which has a long name that goes on for quite a while and then some", "chapter-2.md", File},
	}
}

// shelfItems is documents and directories, some of them unpleasant.
func shelfItems() []ShelfItem {
	items := []ShelfItem{
		{"race.md", "The Harbour Race: Who Builds the Next Port?", "Northport claims that its drawings were used without leave. Southport denies it.", false},
		{"dredging-and-other-work-under-water-" + strings.Repeat("quarterly-", 9) + "report.txt", "Dredging", "Dredging is the removal of mud from the bottom of a harbour.", false},
		{"not-yet-looked-into.md", "", "", false},
		{"sealed.md", "", "no permission to read it", false},
		{"港.md", "港の将来: " + strings.Repeat("それは誰の港か", 20), strings.Repeat("港", 200), false},
		{"marks.md", "e\u0301" + strings.Repeat("\u0301", 29) + " 👩\u200d👩\u200d👧 \u0600", "\u0600123 \u1112\u1161\u11ab ⚠\ufe0f", false},
	}
	for i := range 20 {
		items = append(items, ShelfItem{fmt.Sprintf("chapter%d.md", i+1), fmt.Sprintf("Chapter %d", i+1), "The tide came in as it does, and nobody in the town took note.", false})
	}
	return append(items, ShelfItem{"drawings", "", "12 documents, 2 directories", true})
}

// sifted is a shelf with a filter that one is typing.
func sifted(query string) *Shelf {
	s := NewShelf("harbours", shelfItems())
	s.Update(press("/"))
	for _, r := range query {
		s.Update(press(string(r)))
	}
	return s
}

// press is the key that Bubble Tea writes so.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "space": tea.KeySpace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
	}
	rest, ctrl := strings.CutPrefix(name, "ctrl+")
	rest, shift := strings.CutPrefix(rest, "shift+")
	k := tea.Key{}
	if ctrl {
		k.Mod |= tea.ModCtrl
	}
	if shift {
		k.Mod |= tea.ModShift
	}
	if code, ok := codes[rest]; ok {
		k.Code = code
		if rest == "space" {
			k.Text = " "
		}
		return tea.KeyPressMsg(k)
	}
	k.Code = []rune(rest)[0]
	if !ctrl {
		k.Text = rest
	}
	return tea.KeyPressMsg(k)
}

func TestPressWritesKeysAsBubbleTeaDoes(t *testing.T) {
	for _, name := range []string{"enter", "ctrl+y", "shift+tab", "y", "G", "?", "down"} {
		if got := press(name).String(); got != name {
			t.Errorf("press(%q) is %q", name, got)
		}
	}
}

// plain is lines without their styles and the blanks at their ends.
func plain(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimRight(ansi.Strip(l), " "))
		b.WriteByte('\n')
	}
	return b.String()
}
