package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gloss/model"
	"gloss/ui"
	"gloss/ui/render"
)

func (s *session) printCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "print [FILE]",
		Short: "the text on standard output: rendered, as Markdown or as JSON",
		Long: `The text on standard output, rendered as the reader shows it. --markdown writes
the text itself, to whose bytes the start and end of every record point.`,
		Example: `gloss print --color always | less -R
gloss print story.md --width 60
gloss print story.md --markdown`,
		Args:              sourceArg,
		ValidArgsFunction: s.completeSource(0),
		PreRunE:           exclusive("json", "markdown"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.print(cmd.Context(), argument(args, 0), "")
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().BoolVar(&s.flags.markdown, "markdown", false, "the text as clean Markdown")
	cmd.Flags().BoolVar(&s.flags.json, "json", false, "one object: title, byline, date, site, source, text")
	return cmd
}

// printAll prints several texts, one after the other.
func (s *session) printAll(ctx context.Context, sources []string) error {
	for i, source := range sources {
		if i > 0 {
			if _, err := io.WriteString(s.out, "\n\n"); err != nil {
				return err
			}
		}
		if err := s.print(ctx, source, ""); err != nil {
			return err
		}
	}
	return nil
}

// printEntries prints what there is to choose from, a path on each line.
func (s *session) printEntries(entries []model.Entry) error {
	for _, e := range entries {
		if _, err := fmt.Fprintln(s.out, s.Clean(e.Source)); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) print(ctx context.Context, source, hint string) error {
	opened, err := s.Open(source)
	if err != nil {
		return s.sourceError(err, source, hint)
	}
	if opened.Entries != nil && !s.flags.markdown && !s.flags.json {
		return s.printEntries(opened.Entries)
	}
	text, err := s.whole(ctx, source, opened)
	if err != nil {
		return err
	}
	switch {
	case s.flags.markdown:
		_, err = io.WriteString(s.out, text.Document().Text)
		return err
	case s.flags.json:
		object, err := marshal(printedOf(text))
		if err == nil {
			_, err = io.WriteString(s.out, object+"\n")
		}
		return err
	case s.flags.plain:
		say := s.speech()
		say.text(text, model.Span{End: len(text.Document().Text)}, model.Span{})
		return say.err
	}
	return printRows(ctx, text, s.look(proseWidth, proseWidth))
}

// printRows writes the text as the reader renders it, block by block: the first
// lines of a long text come at once, and nothing is rendered for a reader that
// has gone.
func printRows(ctx context.Context, text ui.Text, l look) error {
	renderer := render.New(l.theme)
	first := true
	for _, block := range text.Document().Blocks {
		rows := renderer.Block(text.Leaves(block), l.width, first)
		first = first && len(rows) == 0
		for _, row := range rows {
			if _, err := io.WriteString(l, rowText(row, l.colour)+"\n"); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

func rowText(row render.Row, colour bool) string {
	if colour {
		return render.Paint(row, nil)
	}
	return strings.TrimRight(row.Text(), " ")
}

// bodyOf is the text as shown, a line a leaf with the marks of the list items
// that it opens, with an empty line between leaves that stand apart on the
// screen too. What other fields of the record say is left out.
func bodyOf(text ui.Text) string {
	var b strings.Builder
	for _, block := range text.Document().Blocks {
		for _, leaf := range text.Leaves(block) {
			if len(leaf.Inlines) > 0 && text.Document().About.Overlaps(leaf.Inlines[0].Span) {
				continue
			}
			shown := itemMarks(leaf) + strings.TrimRight(leaf.Shown().Text, "\n")
			if shown == "" {
				continue
			}
			if b.Len() > 0 && !leaf.Tight {
				b.WriteByte('\n')
			}
			b.WriteString(shown)
			b.WriteByte('\n')
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// itemMarks is the bullets, numbers and boxes before a leaf: "3. ".
func itemMarks(leaf model.Leaf) string {
	marks := ""
	for _, m := range leaf.Marks {
		if m.Kind == model.Item && m.First && m.Text != "" {
			marks += m.Text + " "
		}
	}
	return marks
}
