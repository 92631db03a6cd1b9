package ui

import (
	"path/filepath"
	"testing"

	"gloss/ui/golden"
	"gloss/ui/picture"
)

// TestPicture keeps the picture of the README a real screen: the figures beside
// the section that they come from, one of them visited.
func TestPicture(t *testing.T) {
	const cols, rows = 120, 36
	s := article(t, cols, rows)
	s.press("2", "]", "]", "]", "]", "]", ".", ".")
	s.mustShow("Meta’s Financial Strength  6/13", "FIGURES", "Net profit of $20.8 billion", "▲ +43%")
	got := picture.SVG(s.app.document().Title, s.app.View().Content, cols, rows)

	path := filepath.Join("testdata", "gloss.svg")
	golden.Equal(t, path, got)
}
