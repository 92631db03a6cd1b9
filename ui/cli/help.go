package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help is the help of a command: what it does, how it is called, examples, the
// commands under it and its flags.
func (s *session) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	b.WriteString(cmd.Long)
	paragraph := func(title string, lines []string) {
		if len(lines) > 0 {
			fmt.Fprintf(&b, "\n\n%s\n  %s", title, strings.Join(lines, "\n  "))
		}
	}
	if cmd.HasParent() {
		paragraph("usage", []string{cmd.UseLine()})
	} else {
		paragraph("usage", []string{"gloss [FILE] [flags]", "gloss COMMAND [FILE] [flags]"})
	}
	paragraph("examples", strings.FieldsFunc(cmd.Example, func(r rune) bool { return r == '\n' }))
	if !cmd.HasParent() {
		var names, what []string
		for _, c := range s.commands {
			names, what = append(names, c.Name()), append(what, c.Short)
		}
		paragraph("commands", beside(names, what))
	}
	paragraph("flags", flagLines(cmd))
	if !cmd.HasParent() {
		b.WriteString("\n\nExit status: 0 done, 1 nothing found, 2 wrong usage or input.")
	}
	fmt.Fprintln(cmd.OutOrStdout(), b.String())
}

// flagLines is a line for each flag of a command, its own first.
func flagLines(cmd *cobra.Command) []string {
	var flags, what []string
	add := func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if f.Value.Type() != "bool" {
			name += " " + f.Value.Type()
		}
		flags, what = append(flags, name), append(what, f.Usage)
	}
	// Not LocalNonPersistentFlags, a set that cobra makes anew and sorts: flags
	// stand in the order in which they were declared, the important ones first.
	common := cmd.Root().PersistentFlags()
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if common.Lookup(f.Name) == nil {
			add(f)
		}
	})
	common.VisitAll(add)
	return beside(flags, what)
}

// beside is two columns.
func beside(left, right []string) []string {
	width := 0
	for _, l := range left {
		width = max(width, len(l))
	}
	lines := make([]string, len(left))
	for i := range left {
		lines[i] = pad(left[i], width+gap, false) + right[i]
	}
	return lines
}

// helpCommand is gloss help COMMAND, which cobra's own would answer with its
// usage and status 0 for a command that there is not.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "show the help of a command",
		Long:  "The help of gloss, or of one of its commands.",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && !c.Hidden {
					names = append(names, c.Name()+"\t"+c.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usage(cmd.Root(), "no such command: %s", strings.Join(args, " "))
			}
			return topic.Help()
		},
	}
}

// printVersion prints the version that Go recorded when gloss was built.
func (s *session) printVersion() error {
	version, revision := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" && version == "(devel)" {
				revision = " " + setting.Value
			}
		}
	}
	_, err := fmt.Fprintf(s.out, "gloss %s%s\n", version, revision)
	return err
}
