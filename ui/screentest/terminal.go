//go:build unix

// Package screentest runs a program in a real terminal for tests: a pty with a
// terminal emulator behind it, keys in at one end, the screen out at the other.
// It owns the waiting: a test says what the screen must show and is told when
// it does, so that no test sleeps. It also reads what was sent to the terminal
// sequence by sequence (Output). It knows nothing of gloss.
//
//	test ─▶ Type, Click, Resize ─▶ pty ─▶ program
//	  ▲                                      │
//	  └── Await ◀── Screen ◀── emulator ◀── pty
package screentest

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	xterm "github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// guard is how long a screen may take before a test says that the program
// hangs. It is no measure of speed: see the benchmarks.
const guard = 10 * time.Second

// Terminal is a program in a terminal.
type Terminal struct {
	t     testing.TB
	cmd   *exec.Cmd
	file  *os.File     // our end of the pty
	state *xterm.State // of the pty before the program had it

	mu      sync.Mutex
	changed *sync.Cond
	emu     *vt.Emulator
	out     *Output
	frame   Screen // the latest that was complete
	partial bool   // the program is within a frame
	ended   bool
	exit    int

	silent bool
}

// Option is what sets a terminal apart from others.
type Option func(*Terminal)

// Light is a terminal with black on white.
func Light(term *Terminal) { term.emu.SetDefaultBackgroundColor(color.White) }

// Silent is a terminal that answers no question. A program in it may be seen
// with a frame half drawn.
func Silent(term *Terminal) { term.silent = true }

// Start runs a command in a terminal of that size and ends it with the test.
// What it writes to standard error goes to the terminal too, unless the command
// has another place for it.
//
// The terminal knows synchronized output: a program that uses it, as Bubble Tea
// does, is never seen with a frame half drawn.
func Start(t testing.TB, cmd *exec.Cmd, cols, rows int, options ...Option) *Terminal {
	t.Helper()
	size := &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}
	file, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	if err := pty.Setsize(file, size); err != nil {
		t.Fatal(err)
	}
	state, err := xterm.GetState(file.Fd())
	if err != nil {
		t.Fatal(err)
	}
	emu := newEmulator(cols, rows)
	term := &Terminal{t: t, cmd: cmd, file: file, state: state, emu: emu, out: NewOutput()}
	term.changed = sync.NewCond(&term.mu)
	emu.SetCallbacks(vt.Callbacks{EnableMode: term.modeSet, DisableMode: term.modeReset})
	for _, option := range options {
		option(term)
	}
	term.frame = capture(emu)
	if cmd.Stderr == nil {
		cmd.Stderr = tty
	}
	cmd.Stdin, cmd.Stdout = tty, tty
	// The program leads a session of its own, as the first one in a window does.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	term.run()
	return term
}

func newEmulator(cols, rows int) *vt.Emulator {
	emu := vt.NewEmulator(cols, rows)
	// A mode that was never set is one that the emulator does not know.
	_, _ = emu.WriteString(ansi.ResetModeSynchronizedOutput + ansi.ResetModeUnicodeCore)
	// A program that has not heard of a smaller size yet may set margins beyond
	// it. A terminal ignores them; this one would panic at the next scroll.
	emu.RegisterCsiHandler('r', func(params ansi.Params) bool {
		bottom, _, _ := params.Param(1, 1)
		return bottom > emu.Height()
	})
	return emu
}

// run starts what feeds the emulator and what answers for it.
func (term *Terminal) run() {
	answered, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(answered)
		to := io.Writer(term.file)
		if term.silent {
			to = io.Discard
		}
		_, _ = io.Copy(to, readerOnly{term.emu})
	}()
	go func() {
		defer close(done)
		term.read()
	}()
	term.t.Cleanup(func() {
		_ = term.cmd.Process.Kill()
		<-done
		if pipe, ok := term.emu.InputPipe().(io.Closer); ok {
			_ = pipe.Close() // not the emulator itself: its Close races with Read
		}
		<-answered
		_ = term.file.Close()
	})
}

// readerOnly hides all methods but Read.
type readerOnly struct{ io.Reader }

// read feeds the emulator until the program has ended.
func (term *Terminal) read() {
	buf := make([]byte, 64<<10)
	for {
		n, err := term.file.Read(buf)
		term.mu.Lock()
		_, _ = term.out.Write(buf[:n])
		_, _ = term.emu.Write(buf[:n])
		if !term.partial {
			term.complete()
		}
		term.mu.Unlock()
		if err != nil { // EIO: the last program closed its end
			break
		}
	}
	err := term.cmd.Wait()
	term.mu.Lock()
	defer term.mu.Unlock()
	term.ended = true
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		term.exit = exit.ExitCode()
	}
	term.changed.Broadcast()
}

