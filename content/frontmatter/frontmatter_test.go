package frontmatter

import "testing"

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
