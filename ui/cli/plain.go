package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gloss/model"
	"gloss/ui"
)

// reading is a text read part by part, line by line: for screen readers and for
// terminals that can do nothing but print. It answers commands until one says
// to quit, or until there is no more input.
type reading struct {
	*speech
	text  ui.Text
	doc   *model.Document
	parts []part
	at    int // the part that was read last

	search search
}

// answersSpoken is how many answers of a look-up are said, and foundSpoken how
// many places of find at once: what is heard cannot be skimmed.
const (
	answersSpoken = 3
	foundSpoken   = 10
)

// readAloud reads a text with whoever types the commands.
func (s *session) readAloud(ctx context.Context, text ui.Text) error {
	r := &reading{speech: s.speech(), text: text, doc: text.Document(), parts: partsOf(text.Document())}
	r.greet()
	r.part(0)
	in := bufio.NewReaderSize(s.In, 4096)
	for r.err == nil {
		fmt.Fprint(s.out, "Command: ")
		s.out.Flush()
		line, tooLong, err := in.ReadLine()
		if errors.Is(err, io.EOF) {
			fmt.Fprintln(s.out)
			return nil
		}
		if err != nil {
			return fmt.Errorf("cannot read commands: %w", err)
		}
		command := string(line)
		for tooLong && err == nil { // nobody typed that; its beginning will do
			_, tooLong, err = in.ReadLine()
		}
		if !r.obey(ctx, strings.TrimSpace(command)) {
			return nil
		}
	}
	return r.err
}

func (r *reading) greet() {
	title := r.doc.Title
	if title == "" {
		title = "A text without a title"
	}
	if r.doc.Byline != "" {
		title += ", by " + r.doc.Byline
	}
	r.say("%s %s. Type help for the commands.", sentence(title), counted(len(r.doc.Sections), "section"))
}

// obey does what a command says; false ends the reading.
func (r *reading) obey(ctx context.Context, command string) bool {
	switch strings.ToLower(command) {
	case "", "n", "next":
		r.step(1)
	case "p", "b", "previous", "back":
		r.step(-1)
	case "r", "again", "repeat":
		r.part(r.at)
	case "c", "contents", "outline":
		r.panel(model.KindSection)
	case "facts":
		r.panel(model.KindFact)
	case "figures":
		r.panel(model.KindFigure)
	case "questions":
		r.panel(model.KindQuestion)
	case "names":
		r.panel(model.KindName)
	case "more":
		r.more(ctx)
	case "h", "?", "help":
		r.help()
	case "q", "quit", "exit":
		return false
	default:
		r.seek(ctx, command)
	}
	return true
}

// seek is the commands that name something: a section, words to find, and
// whatever else is typed is looked up.
func (r *reading) seek(ctx context.Context, command string) {
	if n, err := strconv.Atoi(command); err == nil {
		r.section(n)
		return
	}
	word, rest, _ := strings.Cut(command, " ")
	switch rest = strings.TrimSpace(rest); {
	case strings.EqualFold(word, "find"):
		r.find(ctx, rest)
	case strings.HasPrefix(command, "/"):
		r.find(ctx, strings.TrimSpace(command[1:]))
	case strings.HasPrefix(command, "?"):
		r.lookUp(ctx, strings.TrimSpace(command[1:]))
	default:
		r.lookUp(ctx, command)
	}
}

func (r *reading) help() {
	for _, line := range []string{
		"Enter, n or next: read on.",
		"p or previous: the part before.",
		"r or again: the same part again.",
		"A number: that section.",
		"c or contents: the titles of all sections, with their numbers.",
		"facts, figures, questions or names: the notes on the text.",
		"find, and words: the places where the text has these words, ten at a time. more: the next ten.",
		"Anything else is looked up, such as: net profit. A question mark before it makes sure of that.",
		"q or quit: the end.",
	} {
		r.say("%s", line)
	}
}

