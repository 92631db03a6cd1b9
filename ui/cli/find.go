package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"gloss/model"
	"gloss/ui"
)

func (s *session) findCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "find QUERY [FILE]",
		Short: "look something up: the answer first, then its passage",
		Long: `Looks something up in the notes, the headings and the sentences of a text, best
answer first. A query may be a few words or a plain question; case, accents, the
order of words and a typing slip do not matter.`,
		Example: `gloss find "net profit"
gloss find "who is david sacks"
gloss find dosage story.md --json | jq '.[0].quote'`,
		Args:              s.findArgs,
		ValidArgsFunction: s.completeSource(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.find(cmd.Context(), args)
		},
	}
	s.recordFlags(cmd)
	cmd.SetFlagErrorFunc(findFlagError)
	cmd.Flags().VarP(limitFlag{&s.flags.limit}, "limit", "n", "how many answers at most (else 10)")
	s.flags.limit = 10
	must(cmd.RegisterFlagCompletionFunc("limit", cobra.NoFileCompletions))
	return cmd
}

func (s *session) findArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0 || strings.TrimSpace(args[0]) == "":
		return usage(cmd, "find needs something to look up")
	case len(args) > 2:
		return fmt.Errorf("find takes one query and one file (to look up several words, quote them: %s)", s.findCall(args))
	case len(args) == 2 && args[1] == "":
		return unnamed(cmd)
	}
	return nil
}

func (s *session) find(ctx context.Context, args []string) error {
	query, source := args[0], argument(args, 1)
	text, err := s.open(ctx, source)
	if err != nil {
		hint := ""
		if errors.Is(err, fs.ErrNotExist) && isWord(source) {
			hint = "to look up several words, quote them: " + s.findCall(args)
		}
		return s.sourceError(err, source, hint)
	}
	hits, err := lookUp(ctx, text, query, s.flags.limit)
	if err != nil {
		return err
	}
	r := records{text.Document()}
	switch {
	case s.flags.json:
		err = writeJSON(s.out, r.hits(hits))
	case s.flags.csv:
		err = writeCSV(s.out, r.hits(hits), nil)
	case s.flags.plain:
		say := s.speech()
		say.hits(text.Document(), hits)
		err = say.err
	default:
		err = writeHits(s.look(0, tableWidth), text, hits)
	}
	if err == nil && len(hits) == 0 {
		return errNothing
	}
	return err
}

// lookUp is the answers from all of the text. The query is finished, which the
// space says: its last word is no beginning of another.
func lookUp(ctx context.Context, text ui.Text, query string, limit int) ([]model.Hit, error) {
	if err := text.Index(ctx); err != nil {
		return nil, err
	}
	hits, _ := text.Look(ctx, query+" ", limit)
	return hits, ctx.Err()
}

// writeHits writes answers for people, an empty line between them.
func writeHits(l look, text ui.Text, hits []model.Hit) error {
	for i, hit := range hits {
		lines := hitLines(l, text, hit)
		if i > 0 {
			lines = append([]string{""}, lines...)
		}
		if _, err := io.WriteString(l, strings.Join(lines, "\n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// hitLines is an answer: what it says, its passage with the words that were
// looked up, where that stands, and below it, behind a sign, what another source
// says of it.
func hitLines(l look, text ui.Text, hit model.Hit) []string {
	var lines []string
	if hit.Kind == model.KindText { // its own answer
		for _, line := range wrap(hit.Quote, l.width) {
			lines = append(lines, highlight(l, line, matchedWords(text, hit)))
		}
	} else {
		for _, line := range wrap(answerOf(text.Document(), hit), l.width) {
			lines = append(lines, l.paint(l.theme.Accent, line))
		}
	}
	// The quote of a section is its heading once more.
	if hit.Quote != "" && hit.Kind != model.KindText && hit.Kind != model.KindSection {
		for _, line := range hang("  ", hit.Quote, l.width) {
			lines = append(lines, highlight(l, line, matchedWords(text, hit)))
		}
	}
	lines = append(lines, l.paint(l.theme.Muted, cut("  "+place(text.Document(), hit), l.width)))
	if f := figureOf(text.Document(), hit); f != nil && f.Check != nil {
		lines = append(lines, checkAside(f.Check, l.theme).lines(l, l.width)...)
	}
	return lines
}

// answerOf is what an answer says, with what must be known of a figure wherever
// its value is shown.
func answerOf(doc *model.Document, hit model.Hit) string {
	if f := figureOf(doc, hit); f != nil && f.WorkedOut {
		return hit.Text + ", worked out"
	}
	return hit.Text
}

// figureOf is the figure that an answer is, nil for none.
func figureOf(doc *model.Document, hit model.Hit) *model.Figure {
	if hit.Kind != model.KindFigure || hit.Index < 0 || hit.Index >= len(doc.Notes.Figures) {
		return nil
	}
	return &doc.Notes.Figures[hit.Index]
}

// place says what kind of answer it is, and in which section it stands.
func place(doc *model.Document, hit model.Hit) string {
	if hit.Kind == model.KindSection {
		return fmt.Sprintf("section %d", hit.Index+1)
	}
	what := hit.Kind.String()
	if notes := doc.Notes.Of(hit.Kind); hit.Index >= 0 && hit.Index < len(notes) && notes[hit.Index].Derived {
		what += ", derived"
	}
	i := doc.SectionAt(hit.Span.Start)
	if i < 0 {
		return what + " · before the first heading"
	}
	return fmt.Sprintf("%s · section %d, %s", what, i+1, doc.Sections[i].Title)
}

// matchedWords are the words of the passage that the query matched, as the text
// spells them.
func matchedWords(text ui.Text, hit model.Hit) []string {
	var words []string
	for _, span := range hit.Match {
		if word := text.Quote(span); word != "" {
			words = append(words, word)
		}
	}
	return words
}

// highlight sets the words apart in a line.
func highlight(l look, line string, words []string) string {
	if !l.colour || len(words) == 0 {
		return line
	}
	var b strings.Builder
	from := 0
	for at := 0; at < len(line); {
		n := wordAt(line, at, words)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(line[at:])
		} else {
			b.WriteString(line[from:at] + l.paint(l.theme.Strong, line[at:at+n]))
			from = at + n
		}
		at += n
	}
	return b.String() + line[from:]
}

// wordAt is the length of the longest of the words that stands at a place of a
// line as a whole word, 0 for none.
func wordAt(line string, at int, words []string) int {
	if before, _ := utf8.DecodeLastRuneInString(line[:at]); isLetter(before) {
		return 0
	}
	longest := 0
	for _, word := range words {
		if !strings.HasPrefix(line[at:], word) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(line[at+len(word):]); !isLetter(after) {
			longest = max(longest, len(word))
		}
	}
	return longest
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
