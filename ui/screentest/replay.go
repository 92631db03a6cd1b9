//go:build unix

package screentest

import (
	"io"

	"github.com/charmbracelet/x/vt"
)

// Replay is a terminal that is shown what a program wrote when there is time
// for it: an emulator beside a program that is timed would take part of the
// time. It answers no question. It is for one goroutine.
type Replay struct{ emu *vt.Emulator }

// NewReplay is an empty terminal of that size, in cells.
func NewReplay(cols, rows int) *Replay {
	r := &Replay{newEmulator(cols, rows)}
	go func() { _, _ = io.Copy(io.Discard, readerOnly{r.emu}) }()
	return r
}

// Show takes in what the program wrote next.
func (r *Replay) Show(text string) { _, _ = r.emu.WriteString(text) }

// Resize changes the size of the terminal, in cells.
func (r *Replay) Resize(cols, rows int) { r.emu.Resize(cols, rows) }

// Screen is what the terminal shows.
func (r *Replay) Screen() Screen { return capture(r.emu) }

// Close ends the terminal.
func (r *Replay) Close() {
	if pipe, ok := r.emu.InputPipe().(io.Closer); ok {
		_ = pipe.Close() // not the emulator itself: its Close races with Read
	}
}
