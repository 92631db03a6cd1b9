package reader

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"gloss/ui/render"
	"gloss/ui/theme"
)

// Rendered is sent by a worker when blocks that the window asked for are
// rendered. It is a message of its own because it may come late: its version
// tells whether the window still wants it.
type Rendered struct {
	version int
	rows    map[int][]render.Row
}

// workers lends out renderers: one renderer is not safe for two goroutines,
// and making one costs more than a block.
type workers struct {
	mu   sync.Mutex
	idle map[string][]*render.Renderer // by theme
}

func newWorkers() *workers { return &workers{idle: map[string][]*render.Renderer{}} }

func (p *workers) take(th *theme.Theme) *render.Renderer {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle[th.ID]); n > 0 {
		r := p.idle[th.ID][n-1]
		p.idle[th.ID] = p.idle[th.ID][:n-1]
		return r
	}
	return render.New(th)
}

func (p *workers) give(th *theme.Theme, r *render.Renderer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle[th.ID] = append(p.idle[th.ID], r)
}

// Receive takes rendered blocks in and carries out what waited for them.
func (w *Window) Receive(msg Rendered) tea.Cmd {
	if msg.version != w.version {
		return nil
	}
	for block, rows := range msg.rows {
		w.cache.Put(block, rows)
		delete(w.pending, block)
	}
	cmd := w.settle()
	if w.Settled() {
		w.count() // there may be less beyond the screen than was thought
	}
	return cmd
}

// request asks for the missing blocks, with as many around them as fill the
// screen, so that one answer is enough as a rule.
func (w *Window) request() tea.Cmd {
	var ask []int
	for _, block := range w.missing {
		ask = w.around(ask, block, 1, w.columns*w.height)
	}
	return w.render(ask)
}

// prefetch asks for about one screen either side of the one shown.
func (w *Window) prefetch() tea.Cmd {
	if len(w.visible) == 0 {
		return nil
	}
	first, last := w.visible[0].at.block, w.visible[len(w.visible)-1].at.block
	ask := w.around(nil, last+1, 1, w.columns*w.height)
	ask = w.around(ask, first-1, -1, w.columns*w.height)
	return w.render(ask)
}

// around appends to ask the blocks from start on in that direction that are
// not there yet, up to as many bytes as the cells that they may fill.
func (w *Window) around(ask []int, start, by, cells int) []int {
	blocks := w.blocks()
	for b := start; b >= 0 && b < len(blocks) && cells > 0; b += by {
		// An empty row costs as much of the screen as a full one.
		cells -= blocks[b].Len() + w.columns
		if _, have := w.cache.Get(b); !have && !w.pending[b] {
			w.pending[b] = true
			ask = append(ask, b)
		}
	}
	return ask
}

// render has a worker render the blocks.
func (w *Window) render(ask []int) tea.Cmd {
	if len(ask) == 0 {
		return nil
	}
	// In pieces of about half a screen: the first rows need not wait for the
	// last, and a second core helps.
	var cmds []tea.Cmd
	piece, size := 0, 0
	for i, b := range ask {
		if size += w.blocks()[b].Len() + w.columns; size > w.columns*w.height/2 || i == len(ask)-1 {
			cmds = append(cmds, w.work(ask[piece:i+1]))
			piece, size = i+1, 0
		}
	}
	return tea.Batch(cmds...)
}

func (w *Window) work(ask []int) tea.Cmd {
	text, th, width, version, pool := w.text, w.theme, w.columns, w.version, w.workers
	return func() tea.Msg {
		r := pool.take(th)
		defer pool.give(th, r)
		blocks := text.Document().Blocks
		done := Rendered{version: version, rows: make(map[int][]render.Row, len(ask))}
		for _, b := range ask {
			done.rows[b] = r.Block(text.Leaves(blocks[b]), width, b == 0)
		}
		return done
	}
}
