package pane

import (
	"strconv"
	"strings"

	"gloss/model"
	"gloss/ui/measure"
	"gloss/ui/theme"
)

// TabSpan is the cells [Start, End) that show the tab of a kind.
type TabSpan struct {
	Kind       model.Kind
	Start, End int
}

var titles = map[model.Kind]string{
	model.KindFact: "Facts", model.KindFigure: "Figures", model.KindQuestion: "Questions",
	model.KindName: "Names", model.KindSection: "Contents",
}

// Tabs is a row of width cells that names the panels, the active one in
// capitals and set apart further while keys go to it, and where in the row each
// stands. Where there is room the tabs count their notes; where there is
// little, the inactive ones are shortened.
func Tabs(t *theme.Theme, notes *model.Notes, kinds []model.Kind, active model.Kind, focused bool, width int) (line string, spans []TabSpan) {
	indent := gutter(width)
	words, counts, gap := tabWords(notes, kinds, active, width-indent)
	var b strings.Builder
	b.WriteString(measure.Spaces(indent))
	at := indent
	for i, kind := range kinds {
		start := at
		if i > 0 {
			b.WriteString(measure.Spaces(gap))
			start += gap
		}
		style := t.Tab
		switch {
		case kind == active && focused:
			style = t.TabActive
		case kind == active:
			style = t.Strong
		}
		b.WriteString(style.Paint(words[i]))
		at = start + measure.Width(words[i])
		if counts[i] != "" {
			b.WriteString(" " + t.Muted.Paint(counts[i]))
			at += 1 + len(counts[i])
		}
		if at <= width {
			spans = append(spans, TabSpan{Kind: kind, Start: start, End: at})
		}
	}
	line, cells := fit(b.String(), width)
	return line + measure.Spaces(width-cells), spans
}

// tabWords is the tabs in the longest form that fits.
func tabWords(notes *model.Notes, kinds []model.Kind, active model.Kind, width int) (words, counts []string, gap int) {
	words, counts = make([]string, len(kinds)), make([]string, len(kinds))
	total, counted := 0, 0
	for i, kind := range kinds {
		words[i] = titles[kind]
		if kind == active {
			words[i] = strings.ToUpper(words[i])
		}
		if n := notes.Len(kind); n > 0 {
			counts[i] = strconv.Itoa(n)
			counted += 1 + len(counts[i])
		}
		total += len(words[i])
	}
	gap = 2
	gaps := max(0, len(kinds)-1)
	if total+gap*gaps+counted <= width {
		return words, counts, gap
	}
	clear(counts)
	if total+gap*gaps <= width {
		return words, counts, gap
	}
	gap = 1
	if total+gaps <= width {
		return words, counts, gap
	}
	activeLen := len(titles[active])
	others := max(1, len(kinds)-1)
	each := max(1, (width-gaps-activeLen)/others)
	for i, kind := range kinds {
		if kind != active {
			words[i] = words[i][:min(len(words[i]), each)]
		}
	}
	return words, counts, gap
}

// Title is the row of width cells over a stacked panel: "Figures 4" and a
// rule, in capitals while keys go to the panel.
func Title(t *theme.Theme, kind model.Kind, count int, focused bool, width int) string {
	title, style := titles[kind], t.Strong
	if focused {
		title, style = strings.ToUpper(title), t.TabActive
	}
	line := measure.Spaces(gutter(width)) + style.Paint(title)
	if count > 0 {
		line += " " + t.Muted.Paint(strconv.Itoa(count))
	}
	line, cells := fit(line, width)
	if rest := width - cells - 1; rest > 0 {
		return line + " " + t.Border.Paint(strings.Repeat("─", rest))
	}
	return line + measure.Spaces(width-cells)
}
