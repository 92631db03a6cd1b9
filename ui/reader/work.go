package reader

import (
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
	"gloss/ui/render"
	"gloss/ui/theme"
)

// Rendered is sent by a worker when blocks that the window asked for are
// rendered. It is a message of its own because it may come late: its version
// tells whether the window still wants it.
type Rendered struct {
	version int
	method  ansi.Method // by which cells were counted
	asked   []int
	rows    map[int][]render.Row
	blank   []int // blocks that have no rows
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
	for _, block := range msg.asked {
		delete(w.pending, block)
	}
	for _, block := range msg.blank {
		w.blank.add(block)
	}
	for block, rows := range msg.rows {
		if msg.method == measure.Method() || !disputed(rows) {
			w.cache.Put(block, rows)
		}
	}
	cmd := w.settle()
	if w.Settled() {
		w.count() // there may be less beyond the screen than was thought
	}
	return cmd
}

// request asks for the missing blocks, with as many behind them as fill the
// screen, so that one answer is enough as a rule.
func (w *Window) request() tea.Cmd {
	var cmds []tea.Cmd
	for _, missing := range w.missing {
		cmds = append(cmds, w.ask(missing))
	}
	return tea.Batch(cmds...)
}

// prefetch asks for about one screen either side of the one shown.
func (w *Window) prefetch() tea.Cmd {
	if len(w.visible) == 0 {
		return nil
	}
	first, last := w.visible[0].at.block, w.visible[len(w.visible)-1].at.block
	return tea.Batch(w.ask(want{last + 1, 1}), w.ask(want{first - 1, -1}))
}

// ask has workers render the blocks on the way from a block that are not there
// yet, up to as many bytes as the cells of a screen.
func (w *Window) ask(from want) tea.Cmd {
	var blocks []int
	cells := w.columns * w.height
	for b := w.blank.past(from.block, from.by); b >= 0 && b < len(w.blocks()) && cells > 0; b = w.blank.past(b+from.by, from.by) {
		cells -= w.cells(b)
		if by, pending := w.pending[b]; pending {
			if by == from.by {
				break // a worker is on its way from here
			}
			continue
		}
		if _, have := w.cache.Get(b); !have {
			w.pending[b] = 0
			blocks = append(blocks, b)
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	w.pending[blocks[len(blocks)-1]] = from.by
	// In pieces of about half a screen: the first rows need not wait for the
	// last, and a second core helps.
	var cmds []tea.Cmd
	piece, size := 0, 0
	for i, b := range blocks {
		if i == len(blocks)-1 {
			cmds = append(cmds, w.work(blocks[piece:], from.by))
		} else if size += w.cells(b); size > w.columns*w.height/2 {
			cmds = append(cmds, w.work(blocks[piece:i+1], 0))
			piece, size = i+1, 0
		}
	}
	return tea.Batch(cmds...)
}

// cells is about as much of the screen as a block takes: an empty row costs as
// much as a full one.
func (w *Window) cells(block int) int { return w.blocks()[block].Len() + w.columns }

// crossing is how many bytes of blocks without rows a worker looks at beyond
// those it was asked for: some tens of milliseconds, after which the window may
// want something else.
const crossing = 1 << 20

// work renders blocks. If none of them has rows it goes on by that much from
// block to block, 0 for not at all, until one has: a long run of such blocks is
// crossed at once, not screen by screen.
func (w *Window) work(asked []int, by int) tea.Cmd {
	text, th, width, version, pool := w.text, w.theme, w.columns, w.version, w.workers
	method := measure.Method()
	return func() tea.Msg {
		r := pool.take(th)
		defer pool.give(th, r)
		blocks := text.Document().Blocks
		done := Rendered{version: version, method: method, asked: asked, rows: make(map[int][]render.Row, len(asked))}
		block := func(b int) {
			if rows := r.Block(text.Leaves(blocks[b]), width, b == 0); len(rows) > 0 {
				done.rows[b] = rows
			} else {
				done.blank = append(done.blank, b)
			}
		}
		for _, b := range asked {
			block(b)
		}
		left := crossing
		for b := asked[len(asked)-1] + by; by != 0 && left > 0 && len(done.rows) == 0 && b >= 0 && b < len(blocks); b += by {
			left -= blocks[b].Len()
			block(b)
		}
		return done
	}
}
