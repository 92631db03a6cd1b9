package cli

import (
	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

// completionCommand writes the script that teaches a shell to complete gloss.
func completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "the completion script for a shell: " + oneOf(shells),
		Long:  "The script that makes a shell complete the commands, flags and files of gloss:\n" + oneOf(shells) + ".",
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
		ValidArgs: shells,
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
// open, and none after it.
func completeSource(at int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) != at {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return []string{"md", "markdown"}, cobra.ShellCompDirectiveFilterFileExt
	}
}
