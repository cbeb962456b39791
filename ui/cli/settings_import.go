package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/text"
)

func (in *invocation) importCommand() *cobra.Command {
	var s saving
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Save the settings of a file as a new revision",
		Long: "Reads the [settings] table of a file, as referee settings export writes it or as it stands in\n" +
			"any scenario file, shows what changes and saves it. Settings that the table does not name\n" +
			"become the defaults. FILE may be - for the standard input.",
		Args:              number(1, 1, "one file"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			settings, err := in.settingsIn(c.Context(), args[0], "nothing was saved")
			if err != nil {
				return err
			}
			if !c.Flags().Changed("note") {
				s.note = importNote(args[0])
			}
			return in.save(s, func(*db.Store, model.Settings) (model.Settings, error) { return settings, nil })
		},
	}
	s.addFlags(c)
	return c
}

// importNote names what was imported. The name of a file can hold what a note
// cannot, and be longer.
func importNote(path string) string {
	if path == stdinName {
		return "imported from the standard input"
	}
	return "imported from " + text.Cut(filepath.Base(path), model.MaxText/2, "…")
}

// settingsIn is the settings of a file, if it says plainly which they are.
// otherwise says what was not done with them if it does not.
func (in *invocation) settingsIn(ctx context.Context, path, otherwise string) (model.Settings, error) {
	file, err := in.readScenario(ctx, path)
	if err != nil {
		return model.Settings{}, err
	}
	return settingsOf(file, path, otherwise)
}

func settingsOf(file scenario.File, path, otherwise string) (model.Settings, error) {
	if !file.HasSettings {
		return model.Settings{}, &failure{fmt.Sprintf("%q has no [settings] table; %s", path, otherwise), "write one with: referee settings export"}
	}
	first := file.Cases[0].Settings
	for _, c := range file.Cases {
		if c.Settings != first {
			return model.Settings{}, &failure{fmt.Sprintf("the cases of %q have different settings, so it does not say which to take; %s", path, otherwise),
				"put the ones you want into a file of their own"}
		}
	}
	return first, nil
}
