package markdown

import (
	"fmt"
	"strings"

	"gloss/model"
)

// describe writes leaves as a person can check them.
func describe(leaves []model.Leaf) string {
	var s strings.Builder
	for _, l := range leaves {
		fmt.Fprintf(&s, "%s", [...]string{"paragraph", "heading", "code", "table", "rule"}[l.Kind])
		if l.Level > 0 {
			fmt.Fprintf(&s, " %d", l.Level)
		}
		if l.Language != "" {
			fmt.Fprintf(&s, " %s", l.Language)
		}
		for _, m := range l.Marks {
			text := m.Text
			if m.Kind == model.Quote {
				text = "│"
			}
			if !m.First {
				text = strings.Repeat(" ", len([]rune(text)))
			}
			fmt.Fprintf(&s, " (%s)", text)
		}
		if l.Tight {
			s.WriteString(" tight")
		}
		s.WriteString("\n")
		describeInlines(&s, "  ", l.Inlines)
		for _, row := range l.Rows {
			s.WriteString("  row\n")
			for _, cell := range row {
				fmt.Fprintf(&s, "    cell %c\n", "<^>"[cell.Align])
				describeInlines(&s, "      ", cell.Inlines)
			}
		}
	}
	return s.String()
}

func describeInlines(s *strings.Builder, indent string, inlines []model.Inline) {
	for _, in := range inlines {
		fmt.Fprintf(s, "%s%d-%d %q", indent, in.Span.Start, in.Span.End, in.Text)
		for i, word := range []string{"strong", "emphasis", "code", "strike", "picture"} {
			if in.Style&(1<<i) != 0 {
				s.WriteString(" " + word)
			}
		}
		if in.Link != "" {
			fmt.Fprintf(s, " → %s", in.Link)
		}
		if !in.Exact() {
			s.WriteString(" ~")
		}
		s.WriteString("\n")
	}
}
