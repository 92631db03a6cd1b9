package ui

import (
	"strings"
	"testing"

	"gloss/ui/overlay"
)

// Where a link leads is said before it is followed.
func TestLinkKinds(t *testing.T) {
	t.Parallel()
	for target, want := range map[string]overlay.LinkKind{
		"#part": overlay.Anchor, "https://a.org/b": overlay.Web, "HTTP://a.org": overlay.Web,
		"mailto:a@b.org": overlay.Address, "tel:+1": overlay.Address,
		"b.md": overlay.File, "../c/d.md#part": overlay.File, "%zz": overlay.File,
	} {
		if got := (link{target: target}).kind(); got != want {
			t.Errorf("%s leads to %v, want %v", target, got, want)
		}
	}
}

// TestAnchors: a link within the text leads where it leads on GitHub, and Update
// does not wait for the names to be read.
func TestAnchors(t *testing.T) {
	words := strings.Repeat("Words.\n\n", 60)
	text := "# One\n\n[a](#notes-1) [b](#%C3%A9t%C3%A9) [c](#own) [d](#%1B%5B2Jnowhere)\n\n" + words +
		"## Notes\n\nFirst.\n\n" + words + "## Notes\n\nSecond.\n\n" + words + "## Été\n\nSummer.\n\n" + words +
		"Before.\n\n" + words + "<a id=\"own\"></a>\n\nA place of its own.\n\n" + words
	for key, want := range map[string]string{"1": "Second.", "2": "Summer.", "3": "A place of its own."} {
		s := openMarkdown(t, text, 80, 24)
		s.press("f")
		_, cmd := s.app.Update(keyPress(key))
		if s.app.window.Place() != 0 {
			t.Error("the anchor was looked for in Update")
		}
		s.run(cmd)
		s.mustShow(want)
		s.press("ctrl+o")
		if s.app.window.Place() != 0 {
			t.Error("back does not lead to the place before")
		}
	}
	s := openMarkdown(t, text, 80, 24)
	s.press("f", "4")
	s.mustShow("no place here is called #")
}
