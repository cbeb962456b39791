package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
	"referee/model/spelling"
	"referee/ui/text"
)

func (in *invocation) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish",
		Short: "Print a script that completes commands, keys and values in your shell",
		Example: "  referee completion bash > ~/.local/share/bash-completion/completions/referee\n" +
			"  referee completion zsh > \"${fpath[1]}/_referee\"\n" +
			"  referee completion fish > ~/.config/fish/completions/referee.fish",
		Args:      number(1, 1, "the name of one shell"),
		ValidArgs: shells,
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				if err := root.GenBashCompletionV2(in.out, true); err != nil {
					return err
				}
				_, err := in.out.WriteString(bashPairs)
				return err
			case "zsh":
				return root.GenZshCompletion(in.out)
			case "fish":
				return root.GenFishCompletion(in.out, true)
			}
			return &failure{fmt.Sprintf("there is no completion for %q", args[0]), spelling.Hint(args[0], shells, "the shells are ")}
		},
	}
}

// bashPairs follows the script for bash. Bash takes what stands behind "=" for a
// word of its own and puts a completion in its place, so the "key=" in front of
// each must go; the script itself only does that for flags.
const bashPairs = `
__referee_complete()
{
    __start_referee
    if [[ ${COMP_WORDBREAKS} == *"="* && ( ${COMP_WORDS[COMP_CWORD]} == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ) ]]; then
        COMPREPLY=("${COMPREPLY[@]#*=}")
    fi
}
if [[ $(type -t compopt) = "builtin" ]]; then
    complete -o default -F __referee_complete referee
else
    complete -o default -o nospace -F __referee_complete referee
fi
`

// completePairs completes key=value: first the key, then its values.
func completePairs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	given := map[string]bool{}
	for _, arg := range args {
		key, _, _ := strings.Cut(arg, "=")
		given[key] = true
	}
	key, _, hasValue := strings.Cut(typed, "=")
	var offers []string
	for _, s := range model.AllSettings {
		switch {
		case given[s.Key()]:
		case !hasValue && strings.HasPrefix(s.Key(), typed):
			offers = append(offers, s.Key()+"=\t"+s.Name())
		case hasValue && s.Key() == key:
			for _, choice := range s.Choices() {
				offers = append(offers, key+"="+choice)
			}
		}
	}
	if hasValue {
		return offers, cobra.ShellCompDirectiveNoFileComp
	}
	return offers, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completePairsOrFile completes key=value, and file names where no key fits.
func completePairsOrFile(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	offers, directive := completePairs(c, args, typed)
	return offers, directive &^ cobra.ShellCompDirectiveNoFileComp
}

// completeScenarios completes the names of scenario files, and folders on the
// way to them.
func completeScenarios(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeFromFile completes a flag with what a case of the file on the command
// line holds.
func (in *invocation) completeFromFile(c *cobra.Command, flag string, offers func(scenario.Case) []string) {
	err := c.RegisterFlagCompletionFunc(flag, func(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 || args[0] == stdinName {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		file, err := in.readScenario(c.Context(), args[0])
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp // the command itself will say what is wrong
		}
		var fitting []string
		for _, offer := range offers(file.Cases[0]) {
			if strings.HasPrefix(offer, typed) && text.Show(offer) == offer { // another could not be typed either
				fitting = append(fitting, offer)
			}
		}
		return fitting, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic("cli: " + err.Error()) // the flag is defined just above
	}
}
