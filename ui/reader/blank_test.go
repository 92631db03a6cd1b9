package reader

import (
	"strings"
	"sync/atomic"
	"testing"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/theme"
)

func TestBlanksArePassedFromEitherSide(t *testing.T) {
	const n = 400
	s := newBlanks(n)
	in := map[int]bool{}
	for block := range n {
		if block%3 == 0 || block > 50 && block < 250 || block >= 380 {
			s.add(block)
			in[block] = true
		}
	}
	for from := -2; from < n+70; from++ {
		for _, by := range []int{1, -1} {
			want := from
			for in[want] {
				want += by
			}
			if got := s.past(from, by); got != want {
				t.Errorf("from %d by %d: %d, want %d", from, by, got, want)
			}
		}
		if s.has(from) != in[from] {
			t.Errorf("%d is in the set: %v", from, s.has(from))
		}
	}
}

// sparse is a text of many blocks, of which only some have rows.
type sparse struct {
	doc    *model.Document
	rows   map[int]bool
	parsed *atomic.Int64
}

const sparseBlock = 600 // bytes

func newSparse(blocks int, rows ...int) sparse {
	s := sparse{&model.Document{Text: strings.Repeat("x", blocks*sparseBlock)}, map[int]bool{}, new(atomic.Int64)}
	for b := range blocks {
		s.doc.Blocks = append(s.doc.Blocks, model.Block{Span: model.Span{Start: b * sparseBlock, End: (b + 1) * sparseBlock}})
	}
	for _, b := range rows {
		s.rows[b] = true
	}
	return s
}

func (s sparse) Document() *model.Document { return s.doc }

func (s sparse) Leaves(b model.Block) []model.Leaf {
	s.parsed.Add(1)
	if !s.rows[b.Start/sparseBlock] {
		return nil
	}
	span := model.Span{Start: b.Start, End: b.Start + 10}
	return []model.Leaf{{Inlines: []model.Inline{{Text: s.doc.Text[span.Start:span.End], Span: span}}}}
}

// rounds carries out a command and all that follow, and counts the answers of
// workers. It gives up where they do not come to an end.
func rounds(t *testing.T, w *Window, cmd tea.Cmd) (n int) {
	t.Helper()
	for queue := []tea.Cmd{cmd}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == nil {
			continue
		}
		switch msg := queue[0]().(type) {
		case tea.BatchMsg:
			queue = append(queue, msg...)
		case Rendered:
			n++
			queue = append(queue, w.Receive(msg))
		}
		if n > 2000 {
			t.Fatal("the window does not settle")
		}
	}
	if !w.Settled() {
		t.Fatal("the window asks for nothing and is not settled")
	}
	return n
}

// A file may hold more comments in a row than the cache does blocks: they are
// crossed in few steps, once, and from then on for nothing.
func TestLongRunsWithoutRowsAreCrossedOnce(t *testing.T) {
	const blocks = 100_000
	text := newSparse(blocks, 10, 11, 60_000, blocks-20_000)
	w := New(text, theme.Plain())
	steps := rounds(t, w, w.Resize(40, 10))
	for _, move := range []func() tea.Cmd{
		func() tea.Cmd { return w.Scroll(2) }, w.End, w.Start, func() tea.Cmd { return w.To(70_000 * sparseBlock) },
	} {
		steps += rounds(t, w, move())
	}
	if w.Progress() != 1 || len(shown(w)) != 8 {
		t.Errorf("the whole text is not on the screen: progress %v, %q", w.Progress(), shown(w))
	}
	// A worker looks at about crossing bytes. Two may set out from the two ends
	// of a run and meet in it.
	if most := 2*blocks*sparseBlock/crossing + 40; steps > most {
		t.Errorf("crossed in %d steps, more than %d", steps, most)
	}
	if n := text.parsed.Load(); n > 2*blocks {
		t.Errorf("%d blocks were parsed of %d", n, blocks)
	}
	text.parsed.Store(0)
	rounds(t, w, w.Resize(30, 9))
	rounds(t, w, w.End())
	rounds(t, w, w.SetTheme(theme.Dark()))
	if n := text.parsed.Load(); n > 20 {
		t.Errorf("%d blocks were parsed again", n)
	}
}

func TestTextWithoutAnyRowSettles(t *testing.T) {
	w := New(newSparse(50_000), theme.Plain())
	for _, cmd := range []tea.Cmd{w.Resize(40, 10), w.End(), w.Scroll(-3), w.To(sparseBlock * 400), w.Start()} {
		rounds(t, w, cmd)
	}
	if len(w.Lines()) != 0 {
		t.Errorf("shows %q", shown(w))
	}
}
