package ui

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/theme"
)

func TestTheBackgroundChoosesTheTheme(t *testing.T) {
	for _, c := range []struct {
		name   string
		chosen *theme.Theme
		msgs   []tea.Msg
		want   string
	}{
		{"no answer is dark", nil, nil, "dark"},
		{"a late answer restyles", nil, []tea.Msg{light}, "light"},
		{"a choice wins", theme.Plain(), []tea.Msg{light}, "plain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := articleIn(t, 80, 24, c.chosen)
			for _, msg := range c.msgs {
				s.send(msg)
			}
			if got := s.app.theme.ID; got != c.want {
				t.Errorf("the theme is %s, want %s", got, c.want)
			}
			if s.app.View().Content == "" {
				t.Error("nothing is shown")
			}
		})
	}
}

// TestPage: a theme that is a guess, or at odds with the terminal's background,
// paints every cell.
func TestPage(t *testing.T) {
	for _, c := range []struct {
		name   string
		theme  *theme.Theme
		answer []tea.Msg
		page   theme.Style
	}{
		{"dark on dark", theme.Dark(), []tea.Msg{night}, theme.Style{}},
		{"dark on light", theme.Dark(), []tea.Msg{light}, theme.Dark().Page},
		{"dark on who knows", nil, nil, theme.Dark().Page},
		{"chosen on who knows", theme.Light(), nil, theme.Style{}},
		{"light on light", theme.Light(), []tea.Msg{light}, theme.Style{}},
		{"light on dark", theme.Light(), []tea.Msg{night}, theme.Light().Page},
		{"plain on light", theme.Plain(), []tea.Msg{light}, theme.Style{}},
		{"chosen by the answer", nil, []tea.Msg{light}, theme.Style{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := articleIn(t, 120, 40, c.theme)
			for _, msg := range c.answer {
				s.send(msg)
			}
			s.press(":")
			for y, row := range strings.Split(s.app.View().Content, "\n") {
				switch on := c.page.SGR(); {
				case on == "":
					for _, th := range theme.All() {
						if paper := th.Page.SGR(); paper != "" && strings.Contains(row, paper) {
							t.Fatalf("row %d is painted: %q", y, row)
						}
					}
				case !strings.HasPrefix(row, on):
					t.Fatalf("row %d begins without the page: %q", y, row)
				case ansi.StringWidth(row) != 120:
					t.Fatalf("row %d is painted for %d of 120 cells", y, ansi.StringWidth(row))
				case strings.Contains(strings.TrimSuffix(strings.ReplaceAll(row, theme.Reset+on, ""), theme.Reset), theme.Reset):
					t.Fatalf("row %d leaves the page: %q", y, row)
				}
			}
		})
	}
}

// TestFewColours: in sixteen colours or none the light and the dark theme cannot
// be read, so T does not lead there.
func TestFewColours(t *testing.T) {
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.Ascii: "plain", colorprofile.ANSI: "plain", colorprofile.ANSI256: "light", colorprofile.TrueColor: "light",
	} {
		s := article(t, 80, 24)
		s.send(tea.ColorProfileMsg{Profile: profile})
		s.press("T")
		s.mustShow("theme: " + want)
		if got := s.app.theme.ID; got != want {
			t.Errorf("with %v T leads from dark to %s, want %s", profile, got, want)
		}
	}
}

var (
	light = tea.BackgroundColorMsg{Color: color.White}
	night = tea.BackgroundColorMsg{Color: color.Black}
)
