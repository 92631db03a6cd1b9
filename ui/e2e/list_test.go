//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// shelfFiles are documents of several kinds.
func shelfFiles(t *testing.T) (dir string) {
	t.Helper()
	return files(t, map[string]string{
		"chapter2.md":       "# The second night\n\nNothing came out of the fog.\n\n" + screensful,
		"chapter10.md":      "# The tenth night\n\nThe lamp was lit again.\n",
		"page.html":         "<title>A saved page</title><p>Words of the page.</p>",
		"notes.txt":         "The Harbour Master's Log\n\nShips came and went.\n",
		"old/first.md":      "# Before all that\n\nThere was no harbour.\n",
		"picture.png":       "no text",
		".hidden.md":        "# Hidden\n",
		"story.notes.yaml":  "facts: []\n",
		"old/.keep":         "",
		"empty/picture.jpg": "",
	})
}

// A directory is a list to choose from, with the title and the first line of
// each document. One comes back to it where one left it.
func TestListOfADirectory(t *testing.T) {
	t.Parallel()
	dir := shelfFiles(t)
	r := &reader{Terminal: screentest.Start(t, command(t, dir), 80, 24), t: t, cols: 80, rows: 24}
	s := r.Await("the titles and first lines", shows("The second night", "Nothing came out of the fog.", "The tenth night", "A saved page", "Ships came and went.", "old"))
	for _, hidden := range []string{"picture.png", ".hidden", "notes.yaml"} {
		if s.Shows(hidden) {
			t.Errorf("the list has %s", hidden)
		}
	}
	if text := s.String(); strings.Index(text, "The second night") > strings.Index(text, "The tenth night") {
		t.Error("chapter 10 stands before chapter 2")
	}
	r.press("?", "help", shows("Looking things up"))
	list := r.press(esc, "the list", func(s screentest.Screen) bool { return !s.Shows("Looking") && s.Shows("The tenth night") })
	r.press("j"+enter, "the document", shows("The lamp was lit again.", "100%"))
	again := r.press(ctrl('o'), "the list again", shows("The second night", "The tenth night"))
	if again.String() == list.String() {
		t.Error("the selection did not stay at what was read")
	}
	r.press("/lamp", "what the filter leaves", func(s screentest.Screen) bool { return s.Shows("chapter10.md") && !s.Shows("chapter2.md") })
	r.press(enter, "the document", shows("The lamp was lit again.", "100%"))
	r.press("\x7f", "the list as it was filtered", func(s screentest.Screen) bool { return s.Shows("chapter10.md") && !s.Shows("chapter2.md") })
	r.press(esc, "all of it", shows("The second night"))
	r.press("G"+enter, "the list of the directory in it", shows("Before all that", "There was no harbour."))
	r.press(enter, "the document there", shows("There was no harbour.", "100%"))
	r.press(ctrl('o'), "its list", shows("Before all that"))
	r.press(ctrl('o'), "the first list", shows("The second night"))
	r.press(altRight+altRight, "forward to what was read", shows("There was no harbour.", "100%"))
	r.press(ctrl('o')+ctrl('o')+ctrl('o'), "no further back", shows("The second night", "no place to go back to"))

	if err := os.WriteFile(filepath.Join(dir, "new.md"), []byte("# Something new\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.press("r", "word of a new list", shows("listed anew"))
	r.press("g", "what is new", shows("Something new"))
	for _, size := range sizes {
		r.Resize(size[0], size[1])
		r.cols, r.rows = size[0], size[1]
	}
	r.Resize(80, 24)
	r.cols, r.rows = 80, 24
	r.Await("the list", shows("Something new"))
	r.quit()
}

// Several files are a list too.
func TestListOfFiles(t *testing.T) {
	t.Parallel()
	dir := shelfFiles(t)
	r := &reader{Terminal: screentest.Start(t, command(t, filepath.Join(dir, "page.html"), filepath.Join(dir, "old")), 120, 40), t: t, cols: 120, rows: 40}
	r.Await("both of them", shows("A saved page", "Words of the page.", "2 documents", "1 document"))
	r.press("r", "nothing to do", shows("named one by one"))
	r.press(enter, "the first", shows("Words of the page.", "A saved page", "1/1"))
	r.press(altLeft, "the list", shows("2 documents"))
	r.quit()
}

// A link to a directory leads to its list.
func TestLinkToADirectory(t *testing.T) {
	t.Parallel()
	dir := shelfFiles(t)
	path := filepath.Join(dir, "index.md")
	if err := os.WriteFile(path, []byte("# Index\n\nSee [the old](old/) and [nothing](empty/).\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := open(t, command(t, path), path, 80, 24)
	r.press("f1", "the list", shows("Before all that"))
	r.press(enter, "what is in it", shows("There was no harbour.", "100%"))
	r.press(ctrl('o')+ctrl('o'), "the text", shows("See the old"))
	r.press("f2", "why not", shows("holds nothing to read"))
	r.quit()
}
