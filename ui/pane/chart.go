package pane

import (
	"strings"

	"github.com/NimbleMarkets/ntcharts/v2/barchart"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
	"gloss/ui/theme"
)

// bar is one value of a chart.
type bar struct {
	value float64
	label string // "before*"
	says  string // the value as written
	style theme.Style
}

// A bar shorter than least says nothing of a growth of a few per cent; one
// longer than most looks no better.
const leastBar, mostBar = 8, 32

// usualValue is the cells of "$48.39 B": charts of shorter values leave as much
// room, so that charts under each other have bars of one length.
const usualValue = 8

// bars draws values to one scale, a row each, with its value and label beside
// it where there is room for both. The values are positive. ntcharts draws in
// eighths of a cell, which tells 5 % of growth apart in 8 cells; Bubbles'
// progress bar draws whole cells and cannot.
func bars(all []bar, width int) []string {
	values, beside := usualValue, make([]string, len(all))
	for _, b := range all {
		values = max(values, measure.Width(b.says))
	}
	for i, b := range all {
		beside[i] = b.says + measure.Spaces(values-measure.Width(b.says)+1) + b.label
	}
	column := widest(beside)
	if width-column-1 < leastBar {
		for i, b := range all {
			beside[i] = b.label
		}
		column = widest(beside)
	}
	room := min(width-column-1, mostBar)
	if room < leastBar {
		return beside
	}
	rows := strings.Split(blocks(all, room), "\n")
	for i := range all {
		drawn := strings.TrimRight(rows[i], " ")
		rows[i] = all[i].style.Paint(drawn) + measure.Spaces(room+1-measure.Width(drawn)) + beside[i]
	}
	return rows
}

// blocks is the bars alone, unpainted.
func blocks(all []bar, width int) string {
	most := 0.0
	for _, b := range all {
		most = max(most, b.value)
	}
	data := make([]barchart.BarData, len(all))
	for i, b := range all {
		// The least that shows is an eighth of a cell.
		share := max(b.value/most, 1/float64(8*width))
		data[i] = barchart.BarData{Values: []barchart.BarValue{{Value: share}}}
	}
	chart := barchart.New(width, len(all), barchart.WithHorizontalBars(), barchart.WithNoAxis(),
		barchart.WithNoAutoBarWidth(), barchart.WithBarWidth(1), barchart.WithBarGap(0),
		barchart.WithNoAutoMaxValue(), barchart.WithMaxValue(1), barchart.WithDataSet(data))
	chart.Draw()
	return ansi.Strip(chart.View())
}

func widest(all []string) int {
	most := 0
	for _, s := range all {
		most = max(most, measure.Width(s))
	}
	return most
}
