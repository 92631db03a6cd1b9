package pane

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/theme"
)

// many is a document of n sections with a fact in each, one label a row.
func many(n int) *model.Document {
	d := &model.Document{Text: strings.Repeat("..........", n)}
	for i := range n {
		span := model.Span{Start: 10 * i, End: 10 * (i + 1)}
		d.Sections = append(d.Sections, model.Section{Title: fmt.Sprint("Section ", i), Level: 2, Span: span})
		d.Notes.Facts = append(d.Notes.Facts, model.Fact{Note: model.Note{Text: fmt.Sprint("Fact ", i), Span: span}})
	}
	return d
}

// at is the part of the text of many that shows sections from to to.
func at(from, to int) model.Span { return model.Span{Start: 10 * from, End: 10*to + 10} }

func TestWalk(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(p *Panel)
		want int // selected, -1 for none
		top  string
	}{
		{"nothing is selected at first", func(p *Panel) {}, -1, "Section 0"},
		{"the first step goes to what the text shows", func(p *Panel) { p.SetVisible(at(4, 5)); p.Move(1) }, 4, "Section 3"},
		{"or to what follows it", func(p *Panel) { p.SetVisible(model.Span{Start: 41, End: 42}); p.Move(1) }, 4, "Section 3"},
		{"backward, to the one before", func(p *Panel) { p.SetVisible(at(4, 5)); p.Move(-1) }, 3, "Section 2"},
		{"steps go on from the selection", func(p *Panel) { p.Select(2); p.Move(3) }, 5, "Section 4"},
		{"and end at the last item", func(p *Panel) { p.Move(1000) }, 19, "Section 18"},
		{"and at the first", func(p *Panel) { p.End(); p.Move(-1000) }, 0, "Section 0"},
		{"home", func(p *Panel) { p.End(); p.Home() }, 0, "Section 0"},
		{"an index without item selects nothing", func(p *Panel) { p.Select(20); p.Select(-1) }, -1, "Section 0"},
		{"a walk holds the panel while the text moves", func(p *Panel) { p.Select(2); p.SetVisible(at(15, 15)) }, 2, "Section 1"},
		{"until the selection is given up", func(p *Panel) { p.Select(2); p.SetVisible(at(15, 15)); p.Deselect() }, -1, "Section 14"},
	} {
		p := New(model.KindFact)
		p.SetDocument(many(20))
		p.SetSize(30, 5)
		c.do(p)
		got := -1
		if i, ok := p.Selected(); ok {
			got = i
		}
		if got != c.want {
			t.Errorf("%s: selected %d, want %d", c.name, got, c.want)
		}
		if top := strings.TrimSpace(strings.SplitN(shown(p), "\n", 2)[0]); top != c.top {
			t.Errorf("%s: the panel begins with %q, want %q", c.name, top, c.top)
		}
	}
}

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		name   string
		do     func(p *Panel)
		within string // a row that is in view
		marked string // the rows that bear the mark
	}{
		{"notes of what the text shows are marked and in view", func(p *Panel) { p.SetVisible(at(9, 9)) }, "  Section 9", "▌ Fact 9"},
		{"those that fit", func(p *Panel) { p.SetVisible(at(7, 8)) }, "▌ Fact 8", "▌ Fact 7 ▌ Fact 8"},
		{"the first where not all fit", func(p *Panel) { p.SetVisible(at(7, 19)) }, "▌ Fact 7", "▌ Fact 7 ▌ Fact 8"},
		{"backward too", func(p *Panel) { p.SetVisible(at(19, 19)); p.Lines(); p.SetVisible(at(1, 1)) }, "▌ Fact 1", "▌ Fact 1"},
		{"a text without notes leaves the panel where it is", func(p *Panel) { p.SetVisible(at(9, 9)); p.Lines(); p.SetVisible(model.Span{}) }, "  Fact 9", ""},
		{"the wheel is not undone", func(p *Panel) { p.SetVisible(at(9, 9)); p.Scroll(-1000) }, "  Fact 0", ""},
		{"until the text moves", func(p *Panel) { p.SetVisible(at(9, 9)); p.Scroll(-1000); p.SetVisible(at(10, 10)) }, "▌ Fact 10", "▌ Fact 10"},
		{"the wheel ends at the last row", func(p *Panel) { p.Scroll(1 << 40) }, "  Fact 19", ""},
		{"a resize keeps what the text shows in view", func(p *Panel) { p.SetSize(30, 50); p.SetVisible(at(9, 9)); p.Lines(); p.SetSize(20, 2) }, "▌ Fact 9", "▌ Fact 9"},
		{"a document that grew shorter", func(p *Panel) { p.End(); p.Lines(); p.SetDocument(many(3)) }, "  Fact 2", ""},
	} {
		p := New(model.KindFact)
		p.SetDocument(many(20))
		p.SetSize(30, 5)
		c.do(p)
		rows := strings.Split(strings.TrimSuffix(shown(p), "\n"), "\n")
		var marked []string
		found := false
		for _, r := range rows {
			found = found || r == c.within
			if strings.HasPrefix(r, mark) {
				marked = append(marked, r)
			}
		}
		if !found || strings.Join(marked, " ") != c.marked {
			t.Errorf("%s: want %q in view and %q marked, got\n%s", c.name, c.within, c.marked, strings.Join(rows, "\n"))
		}
	}
}

