//go:build unix

package e2e

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gloss/content"
	"gloss/content/clean"
	"gloss/ui"
	"gloss/ui/cli"
	"gloss/ui/screentest"
)

// hostilePath writes a hostile source under a name that is hostile too.
func hostilePath(t *testing.T, ending, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a\x1b]0;pwned\x07\u202e\u009b66;6mb"+ending)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// next presses a key that changes the screen.
func (r *reader) next(key string) screentest.Screen {
	r.t.Helper()
	before := r.Screen()
	return r.press(key, "another screen", func(s screentest.Screen) bool { return !s.Equal(before) })
}

// awaitText waits for a first screen that has text, whatever that is.
func (r *reader) awaitText() {
	r.t.Helper()
	r.Await("the text", func(s screentest.Screen) bool {
		return strings.Count(s.Rows[1], "─") == r.cols && strings.Join(r.prose(s), "") != "" && !s.Shows("Nothing to read")
	})
}

// readThrough reads a hostile text to its end, looking up, following and copying
// what it can, and quits.
func (r *reader) readThrough() {
	r.t.Helper()
	r.awaitText()
	closed := func(s screentest.Screen) bool { return !s.Shows("╭─") && !s.Cursor.Shown } // a late word of what was copied may stand in the footer
	r.next("y")
	r.next(":")
	r.next("text")
	r.next(down)
	r.next(ctrl('y'))
	r.press(esc, "the text", closed)
	r.next("/")
	r.next("text\u202e")
	s := r.press(esc, "the text", closed)
	for linked := false; r.percent(s) < 100; s = r.next(" ") {
		if linked || !s.Shows("link") {
			continue
		}
		if r.next("f"); !r.Screen().Shows("no links") {
			linked = true
			r.next("y")
		}
		r.press(esc, "the text", closed)
	}
	r.quit()
	out := r.Output()
	for sequence := range out.CSI {
		if strings.Contains(sequence, "66;6;") {
			r.t.Errorf("the text's own sequence was sent: CSI %s", sequence)
		}
	}
	if len(out.Copied) == 0 || slices.Contains(out.Copied, "pwned") || slices.Contains(out.Titles, "pwned") {
		r.t.Errorf("titles %q, copied %q", out.Titles, out.Copied)
	}
}

// Nothing of a hostile source of any kind reaches the terminal but what can be
// seen.
func TestHostileSourcesAreHarmless(t *testing.T) {
	for ending, data := range hostileSources(t) {
		t.Run(ending, func(t *testing.T) {
			t.Parallel()
			cmd := command(t, hostilePath(t, ending, data))
			r := &reader{Terminal: screentest.Start(t, cmd, 100, 40), t: t, cols: 100, rows: 40}
			r.readThrough()
		})
	}
	t.Run("standard input", func(t *testing.T) {
		t.Parallel()
		inner := command(t)
		cmd := exec.Command("/bin/sh", "-c", `"$GLOSS" - <"$TEXT"`)
		cmd.Dir, cmd.Env = inner.Dir, append(inner.Env, "GLOSS="+inner.Path, "TEXT="+hostilePath(t, ".html", hostilePage()))
		r := &reader{Terminal: screentest.Start(t, cmd, 100, 40), t: t, cols: 100, rows: 40}
		r.readThrough()
	})
	t.Run("an address", func(t *testing.T) {
		t.Parallel()
		address := answering(t, "HTTP/1.1 200 "+attacks[0]+"\r\nContent-Type: text/html; charset=\"\u202e\u009b66;6m\"\r\n\r\n"+hostilePage())
		r := &reader{Terminal: screentest.Start(t, command(t, address), 100, 40), t: t, cols: 100, rows: 40}
		r.readThrough()
	})
}

// answering is the address of a server that has one answer, which it does not
// look at.
func answering(t *testing.T, answer string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = c.Read(make([]byte, 64<<10))
			_, _ = io.WriteString(c, answer)
			_ = c.Close()
		}
	}()
	return "http://" + l.Addr().String() + "/a"
}

// printed is what a command prints, here and not in a terminal.
func printed(args ...string) (out, errs string, status int) {
	var o, e bytes.Buffer
	status = cli.Run(context.Background(), cli.Program{
		In: strings.NewReader(""), Out: &o, Err: &e, Clean: clean.Line, Endings: content.Endings(),
		Open: func(source string) (*ui.Opened, error) {
			opened, err := content.Open(source, nil)
			if err != nil {
				return nil, err
			}
			return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
		},
	}, args)
	return o.String(), e.String(), status
}

// harmless says what is wrong with something printed: sequences and what shows
// nothing.
func harmless(text string) []string {
	out := screentest.NewOutput()
	_, _ = out.Write([]byte(text))
	for sequence := range out.CSI {
		out.Alien = append(out.Alien, "CSI "+sequence)
	}
	return append(append(out.Alien, out.Titles...), out.Copied...)
}

