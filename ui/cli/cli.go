// Package cli is gloss without a screen of its own: the commands, what they
// print for people and for programs, and reading line by line for screen
// readers and dumb terminals. It owns the words of its messages, the schema of
// its records and the rule for what may leave the program. It asks a text for
// everything else, and knows nothing of Markdown or keys, and of files only how
// those end that can be opened.
//
//	args ─▶ cobra ─▶ session.open ─▶ ui.Text ─▶ records, tables, rows, speech
//	                                                   │
//	                            standard output ◀── output (the guard)
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gloss/ui"
)

// The exit statuses.
const (
	statusDone    = 0
	statusNothing = 1 // find found nothing
	statusError   = 2 // of usage or input
)

// Program is what the commands need from outside.
type Program struct {
	In       io.Reader
	Out, Err io.Writer
	Environ  []string

	// Open opens a source as its user wrote it, "" for the embedded article.
	// Its error is one lower-case line; where a file is missing it is
	// fs.ErrNotExist.
	Open func(source string) (*ui.Opened, error)
	// Choose opens several sources as a list to choose from.
	Choose func(sources []string) (*ui.Opened, error)
	// Clean makes one line of text harmless that came from outside, such as the
	// name of a file in an error.
	Clean func(string) string
	// Endings are those of the files that Open opens, without the dot.
	Endings []string
	// Read is the reader on the screen; it returns when its user quits.
	Read func(context.Context, *ui.Opened, ui.Options) error
}

// Run carries out a command line, given without the program's name, and is the
// exit status. All that it has to say of a failure is on p.Err.
func Run(ctx context.Context, p Program, args []string) int {
	s := &session{Program: p, out: newOutput(p.Out)}
	root := s.root()
	root.SetOut(s.out)
	root.SetErr(io.Discard) // cobra's own words: ours are below
	root.SetArgs(append([]string{}, args...))

	err := root.ExecuteContext(ctx)
	if end := s.out.Close(); err == nil || s.out.failed() {
		err = end
	}
	switch {
	case err == nil, isClosedPipe(err):
		return statusDone
	case errors.Is(err, errNothing):
		return statusNothing
	}
	s.complain(err)
	return statusError
}

// errNothing says that find found nothing, which is no failure to talk about.
var errNothing = errors.New("nothing found")

// session is one run of the program.
type session struct {
	Program
	out      *output
	flags    flags
	commands []*cobra.Command // in the order of help
}

// complain says on one line what went wrong. The line may quote whatever was
// typed, so it is cleaned as a text is: what is invisible or turns the direction
// of reading is shown by its name. A panic, which is nobody's fault
// but ours, comes with what we need to find it.
func (s *session) complain(err error) {
	w := newOutput(s.Err)
	fmt.Fprintf(w, "gloss: %s\n", s.Clean(strings.Join(strings.Fields(err.Error()), " ")))
	if p := (*ui.PanicError)(nil); errors.As(err, &p) {
		w.Write(p.Stack)
	}
	w.Close()
}

// open is the whole of a source. What is wrong with its notes file is said, and
// the notes that are right are used.
func (s *session) open(ctx context.Context, source string) (ui.Text, error) {
	opened, err := s.Open(source)
	if err != nil {
		return nil, err
	}
	return s.whole(ctx, source, opened)
}

// whole is the whole of what was opened.
func (s *session) whole(ctx context.Context, source string, opened *ui.Opened) (ui.Text, error) {
	if opened.Entries != nil {
		return nil, fmt.Errorf("%s is a directory: name a file in it", s.Clean(source))
	}
	text, err := opened.Whole(ctx)
	if err != nil {
		return nil, err
	}
	for _, problem := range text.Problems() {
		s.complain(problem)
	}
	return text, nil
}
