package frontmatter

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, text string
		meta       Meta
		body       string
	}{
		{"yaml", "---\ntitle: A  title\nauthor: Ann\ndate: 2025-01-29\ntags: [a]\n---\n\n# Text\n", Meta{"A title", "Ann", "2025-01-29", ""}, "# Text\n"},
		{"several authors", "---\nTitle: T\nauthors: [Ann, {name: Ben}]\n...\nText", Meta{Title: "T", Byline: "Ann, Ben"}, "Text"},
		{"toml", "+++\ntitle = \"T\"\nauthor = \"Ann\"\ndate = 2025-01-29T10:00:00Z\n+++\nText", Meta{"T", "Ann", "2025-01-29", ""}, "Text"},
		{"a year", "---\ndate: 2025\n---\nx", Meta{Date: "2025"}, "x"},
		{"Windows lines", "---\r\ntitle: T\r\n---\r\nText", Meta{Title: "T"}, "Text"},
		{"none", "# Text\n", Meta{}, "# Text\n"},
		{"a rule", "---\n\nText\n\n---\n", Meta{}, "---\n\nText\n\n---\n"},
		{"no end", "---\ntitle: T\n", Meta{}, "---\ntitle: T\n"},
		{"no fields", "---\njust text\n---\nx", Meta{}, "---\njust text\n---\nx"},
		{"broken", "---\n: [\n---\nx", Meta{}, "---\n: [\n---\nx"},
	} {
		if meta, body := Split(c.text); meta != c.meta || body != c.body {
			t.Errorf("%s: %+v, %q", c.name, meta, body)
		}
	}
}

// What would keep a parser busy is text like any other.
func TestHostile(t *testing.T) {
	bomb := func(first, level string) string { // each level names the one before nine times
		var b strings.Builder
		b.WriteString("a: &a " + first + "\n")
		for c := 'b'; c <= 'z'; c++ {
			b.WriteString(strings.NewReplacer("NEW", string(c), "OLD", strings.Repeat("*"+string(c-1)+", ", 9)).Replace(level) + "\n")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, inside string
		read         bool
	}{
		{"lists without end", "title: " + strings.Repeat("[", 16_000), false},
		{"lists in lists", "title: " + strings.Repeat("[", 8000) + strings.Repeat("]", 8000), false},
		{"maps in maps", "title: " + strings.Repeat("{a: ", 4000), false},
		{"items in items", strings.Repeat("- ", 8000), false},
		{"merged maps", bomb("{title: x}", "NEW: &NEW\n  <<: [OLD]"), false},
		{"merged maps behind a key apart", bomb("{title: x}", "NEW: &NEW\n  ? <<\n  : [OLD]"), false},
		{"lists that name lists", "title: T\n" + bomb("[x]", "NEW: &NEW [OLD]"), true},
		{"a value that holds itself", "title: T\na: &a [*a]", true},
		{"a title of C++", "title: \"cout << *p\"", true},
		{"many short lists", "title: T\na:\n" + strings.Repeat("  - [1, {b: 2}]\n", 200), true},
	} {
		text := "---\n" + c.inside + "\n---\nText"
		meta, body := Split(text)
		if c.read != (meta.Title != "") || !c.read && body != text {
			t.Errorf("%s: %+v, %.100q", c.name, meta, body)
		}
	}
	for name, inside := range map[string]string{
		"lists in lists":   "title = " + strings.Repeat("[", 8000) + strings.Repeat("]", 8000),
		"tables in tables": "title = " + strings.Repeat("{a=", 5000),
		"a long key":       "a" + strings.Repeat(".a", 8000) + " = 1",
	} {
		text := "+++\n" + inside + "\n+++\nText"
		if meta, _ := Split(text); meta != (Meta{}) {
			t.Errorf("TOML, %s: %+v", name, meta)
		}
	}
}

// FuzzSplit: the body is the end of the text, all of it where nothing is said.
func FuzzSplit(f *testing.F) {
	f.Add("---\ntitle: T\n---\nText")
	f.Add("+++\na = [[1]]\n+++\n")
	f.Fuzz(func(t *testing.T, text string) {
		meta, body := Split(text)
		if len(body) > len(text) || text[len(text)-len(body):] != body {
			t.Fatalf("%q is no end of %q", body, text)
		}
		if again, _ := Split(text); again != meta {
			t.Fatalf("%+v and %+v of %q", meta, again, text)
		}
	})
}
