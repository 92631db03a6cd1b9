//go:build unix

package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/ui/screentest"
)

// files writes files into a directory of their own, by their names.
func files(t *testing.T, texts map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range texts {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func shows(parts ...string) func(screentest.Screen) bool {
	return func(s screentest.Screen) bool {
		for _, part := range parts {
			if !s.Shows(part) {
				return false
			}
		}
		return true
	}
}

// sameWords is a screen with the same words on it.
func sameWords(before screentest.Screen) func(screentest.Screen) bool {
	return func(s screentest.Screen) bool { return slices.Equal(s.Rows, before.Rows) }
}

// screensful is some screens of text.
var screensful = strings.Repeat("Words that fill a line or two of the screen, and say nothing.\n\n", 60)

// A link to another file opens it in place. Back leads to the same place of the
// document before, with the same panel and theme, and forward to the other one
// again.
func TestFollowsLinksToFiles(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{
		"one.md":      "# One\n\n" + screensful + "## Two parts\n\nThere is [the other](sub/two.md#second-part), and [one that is not](gone.md).\n",
		"sub/two.md":  "# Other\n\n" + screensful + "## Second part\n\nHere it is. [Up](../one.md)\n\n" + screensful,
		"sub/x/y.txt": "",
	})
	path := filepath.Join(dir, "one.md")
	r := open(t, command(t, path), path, 120, 40)
	r.press("3", "the questions", func(s screentest.Screen) bool { return s.Shows("No questions") || s.Shows("QUESTIONS") })
	r.press("T", "the other theme", func(s screentest.Screen) bool { return !s.Shows("theme: dark") && s.Shows("theme: ") })
	before := r.press("G", "the end", shows("the other", "one that is not"))

	r.press("f", "the links with their targets", shows(filepath.Join(dir, "sub", "two.md")+"#second-part"))
	r.press(enter, "the place that the link leads to", shows("Here it is.", "2/2"))
	r.press("g", "its start", shows("1/2"))
	r.press(ctrl('o'), "back in its own history", shows("Here it is.", "2/2"))
	r.press(ctrl('o'), "where the link was:\n"+before.String()+"\n", sameWords(before))
	r.press(altRight, "forward again", shows("Here it is."))
	r.press("f", "the link back up", shows("one.md"))
	r.press("1", "the first document anew", shows("One", "1/2"))
	r.press(ctrl('o'), "back", shows("Here it is."))
	r.press(ctrl('o'), "back where it began:\n"+before.String()+"\n", sameWords(before))

	r.press("f", "the links", shows("gone.md"))
	r.press("2", "why it is not followed", shows("no such file: ", "the other"))
	r.quit()
}

// A link to a page of the web is fetched; Esc gives up waiting for it, and what
// goes wrong is said where the link is.
func TestFollowsLinksToTheWeb(t *testing.T) {
	t.Parallel()
	wait := make(chan struct{})
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch req.URL.Path {
		case "/page":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<title>A page</title><p>The lighthouse <a href=notes.md>stands</a>.</p>")
		case "/notes.md":
			w.Header().Set("Content-Type", "text/markdown")
			_, _ = io.WriteString(w, "# Notes\n\nOf the lighthouse. [Home](page) and [a file](file:///etc/motd)\n")
		case "/slow":
			w.Header().Set("Content-Length", "3000000")
			_, _ = w.Write(make([]byte, 1_500_000))
			w.(http.Flusher).Flush()
			select {
			case <-wait:
			case <-req.Context().Done():
			}
		default:
			http.NotFound(w, req)
		}
	}))
	t.Cleanup(site.Close)
	t.Cleanup(func() { close(wait) })
	dir := files(t, map[string]string{"start.md": "# Start\n\n- [page](" + site.URL + "/page)\n- [slow](" + site.URL + "/slow)\n- [none](" + site.URL + "/none)\n"})
	path := filepath.Join(dir, "start.md")
	r := open(t, command(t, path), path, 80, 24)
	before := r.press("k", "the text", shows("• slow"))

	r.press("f", "the links", shows("/page"))
	r.press("1", "the page", shows("The lighthouse stands."))
	r.press("f", "its link, in full", shows(site.URL+"/notes.md"))
	r.press("1", "the page that it leads to", shows("Of the lighthouse."))
	r.press("f", "its links", shows(site.URL+"/page", "file:///etc/motd"))
	r.press("2", "no way to this machine", shows("http and https only"))
	r.press(ctrl('o'), "the first page", shows("The lighthouse stands."))
	r.press(ctrl('o'), "the start", sameWords(before))

	r.press("f", "the links", shows("/slow"))
	r.press("2", "how much has come", shows("50% of the 3.0 MB of", "/slow", "Esc stops it"))
	r.press(esc, "the start, and what was left", shows("• slow", "stopped: nothing of "+site.URL+"/slow was read"))

	row := slices.IndexFunc(r.Screen().Rows, func(row string) bool { return strings.Contains(row, "• page") })
	r.Click(strings.Index(r.Screen().Rows[row], "page"), row) // two cells to the right: the sign before it has three bytes
	r.press("", "where the link leads, before it is followed", shows(site.URL+"/page", "Enter follow"))
	r.press(esc, "the start", shows("• slow"))
	r.press("f", "the links", shows("/none"))
	r.press("3", "what went wrong", shows("• slow", "404 not found"))
	r.press(altRight, "nothing ahead", shows("no place to go forward to"))
	r.quit()
}

// o hands a page to the system's browser, and nothing else to it.
func TestHandsALinkToTheBrowser(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{
		"start.md": "# Start\n\n- [page](https://example.org/a?b=c&d#e)\n- [file](other.md)\n- [mail](mailto:ann@example.org)\n- [odd](vscode://run)\n",
		"xdg-open": "#!/bin/sh\necho \"$1\" >>\"${0%/*}/handed\"\n",
	})
	if err := os.Chmod(filepath.Join(dir, "xdg-open"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("xdg-open", filepath.Join(dir, "open")); err != nil { // as macOS calls it
		t.Fatal(err)
	}
	path := filepath.Join(dir, "start.md")
	cmd := command(t, path)
	cmd.Env = append(cmd.Env, "PATH="+dir+":"+os.Getenv("PATH"))
	r := open(t, cmd, path, 80, 24)
	for i, want := range []string{
		"handed to the browser: https://example.org/a?b=c&d#e",
		"a browser gets pages of the web and addresses of mail alone",
		"handed to the browser: mailto:ann@example.org",
		"a browser gets pages of the web and addresses of mail alone",
	} {
		r.press("f", "the links", shows("o browser"))
		r.press(strings.Repeat("j", i)+"o", want, shows(want))
		r.press(esc, "the text", func(s screentest.Screen) bool { return !s.Shows("o browser") && !s.Shows(want) })
	}
	r.quit()
	handed, err := os.ReadFile(filepath.Join(dir, "handed"))
	if want := "https://example.org/a?b=c&d#e\nmailto:ann@example.org\n"; string(handed) != want || err != nil {
		t.Errorf("the browser got %q, %v; want %q", handed, err, want)
	}
}
