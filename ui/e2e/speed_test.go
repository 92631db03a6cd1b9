//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"gloss/ui/screentest"
)

// sample is a text that gloss is measured with.
type sample struct {
	name string
	file string // "" for the article
	make func() []byte
	word string // near the end
	long bool   // left out with -short
}

func samples() []sample {
	all := []sample{
		{name: "article", word: "sustainably"},
		{name: "headings-200000", file: "headings.md", make: func() []byte { return screentest.ManyHeadings(200_000) }},
		{name: "section-100MB", file: "section.md", make: func() []byte { return screentest.OneSection(100 << 20) }, long: true},
	}
	for _, size := range []struct {
		name  string
		bytes int
		long  bool
	}{{"8KB", 8 << 10, true}, {"1MB", 1 << 20, true}, {"10MB", 10 << 20, false}, {"100MB", 100 << 20, true}} {
		all = append(all,
			sample{name: "markdown-" + size.name, file: "long.md", make: func() []byte { return screentest.LongMarkdown(size.bytes) }, long: size.long},
			sample{name: "plain-" + size.name, file: "long.txt", make: func() []byte { return screentest.LongPlain(size.bytes) }, long: size.long},
		)
	}
	return all
}

// args are the arguments of the program that opens the sample.
func (s sample) args(b *testing.B) []string {
	if s.file == "" {
		return nil
	}
	path := filepath.Join(b.TempDir(), s.file)
	if err := os.WriteFile(path, s.make(), 0o600); err != nil {
		b.Fatal(err)
	}
	return []string{path}
}

// BenchmarkTerminal measures gloss from outside, in a terminal of 120×40: the
// budgets that the README names. Run it on a quiet machine, once; with -short it
// leaves out most texts and does little with the others:
//
//	go test ./ui/e2e -run '^$' -bench Terminal -benchtime 1x
func BenchmarkTerminal(b *testing.B) {
	program := filepath.Join(b.TempDir(), "gloss")
	if out, err := exec.Command("go", "build", "-o", program, "gloss").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, text := range samples() {
		if text.long && testing.Short() {
			continue
		}
		if text.word == "" {
			text.word = screentest.LastWord
		}
		b.Run(text.name, func(b *testing.B) {
			args := text.args(b)
			for b.Loop() {
				firstText(b, program, args)
				t := start(b, program, args)
				reading(b, t)
				read(b, t, text.word)
				resting(b, t)
				t.stop()
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

// times is how often something is measured.
func times(n int) int {
	if testing.Short() {
		return (n + 9) / 10
	}
	return n
}

// firstText reports how long a reader waits for something to read.
func firstText(b *testing.B, program string, args []string) {
	late := newLateness()
	defer late.stop()
	opened := series{late: late}
	for range times(11) {
		opened.add(func() (time.Duration, bool) {
			t := start(b, program, args)
			t.quiet(settle)
			t.stop()
			return t.first, true
		})
	}
	b.ReportMetric(opened.median(), "first-text-ms")
}

// reading reports how keys are answered from the first text on, until the
// footer no longer says that the text is being read, and a while beyond. The
// program keeps the machine busy itself then, so that every key counts.
func reading(b *testing.B, t *timed) {
	forth := []string{" ", "j", "]", "j", " ", "k", "b", "d", "[", "u"}
	var keys series
	began, read := time.Now(), time.Duration(0)
	for i := 0; i < times(60) || read == 0; i++ {
		if settled, ok := t.keyInText(forth[i%len(forth)]); ok {
			keys.all = append(keys.all, settled)
		}
		if took := time.Since(began); read == 0 && !t.shows("reading on") {
			read = took
		} else if took > hang {
			b.Fatalf("it never reads to the end; the screen shows:\n%s", t.replay.Screen())
		}
	}
	b.ReportMetric(read.Seconds(), "read-s")
	b.ReportMetric(keys.median(), "reading-key-median-ms")
	b.ReportMetric(keys.p99(), "reading-key-p99-ms")
	t.idle(b)
}

// press is a key, or what a terminal sends for one, pressed several times.
type press struct {
	key   string
	times int
}

// read reports what a reader waits for once the whole text is read.
func read(b *testing.B, t *timed, word string) {
	late := newLateness()
	defer late.stop()
	pressed := func(s *series, presses ...press) {
		for _, p := range presses {
			for range times(p.times) {
				s.add(func() (time.Duration, bool) { return t.key(p.key) })
			}
		}
	}
	none := func() *series { return &series{late: late} }
	ends, starts, keys, outline, looked, found, sizes, other := none(), none(), none(), none(), none(), none(), none(), none()

	pressed(other, press{"g", 1})
	for range times(5) {
		pressed(ends, press{"G", 1})
		pressed(starts, press{"g", 1})
	}
	pressed(keys, press{"j", 60}, press{"k", 20}, press{" ", 20}, press{"b", 10}, press{"d", 10}, press{"]", 12},
		press{"[", 12}, press{".", 6}, press{esc, 1}, press{"p", 4}, press{"T", 3}, press{":", 1}, press{esc, 1},
		press{"?", 1}, press{esc, 1})
	pressed(outline, press{"t", 1}, press{"j", 30}, press{" ", 20}, press{"G", 1}, press{"k", 20}, press{"b", 10},
		press{enter, 1}, press{"o", 1}, press{"g", 1}, press{enter, 1})
	pressed(other, press{":", 1})
	for _, letter := range "how many people" {
		pressed(looked, press{string(letter), 1})
	}
	pressed(other, press{esc, 1}, press{"g", 1})
	for range times(7) {
		pressed(other, press{"/", 1})
		found.add(func() (time.Duration, bool) { return t.until(b, pasted(word), "1 of "), true })
		t.idle(b)
		pressed(other, press{esc, 1})
	}
	for i := range times(10) {
		sizes.add(func() (time.Duration, bool) { return t.size(columns-20+i%2*20, lines), true })
	}
	b.ReportMetric(100-100*float64(len(keys.quiet))/float64(len(keys.all)), "machine-late-%")
	b.ReportMetric(ends.most(), "end-max-ms")
	b.ReportMetric(starts.most(), "start-max-ms")
	b.ReportMetric(keys.median(), "key-median-ms")
	b.ReportMetric(keys.p99(), "key-p99-ms")
	b.ReportMetric(outline.p99(), "outline-key-p99-ms")
	b.ReportMetric(looked.most(), "look-up-max-ms")
	b.ReportMetric(found.median(), "find-median-ms")
	b.ReportMetric(found.most(), "find-max-ms")
	b.ReportMetric(sizes.most(), "resize-max-ms")
}

// pasted is a text as a terminal pastes it.
func pasted(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

// resting reports what an idle program takes, and the most that it took.
func resting(b *testing.B, t *timed) {
	watched := time.Duration(times(10)) * time.Second
	t.quiet(2 * time.Second)
	before := t.cpu(b)
	t.quiet(watched)
	b.ReportMetric((t.cpu(b)-before).Seconds()/watched.Seconds()*100, "idle-%")
	b.ReportMetric(t.peak(b), "peak-MB")
}
