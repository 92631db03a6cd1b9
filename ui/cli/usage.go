package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"gloss/ui/theme"
)

// usage is an error in how a command was called, with the way to its help.
func usage(cmd *cobra.Command, format string, args ...any) error {
	return fmt.Errorf("%s (see %q)", fmt.Sprintf(format, args...), cmd.CommandPath()+" --help")
}

// flagError says in our words what pflag found wrong.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return usage(cmd, "unknown flag -%s", unknown.GetSpecifiedName())
		}
		return usage(cmd, "unknown flag --%s", unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		return usage(cmd, "--%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return usage(cmd, "--%s takes %s, not %q", invalid.GetFlag().Name, wants(invalid), invalid.GetValue())
	case errors.As(err, &syntax):
		return usage(cmd, "no such flag: %s", syntax.GetSpecifiedFlag())
	}
	return usage(cmd, "%v", err)
}

// wants is what a flag takes: our own flags say it as their error.
func wants(invalid *pflag.InvalidValueError) string {
	var own valueError
	if errors.As(invalid.Unwrap(), &own) {
		return string(own)
	}
	if invalid.GetFlag().Value.Type() == "bool" {
		return "true or false"
	}
	return "a number"
}

// valueError is what a flag takes, in answer to something that it does not.
type valueError string

func (e valueError) Error() string { return string(e) }

// choiceFlag is a flag that takes one of a few words. What Type says of these
// flags is what help calls their value.
type choiceFlag struct {
	value   *string
	choices []string
}

func (f choiceFlag) String() string { return "" }
func (f choiceFlag) Type() string   { return "WHEN" }
func (f choiceFlag) Set(word string) error {
	for _, choice := range f.choices {
		if word == choice {
			*f.value = word
			return nil
		}
	}
	return valueError(oneOf(f.choices))
}

// themeFlag is a flag that takes the name of a theme.
type themeFlag struct{ value **theme.Theme }

func (f themeFlag) String() string { return "" }
func (f themeFlag) Type() string   { return "NAME" }
func (f themeFlag) Set(name string) error {
	t, ok := theme.ByName(name)
	if !ok {
		return valueError(oneOf(theme.Names()))
	}
	*f.value = t
	return nil
}

// widthFlag is a flag that takes a number of columns.
type widthFlag struct{ value *int }

// maxWidth is wider than any terminal: what is wider is meant as no wrapping.
const maxWidth = 10_000

func (f widthFlag) String() string { return "" }
func (f widthFlag) Type() string   { return "COLUMNS" }
func (f widthFlag) Set(columns string) error {
	n, err := strconv.Atoi(columns)
	if err != nil || n < 0 {
		return valueError("a number of columns, or 0 for no wrapping")
	}
	*f.value = min(n, maxWidth)
	return nil
}

// limitFlag is a flag that takes a number of answers.
type limitFlag struct{ value *int }

func (f limitFlag) String() string { return "" }
func (f limitFlag) Type() string   { return "NUMBER" }
func (f limitFlag) Set(number string) error {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 {
		return valueError("a number of answers, 1 or more")
	}
	*f.value = n
	return nil
}

// sourceArg allows at most one argument, a source.
func sourceArg(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) > 1:
		return usage(cmd, "%s takes one file, not %d", cmd.Name(), len(args))
	case len(args) == 1 && args[0] == "":
		return unnamed(cmd)
	}
	return nil
}

// unnamed is the error of a source that is empty: most often a variable of a
// shell that is not set. It is not taken for no source at all, or a script would
// go on with the article.
func unnamed(cmd *cobra.Command) error {
	return usage(cmd, "name a file: this name is empty; for the article leave it out")
}

// rootArgs allows sources, and shows several words the way to find: one of them
// at least is no file that there is.
func (s *session) rootArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 1 && slices.ContainsFunc(args, isMissing) {
		return fmt.Errorf("one file at a time, not %d (to look up several words: %s)", len(args), s.findCall(args))
	}
	if len(args) > 1 {
		return nil
	}
	return sourceArg(cmd, args)
}

// isMissing reports whether a source is neither an address nor a file that there
// is.
func isMissing(source string) bool {
	_, err := os.Stat(source)
	return err != nil && !strings.Contains(source, "://")
}

// findCall is the call of find that was meant by several words: all of them
// are its query, but for a file at their end.
func (s *session) findCall(args []string) string {
	last := len(args) - 1
	if info, err := os.Stat(args[last]); last > 0 && (s.opens(args[last]) || err == nil && !info.IsDir()) {
		return "gloss find " + shellQuote(strings.Join(args[:last], " ")) + " " + shellWord(args[last])
	}
	return "gloss find " + shellQuote(strings.Join(args, " "))
}

// findFlagError is flagError for find, whose query may begin like a flag.
func findFlagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return flagError(cmd, err)
	}
	word := "--" + unknown.GetSpecifiedName()
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		word = "-" + short
	}
	return fmt.Errorf("unknown flag %s (see %q; to look it up: gloss find -- %s)", word, cmd.CommandPath()+" --help", shellQuote(word))
}

// rootHint is what may have been meant by a source that there is not: a command
// spelt wrong, or something to look up.
func (s *session) rootHint(root *cobra.Command, source string) string {
	if !isWord(source) {
		return ""
	}
	if near := root.SuggestionsFor(source); len(near) > 0 {
		return fmt.Sprintf("did you mean %q?", "gloss "+near[0])
	}
	return "to look it up: gloss find " + shellQuote(source)
}

// isWord tells a word from a path.
func isWord(source string) bool {
	return source != "" && source != "-" && !strings.ContainsAny(source, `/\:`) && filepath.Ext(source) == ""
}

// sourceError says why a source cannot be opened, and what to do about it: the
// hint, unless there is a file that is named almost so. The error itself names
// the source.
func (s *session) sourceError(err error, source, hint string) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if near := s.nearFile(source); near != "" {
		hint = "did you mean " + shellWord(near) + "?"
	}
	if hint == "" {
		hint = "name a file that there is, or none for the article"
	}
	return fmt.Errorf("%w (%s)", err, hint)
}

// nearFile is a file that is there with another ending than a source has, or
// with one where it has none; "" for none.
func (s *session) nearFile(source string) string {
	stems := []string{source}
	if s.opens(source) {
		stems = append(stems, strings.TrimSuffix(source, filepath.Ext(source)))
	}
	for _, stem := range stems {
		for _, ending := range s.Endings {
			if info, err := os.Stat(stem + "." + ending); err == nil && info.Mode().IsRegular() {
				return stem + "." + ending
			}
		}
	}
	return ""
}

// shellWord is text as one argument for a shell, in quotation marks only where
// it needs them.
func shellWord(text string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._/,:@%+-", r)
	}
	if strings.IndexFunc(text, func(r rune) bool { return !plain(r) }) >= 0 {
		return shellQuote(text)
	}
	return text
}

// shellQuote is text as one argument for a shell: in double quotation marks
// where nothing in it has a meaning there, in single ones otherwise.
func shellQuote(text string) string {
	if strings.ContainsAny(text, "\"$`\\!") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return `"` + text + `"`
}