func TestContentsFollow(t *testing.T) {
	p := New(model.KindSection)
	p.SetDocument(many(100))
	p.SetSize(30, 9)
	for _, c := range []struct {
		name      string
		do        func()
		top, mark string
	}{
		{"the section being read is in view, and what comes next", func() { p.SetCurrent(50) }, "Section 44", "Section 50"},
		{"a step within the view moves nothing", func() { p.SetCurrent(49) }, "Section 44", "Section 49"},
		{"backward", func() { p.SetCurrent(10) }, "Section 8", "Section 10"},
		{"before the first heading", func() { p.SetCurrent(-1) }, "Section 8", ""},
		{"walking starts at the section being read", func() { p.SetCurrent(10); p.SetFocused(true); p.Move(1) }, "Section 8", "Section 10"},
		{"and holds", func() { p.End(); p.SetCurrent(20) }, "Section 91", ""},
		{"while the contents have the keys", func() { p.SetFocused(false) }, "Section 18", "Section 20"},
	} {
		c.do()
		rows := strings.Split(shown(p), "\n")
		marked := ""
		for _, r := range rows {
			if rest, ok := strings.CutPrefix(r, mark); ok {
				marked = strings.TrimSpace(rest)
			}
		}
		if top := strings.TrimSpace(rows[0]); strings.TrimPrefix(top, mark+" ") != c.top || marked != c.mark {
			t.Errorf("%s: begins with %q and marks %q, want %q and %q", c.name, top, marked, c.top, c.mark)
		}
	}
}

func TestItemAt(t *testing.T) {
	p := panel(model.KindFact, 34, 40)
	for i, line := range p.Lines() {
		item, ok := p.ItemAt(i)
		plain := strings.TrimSpace(ansi.Strip(line))
		switch {
		case plain == "" || plain == "The Harbour Race" || plain == "Northport's Complaint":
			if ok {
				t.Errorf("row %d, %q, is item %d: want none", i, plain, item)
			}
		case !ok:
			t.Errorf("row %d, %q, is no item", i, plain)
		case strings.HasPrefix(plain, "alleged") && item != 3:
			t.Errorf("row %d, %q, is item %d: want 3", i, plain, item)
		}
	}
	for _, row := range []int{-1, 40, 1 << 30} {
		if item, ok := p.ItemAt(row); ok {
			t.Errorf("row %d is item %d: there is no such row", row, item)
		}
	}
}

// TestAnAllegationNeverReadsAsAFact: wherever a panel is cut off, a label that
// is seen has its standing with it.
func TestAnAllegationNeverReadsAsAFact(t *testing.T) {
	for density := -1; density <= 1; density++ {
		for height := 1; height <= 30; height += 1 + height/9 {
			for scrolled := range 30 {
				p := panel(model.KindFact, 24, height)
				p.More(density)
				p.Scroll(scrolled)
				rows := strings.Split(shown(p), "\n")
				for i, r := range rows {
					if !strings.Contains(r, "A clerk passed") {
						continue
					}
					if rest := strings.Join(rows[i:], " "); !strings.Contains(rest, "alleged") {
						t.Fatalf("density %+d, %d rows, scrolled by %d: an allegation without its word:\n%s",
							density, height, scrolled, shown(p))
					}
				}
			}
		}
	}
}

