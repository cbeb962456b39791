package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/ui/files"
)

func (in *invocation) exportCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write the saved settings as a [settings] table (TOML)",
		Long: "Writes all ten settings as the [settings] table of a scenario file, to FILE or to the standard\n" +
			"output. referee settings import reads it back.",
		Args: number(0, 1, "at most one file"),
		RunE: func(_ *cobra.Command, args []string) error {
			current, err := in.current()
			if err != nil {
				return err
			}
			var table strings.Builder
			if err := scenario.WriteSettings(&table, current.Settings); err != nil {
				return err
			}
			return in.export(table.String(), args, force, fmt.Sprintf("the settings of revision %d", current.Number))
		},
	}
	c.Flags().BoolVar(&force, "force", false, "overwrite FILE if it exists")
	return c
}

// export writes content to the file that is named, over another one only by
// force, or to the standard output, which - names too.
func (in *invocation) export(content string, args []string, force bool, what string) error {
	if len(args) == 0 || args[0] == "-" {
		_, err := in.out.WriteString(content)
		return err
	}
	write := files.New
	if force {
		write = files.Overwrite
	}
	if err := write(args[0], content); err != nil {
		if exists, is := errors.AsType[*files.ExistsError](err); is {
			return &failure{exists.Error(), "choose another name, or add --force to overwrite it"}
		}
		return err
	}
	out := in.lines()
	out.Put("Wrote %s to %q.", what, args[0])
	return out.Err()
}
