package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

// completionCommand writes the script that teaches a shell to complete gloss.
func completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "the completion script for a shell: " + oneOf(shells),
		Long: `The script that makes a shell complete the commands, flags and files of gloss:
` + oneOf(shells) + `.

For bash the package bash-completion must be installed: the script calls its
functions. Put the line of the first example into ~/.bashrc.`,
		Example: `source <(gloss completion bash)
gloss completion zsh > "${fpath[1]}/_gloss"
gloss completion fish > ~/.config/fish/completions/gloss.fish
gloss completion powershell | Out-String | Invoke-Expression`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(cmd, "completion takes the name of a shell: %s", oneOf(shells))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return shells, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root, out := cmd.Root(), cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(out, true)
			case "zsh":
				return root.GenZshCompletion(out)
			case "fish":
				return root.GenFishCompletion(out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(out)
			}
			return usage(cmd, "completion knows %s, not %q", oneOf(shells), args[0])
		},
	}
}

// completeSource completes the argument at a position as a file that gloss can
// open or a folder on the way to one, and none after it. The shell knows best
// how: what ~ and variables mean, and which characters need quoting.
func (s *session) completeSource(at int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) != at {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return s.Endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeRoot completes what may be a command or a file. A shell is told
// either words or the endings of files: where cobra adds a command to the answer
// the endings would be taken for words, and the command for an ending. So the
// files that may be meant beside a command are words too.
func (s *session) completeRoot(root *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	command := slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return strings.HasPrefix(c.Name(), begun) })
	if len(args) > 0 || !command {
		return s.completeSource(0)(root, args, begun)
	}
	return s.filesHere(begun), cobra.ShellCompDirectiveNoFileComp
}

// filesHere are the files in this folder that gloss can open, and its folders,
// whose names begin so. A name that might do something to a terminal is not
// among them.
func (s *session) filesHere(begun string) []string {
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil // nothing to offer
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, begun) || name[0] == '.' || s.Clean(name) != name {
			continue
		}
		info, err := os.Stat(name) // not entry.Info: a link is what it leads to
		switch {
		case err != nil:
		case info.IsDir():
			names = append(names, name+"/")
		case s.opens(name):
			names = append(names, name)
		}
	}
	return names
}

// opens reports whether a name ends as the files do that can be opened.
func (s *session) opens(name string) bool {
	ending, ok := strings.CutPrefix(strings.ToLower(filepath.Ext(name)), ".")
	return ok && slices.Contains(s.Endings, ending)
}
