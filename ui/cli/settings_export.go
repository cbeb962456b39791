package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
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
			table := settingsTOML(current.Settings)
			if len(args) == 0 {
				_, err := in.out.WriteString(table)
				return err
			}
			write := writeNew
			if force {
				write = overwrite
			}
			if err := write(args[0], table); err != nil {
				return err
			}
			out := in.lines()
			out.Put("Wrote the settings of revision %d to %q.", current.Number, args[0])
			return out.Err()
		},
	}
	c.Flags().BoolVar(&force, "force", false, "overwrite FILE if it exists")
	return c
}

// settingsTOML is all ten settings, also those that are as they always are: an
// export must mean the same should a default ever change.
func settingsTOML(s model.Settings) string {
	var b strings.Builder
	b.WriteString("[settings]\n")
	draft := s.Draft()
	for _, setting := range model.AllSettings {
		fmt.Fprintf(&b, "%s = %s\n", setting.Key(), scenario.SettingTOML(setting, draft.Text(setting)))
	}
	return b.String()
}
