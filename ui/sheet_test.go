package ui

import (
	"strings"
	"testing"
)

// TestKeysOnASheet: on a narrow screen the notes lie over the text, and what
// one can do with a note beside the text can be done with one there.
func TestKeysOnASheet(t *testing.T) {
	for _, c := range []struct {
		key   string
		shows string
	}{
		{"i", "Why this figure"},
		{"y", "figure copied, "},
		{".", "figure 2/4: Net profit"},
		{"/", "/"},
	} {
		t.Run(c.key, func(t *testing.T) {
			s := article(t, 60, 15)
			s.press("2", "j")
			s.mustShow("Revenue", "Enter go there")
			s.press(c.key)
			s.mustShow(c.shows)
			if s.shows("Enter go there   Esc back") {
				t.Errorf("the sheet is still open after %s:\n%s", c.key, s.text())
			}
			if c.key == "y" && (len(s.sent) != 1 || !strings.HasPrefix(s.sent[0], "“Revenue of $48.39 billion")) {
				t.Errorf("copied %q", s.sent)
			}
		})
	}
}
