package ui

import (
	"fmt"
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
		{"y", "figure copied to "},
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

// TestSheetFindsItsColumn: where a wider window has room for an open sheet's
// pane beside the text it stands there, keys and all.
func TestSheetFindsItsColumn(t *testing.T) {
	for _, c := range []struct {
		key  string
		w, h int
		want focus
	}{
		{"t", 120, 40, onContents}, {"t", 200, 50, onContents}, {"2", 80, 24, onNotes}, {"2", 200, 50, onNotes}, {"4", 160, 50, onNotes},
	} {
		s := article(t, 60, 20)
		s.press(c.key, "j", "j")
		before, ok := s.app.sheet().panel.Selected()
		s.resize(c.w, c.h)
		if err := s.fits(); err != nil {
			t.Errorf("%s, then %dx%d: %v", c.key, c.w, c.h, err)
		}
		if s.app.over != nil || s.app.focus != c.want {
			t.Errorf("%s, then %dx%d: a sheet %v, focus on %d, want %d", c.key, c.w, c.h, s.app.over != nil, s.app.focus, c.want)
		}
		if after, still := s.app.focused().Selected(); !ok || !still || after != before {
			t.Errorf("%s, then %dx%d: selected %d, %v, before it was %d", c.key, c.w, c.h, after, still, before)
		}
	}
}

// TestSheetKeepsItsSelection: another size or theme does not lose it.
func TestSheetKeepsItsSelection(t *testing.T) {
	s := article(t, 60, 20)
	s.press("t", "j", "j", "j")
	s.resize(50, 18)
	s.press("T", "enter")
	s.mustShow("4/13", "Beyond intellectual property")
}

// TestContentsFollowAfterUse: contents that no longer have the keys show where
// the reader is.
func TestContentsFollowAfterUse(t *testing.T) {
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "## Part %d\n\nSome words.\n\n", i)
	}
	for _, keys := range [][]string{{"t", "j", "j", "enter"}, {"t", "j", "j", "esc"}, {"t", "j", "tab"}, {"tab", "tab", "j", "z", "z"}} {
		s := openMarkdown(t, text.String(), 120, 30)
		s.press(keys...)
		for range 30 {
			s.press("space")
		}
		part := s.app.section()
		marked := fmt.Sprintf("▌ Part %d", part)
		if part < 40 || !strings.Contains(s.text()+"\n", marked) {
			t.Errorf("after %q the contents do not show %q:\n%s", keys, marked, s.text())
		}
	}
}

// TestDensityOfWhatIsSeen: + and - on the contents change no panel unseen.
func TestDensityOfWhatIsSeen(t *testing.T) {
	s := article(t, 60, 40)
	s.press("1")
	before := s.text()
	s.press("esc", "t", "+", "esc", "1")
	if got := s.text(); got != before {
		t.Errorf("+ on the contents leaves the facts as\n%s\nwant\n%s", got, before)
	}
}