// modeSet and modeReset are called by the emulator, with the lock held.
func (term *Terminal) modeSet(mode ansi.Mode) {
	if mode == ansi.ModeSynchronizedOutput {
		term.partial = true
	}
}

func (term *Terminal) modeReset(mode ansi.Mode) {
	if mode == ansi.ModeSynchronizedOutput {
		term.partial = false
		term.complete()
	}
}

// complete keeps the screen as it is now and tells the ones who wait.
func (term *Terminal) complete() {
	term.frame = capture(term.emu)
	term.changed.Broadcast()
}

// Type sends keys as a terminal would: "j", "\r", "\x1b[A". A program needs
// time to tell Esc alone from the start of a sequence: await what Esc does
// before the next key.
func (term *Terminal) Type(keys ...string) {
	term.t.Helper()
	for _, k := range keys {
		if _, err := io.WriteString(term.file, k); err != nil {
			term.t.Fatalf("typing %q: %v", k, err)
		}
	}
}

// Click presses and releases the left button on a cell.
func (term *Terminal) Click(x, y int) {
	term.t.Helper()
	term.Type(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x+1, y+1, x+1, y+1))
}

// Wheel turns the wheel over a cell, down for n > 0.
func (term *Terminal) Wheel(x, y, n int) {
	term.t.Helper()
	button := 65
	if n < 0 {
		button, n = 64, -n
	}
	term.Type(strings.Repeat(fmt.Sprintf("\x1b[<%d;%d;%dM", button, x+1, y+1), n))
}

// Signal sends the program a signal.
func (term *Terminal) Signal(signal os.Signal) {
	term.t.Helper()
	if err := term.cmd.Process.Signal(signal); err != nil {
		term.t.Fatal(err)
	}
}

// Resize changes the size of the terminal and tells the program.
func (term *Terminal) Resize(cols, rows int) {
	term.t.Helper()
	term.mu.Lock()
	term.emu.Resize(cols, rows)
	if !term.partial {
		term.complete()
	}
	term.mu.Unlock()
	if err := pty.Setsize(term.file, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		term.t.Fatal(err)
	}
}

// Screen is the latest complete screen.
func (term *Terminal) Screen() Screen {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.frame
}

// Await waits until the screen is as wanted, and gives it.
func (term *Terminal) Await(what string, wanted func(Screen) bool) Screen {
	term.t.Helper()
	var screen Screen
	term.await(what, func() bool {
		screen = term.frame
		return wanted(screen)
	})
	return screen
}

// AwaitText waits until the screen shows a text on one of its rows.
func (term *Terminal) AwaitText(text string) Screen {
	term.t.Helper()
	return term.Await(fmt.Sprintf("%q", text), func(s Screen) bool { return s.Shows(text) })
}

// AwaitExit waits until the program has ended and gives its exit status.
func (term *Terminal) AwaitExit() int {
	term.t.Helper()
	term.await("the end of the program", func() bool { return term.ended })
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.exit
}

// AwaitOutput waits until what was sent to the terminal is as wanted.
func (term *Terminal) AwaitOutput(what string, wanted func(Output) bool) Output {
	term.t.Helper()
	term.await(what, func() bool { return wanted(*term.out) })
	return term.Output()
}

// Output is all that was sent to the terminal, so far.
func (term *Terminal) Output() Output {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.out.clone()
}

// AltScreen reports whether the terminal shows its alternate screen.
func (term *Terminal) AltScreen() bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.emu.IsAltScreen()
}

// Left lists what differs from the terminal as the program found it: modes that
// are still set, how the terminal reads keys.
func (term *Terminal) Left() []string {
	left := term.Output().Left()
	state, err := xterm.GetState(term.file.Fd())
	if err != nil {
		return append(left, err.Error())
	}
	if !reflect.DeepEqual(state, term.state) {
		left = append(left, "the terminal is still raw")
	}
	return left
}

func (term *Terminal) await(what string, ok func() bool) {
	term.t.Helper()
	deadline := time.Now().Add(guard)
	late := time.AfterFunc(guard, term.changed.Broadcast)
	defer late.Stop()
	term.mu.Lock()
	defer term.mu.Unlock()
	for !ok() {
		if time.Now().After(deadline) || term.ended {
			term.t.Fatalf("waited in vain for %s; the screen shows:\n%s", what, term.frame)
		}
		term.changed.Wait()
	}
}
