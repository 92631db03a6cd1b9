package overlay

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"gloss/ui/golden"
	"gloss/ui/theme"
)

// chapters is a shelf of so many items that are known by name alone, on a
// screen of four to a page.
func chapters(n int) *Shelf {
	items := make([]ShelfItem, n)
	for i := range items {
		items[i].Name = fmt.Sprintf("chapter%d.md", i+1)
	}
	s := NewShelf("book", items)
	s.SetSize(40, 15)
	return s
}

func TestShelfGoldenInTheMiddle(t *testing.T) {
	s := NewShelf("harbours", shelfItems())
	s.SetSize(120, 40)
	golden.Equal(t, filepath.Join("testdata", "shelf-120x40.txt"), plain(s.Lines()))
}

func TestShelfKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		steps    steps
		selected int
	}{
		"moving":              {steps{{"j", Moved}, {"down", Moved}, {"k", Moved}, {"up", Moved}, {"up", None}}, 0},
		"over a page's end":   {steps{{"j", Moved}, {"j", Moved}, {"j", Moved}, {"j", Moved}, {"k", Moved}}, 3},
		"pages":               {steps{{"space", Moved}, {"pgdown", Moved}, {"b", Moved}}, 4},
		"the last page":       {steps{{"pgdown", Moved}, {"pgdown", Moved}, {"pgdown", Moved}, {"pgdown", None}}, 9},
		"half pages":          {steps{{"d", Moved}, {"d", Moved}, {"u", Moved}}, 2},
		"ends":                {steps{{"G", Moved}, {"G", None}, {"g", Moved}, {"end", Moved}}, 9},
		"opening":             {steps{{"j", Moved}, {"enter", Accepted}}, 1},
		"what is the owner's": {steps{{"q", Unused}, {"ctrl+c", Unused}, {"esc", Unused}, {"?", Unused}, {"ctrl+o", Unused}, {"x", Unused}}, 0},
		"typing":              {steps{{"/", None}, {"q", Changed}, {"backspace", Changed}, {"1", Changed}, {"left", None}, {"ctrl+u", None}}, 0},
		"moving while typing": {steps{{"/", None}, {"1", Changed}, {"down", Moved}, {"up", Moved}, {"ctrl+n", Moved}, {"down", None}, {"j", Changed}}, 0},
		"opening at once":     {steps{{"/", None}, {"8", Changed}, {"enter", Accepted}, {"j", None}}, 7},
		"to the list by Tab":  {steps{{"/", None}, {"1", Changed}, {"tab", None}, {"j", Moved}, {"q", Unused}}, 9},
		"clearing":            {steps{{"/", None}, {"8", Changed}, {"esc", Changed}, {"esc", Unused}, {"j", Moved}}, 8},
		"clearing later":      {steps{{"/", None}, {"8", Changed}, {"tab", None}, {"esc", Changed}, {"esc", Unused}}, 7},
		"nothing typed":       {steps{{"/", None}, {"esc", None}, {"/", None}, {"backspace", None}, {"j", Moved}}, 1},
		"typed away":          {steps{{"/", None}, {"8", Changed}, {"backspace", Changed}, {"j", Changed}, {"backspace", Changed}, {"down", Moved}}, 8},
		"typing on":           {steps{{"/", None}, {"1", Changed}, {"tab", None}, {"/", None}, {"0", Changed}, {"enter", Accepted}}, 9},
		"blanks":              {steps{{"/", None}, {"space", Changed}, {"down", Moved}, {"esc", Changed}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := chapters(10)
			tt.steps.run(t, s)
			if i, ok := s.Selected(); ok && i != tt.selected {
				t.Errorf("item %d is selected, want %d", i, tt.selected)
			}
		})
	}
}

// Nothing is opened where nothing is left.
func TestShelfWithNothing(t *testing.T) {
	none := NewShelf("book", nil)
	none.SetSize(80, 24)
	steps{{"enter", None}, {"j", None}, {"G", None}, {"esc", Unused}}.run(t, none)
	s := sifted("zeppelin")
	s.SetSize(80, 24)
	steps{{"enter", None}, {"down", None}, {"pgdown", None}}.run(t, s)
	for _, s := range []*Shelf{none, s} {
		if _, ok := s.Selected(); ok || len(s.Visible()) > 0 {
			t.Error("an item is selected where there is none")
		}
	}
	if got := plain(s.Lines()); !strings.Contains(got, "No title, name or first line has “zeppelin”.") {
		t.Error(got)
	}
}