// What the commands print of such a source is as harmless, and so are the values
// that a program finds in their JSON and CSV.
func TestHostileSourcesAreHarmlessInPrint(t *testing.T) {
	for ending, data := range hostileSources(t) {
		t.Run(ending, func(t *testing.T) {
			t.Parallel()
			path := hostilePath(t, ending, data)
			for _, args := range [][]string{
				{"print"}, {"print", "--markdown"}, {"print", "--json"}, {"print", "--plain"}, {"outline"}, {"outline", "--csv"}, {"outline", "--json"},
				{"find", "text"}, {"find", "text", "--json"}, {"find", "text", "--csv"}, {"find", "pwned\x1b[66;6m"},
			} {
				out, errs, status := printed(append(args, path)...)
				if status > 1 || args[0] == "print" && out == "" {
					t.Errorf("%q: status %d, %s", args, status, errs)
				}
				for _, wrong := range append(harmless(out), harmless(errs)...) {
					t.Errorf("%q prints %s", args, wrong)
				}
				for _, value := range values(t, args, out) {
					for _, wrong := range harmless(value) {
						t.Errorf("%q has a value with %s", args, wrong)
					}
				}
			}
		})
	}
}

// values are the texts in what a program reads.
func values(t *testing.T, args []string, out string) []string {
	t.Helper()
	var all []string
	switch args[len(args)-1] {
	case "--json":
		for d := json.NewDecoder(strings.NewReader(out)); ; {
			token, err := d.Token()
			if err == io.EOF {
				return all
			}
			if err != nil {
				t.Fatalf("%q: %v", args, err)
			}
			if text, ok := token.(string); ok {
				all = append(all, text)
			}
		}
	case "--csv":
		records, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatalf("%q: %v", args, err)
		}
		all = slices.Concat(records...)
	}
	return all
}

// An error is one harmless line, whatever it has to name.
func TestHostileErrorsAreHarmless(t *testing.T) {
	t.Parallel()
	all := strings.ReplaceAll(strings.Join(attacks, " "), "\x00", "")
	header := strings.Map(func(r rune) rune { // what stays within its line
		if r == '\r' || r == '\n' {
			return ' '
		}
		return r
	}, all)
	for name, source := range map[string]string{
		"no such file":        "a" + all + ".md",
		"a format":            hostilePath(t, ".pdf", ""),
		"binary":              hostilePath(t, ".md", "a\x00"),
		"a broken book":       hostilePath(t, ".epub", "PK\x03\x04"),
		"a broken gzip":       hostilePath(t, ".md.gz", "\x1f\x8b\x1b]0;pwned\x07"),
		"a scheme":            "a" + "://" + all,
		"an address":          "http://127.0.0.1:1/" + all,
		"a host":              "http://" + all + "/",
		"a type":              answering(t, "HTTP/1.1 200 OK\r\nContent-Type: image/"+header+"\r\n\r\n"),
		"a type in quotes":    answering(t, "HTTP/1.1 200 OK\r\nContent-Type: a\u202e/b; c=\""+header+"\"\r\n\r\n"),
		"a status":            answering(t, "HTTP/1.1 404 "+header+"\r\n\r\n"),
		"a way on":            answering(t, "HTTP/1.1 302 Found\r\nLocation: http://"+header+"\r\n\r\n"),
		"a way on to another": answering(t, "HTTP/1.1 302 Found\r\nLocation: x\u202e://"+header+"\r\n\r\n"),
		"a way on elsewhere":  answering(t, "HTTP/1.1 302 Found\r\nLocation: data:%1b]0;pwned%07\r\n\r\n"),
		"no HTTP":             answering(t, header+"\r\n\r\n"),
		"an encoding":         answering(t, "HTTP/1.1 200 OK\r\nTransfer-Encoding: "+header+"\r\n\r\n"),
		"no length":           answering(t, "HTTP/1.1 200 OK\r\nContent-Length: "+header+"\r\n\r\n"),
		"no header":           answering(t, "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n"),
	} {
		out, errs, status := printed("print", source)
		if status != 2 || out != "" || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "gloss: ") {
			t.Errorf("%s: status %d, %q, %q", name, status, out, errs)
		}
		for _, wrong := range harmless(errs) {
			t.Errorf("%s: the error has %s", name, wrong)
		}
		if strings.ContainsFunc(strings.TrimSuffix(errs, "\n"), unicode.IsControl) {
			t.Errorf("%s: %q", name, errs)
		}
	}
}

// Joiners are as invisible as what deceives, but words and emoji need them.
func TestJoinersStay(t *testing.T) {
	t.Parallel()
	const words = "👩\u200d👩\u200d👧 می\u200cخواهم क\u094d\u200dष ❤\ufe0f"
	for ending, data := range map[string]string{
		".md": words, ".txt": words, ".go": words, ".csv": "a,b\n1," + words, ".html": "<title>" + words + "</title><p>" + words, ".epub": epub(words, words),
		".u.txt": wide("\ufeff" + words), ".f.md": "---\ntitle: " + words + "\n---\n" + words,
	} {
		path := filepath.Join(t.TempDir(), "a"+ending)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{"--markdown", "--json", "--width=0"} {
			if out, errs, _ := printed("print", form, path); !strings.Contains(out, words) || errs != "" {
				t.Errorf("%s, %s: %q, %s", ending, form, out, errs)
			}
		}
	}
}
