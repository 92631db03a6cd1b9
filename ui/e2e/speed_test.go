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
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"gloss/ui/screentest"
)

// BenchmarkTerminal measures gloss from outside, in a terminal of 120×40: the
// budgets that the README names. Run it on a quiet machine, once:
//
//	go test ./ui/e2e -run '^$' -bench Terminal -benchtime 1x
func BenchmarkTerminal(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "gloss")
	if out, err := exec.Command("go", "build", "-o", program, "gloss").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	long := filepath.Join(dir, "long.md")
	if err := os.WriteFile(long, screentest.LongMarkdown(10<<20), 0o600); err != nil {
		b.Fatal(err)
	}
	for _, text := range []struct {
		name string
		args []string
	}{{"article", nil}, {"10MB", []string{long}}} {
		b.Run(text.name, func(b *testing.B) {
			for b.Loop() {
				measure(b, program, text.args)
			}
		})
	}
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			if err := exec.Command(program, "find", "net profit").Run(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/find")
	})
}

// measure reports what a reader waits for, and what it costs.
func measure(b *testing.B, program string, args []string) {
	var opened []time.Duration
	for range 9 {
		t := start(b, program, args)
		opened = append(opened, t.first)
		t.stop()
	}
	slices.Sort(opened)
	b.ReportMetric(ms(opened[len(opened)/2]), "first-text-ms")

	t := start(b, program, args)
	defer t.stop()
	t.quiet(5 * time.Second) // the rest is read and indexed
	late := lateness()
	var keys, sizes []time.Duration
	for _, run := range []struct {
		key   string
		times int
	}{
		{"j", 60}, {"k", 20}, {" ", 20}, {"b", 10}, {"d", 10}, {"]", 12}, {"[", 12}, {"G", 1}, {"g", 1}, {"G", 1}, {"g", 1},
		{".", 6}, {"\x1b", 1}, {"p", 4}, {"T", 3}, {":", 1}, {"\x1b", 1}, {"?", 1}, {"\x1b", 1},
	} {
		for range run.times {
			if _, last, ok := t.key(run.key); ok {
				keys = append(keys, last)
			}
		}
	}
	looked, found := t.results(":", "how many people", last), t.results("/", "section 12", first)
	for i := range 10 {
		sizes = append(sizes, t.size(100+i%2*20, 40))
	}
	b.ReportMetric(ms(late()), "machine-late-max-ms")
	slices.Sort(keys)
	slices.Sort(sizes)
	b.ReportMetric(ms(keys[len(keys)/2]), "key-median-ms")
	b.ReportMetric(ms(keys[len(keys)*99/100]), "key-p99-ms")
	b.ReportMetric(ms(sizes[len(sizes)-1]), "resize-max-ms")
	b.ReportMetric(ms(looked), "look-up-max-ms")
	b.ReportMetric(ms(found), "find-max-ms")
	t.quiet(2 * time.Second)
	before := t.cpu(b)
	t.quiet(10 * time.Second)
	b.ReportMetric((t.cpu(b)-before).Seconds()*10, "idle-%")
	b.ReportMetric(t.peak(b), "peak-MB")
}

// lateness watches how much later than asked the machine wakes a process that
// only sleeps, until it is asked for the most. Where that is more than a few
// milliseconds the machine was busy with something else, and the figures are
// its own.
func lateness() (most func() time.Duration) {
	const nap = 8 * time.Millisecond
	stop, worst := make(chan struct{}), make(chan time.Duration)
	go func() {
		var late time.Duration
		for {
			began := time.Now()
			select {
			case <-time.After(nap):
				late = max(late, time.Since(began)-nap)
			case <-stop:
				worst <- late
				return
			}
		}
	}()
	return func() time.Duration {
		close(stop)
		return <-worst
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// timed is a program whose output is only timed: an emulator would take part
// of the time.
type timed struct {
	cmd    *exec.Cmd
	file   *os.File
	chunks chan chunk
	first  time.Duration // from the start to the first text
}

type chunk struct {
	at   time.Time
	text string
}

// settle is how long nothing may come before a screen counts as settled.
const settle = 60 * time.Millisecond

func start(b *testing.B, program string, args []string) *timed {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=")
	began := time.Now()
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Fatal(err)
	}
	t := &timed{cmd: cmd, file: f, chunks: make(chan chunk, 1024)}
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
		if strings.TrimSpace(ansi.Strip(c.text)) != "" {
			t.first = c.at.Sub(began)
			break
		}
	}
	t.quiet(4 * settle)
	return t
}

// quiet takes what comes until nothing has come for d, and gives the time of
// the last.
func (t *timed) quiet(d time.Duration) (last time.Time) {
	for {
		select {
		case c := <-t.chunks:
			last = c.at
		case <-time.After(d):
			return last
		}
	}
}

// key is the time from a key to the first change of the screen, and to the
// last; ok is false for a key that changes nothing.
func (t *timed) key(key string) (first, last time.Duration, ok bool) {
	began := time.Now()
	_, _ = t.file.WriteString(key)
	select {
	case c := <-t.chunks:
		first, last = c.at.Sub(began), c.at.Sub(began)
	case <-time.After(settle):
		return 0, 0, false
	}
	if at := t.quiet(settle); !at.IsZero() {
		last = at.Sub(began)
	}
	return first, last, true
}

// results opens a box, types a query and is the longest time from a letter to
// its results: the last change of the screen where they come at once, the
// first where a count goes on behind them.
func (t *timed) results(open, query string, count func(first, last time.Duration) time.Duration) (most time.Duration) {
	t.key(open)
	for _, letter := range query {
		if one, all, ok := t.key(string(letter)); ok {
			most = max(most, count(one, all))
		}
	}
	t.key("\x1b")
	return most
}

func first(one, _ time.Duration) time.Duration { return one }

func last(_, all time.Duration) time.Duration { return all }

func (t *timed) size(cols, rows int) time.Duration {
	began := time.Now()
	_ = pty.Setsize(t.file, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	return t.quiet(settle).Sub(began)
}

func (t *timed) stop() {
	_ = t.cmd.Process.Kill()
	_ = t.cmd.Wait()
	_ = t.file.Close()
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
	_, after, _ := strings.Cut(t.proc(b, "status"), "VmHWM:")
	kb, _ := strconv.Atoi(strings.Fields(after)[0])
	return float64(kb) / 1024
}

func (t *timed) proc(b *testing.B, name string) string {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", t.cmd.Process.Pid, name))
	if err != nil {
		b.Fatal(err)
	}
	return string(data)
}
