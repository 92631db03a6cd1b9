package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"gloss/model"
	"gloss/ui"
	"gloss/ui/theme"
)

// flags are what the flags of any command set.
type flags struct {
	theme *theme.Theme // nil: by the terminal's background
	width int          // -1: by the terminal
	color string
	plain bool

	json, csv, markdown bool
	limit               int
	version             bool
}

// root is the command gloss with all others under it.
func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "gloss [FILE]...",
		Short: "read a text with its facts, figures, questions and names beside it",
		Long: `gloss is a reader with notes in the margin: the facts, the figures, the open
questions and the names of a text, each tied to the passage it comes from.

Without FILE it opens the article that ships with it; - is standard input. Of a
directory, or several files, it shows a list to choose from. It prints instead
where standard output is no terminal.
In the reader, press ? for its keys.`,
		Example: `gloss                         read the article
gloss story.md                read a file, with the notes in
                              story.notes.yaml beside it
gloss find "net profit"       look something up
gloss figures --json | jq .   the figures, for a program`,
		Args:              s.rootArgs,
		ValidArgsFunction: s.completeRoot,
		RunE:              s.read,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SuggestionsMinimumDistance = 2

	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(s.help)
	root.Flags().BoolVar(&s.flags.version, "version", false, "print the version")
	s.commonFlags(root)

	s.commands = []*cobra.Command{s.findCommand()}
	for _, list := range lists {
		s.commands = append(s.commands, s.listCommand(list))
	}
	s.commands = append(s.commands, s.printCommand(), completionCommand())
	root.AddCommand(s.commands...)
	help := helpCommand()
	root.SetHelpCommand(help) // in the place of cobra's own
	s.commands = append(s.commands, help)
	return root
}

// commonFlags are the flags of every command.
func (s *session) commonFlags(root *cobra.Command) {
	all := root.PersistentFlags()
	all.SortFlags = false
	root.Flags().SortFlags = false
	s.flags.width, s.flags.color = -1, "auto"
	all.Var(themeFlag{&s.flags.theme}, "theme", "the colours: "+oneOf(theme.Names())+" (else by the terminal)")
	all.Var(widthFlag{&s.flags.width}, "width", "the longest line of text, 0 for no wrapping (else by the terminal)")
	all.Var(choiceFlag{&s.flags.color, colorChoices}, "color", "colours: "+oneOf(colorChoices))
	all.BoolVar(&s.flags.plain, "plain", false, "plain sentences, for screen readers and dumb terminals")
	all.BoolP("help", "h", false, "show this help")
	must(root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(theme.Names(), cobra.ShellCompDirectiveNoFileComp)))
	must(root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(colorChoices, cobra.ShellCompDirectiveNoFileComp)))
	must(root.RegisterFlagCompletionFunc("width", cobra.NoFileCompletions))
}

var colorChoices = []string{"auto", "always", "never"}

// must is for what can only fail by a mistake in this package.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// read opens the reader, on the screen or line by line, or prints where there
// is nobody to read.
func (s *session) read(cmd *cobra.Command, args []string) error {
	if s.flags.version {
		return s.printVersion()
	}
	source := argument(args, 0)
	onTerminal := s.columns() > 0
	aloud := s.flags.plain || onTerminal && s.env("TERM") == "dumb"
	switch {
	case len(args) > 1 && aloud:
		return usage(cmd, "read one file at a time with --plain, not %d", len(args))
	case len(args) > 1 && !onTerminal:
		return s.printAll(cmd.Context(), args)
	case aloud:
		text, err := s.open(cmd.Context(), source)
		if err != nil {
			return s.sourceError(err, source, s.rootHint(cmd, source))
		}
		return s.readAloud(cmd.Context(), text)
	case !onTerminal:
		return s.print(cmd.Context(), source, s.rootHint(cmd, source))
	}
	open := func() (*ui.Opened, error) { return s.Open(source) }
	if len(args) > 1 {
		open = func() (*ui.Opened, error) { return s.Choose(args) }
	}
	opened, err := open()
	if err != nil {
		return s.sourceError(err, source, s.rootHint(cmd, source))
	}
	return s.Read(cmd.Context(), opened, ui.Options{
		Theme: s.flags.theme, Width: max(s.flags.width, 0),
		Colours: map[string]ui.Colours{"always": ui.ColoursAlways, "never": ui.ColoursNever}[s.flags.color],
	})
}

