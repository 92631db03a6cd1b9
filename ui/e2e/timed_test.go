//go:build linux

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"gloss/ui/screentest"
)

// timed is a program whose output is only timed: an emulator would take part
// of the time. What it wrote is looked at afterwards.
type timed struct {
	cmd    *exec.Cmd
	file   *os.File
	chunks chan chunk
	replay *screentest.Replay
	first  time.Duration // from the start to the first text
}

type chunk struct {
	at   time.Time
	text string
}

// settle is how long nothing may come before a screen counts as settled.
const settle = 60 * time.Millisecond

// The screen that is measured, in cells.
const columns, lines = 120, 40

// start starts the program and waits for its first text.
func start(b *testing.B, program string, args []string) *timed {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=")
	began := time.Now()
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: columns, Rows: lines})
	if err != nil {
		b.Fatal(err)
	}
	t := &timed{cmd: cmd, file: f, chunks: make(chan chunk, 1024), replay: screentest.NewReplay(columns, lines)}
	go func() {
		buf := make([]byte, 64<<10)
		for {
			n, err := f.Read(buf)
			if err != nil {
				close(t.chunks)
				return
			}
			text := string(buf[:n])
			if strings.Contains(text, ansi.RequestBackgroundColor) {
				_, _ = f.WriteString("\x1b]11;rgb:1111/1111/1111\x1b\\")
			}
			t.chunks <- chunk{time.Now(), text}
		}
	}()
	for c := range t.chunks {
		t.replay.Show(c.text)
		if strings.TrimSpace(ansi.Strip(c.text)) != "" {
			t.first = c.at.Sub(began)
			break
		}
	}
	return t
}

func (t *timed) stop() {
	_ = t.cmd.Process.Kill()
	_ = t.cmd.Wait()
	_ = t.file.Close()
	t.replay.Close()
}

// quiet takes what comes until nothing has come for d, and gives the time of
// the last.
func (t *timed) quiet(d time.Duration) (last time.Time) {
	var came []chunk
	for {
		select {
		case c := <-t.chunks:
			came = append(came, c)
			continue
		case <-time.After(d):
		}
		for _, c := range came {
			t.replay.Show(c.text)
			last = c.at
		}
		return last
	}
}

// key is the time from a key to the last change of the screen; ok is false for
// a key that changes nothing.
func (t *timed) key(key string) (settled time.Duration, ok bool) {
	began := time.Now()
	_, _ = t.file.WriteString(key)
	last := t.quiet(settle)
	return last.Sub(began), !last.IsZero()
}

// keyInText is the time from a key to the last change of the text, whatever
// else changes on the screen meanwhile.
func (t *timed) keyInText(key string) (settled time.Duration, ok bool) {
	shown := t.text()
	began := time.Now()
	_, _ = t.file.WriteString(key)
	for end := began.Add(2 * settle); time.Now().Before(end); {
		for _, c := range t.come(end) {
			t.replay.Show(c.text)
			if now := t.text(); !slices.Equal(now, shown) {
				shown, settled, ok = now, c.at.Sub(began), true
				end = c.at.Add(2 * settle)
			}
		}
	}
	return settled, ok
}

// come is what comes until then.
func (t *timed) come(until time.Time) (came []chunk) {
	for over := time.After(time.Until(until)); ; {
		select {
		case c := <-t.chunks:
			came = append(came, c)
		case <-over:
			return came
		}
	}
}

// text is the part of the screen that only the text can change: the contents
// and the notes stand beside it, header and footer above and below.
func (t *timed) text() []string { return t.replay.Screen().Part(32, 2, 48, lines-4) }

func (t *timed) shows(text string) bool { return t.replay.Screen().Shows(text) }

// until is the time from what is typed to the screen that shows a text.
func (t *timed) until(b *testing.B, typed, text string) time.Duration {
	b.Helper()
	began := time.Now()
	_, _ = t.file.WriteString(typed)
	hangs := time.After(hang)
	for {
		select {
		case c := <-t.chunks:
			if t.replay.Show(c.text); t.shows(text) {
				return c.at.Sub(began)
			}
		case <-hangs:
			b.Fatalf("waited in vain for %q; the screen shows:\n%s", text, t.replay.Screen())
		}
	}
}

// hang is when a program is given up.
const hang = 2 * time.Minute

func (t *timed) size(cols, rows int) time.Duration {
	began := time.Now()
	_ = pty.Setsize(t.file, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	t.replay.Resize(cols, rows)
	return t.quiet(settle).Sub(began)
}

// idle waits until the program has nothing to do any more.
func (t *timed) idle(b *testing.B) {
	b.Helper()
	const look = 500 * time.Millisecond
	for given := time.Now().Add(hang); time.Now().Before(given); {
		before := t.cpu(b)
		t.quiet(look)
		if t.cpu(b)-before < look/20 {
			return
		}
	}
	b.Fatalf("it never comes to rest; the screen shows:\n%s", t.replay.Screen())
}

// cpu is the processor time that the program's threads have taken, exactly:
// what ps shows is sampled, and misses or doubles the many short wakes of an
// idle program.
func (t *timed) cpu(b *testing.B) (sum time.Duration) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", t.cmd.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	for _, thread := range threads {
		if data, err := os.ReadFile(thread); err == nil { // a thread may end
			ns, _ := strconv.ParseInt(strings.Fields(string(data))[0], 10, 64)
			sum += time.Duration(ns)
		}
	}
	return sum
}

// peak is the most memory that was resident, in MB.
func (t *timed) peak(b *testing.B) float64 {
	b.Helper()
	bytes, err := peakMemory(t.cmd.Process.Pid)
	if err != nil {
		b.Fatal(err)
	}
	return float64(bytes) / (1 << 20)
}

// lateness watches how much later than asked the machine wakes one that only
// sleeps: what is measured meanwhile is late because the machine is busy with
// something else.
type lateness struct {
	worst atomic.Int64 // nanoseconds
	done  chan struct{}
}

// lateMax is how late the machine may be where a figure is to count.
const lateMax = 3 * time.Millisecond

func newLateness() *lateness {
	l := &lateness{done: make(chan struct{})}
	go func() {
		const nap = 2 * time.Millisecond
		for began := time.Now(); ; began = time.Now() {
			select {
			case <-time.After(nap):
				l.worst.Store(max(l.worst.Load(), int64(time.Since(began)-nap)))
			case <-l.done:
				return
			}
		}
	}()
	return l
}

func (l *lateness) stop() { close(l.done) }

// series is what was measured again and again.
type series struct {
	late  *lateness
	all   []time.Duration
	quiet []time.Duration // those during which the machine was not late
}

// add measures once more; ok is false where there was nothing to measure.
func (s *series) add(measure func() (took time.Duration, ok bool)) {
	s.late.worst.Store(0)
	took, ok := measure()
	if !ok {
		return
	}
	s.all = append(s.all, took)
	if time.Duration(s.late.worst.Load()) <= lateMax {
		s.quiet = append(s.quiet, took)
	}
}

// at is the time in milliseconds that so much of the series is no longer than,
// from 0 to 1. Where the machine was never quiet it is of all that was measured.
func (s *series) at(part float64) float64 {
	from := s.quiet
	if len(from) == 0 {
		from = s.all
	}
	if len(from) == 0 {
		return 0
	}
	slices.Sort(from)
	return float64(from[int(part*float64(len(from)-1))].Microseconds()) / 1000
}

func (s *series) median() float64 { return s.at(.5) }

func (s *series) p99() float64 { return s.at(.99) }

func (s *series) most() float64 { return s.at(1) }
