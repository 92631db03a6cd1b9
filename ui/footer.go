package ui

import (
	"fmt"
	"strings"
	"sync"

	"gloss/ui/keymap"
	"gloss/ui/measure"
)

// Reading speed, after Brysbaert, "How many words do we read per minute?"
// (2019): 238 words a minute for English prose, silently read. A word of it is
// six bytes with its space.
const (
	wordsPerMinute = 238
	bytesPerWord   = 6
)

// The progress bar's longest and shortest, cells. It gives way to the keys.
const barMax, barMin = 25, 8

// progressFooter is the progress on the left and the most useful keys on the
// right.
func (a *App) progressFooter(width int) string {
	progress := a.window.Progress()
	if a.document().Text == "" {
		return a.emptyFooter(width)
	}
	said := fmt.Sprintf("%d%%", int(progress*100)) // not rounded: 100% is the end
	if width >= 40 {
		said += "  ·  " + a.minutesLeft(progress)
	}
	switch {
	case a.loading:
		said += "  ·  " + a.readingOn()
	case a.find.active():
		said += "  ·  " + a.find.result()
	}
	keys := a.keyHints(width - measure.Width(said) - 5)
	left := " "
	if room := width - measure.Width(said+keys) - 7; room >= barMin {
		left += a.bar(progress, min(barMax, room)) + " "
	}
	return fill(left+a.theme.Muted.Paint(said), keys+" ", width)
}

// emptyFooter is the footer where there is nothing to be anywhere in.
func (a *App) emptyFooter(width int) string {
	said := ""
	if a.loading {
		said = a.readingOn()
	}
	return fill(" "+a.theme.Muted.Paint(said), a.keyHints(width-measure.Width(said)-5)+" ", width)
}

// readingOn says that there is more to come, and how much of it has.
func (a *App) readingOn() string { return strings.TrimRight("reading on… "+a.progressSaid(), " ") }

func (a *App) bar(progress float64, width int) string {
	full := int(progress*float64(width) + .5)
	return a.theme.Bar.Paint(strings.Repeat("█", full)) + a.theme.BarRest.Paint(strings.Repeat("░", width-full))
}

// minutesLeft is the time that the rest of the text takes to read.
func (a *App) minutesLeft(progress float64) string {
	rest := float64(len(a.document().Text)) * (1 - progress)
	minutes := int(rest/bytesPerWord/wordsPerMinute + .5)
	switch {
	case progress >= 1:
		return "end"
	case minutes < 1:
		return "under a min left"
	case minutes >= 120:
		return fmt.Sprintf("%d h left", (minutes+30)/60)
	}
	return fmt.Sprintf("%d min left", minutes)
}

// keyHints are the footer's keys, as many as fit, the most useful first.
func (a *App) keyHints(room int) string {
	var parts []string
	used := 0
	for _, h := range footerKeys() {
		w := measure.Width(h.Key) + 1 + len(h.Does)
		if len(parts) > 0 {
			w += 3
		}
		if used+w > room {
			break
		}
		used += w
		parts = append(parts, a.theme.Key.Paint(h.Key)+" "+a.theme.Muted.Paint(h.Does))
	}
	return strings.Join(parts, "   ")
}

// footerKeys are the hints of the footer. They do not change while the program
// runs, and the footer is drawn with every frame.
var footerKeys = sync.OnceValue(keymap.Footer)
