package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// wrap is text as lines of at most width cells, 0 for one line. Lines break
// between words, never at a hyphen ("Phi-4" is one word); a word that is wider
// than a line is broken anywhere.
func wrap(text string, width int) []string {
	words := strings.Fields(text)
	if width <= 0 || len(text) <= width {
		return []string{strings.Join(words, " ")}
	}
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range words {
		cells := ansi.StringWidth(word)
		if used > 0 && used+1+cells > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		if cells > width {
			pieces := strings.Split(ansi.Hardwrap(word, width, false), "\n")
			last := len(pieces) - 1
			lines = append(lines, pieces[:last]...)
			word = pieces[last]
			cells = ansi.StringWidth(word)
		}
		line.WriteString(word)
		used += cells
	}
	return append(lines, line.String())
}

// hang is text behind a sign, its lines in line with each other. Where that
// leaves no room for words the text runs on below the sign.
func hang(sign, text string, width int) []string {
	indent := ansi.StringWidth(sign)
	switch {
	case width <= 0:
		return []string{sign + wrap(text, 0)[0]}
	case width-indent < hangLeast:
		return wrap(sign+" "+text, width)
	}
	lines := wrap(text, width-indent)
	for i := range lines {
		if i > 0 {
			sign = strings.Repeat(" ", indent)
		}
		lines[i] = sign + lines[i]
	}
	return lines
}

// hangLeast is the narrowest that text hangs behind a sign.
const hangLeast = 8

// cut is a line shortened to width cells, 0 for as it is.
func cut(line string, width int) string {
	if width <= 0 || len(line) <= width {
		return line
	}
	return ansi.Truncate(line, width, "…")
}

// pad fills a cell up to width cells.
func pad(text string, width int, right bool) string {
	space := strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
	if right {
		return space + text
	}
	return text + space
}
