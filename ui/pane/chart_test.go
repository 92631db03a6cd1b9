package pane

import (
	"strings"
	"testing"

	"gloss/model"
)

func TestBars(t *testing.T) {
	for _, c := range []struct {
		name        string
		now, before float64
		width       int
		want        string
	}{
		{"value and label beside each bar", 48.39e9, 39.66e9, 32, `
███████████████ $48.39 B now
████████████▎   $39.66 B before*`},
		{"the label alone where there is little room", 48.39e9, 39.66e9, 20, `
████████████ now
█████████▉   before*`},
		{"no bar where there is none", 48.39e9, 39.66e9, 10, `
now
before*`},
		{"a twentieth shows in eight cells", 105, 100, 16, `
████████ now
███████▋ before*`},
		{"a decline", 50, 100, 16, `
████     now
████████ before*`},
		{"the least still shows", 1e12, 1, 32, `
███████████████ $1 T     now
▏               $1       before*`},
	} {
		got := bars([]bar{
			{value: c.now, label: "now", says: short(c.now, "USD")},
			{value: c.before, label: "before*", says: short(c.before, "USD")},
		}, c.width)
		if got := "\n" + strings.Join(got, "\n"); got != c.want {
			t.Errorf("%s:%s\nwant:%s", c.name, got, c.want)
		}
	}
}

// TestChartOnlyWhereBothAreKnown: a chart needs a value, and one before it.
func TestChartOnlyWhereBothAreKnown(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		name   string
		figure model.Figure
		rows   string // what the chart says beside its bars
	}{
		{"worked out", model.Figure{Value: n(110), Change: &model.Change{Value: 10, Unit: "%"}}, "110 now 100 before*"},
		{"stated", model.Figure{Value: n(110), Change: &model.Change{Value: 10, Unit: "%", From: n(99)}}, "110 now 99 before"},
		{"no change", model.Figure{Value: n(110)}, ""},
		{"no value", model.Figure{Change: &model.Change{Value: 10, Unit: "%"}}, ""},
		{"in points", model.Figure{Value: n(5), Unit: "%", Change: &model.Change{Value: 1, Unit: "pp"}}, ""},
		{"a loss", model.Figure{Value: n(-5), Change: &model.Change{Value: 10, Unit: "%"}}, ""},
		{"a range", model.Figure{Value: n(5), High: n(6), Change: &model.Change{Value: 10, Unit: "%"}}, ""},
		{"fallen to nothing", model.Figure{Value: n(5), Change: &model.Change{Value: 100, Unit: "%", Down: true}}, ""},
	} {
		p := New(model.KindFigure)
		p.SetDocument(&model.Document{Notes: model.Notes{Figures: []model.Figure{c.figure}}})
		p.SetSize(40, 10)
		var says []string
		for _, line := range strings.Split(shown(p), "\n") {
			if _, rest, ok := strings.Cut(line, "█ "); ok {
				says = append(says, strings.Fields(rest)...)
			} else if strings.Contains(line, "before") {
				_, rest, _ := strings.Cut(strings.TrimLeft(line, " █"), " ")
				says = append(says, strings.Fields(rest)...)
			}
		}
		if got := strings.Join(says, " "); got != c.rows {
			t.Errorf("%s: the chart says %q, want %q", c.name, got, c.rows)
		}
		if note := strings.Contains(shown(p), "* worked out"); note != strings.Contains(c.rows, "*") {
			t.Errorf("%s: a footnote: %v", c.name, note)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		title string
		width int
		want  string
	}{
		{"Security Concerns: Why Is the U.S. Worried?", 60, "Security Concerns: Why Is the U.S. Worried?"},
		{"Security Concerns: Why Is the U.S. Worried?", 30, "Security Concerns"},
		{"Security Concerns: Why Is the U.S. Worried?", 12, "Security…"},
		{"Security Concerns: Why Is the U.S. Worried?", 15, "Security Conce…"},
		{"The Technology Behind DeepSeek: How?", 22, "The Technology Behind…"},
		{"The Technology Behind DeepSeek: How?", 20, "The Technology…"},
		{"Incomprehensibilities", 10, "Incompreh…"},
		{": a title that begins so", 12, ": a title…"},
		{"At 10:30 in the morning", 12, "At 10:30 in…"},
		{"深度求索深度求索", 7, "深度求…"},
		{"abc", 0, ""},
		{"abc", 1, "…"},
	} {
		if got := Shorten(c.title, c.width); got != c.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", c.title, c.width, got, c.want)
		}
	}
}
