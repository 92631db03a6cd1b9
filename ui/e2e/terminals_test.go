//go:build unix

package e2e

import (
	"slices"
	"strings"
	"testing"

	"gloss/model"
	"gloss/ui/screentest"
	"gloss/ui/theme"
)

// colour says what kind of colours a control sequence sets: "", "16", "256" or
// "true".
func colour(csi string) string {
	if !strings.HasSuffix(csi, ";m") {
		return ""
	}
	codes := strings.Split(strings.TrimSuffix(csi, ";m"), ";")
	for i, code := range codes {
		switch {
		case code == "38" || code == "48":
			return map[string]string{"2": "true", "5": "256"}[codes[i+1]]
		case len(code) == 2 && strings.Contains("34", code[:1]) && code != "39" && code != "49", len(code) >= 2 && strings.HasPrefix(code, "9"), len(code) == 3:
			return "16"
		}
	}
	return ""
}

// The terminal and the environment choose the theme and how many colours there
// are; what the reader says wins.
func TestThemeFitsTheTerminal(t *testing.T) {
	light, plain := theme.Light(), theme.Plain()
	for _, c := range []struct {
		name    string
		args    []string
		env     []string
		options []screentest.Option
		theme   *theme.Theme
		colours []string
	}{
		{name: "dark", theme: dark, colours: []string{"true"}},
		{name: "light", options: []screentest.Option{screentest.Light}, theme: light, colours: []string{"true"}},
		{name: "silent", options: []screentest.Option{screentest.Silent}, theme: dark, colours: []string{"true"}},
		{name: "--theme dark on light", args: []string{"--theme", "dark"}, options: []screentest.Option{screentest.Light}, theme: dark, colours: []string{"true"}},
		{name: "--theme light on dark", args: []string{"--theme", "light"}, theme: light, colours: []string{"true"}},
		{name: "256 colours", env: []string{"COLORTERM="}, theme: dark, colours: []string{"256"}},
		{name: "16 colours", env: []string{"COLORTERM=", "TERM=xterm"}, theme: plain},
		{name: "--theme dark in 16 colours", args: []string{"--theme", "dark"}, env: []string{"COLORTERM=", "TERM=xterm"}, theme: plain},
		{name: "--color never", args: []string{"--color", "never", "--theme", "dark"}, theme: plain},
		{name: "--color always against NO_COLOR", args: []string{"--color", "always"}, env: []string{"NO_COLOR=1"}, theme: dark, colours: []string{"true"}},
		{name: "NO_COLOR", env: []string{"NO_COLOR=no"}, theme: plain},
		{name: "NO_COLOR empty", env: []string{"NO_COLOR="}, theme: dark, colours: []string{"true"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			cmd := command(t, c.args...)
			cmd.Env = append(cmd.Env, c.env...)
			r := open(t, cmd, "", 120, 40, c.options...)
			quote := squash(r.doc.Notes.Facts[0].Quote)
			r.press(".", "the first fact in the theme "+c.theme.ID, func(s screentest.Screen) bool {
				style := c.theme.Passage
				if slices.Equal(c.colours, []string{"256"}) {
					return r.markedAtAll(s) == quote
				}
				return r.marked(s, style) == quote
			})
			r.quit()
			var colours []string
			for csi := range r.Output().CSI {
				if kind := colour(csi); kind != "" && !slices.Contains(colours, kind) {
					colours = append(colours, kind)
				}
			}
			if !slices.Equal(colours, c.colours) {
				t.Errorf("colours %q were sent, want %q", colours, c.colours)
			}
		})
	}
}

// markedAtAll is the text that stands on any background of its own.
func (r *reader) markedAtAll(s screentest.Screen) string {
	p := r.geometry().Prose()
	var b strings.Builder
	for y := p.Y; y < p.Y+p.H; y++ {
		for x := p.X; x < p.X+p.W; x++ {
			if c := s.Cell(x, y); c.Bg != nil {
				b.WriteString(c.Text)
			}
		}
	}
	return squash(b.String())
}

// A terminal that is slow to say what its background is gets the theme that
// fits it then.
func TestThemeFitsTheTerminalLate(t *testing.T) {
	t.Parallel()
	r := open(t, command(t), "", 120, 40, screentest.Silent)
	r.press(".", "the first fact in the dark", r.visits(model.KindFact, 0))
	quote := squash(r.doc.Notes.Facts[0].Quote)
	r.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "the first fact in the light", func(s screentest.Screen) bool {
		return r.marked(s, theme.Light().Passage) == quote
	})
	r.quit()
}
