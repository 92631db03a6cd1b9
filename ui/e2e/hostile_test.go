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

// attacks are what a hostile text holds: sequences of every kind in every
// spelling, whole and broken off, and characters that lie about the text. Those
// with parameters have 66;6, so that they can be told from our own.
var attacks = []string{
	"\x1b[66;6H", "\x1b[38;2;66;6;66m", "\x1b[2J\x1b[66;6r", "\x1b[?66;6h", "\x1b[>66;6m",
	"\x1b]0;pwned\x07", "\x1b]2;pwned\x1b\\", "\x1b]52;c;cHduZWQ=\x07", "\x1b]8;;http://pwned\x1b\\x\x1b]8;;\x1b\\", "\x1b]11;#ff0000\x07",
	"\x1bP+q544e\x1b\\", "\x1b_Gi=1;AAAA\x1b\\", "\x1b^pwned\x1b\\", "\x1bXpwned\x1b\\", "\x1bc", "\x1b(0", "\x1b#8", "\x1b7",
	"\u009b66;6m", "\u009d0;pwned\u009c", "\u0090+q\u009c", "\u009fG\u009c", "\u009epwned\u009c", "\u0098pwned\u009c", "\u0085", "\u0084",
	"\x1b", "\x1b[", "\x1b]52;c;", "\x1bP", "\x1b_", "\u009d", "\x1b[66;6", "\x1b]0;pwned",
	"\x07", "\x08\x08\x08", "\x0e", "\x0f", "\x7f", "\x05",
	"\u202epwned\u202c", "\u2066pwned\u2069", "\u200f", "\u061c", "\u200b", "\ufeff", "\u2028", "\U000e0041", "\u00ad", "\u2064", "\ufff9",
	"&#27;[66;6m", "&#x1b;]0;pwned&#7;", "&#x1B;]52;c;cHduZWQ=&#x07;", "&#155;66;6m", "&#x9b;66;6m", "&#8238;pwned", "&#x202e;", "&Tab;&NewLine;", "&#0;", "&shy;&zwj;&rlm;",
	"%1b%5b66;6m", "%1B]0;pwned%07", "%c2%9b66;6m", "%e2%80%ae",
	"\\\x1b[66;6m", "\x1b**[66;6m**", "\x1b\\[66;6m", "&#27;<b></b>[66;6m", "\x1b<!-- -->[66;6m",
}

// places are where a text can hold them.
var places = []string{
	"# Heading %s", "Text %s text.", "*%s* **%s** ~~%s~~", "Code `%s` code.", "> Quote %s", "- Item %s\n  - Item %s", "1. Item %s",
	"```go %s\nfunc %s() {}\n```", "    code %s", "| a | b |\n|---|---|\n| %s | %s |", "[link %s](http://a/%s)", "[link](<#%s> \"%s\")", "<http://a/%s>",
	"![picture %s](x%s)", "[ref %s][r%s]\n\n[r%s]: http://b/%s '%s'", "<div title='%s'>block %s</div>", "inline <b title='%s'>%s</b>",
	"Foot[^1%s]\n\n[^1%s]: note %s", "<!-- %s -->", "<script>%s</script>", "- [ ] task %s", "Line %s\\\nline",
}

// hostileText holds every attack in every place.
func hostileText() string {
	var b strings.Builder
	b.WriteString("# A text\x1b]0;pwned\x07 with a name\n\nSomebody said something. It cost 5 dollars. Was it true?\n\n")
	for _, place := range places {
		for _, attack := range attacks {
			b.WriteString(strings.ReplaceAll(place, "%s", attack) + "\n\n")
		}
	}
	return b.String()
}

// hostileNotes are right in form, and some are not.
func hostileNotes() string {
	var b strings.Builder
	yaml := func(s string) string { return fmt.Sprintf("%q", strings.ToValidUTF8(s, "?")) }
	all := yaml(strings.Join(attacks, " "))
	fmt.Fprintf(&b, "facts:\n- {text: %s, source: %s, standing: stated, quote: Somebody said something.}\n", all, all)
	for _, attack := range attacks[:40] {
		fmt.Fprintf(&b, "- {text: %s, source: %s, standing: stated, quote: Somebody said something.}\n", yaml("A "+attack), yaml("B "+attack))
	}
	fmt.Fprintf(&b, "- {text: x, source: y, standing: %s, quote: %s}\n", all, all)
	fmt.Fprintf(&b, "figures:\n- {measure: %s, group: %s, value: 5, unit: %s, period: %s, check: {source: %s, text: %s, agrees: false}, quote: It cost 5 dollars.}\n", all, all, all, all, all, all)
	fmt.Fprintf(&b, "questions:\n- {text: %s, theme: %s, by: %s, quote: 'Was it true?', sides: [Somebody said something.]}\n", all, all, all)
	fmt.Fprintf(&b, "names:\n- {name: Somebody, type: person, is: %s, quote: Somebody said something.}\n", all)
	return b.String()
}