// list is a command that lists all of one kind.
type list struct {
	kind  model.Kind
	name  string
	short string
	long  string
}

var lists = []list{
	{model.KindFact, "facts", "what the text says, who says it, and how firmly it stands",
		"The facts of a text: what is said, who says it, and whether that is stated,\nreported, claimed, alleged or denied."},
	{model.KindFigure, "figures", "the numbers, how they changed, and over what time",
		"The figures of a text: what each measures, its value, its change and its period.\nWhat another source says of a figure stands below it, after a sign of its own."},
	{model.KindQuestion, "questions", "the open questions, with the passages that argue them",
		"The questions that a text leaves open, by theme, each with the passages of the\ntext that argue either side."},
	{model.KindName, "names", "who and what is named, and what the text says they are",
		"The people, organisations, products, places and terms of a text, and what the\ntext says that each is."},
	{model.KindSection, "outline", "the sections, in reading order",
		"The sections of a text, in reading order."},
}

func (s *session) listCommand(l list) *cobra.Command {
	cmd := &cobra.Command{
		Use: l.name + " [FILE]", Short: l.short, Long: l.long,
		Example:           "gloss " + l.name + "\ngloss " + l.name + " story.md --json",
		Args:              sourceArg,
		ValidArgsFunction: s.completeSource(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			source := argument(args, 0)
			text, err := s.open(cmd.Context(), source)
			if err != nil {
				return s.sourceError(err, source, "")
			}
			return s.list(text, l)
		},
	}
	s.recordFlags(cmd)
	return cmd
}

// list writes all of one kind in the form asked for. No notes are no failure:
// most texts have none.
func (s *session) list(text ui.Text, l list) error {
	doc := text.Document()
	r := records{doc}
	switch {
	case s.flags.json:
		return writeJSON(s.out, r.of(l.kind))
	case s.flags.csv:
		return writeCSV(s.out, r.of(l.kind), kindColumns[l.kind])
	case r.count(l.kind) == 0:
		s.complain(errors.New(none(text, l.kind)))
		return nil
	case s.flags.plain:
		say := s.speech()
		say.list(doc, l.kind)
		return say.err
	}
	look := s.look(0, tableWidth)
	return tableOf(doc, l.kind, look.theme).write(look)
}

// none is the friendly line where a text has nothing of a kind. A notes file
// that is there, and has none that can be shown, is not asked for.
func none(text ui.Text, kind model.Kind) string {
	doc := text.Document()
	what, of := plural(kind), "this text"
	if doc.Source != "" {
		of = doc.Source
	}
	switch {
	case kind == model.KindSection:
		return of + " has no headings"
	case len(text.Problems()) > 0:
		return of + " has no " + what + " that can be shown: mend its notes file"
	}
	if of == "-" {
		of = "standard input"
	}
	if doc.Source != "" && doc.NotesFile() == "" {
		return of + " has no " + what + ": a notes file beside a document brings them; save it to a file first"
	}
	return of + " has no " + what + " yet: a notes file beside it, such as story.notes.yaml beside story.md, brings them"
}

// plural is the word for several of a kind.
func plural(kind model.Kind) string { return kind.String() + "s" }

// recordFlags are the flags of commands whose output are records.
func (s *session) recordFlags(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false
	cmd.Flags().BoolVar(&s.flags.json, "json", false, "an array of records, for programs")
	cmd.Flags().BoolVar(&s.flags.csv, "csv", false, "comma-separated values with a header, for spreadsheets")
	cmd.PreRunE = exclusive("json", "csv")
}

// exclusive refuses two flags that ask for different output; one that is set to
// false asks for nothing.
func exclusive(a, b string) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		asked := func(name string) bool { return cmd.Flags().Lookup(name).Value.String() == "true" }
		if asked(a) && asked(b) {
			return usage(cmd, "--%s and --%s do not go together", a, b)
		}
		return nil
	}
}

// argument is args[i], "" where there are fewer.
func argument(args []string, i int) string {
	if i < len(args) {
		return args[i]
	}
	return ""
}

func oneOf(words []string) string { return strings.Join(words, ", ") }
