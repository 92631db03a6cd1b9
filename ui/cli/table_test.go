package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"gloss/model"
	"gloss/ui/golden"
	"gloss/ui/theme"
)

// draw is a table at a width, without colours.
func draw(t *testing.T, table *table, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := table.write(look{Writer: &b, theme: theme.Plain(), width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The tables of every kind as they look unwrapped, on a wide terminal, on a
// narrow one and in a corner of one.
func TestTables(t *testing.T) {
	doc := newFake().doc
	for command, l := range commandKinds() {
		var b strings.Builder
		for _, width := range []int{0, 100, 60, 30} {
			fmt.Fprintf(&b, "== %d columns\n%s\n", width, draw(t, tableOf(doc, l, theme.Plain()), width))
		}
		golden.Equal(t, filepath.Join("testdata", command+".golden"), b.String())
	}
}

func commandKinds() map[string]model.Kind {
	kinds := map[string]model.Kind{}
	for _, l := range lists {
		kinds[l.name] = l.kind
	}
	return kinds
}

// The size contract: no line is wider than the terminal, no note is lost, and
// nothing stands at the end of a line that does not show.
func TestTablesAtEveryWidth(t *testing.T) {
	doc := newFake().doc
	doc.Notes.Names[0].Is = "数据 " + strings.Repeat("wide", 20)
	for command, kind := range commandKinds() {
		for width := 2; width <= 150; width++ {
			out := draw(t, tableOf(doc, kind, theme.Plain()), width)
			for _, line := range strings.Split(out, "\n") {
				if ansi.StringWidth(line) > width {
					t.Errorf("%s at %d: %q is %d wide", command, width, line, ansi.StringWidth(line))
				}
				if strings.TrimRight(line, " ") != line {
					t.Errorf("%s at %d: %q ends in space", command, width, line)
				}
			}
			for _, n := range doc.Notes.Of(kind) {
				first, _, _ := strings.Cut(n.Text, ":")
				for _, word := range strings.Fields(first) {
					if width > 12 && !strings.Contains(out, word) {
						t.Errorf("%s at %d does not show %q:\n%s", command, width, word, out)
					}
				}
			}
		}
	}
}

// Room is shared by need: a column that needs less than its part leaves the
// rest, and the one that is worth less goes first.
func TestPlace(t *testing.T) {
	table := &table{
		columns: []column{{title: "ID"}, {title: "TEXT", flex: 3}, {title: "WHO", flex: 1, least: 10, drop: 1}, {title: "WHERE", flex: 1, drop: 2}, {title: "NONE"}},
		rows: []row{{cells: []cell{
			{text: "12"}, {text: strings.Repeat("word ", 20)}, {text: strings.Repeat("who ", 5)}, {text: strings.Repeat("where ", 10)}, {},
		}}},
	}
	for _, c := range []struct {
		room int
		want string
	}{
		{0, "ID:2 TEXT:100 WHO:20 WHERE:60"},
		{120, "ID:2 TEXT:57 WHO:20 WHERE:35"},
		{60, "ID:2 TEXT:39 WHO:15"},
		{39, "ID:2 TEXT:35"},
		{20, "no room"},
	} {
		columns, ok := table.place(c.room)
		var got []string
		for _, p := range columns {
			got = append(got, fmt.Sprintf("%s:%d", p.title, p.width))
		}
		if !ok {
			got = []string{"no room"}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("in %d columns: %s, want %s", c.room, s, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 0, "one two three"},
		{"one two three", 7, "one two|three"},
		{"  one \n two  ", 20, "one two"},
		{"the Phi-4 model", 8, "the|Phi-4|model"},
		{"unbreakable it is", 5, "unbre|akabl|e it|is"},
		{"数据数据 a", 4, "数据|数据|a"},
		{"", 5, ""},
	} {
		if got := strings.Join(wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// Wrapping keeps every character but white space, and every width of two cells
// or more: the widest character has two.
func FuzzWrap(f *testing.F) {
	f.Add("one two three", 5)
	f.Add("数据é👩‍👩‍👧 x", 2)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 2 || width > 200 || text != throughOutput(t, false, text) {
			return // text is clean before it is wrapped
		}
		lines := wrap(text, width)
		for _, line := range lines {
			if ansi.StringWidth(line) > width {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(lines, " ")), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