// hostileFile writes both under a name that is hostile too.
func hostileFile(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a\x1b]0;pwned\x07\u202e\u009b66;6mb")
	for ext, text := range map[string]string{".md": hostileText(), ".notes.yaml": hostileNotes()} {
		if err := os.WriteFile(name+ext, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return name + ".md"
}

// Nothing of a hostile text reaches the terminal but what can be seen, whatever
// is opened, looked up, copied or pasted.
func TestHostileTextIsHarmless(t *testing.T) {
	t.Parallel()
	path := hostileFile(t)
	r := open(t, command(t, path), path, 120, 40)
	if len(r.doc.Notes.Facts) < 10 || len(r.doc.Notes.Figures) != 1 || len(r.doc.Notes.Names) != 1 {
		t.Fatalf("the notes did not load: %d %d %d %d\n%q", len(r.doc.Notes.Facts), len(r.doc.Notes.Figures), len(r.doc.Notes.Questions), len(r.doc.Notes.Names), r.text.Problems())
	}
	next := func(key string) screentest.Screen {
		before := r.Screen()
		return r.press(key, "another screen", func(s screentest.Screen) bool { return !s.Equal(before) })
	}
	back := func() {
		r.press(esc, "the text alone", func(s screentest.Screen) bool {
			return r.settled(s) && !s.Shows("╭─") && !strings.HasPrefix(s.Rows[r.rows-1], " /") &&
				r.marked(s, dark.Passage, dark.Mention) == ""
		})
	}
	for panel, kind := range kinds {
		r.openPanel(panel)
		for range min(3, len(r.doc.Notes.Of(kind))) {
			next(".")
		}
		next("i")
		next("y")
		next("i")
		next("y")
		next("+")
		back()
	}
	next("K")
	next("y")
	back()
	next("t")
	next("G")
	next(enter)
	next("g")
	for _, open := range []string{":", "/"} {
		next(open)
		next("\x1b[200~" + strings.Join(attacks, "") + "\x9b66;6m\x9d0;pwned\x9c\x00" + "\x1b[201~")
		next("text\u202e\u009b")
		back()
	}
	for followed := false; r.percent(r.Screen()) < 100; {
		if s := next(" "); s.Shows("link") && !followed {
			followed = true // one may lead back to the start
			next("f")
			next("y")
			next("j")
			next("y")
			next("f")
			next("f")
			next(enter)
		}
	}
	r.quit()
	out := r.Output()
	for sequence := range out.CSI {
		if strings.Contains(sequence, "66;6;") {
			t.Errorf("the text's own sequence was sent: CSI %s", sequence)
		}
	}
	if len(out.Copied) < 10 {
		t.Errorf("%d copies were made, want some", len(out.Copied))
	}
	for _, title := range out.Titles {
		if strings.Contains(title, "pwned") {
			t.Errorf("the window's title is %q", title)
		}
	}
}

// The commands that print are held to the same on a terminal.
func TestHostileTextIsHarmlessInPrint(t *testing.T) {
	path := hostileFile(t)
	for _, args := range [][]string{
		{"print", path}, {"print", "--markdown", path}, {"outline", path}, {"facts", path}, {"figures", path}, {"questions", path}, {"names", path},
		{"find", "somebody", path}, {"find", "x\x1b]0;pwned\x07", path}, {"facts", "--json", path}, {"facts", "--csv", path}, {path + "\x1b[66;6m"}, {"--x\x1b[66;6m"},
	} {
		t.Run(strings.ToValidUTF8(strings.Join(args[:len(args)-1], " "), "?"), func(t *testing.T) {
			t.Parallel()
			r := &reader{Terminal: screentest.Start(t, command(t, args...), 120, 40), t: t}
			r.AwaitExit()
			r.clean()
			out := r.Output()
			for sequence := range out.CSI {
				if !strings.HasSuffix(sequence, "m") || strings.Contains(sequence, "66;6;") {
					t.Errorf("sent: CSI %s", sequence)
				}
			}
			if len(out.Titles)+len(out.Copied) > 0 {
				t.Errorf("titles %q, copied %q", out.Titles, out.Copied)
			}
		})
	}
}

// Reading aloud sends no sequence at all, its own or another's.
func TestHostileTextIsHarmlessAloud(t *testing.T) {
	t.Parallel()
	path := hostileFile(t)
	r := &reader{Terminal: screentest.Start(t, command(t, "--plain", path), 120, 40), t: t}
	r.AwaitText("Command:")
	for _, line := range []string{"facts", "figures", "questions", "names", "contents", "find text", "somebody", "nothing like it", "20", "", "previous", "help", "quit"} {
		r.Type(line + enter)
	}
	if status := r.AwaitExit(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
	r.clean()
	if out := r.Output(); len(out.CSI)+len(out.Titles)+len(out.Copied) > 0 {
		t.Errorf("sequences %v, titles %q, copied %q", out.CSI, out.Titles, out.Copied)
	}
}