// All words count, in titles, names and first lines, whatever their capitals.
func TestShelfFilter(t *testing.T) {
	for query, want := range map[string][]int{
		"race":              {0},
		"HARBOUR":           {0, 1},
		"harbour mud":       {1},
		"permission":        {3},
		"将来":                {4},
		"drawings":          {0, 26},
		"chapter 12":        {17},
		"race zeppelin":     nil,
		" sealed ":          {3},
		"not-yet-looked-in": {2},
	} {
		s := sifted(query)
		s.SetSize(160, 50)
		if got := s.Visible(); !slices.Equal(got, want) {
			t.Errorf("%q leaves %v, want %v", query, got, want)
		}
	}
}

// A filter that leaves very many says that it leaves out the rest.
func TestShelfFilterOfVeryMany(t *testing.T) {
	s := chapters(filteredMax + 7)
	s.SetSize(80, 24)
	steps{{"/", None}, {"c", Changed}}.run(t, s)
	if got := plain(s.Lines()); !strings.Contains(got, "/c   the first 10000 of 10007") || !strings.Contains(got, " 1/10000\n") {
		t.Error(got)
	}
	steps{{"esc", Changed}, {"G", Moved}}.run(t, s)
	if i, _ := s.Selected(); i != filteredMax+6 {
		t.Errorf("without it the last is item %d", i)
	}
}

func TestShelfMarksWhatItFound(t *testing.T) {
	s := sifted("HARBOUR")
	th := theme.Dark()
	s.SetTheme(th)
	s.SetSize(120, 40)
	lines := strings.Join(s.Lines(), "\n")
	for _, want := range []string{th.Match.Over(th.Title).Paint("Harbour"), th.Match.Over(th.Muted).Paint("harbour")} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in %q", want, lines)
		}
	}
	s = sifted("ⱥ e\u0301") // its capital has fewer bytes
	s.SetItem(0, ShelfItem{Title: "Ⱥ E\u0301 e"})
	s.SetSize(120, 40)
	if got := plain(s.Lines()); !strings.Contains(got, "Ⱥ E\u0301 e") {
		t.Error(got)
	}
}

// What is learnt of an item moves neither the selection nor the page.
func TestShelfLearns(t *testing.T) {
	s := chapters(10)
	steps{{"G", Moved}, {"k", Moved}}.run(t, s)
	page := slices.Clone(s.Visible())
	for i := range 10 {
		s.SetItem(i, ShelfItem{Name: fmt.Sprintf("chapter%d.md", i+1), Title: fmt.Sprintf("The Tide %d", i+1), First: "It came in."})
	}
	if i, _ := s.Selected(); i != 8 || !slices.Equal(s.Visible(), page) {
		t.Errorf("item %d is selected on %v, want 8 on %v", i, s.Visible(), page)
	}
	if got := plain(s.Lines()); !strings.Contains(got, "▌ The Tide 9\n▌ It came in.") {
		t.Error(got)
	}
}

// What the filter asks for by what is learnt later joins what is shown.
func TestShelfLearnsWithAFilter(t *testing.T) {
	s := chapters(10)
	steps{{"/", None}, {"1", Changed}, {"down", Moved}}.run(t, s)
	s.SetItem(4, ShelfItem{Name: "chapter5.md", Title: "1 of 2"})
	s.SetItem(0, ShelfItem{Name: "chapter1.md", Title: "The Tide"})
	if i, _ := s.Selected(); i != 9 || !slices.Equal(s.Visible(), []int{0, 4, 9}) {
		t.Errorf("item %d is selected of %v, want 9", i, s.Visible())
	}
	s.SetItem(9, ShelfItem{Name: "last.md"})
	if i, _ := s.Selected(); i != 4 || !slices.Equal(s.Visible(), []int{0, 4}) {
		t.Errorf("item %d is selected of %v once that is gone, want 4", i, s.Visible())
	}
	steps{{"backspace", Changed}}.run(t, s)
	if i, _ := s.Selected(); i != 4 || s.count != 10 {
		t.Errorf("item %d of %d is selected without the filter, want 4", i, s.count)
	}
}