// step reads on or back.
func (r *reading) step(by int) {
	switch to := r.at + by; {
	case to < 0:
		r.say("This is the beginning.")
	case to >= len(r.parts):
		r.say("This is the end.")
	default:
		r.part(to)
	}
}

// section reads the section with a number, from its beginning.
func (r *reading) section(number int) {
	for i, p := range r.parts {
		if p.section == number-1 && p.number == 1 {
			r.part(i)
			return
		}
	}
	r.say("There is no section %d: this text has %s.", number, strings.ToLower(counted(len(r.doc.Sections), "section")))
}

// part announces a part and reads it.
func (r *reading) part(i int) {
	if i >= len(r.parts) {
		r.say("This text is empty.")
		return
	}
	r.at = i
	p := r.parts[i]
	title, announced := "", model.Span{}
	if p.section >= 0 {
		announced = r.doc.Sections[p.section].Heading
		title = fmt.Sprintf("Section %d of %d: %s", p.section+1, len(r.doc.Sections), sentence(r.doc.Sections[p.section].Title))
	} else if len(r.doc.Sections) > 0 {
		title = "Before the first section."
	}
	if p.of > 1 {
		title += fmt.Sprintf(" Part %d of %d.", p.number, p.of)
	}
	if title != "" {
		r.say("%s", strings.TrimSpace(title))
	}
	r.speech.text(r.text, p.span, announced)
}

// panel says all notes of a kind, or that there are none.
func (r *reading) panel(kind model.Kind) {
	if (records{r.doc}).count(kind) == 0 {
		r.say("%s", sentence(none(r.text, kind)))
		return
	}
	r.list(r.doc, kind)
}

func (r *reading) lookUp(ctx context.Context, query string) {
	if query == "" {
		r.say("Type what to look up after the question mark.")
		return
	}
	hits, err := lookUp(ctx, r.text, query, answersSpoken)
	switch {
	case err != nil:
		r.say("%s", sentence("The look-up failed: "+err.Error()))
	case len(hits) == 0:
		r.say("Nothing found for %s", sentence(query))
	default:
		r.hits(r.doc, hits)
	}
}

// search is what find was asked for last.
type search struct {
	query string
	count int // of all places
	said  int // of them
	next  int // where the search goes on
}

// find says the first places that have words, each with the text round it.
func (r *reading) find(ctx context.Context, query string) {
	if query == "" {
		r.say("Type the words to find after find.")
		return
	}
	r.search = search{query: query}
	for batch := range r.text.Find(ctx, query, 0) {
		r.search.count += len(batch)
	}
	if r.search.count == 0 {
		r.say("The text does not have %s", sentence(query))
		return
	}
	r.say("%s.", counted(r.search.count, "place"))
	r.more(ctx)
}

// more says the next places of the latest search. They are looked for again
// from where it stood: all places of a frequent word would be more to keep than
// the text itself.
func (r *reading) more(ctx context.Context) {
	f := &r.search
	if f.said == f.count {
		r.say("There is no more. Type the words to find after find, or a question mark before what to look up.")
		return
	}
	last := min(f.said+foundSpoken, f.count)
	for batch := range r.text.Find(ctx, f.query, f.next) {
		for _, span := range batch[:min(len(batch), last-f.said)] {
			f.said++
			f.next = span.End
			r.say("%d. %s%s", f.said, sentence(r.surroundings(span)), where(r.doc, span))
		}
		if f.said == last || r.err != nil {
			break
		}
	}
	if last < f.count {
		r.say("Type more for those after %d.", last)
	}
}

// surroundings is the text of the leaf that shows a span, up to some words
// either side of it.
func (r *reading) surroundings(span model.Span) string {
	for _, leaf := range r.text.Leaves(r.doc.Blocks[r.doc.BlockAt(span.Start)]) {
		shown := leaf.Shown()
		if from, to := shown.Range(span); from < to {
			return excerpt(shown.Text, from, to)
		}
	}
	return r.text.Quote(span)
}
