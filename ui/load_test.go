package ui

import (
	"context"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"gloss/content"
)

// TestMemoryLimitLeavesRoom: what a text of nothing but headings keeps is many
// times its size, and the collector must not run without end for it.
func TestMemoryLimitLeavesRoom(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	s := openMarkdown(t, strings.Repeat("# a\n\n", 200_000), 80, 24)
	runtime.GC()
	s.send(indexedMsg{})
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if limit := debug.SetMemoryLimit(-1); limit < int64(m.HeapAlloc)*5/4 {
		t.Errorf("the limit is %d MB, and %d MB are kept", limit>>20, m.HeapAlloc>>20)
	}
	runtime.KeepAlive(s)
}

// TestIdleLeavesTheCollectorIdle: what came to be kept since the limit was set,
// such as rendered blocks, makes room for itself when the program rests.
func TestIdleLeavesTheCollectorIdle(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	s := article(t, 120, 40)
	kept := make([]byte, 64<<20)
	s.send(rested{})
	if limit := debug.SetMemoryLimit(-1); limit < int64(roomFor(len(kept))) {
		t.Errorf("the limit is %d MB, and over %d MB are kept", limit>>20, len(kept)>>20)
	}
	before := debug.SetMemoryLimit(-1)
	if s.send(rested{}); debug.SetMemoryLimit(-1) != before {
		t.Error("with room enough the limit is set again")
	}
	runtime.KeepAlive(kept)
}

// TestMemoryLimitEndsWithTheProgram: whoever runs the program gets the
// collector back as it was.
func TestMemoryLimitEndsWithTheProgram(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	opened, err := content.Open("", nil)
	if err != nil {
		t.Fatal(err)
	}
	in, keys := io.Pipe()
	go func() {
		_, _ = io.WriteString(keys, "x") // returns when the program runs and has read it
		debug.SetMemoryLimit(before - 1)
		_, _ = io.WriteString(keys, "q")
	}()
	term := Terminal{In: in, Out: io.Discard, Environ: []string{"TERM=xterm-256color"}}
	if err := Run(context.Background(), NewOpened(OpenedAs[*content.Text](*opened)), term, Options{}); err != nil {
		t.Fatal(err)
	}
	if after := debug.SetMemoryLimit(-1); after != before {
		t.Errorf("the limit is %d after the program, %d before", after, before)
	}
}
