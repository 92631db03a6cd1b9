package model

import (
	"strings"
	"testing"
)

func TestEditAt(t *testing.T) {
	const story = "# The story\n\nThere was a harbour once.\nShips came to it at night.\n\nThe lamp was out.\nNobody knew why it was.\n\nThe end of the story.\n"
	for name, c := range map[string]struct {
		edit func(string) string
		at   string // the place, as what stands there
		want string // what stands there afterwards
	}{
		"nothing":                {func(s string) string { return s }, "The lamp", "The lamp"},
		"words before":           {replace("a harbour", "an old harbour"), "The lamp", "The lamp"},
		"words after":            {replace("end", "very end"), "The lamp", "The lamp"},
		"words on both sides":    {both(replace("a harbour", "an old harbour"), replace("end", "very end")), "The lamp", "The lamp"},
		"within a line":          {both(replace("a harbour", "an old harbour"), replace("end", "very end")), "was out", "was out"},
		"put in at the top":      {func(s string) string { return "New.\n\n" + s }, "# The", "# The"},
		"moved":                  {both(replace("The lamp was out.\n", ""), func(s string) string { return "The lamp was out.\n" + s + "x" }), "The lamp", "The lamp"},
		"its line is gone":       {both(replace("a harbour", "an old harbour"), replace("The lamp was out.\n", "")), "The lamp", "Nobody knew"},
		"all after is gone":      {func(s string) string { return "x" + s[:strings.Index(s, "The lamp")] }, "Nobody", ""},
		"all is gone":            {func(string) string { return "" }, "The lamp", ""},
		"another text":           {func(string) string { return "Something else.\nAltogether." }, "# The", "Something else."},
		"the end stays the end":  {func(s string) string { return s + "More.\n" }, "", "More.\n"},
		"a short line is no aid": {both(replace("a harbour", "x"), both(replace("\n\nThe lamp was out.", "\n\n}\n\n}"), replace("end", "y"))), "Nobody", "Nobody"},
	} {
		at := len(story)
		if c.at != "" {
			at = strings.Index(story, c.at)
		}
		new := c.edit(story)
		if got := new[Compare(story, new).At(at):]; !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q has become %q, want %q", name, c.at, got, c.want)
		}
	}
}

// Of several lines that are alike the nearest is the one.
func TestEditFindsTheNearest(t *testing.T) {
	old := "first\n" + strings.Repeat("the same line\nand another one\n", 9) + "last"
	new := "First.\n" + strings.Repeat("the same line\nand another one\n", 9) + "last."
	e := Compare(old, new)
	for at := range len(old) {
		if got := e.At(at); got < at-9 || got > at+9 {
			t.Errorf("%d has become %d", at, got)
		}
	}
}

func replace(old, new string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, new, 1) }
}

func both(a, b func(string) string) func(string) string {
	return func(s string) string { return b(a(s)) }
}

// Any place of any text has one in any other, within it, and a text that has
// not changed keeps its places.
func FuzzEditAt(f *testing.F) {
	f.Add("one\ntwo and more of it\n", "x\ntwo and more of it\ny", 5)
	f.Add("", "a", 0)
	f.Fuzz(func(t *testing.T, old, new string, at int) {
		if got := Compare(old, new).At(at); got < 0 || got > len(new) {
			t.Fatalf("place %d of %q is %d in %q", at, old, got, new)
		}
		if got := Compare(old, old).At(at); got != max(0, min(at, len(old))) {
			t.Fatalf("place %d of %q moved to %d by itself", at, old, got)
		}
	})
}
