//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// pathological are texts on which readers hang, at the size at which they do.
func pathological() map[string]string {
	return map[string]string{
		"nothing":        "",
		"a word":         "word",
		"nested quotes":  strings.Repeat(">", 20_000) + " deep",
		"open brackets":  strings.Repeat("[", 60_000),
		"open pictures":  strings.Repeat("![", 50_000),
		"open emphasis":  strings.Repeat("*a ", 50_000),
		"underscores":    strings.Repeat("_", 60_000) + "a",
		"backticks":      strings.Repeat("`", 60_000) + "a",
		"tags":           strings.Repeat("<a ", 60_000),
		"ampersands":     strings.Repeat("&", 100_000),
		"nested lists":   nestedLists(1_000),
		"references":     strings.Repeat("[a]: b\n", 50_000),
		"links":          strings.Repeat("[a](b) ", 50_000),
		"headings":       strings.Repeat("# h\n", 100_000),
		"fences":         strings.Repeat("```\n", 50_001),
		"a wide table":   strings.Repeat("|c", 400) + "|\n" + strings.Repeat("|-", 400) + "|\n" + strings.Repeat("|v", 400) + "|",
		"one long line":  strings.Repeat("word ", 1_000_000),
		"one long word":  strings.Repeat("x", 5_000_000),
		"wide letters":   strings.Repeat("漢", 300_000),
		"joined emoji":   strings.Repeat("👩‍👩‍👧", 20_000),
		"one emoji":      strings.Repeat("👩\u200d", 50_000),
		"one letter":     strings.Repeat("\u0915\u094d", 50_000),
		"combining mark": "a" + strings.Repeat("\u0301", 200_000),
	}
}

func nestedLists(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// Such a text is shown, can be read to its end and searched, and q quits. The
// hang guard of every wait says how long each may take.
func TestPathologicalText(t *testing.T) {
	for name, text := range pathological() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "text.md")
			if err := os.WriteFile(path, []byte(text+"\n\nThe end of it.\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			r := &reader{Terminal: screentest.Start(t, command(t, path), 120, 40), t: t, cols: 120, rows: 40}
			r.Await("the first screen", func(s screentest.Screen) bool {
				return strings.Count(s.Rows[1], "─") == r.cols && r.percent(s) >= 0
			})
			r.press("G", "the end", func(s screentest.Screen) bool { return r.percent(s) == 100 && s.Shows("The end of it.") })
			r.Type("/end of it")
			r.AwaitText("1 of 1 ")
			r.press(enter, "the prompt closed", func(s screentest.Screen) bool { return r.percent(s) == 100 })
			r.quit()
		})
	}
}

// pathologicalSources are files of other kinds on which the program once was
// slow, large or dead, by name. They are made when they are asked for: the program
// is this binary too.
func pathologicalSources() map[string]string {
	return map[string]string{
		"picture.html":  "<p>word<svg><title>" + strings.Repeat("<br>x", 500_000) + "</title></svg>",
		"links.html":    strings.Repeat("<a href=x>word</a> ", 20_000),
		"text.epub":     epub("word", strings.Repeat("word ", 1<<20), strings.Repeat("word ", 1<<20)),
		"uneven.csv":    "word,b\n" + strings.Repeat(strings.Repeat("1,2\n", 39)+strings.Repeat(",", 10_000)+"\n", 50),
		"lists.md":      "---\ntitle: " + strings.Repeat("[", 16_000) + "\n---\nword",
		"packed.txt.gz": gzipped("word\n\n" + strings.Repeat("x", 32<<20)),
		"wide.txt":      wide("\ufeff"+strings.Repeat("word\n", 200_000)) + "x",
	}
}

// memoryMax is what the program may take of any of them, in bytes. Its own budget is
// 40 MB and two and a half times the text; this is a guard against what grows.
const memoryMax = 250 << 20

// Such a file is shown while it is still being read, q quits at once, and the
// memory that was taken is in proportion.
func TestPathologicalSources(t *testing.T) {
	for name, data := range pathologicalSources() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := command(t, path)
			r := &reader{Terminal: screentest.Start(t, cmd, 120, 40), t: t, cols: 120, rows: 40}
			r.awaitText()
			used, err := peakMemory(cmd.Process.Pid)
			if err != nil || used > memoryMax && !raced {
				t.Errorf("%d MB were taken, %v", used>>20, err)
			}
			r.quit()
		})
	}
}
