//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// story is a text of numbered paragraphs.
func story(from, to int) string {
	var b strings.Builder
	b.WriteString("# A story that goes on\n\n")
	for i := from; i <= to; i++ {
		fmt.Fprintf(&b, "Paragraph %d of the story.\n\n", i)
	}
	return b.String()
}

// top is the first words on the screen.
func (r *reader) top(s screentest.Screen) string {
	for _, row := range r.prose(s) {
		if row = strings.TrimSpace(row); row != "" {
			return row
		}
	}
	return ""
}

// A file that is written to, replaced, or gone and there again is read anew by
// itself. The reader stays at the words that were read.
func TestReadsAChangedFileAnew(t *testing.T) {
	t.Parallel()
	path := filepath.Join(files(t, map[string]string{"story.md": story(1, 60)}), "story.md")
	cmd := command(t, "story.md")
	cmd.Dir = filepath.Dir(path)
	r := open(t, cmd, path, 80, 24)
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.press("  ", "some pages on", shows("Paragraph 22 "))
	top := func(s screentest.Screen) string { return r.top(s) }
	first := top(r.Screen())

	put(strings.Replace(story(1, 60), "Paragraph 2 ", "Something longer than it was, and then some.\n\nParagraph 2 ", 1))
	r.Await("the same place after what was put in before", func(s screentest.Screen) bool { return top(s) == first && s.Shows("changed, and read anew") })

	// Replaced, as most editors do, with changes before and after the place.
	next := filepath.Join(filepath.Dir(path), "story.md.new")
	if err := os.WriteFile(next, []byte(story(5, 80)), 0o600); err != nil {
		t.Fatal(err)
	}
	r.press("?", "help, and no word of the change", shows("Looking things up"))
	if err := os.Rename(next, path); err != nil {
		t.Fatal(err)
	}
	r.press(esc, "the same place", func(s screentest.Screen) bool { return top(s) == first })
	r.press("/", "the prompt", func(s screentest.Screen) bool { return s.Cursor.Shown })
	r.press("paragraph 80", "what is new at the end", shows("Paragraph 80 ", "1 of 1"))
	r.press(esc, "the same place", func(s screentest.Screen) bool { return top(s) == first })

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r.Await("what was read stays", func(s screentest.Screen) bool {
		return top(s) == first && s.Shows("what was read stays: no such file: ")
	})
	put("ab\x00c") // and comes back as something else
	r.Await("what was read stays", func(s screentest.Screen) bool { return top(s) == first && s.Shows("NUL") })
	put(story(1, 30))
	r.Await("the text again", func(s screentest.Screen) bool { return s.Shows("Paragraph 22 ") && s.Shows("read anew") })
	put("# Shorter\n\nThan it was.\n")
	r.Await("what is left", shows("Than it was."))
	r.quit()
}

// Who is at the end of a file that grows stays at its end.
func TestStaysAtTheEndOfAGrowingFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(files(t, map[string]string{"log.txt": "The Log of a Night\n\nLine one of it.\n"}), "log.txt")
	r := open(t, command(t, path), path, 40, 15)
	r.press("G", "the end", shows("100%"))
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for i := range 5 {
		for j := range 20 {
			fmt.Fprintf(file, "\nLine %d.%d of it, and a few words more.\n", i, j)
		}
		r.AwaitText(fmt.Sprintf("Line %d.19 of it", i))
	}
	r.quit()
}

// r reads anew what cannot be watched, and says where there is nothing to read.
func TestReload(t *testing.T) {
	t.Parallel()
	path := filepath.Join(files(t, map[string]string{"story.md": story(1, 60)}), "story.md")
	r := open(t, command(t, path), path, 80, 24)
	r.press("r", "no change", shows("read anew: nothing has changed"))
	r.quit()

	r = openArticle(t, 80, 24)
	r.press("r", "that there is nothing to read", shows("there is nothing to reload"))
	r.press("e", "that there is nothing to edit", shows("no file here that an editor opens"))
	r.quit()
}

// e opens the reader's editor at the place, with the terminal its own, and comes
// back to what has become of the file.
func TestEdits(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{
		"story.md": story(1, 60),
		"bin/nano": "#!/bin/sh\nprintf 'EDITOR %s\\n' \"$*\"\nread word\nprintf '%s\\n' \"$word\" >\"$3\"\n",
	})
	path := filepath.Join(dir, "story.md")
	if err := os.Chmod(filepath.Join(dir, "bin", "nano"), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := command(t, path)
	cmd.Env = append(cmd.Env, "VISUAL="+filepath.Join(dir, "bin", "nano")+" -w", "EDITOR=false")
	r := open(t, cmd, path, 80, 24)
	s := r.press("  ", "two pages on", shows("Paragraph 22 "))
	var top int
	if _, err := fmt.Sscanf(r.top(s), "Paragraph %d", &top); err != nil {
		t.Fatal(err)
	}
	r.press("e", "the editor at the line", shows(fmt.Sprintf("EDITOR -w +%d %s", 1+2*top, path)))
	r.press("Rewritten as jjjqqq"+enter, "the new text", shows("Rewritten as jjjqqq", "read anew"))
	r.press("?", "help", shows("Looking things up"))
	r.press(esc, "the text", shows("Rewritten"))
	r.quit()
}