// Whoever comes back, or makes the window larger, finds the same item selected.
func TestShelfKeepsItsItem(t *testing.T) {
	s := chapters(300)
	for range 150 {
		s.Update(press("j"))
	}
	for _, size := range [][2]int{{160, 50}, {20, 6}, {80, 24}, {0, 0}, {40, 15}} {
		s.SetSize(size[0], size[1])
		if i, _ := s.Selected(); i != 150 || size[1] > 0 && !slices.Contains(s.Visible(), 150) {
			t.Errorf("at %v item %d is selected on %v", size, i, s.Visible())
		}
	}
}

func TestShelfMouse(t *testing.T) {
	s := chapters(10)
	for _, c := range []struct {
		row      int
		event    Event
		selected int
	}{
		{0, None, 0}, {1, None, 0}, {5, Moved, 1}, {6, Accepted, 1}, {4, None, 1}, {12, Moved, 3}, {13, None, 3}, {14, None, 3}, {-1, None, 3},
	} {
		if e := s.Click(3, c.row); e != c.event {
			t.Errorf("a click on row %d: event %d, want %d", c.row, e, c.event)
		}
		if i, _ := s.Selected(); i != c.selected {
			t.Errorf("a click on row %d selects item %d, want %d", c.row, i, c.selected)
		}
	}
	for _, c := range []struct{ rows, selected int }{{3, 4}, {1, 5}, {-3, 4}, {-300, 0}, {0, 0}, {300, 9}} {
		s.Wheel(c.rows)
		if i, _ := s.Selected(); i != c.selected {
			t.Errorf("the wheel by %d rows selects item %d, want %d", c.rows, i, c.selected)
		}
	}
	s.Click(3, s.listTop+4) // between rows of the last, shorter page
	if i, _ := s.Selected(); i != 9 {
		t.Errorf("a click on the last page selects item %d", i)
	}
}

func TestShelfCursorStandsBehindTheFilter(t *testing.T) {
	s := chapters(10)
	if s.Cursor() != nil || s.Paste("8") != None {
		t.Error("one types where no filter is open")
	}
	s.Update(press("/"))
	if e := s.Paste("cha\npter"); e != Changed {
		t.Errorf("pasting: event %d", e)
	}
	for _, size := range [][2]int{{120, 40}, {40, 15}, {20, 6}} {
		s.SetSize(size[0], size[1])
		c := s.Cursor()
		line := ansi.Strip(s.Lines()[size[1]-1])
		if c.Y != size[1]-1 || !strings.HasSuffix(line[:c.X], "pter") {
			t.Errorf("at %v the cursor stands at %d,%d of %q", size, c.X, c.Y, line)
		}
	}
}

// huge is a shelf such as a directory of mail or of pictures' captions gives.
func huge() *Shelf {
	items := make([]ShelfItem, 100_000)
	for i := range items {
		items[i] = ShelfItem{Name: fmt.Sprintf("chapter%d.md", i), Title: fmt.Sprintf("Chapter %d: The Tide", i), First: "It came in as it does, and nobody in the town took note of it."}
	}
	s := NewShelf("book", items)
	s.SetTheme(theme.Dark())
	s.SetSize(120, 40)
	s.Lines()
	return s
}

// A hundred thousand items cost what is shown of them, and a letter of the
// filter one pass over their text.
func BenchmarkShelfOf100000(b *testing.B) {
	for _, c := range []struct{ name, keys string }{
		{"next", "j"}, {"end and start", "G g"}, {"filter of all", "/ t esc"}, {"filter of few", "/ 9 9 9 esc"},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := huge()
			keys := strings.Fields(c.keys)
			longest := time.Duration(0)
			b.ReportAllocs()
			for b.Loop() {
				for _, k := range keys {
					start := time.Now()
					s.Update(press(k))
					s.Lines()
					longest = max(longest, time.Since(start))
				}
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms/key")
		})
	}
	b.Run("learning with a filter", func(b *testing.B) {
		s := huge()
		s.Update(press("/"))
		s.Update(press("9"))
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			item := s.entries[i%len(s.entries)].ShelfItem
			item.First = "It went out."
			s.SetItem(i%len(s.entries), item)
			s.Lines()
		}
	})
}