func TestSelectionIsPaintedWhole(t *testing.T) {
	for _, th := range theme.All() {
		p := panel(model.KindFact, 30, 40)
		p.SetTheme(th)
		before := append([]string(nil), p.Lines()...)
		p.Select(3)
		quiet := th.Selected
		quiet.Bold = false
		painted := 0
		for i, line := range p.Lines() {
			on := th.Selected.SGR()
			if painted >= 2 { // the standing, below the label
				on = quiet.SGR()
			}
			item, ok := p.ItemAt(i)
			if selected := ok && item == 3; selected != strings.HasPrefix(line, on) {
				t.Errorf("%s: row %d is %q, selected: %v", th.ID, i, line, selected)
			} else if !selected {
				if line != before[i] {
					t.Errorf("%s: the selection changed row %d", th.ID, i)
				}
				continue
			}
			painted++
			// Each part with a style of its own takes the selection up again.
			for _, rest := range strings.Split(strings.TrimSuffix(line, theme.Reset), theme.Reset)[1:] {
				if !strings.HasPrefix(rest, on) {
					t.Errorf("%s: row %d leaves the selection: %q", th.ID, i, line)
				}
			}
		}
		if painted != 4 { // label and standing, two rows each
			t.Errorf("%s: %d rows are painted as selected, want 4", th.ID, painted)
		}
	}
}

func TestMore(t *testing.T) {
	for _, c := range []struct {
		kind model.Kind
		ups  int // from the least to the most
	}{{model.KindSection, 0}, {model.KindFact, 2}, {model.KindFigure, 2}, {model.KindQuestion, 1}, {model.KindName, 2}} {
		p := panel(c.kind, 40, 200)
		for p.More(-1) {
		}
		ups, last := 0, len(shown(p))
		for p.More(1) {
			ups++
			if now := len(shown(p)); now <= last {
				t.Errorf("%v: more shows no more", c.kind)
			} else {
				last = now
			}
		}
		if ups != c.ups {
			t.Errorf("%v: %d steps of more, want %d", c.kind, ups, c.ups)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, kind := range kinds {
		p := New(kind)
		p.SetSize(60, 4)
		if got := shown(p); !strings.HasPrefix(got, "  No ") || !strings.HasSuffix(got, ".\n") {
			t.Errorf("%v says %q", kind, got)
		}
		p.Move(1)
		p.Scroll(3)
		p.Home()
		if _, ok := p.Selected(); ok {
			t.Errorf("%v selects something where nothing is", kind)
		}
	}
}

func TestDerivedNotesSaySo(t *testing.T) {
	d := fixture()
	d.Notes.Facts[0].Derived, d.Notes.Figures[0].Derived = true, true
	d.Notes.Questions[0].Derived, d.Notes.Names[0].Derived = true, true
	for _, kind := range kinds[1:] {
		p := New(kind)
		p.SetDocument(d)
		p.SetSize(30, 100)
		if got := shown(p); strings.Count(got, "found by gloss") != 1 || !strings.HasPrefix(got, "  found") {
			t.Errorf("%v does not say once, at the top, where its notes come from:\n%s", kind, got)
		}
	}
}

// A note higher than the panel is read through, by the same keys, before the
// next is selected; a sign says that it goes on.
func TestMoveReadsThroughATallNote(t *testing.T) {
	p := panel(model.KindQuestion, 24, 6)
	p.More(1)
	var seen []string
	p.Move(1)
	for range 20 {
		for _, line := range p.Lines() {
			if row := strings.TrimSpace(strings.TrimLeft(ansi.Strip(line), "▌↓ ")); !slices.Contains(seen, row) {
				seen = append(seen, row)
			}
		}
		if i, _ := p.Selected(); i > 0 {
			break
		}
		p.Move(1)
	}
	whole := panel(model.KindQuestion, 24, 200)
	whole.More(1)
	whole.Select(0)
	for _, line := range strings.Split(shown(whole), "\n") {
		row := strings.TrimSpace(strings.TrimLeft(line, "▌ "))
		if strings.HasPrefix(row, "Who may draw") { // the second question
			break
		}
		if !slices.Contains(seen, row) {
			t.Errorf("%q is never shown", row)
		}
	}
	if i, _ := p.Selected(); i != 1 {
		t.Errorf("note %d is selected after the first", i)
	}
	p.Move(-1)
	if p.Select(0); !strings.Contains(shown(p), "↓") {
		t.Errorf("nothing says that the note goes on:\n%s", shown(p))
	}
}

// A panel at a glance begins with the beginning of a note, wherever the text is.
func TestGlanceBeginsWithANote(t *testing.T) {
	for _, kind := range []model.Kind{model.KindFact, model.KindFigure, model.KindQuestion, model.KindName} {
		p := panel(kind, 34, 9)
		for at := range len(fixture().Text) {
			p.SetVisible(model.Span{Start: at, End: at + 80})
			p.Lines()
			if p.top.row != 0 {
				t.Fatalf("%v at byte %d: the panel begins in row %d of note %d", kind, at, p.top.row, p.top.item)
			}
		}
	}
}
