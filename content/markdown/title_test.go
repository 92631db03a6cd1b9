package markdown

import (
	"testing"

	"gloss/content/clean"
	"gloss/model"
)

// The fast way to a title says what the parser says, or nothing.
func FuzzTitle(f *testing.F) {
	for _, heading := range []string{
		"# Plain", "## The `code` of it ##", "# *One* and **two** _three_", "# snake_case_name x_", "# [a](b) c", "# [a](b)c",
		"# *a*b", "# `a` `b`", "# a*b*", "# **a* b*", "# *a **b** c*", "# [a][b]", "# `*a*`", "#", "# #", "# www.a_b.c *d*", "# *www.a.b*",
		"# a@b.c _d_", "# [x](<y>)", "# [^1] a", "# *a* _b", "# [ ] a", "# `a [b` c](d)", "# [a `b](c) d`", "# _a *b_ c*",
	} {
		f.Add(heading)
	}
	f.Fuzz(func(t *testing.T, text string) {
		heading := clean.Line(text)
		got, ok := simpleTitle(heading)
		if !ok {
			return
		}
		want, ok := parsedTitle(heading, model.Span{End: len(heading)})
		if !ok || got != want {
			t.Errorf("%q: title %q, the parser says %q, %v", heading, got, want, ok)
		}
	})
}
