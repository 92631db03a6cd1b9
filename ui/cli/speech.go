package cli

import (
	"fmt"
	"io"
	"strings"

	"gloss/model"
)

// speech is text that makes sense when it is heard: whole sentences, one thing
// a line, words in the place of signs, and nothing that stands beside or above
// anything else.
type speech struct {
	w     io.Writer
	width int // in cells, 0 for lines of any length
	err   error
}

func (s *session) speech() *speech {
	s.flags.color = "never"
	l := s.look(0, proseWidth)
	return &speech{w: l.Writer, width: l.width}
}

// say writes one line, wrapped where lines are.
func (s *speech) say(format string, args ...any) {
	s.line(strings.Join(wrap(fmt.Sprintf(format, args...), s.width), "\n"))
}

// line writes one line as it is.
func (s *speech) line(line string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.w, line+"\n")
	}
}

// list says all of one kind, numbered, each with where it stands.
func (s *speech) list(doc *model.Document, kind model.Kind) {
	said := counted(records{doc}.count(kind), kind.String())
	if anyDerived(doc, kind) {
		said += ", " + foundByGloss
	}
	s.say("%s.", said)
	if kind == model.KindSection {
		for i := range doc.Sections {
			s.say("%d. %s", i+1, sentence(doc.Sections[i].Title))
		}
		return
	}
	for i, note := range doc.Notes.Of(kind) {
		s.say("%d. %s%s", i+1, noteWords(&doc.Notes, kind, i), where(doc, note.Span))
		if kind == model.KindQuestion {
			s.sides(doc.Notes.Questions[i].Sides)
		}
	}
}

// sides says the passages that argue a question.
func (s *speech) sides(sides []model.Passage) {
	for i, side := range sides {
		s.say("Passage %d of %d on this: %s", i+1, len(sides), sentence(side.Quote))
	}
}

// hits says the answers of a look-up, best first.
func (s *speech) hits(doc *model.Document, hits []model.Hit) {
	for i, hit := range hits {
		switch {
		case hit.Kind == model.KindSection:
			s.say("%d. Section %d: %s", i+1, hit.Index+1, sentence(hit.Text))
		case hit.Index < 0:
			s.say("%d. The text says: %s%s", i+1, sentence(hit.Quote), where(doc, hit.Span))
		default:
			said := noteWords(&doc.Notes, hit.Kind, hit.Index)
			if !strings.HasPrefix(said, hit.Quote) {
				said += " The text says: " + sentence(hit.Quote)
			}
			s.say("%d. %s%s", i+1, said, where(doc, hit.Span))
		}
	}
}

// noteWords is what a panel shows of a note, as sentences.
func noteWords(notes *model.Notes, kind model.Kind, i int) string {
	switch kind {
	case model.KindFact:
		f := &notes.Facts[i]
		return sentence(words(f.Text)) + " " + standing(f)
	case model.KindFigure:
		f := &notes.Figures[i]
		return sentence(figureWords(f)) + checkWords(f)
	case model.KindQuestion:
		q := &notes.Questions[i]
		return sentence(q.Text) + themeWords(q)
	case model.KindName:
		return nameWords(&notes.Names[i])
	case model.KindSection, model.KindText:
	}
	return ""
}

// where is the section that a passage stands in, as the end of what is said.
func where(doc *model.Document, span model.Span) string {
	i := doc.SectionAt(span.Start)
	if i < 0 {
		return " Before the first section."
	}
	return fmt.Sprintf(" Section %d.", i+1)
}

func standing(f *model.Fact) string {
	word := strings.ToUpper(f.Standing.String()[:1]) + f.Standing.String()[1:]
	if f.Source == "" {
		return word + "."
	}
	return word + " by " + f.Source + "."
}

func checkWords(f *model.Figure) string {
	if f.Check == nil {
		return ""
	}
	verb := "says otherwise"
	if f.Check.Agrees {
		verb = "confirms it"
	}
	return fmt.Sprintf(" %s %s: %s", f.Check.Source, verb, sentence(words(f.Check.Text)))
}

func themeWords(q *model.Question) string {
	said := ""
	if q.By != "" {
		said += " Asked by " + q.By + "."
	}
	if q.Theme != "" {
		said += " Theme: " + q.Theme + "."
	}
	return said
}

func nameWords(n *model.Name) string {
	said := n.Text
	if n.Type != model.NoType {
		said += ", " + withArticle(n.Type.String())
	}
	if n.Is != "" {
		said += ": " + n.Is
	}
	said = sentence(said)
	if len(n.Aliases) > 0 {
		said += " " + sentence("Also written "+strings.Join(n.Aliases, ", "))
	}
	return said + " " + counted(len(n.Mentions), "mention") + "."
}

// withArticle is a noun with its article.
func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// counted is a number of things.
func counted(n int, noun string) string {
	switch n {
	case 0:
		return "No " + noun + "s"
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// sentence ends text with a stop where it has none, so that a voice pauses.
func sentence(text string) string {
	text = strings.TrimRight(text, " ")
	end := strings.TrimRight(text, `"'”’)»`)
	if text == "" || strings.HasSuffix(end, ".") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "…") {
		return text
	}
	return text + "."
}
