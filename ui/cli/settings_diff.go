package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff FILE | key=value…",
		Short: "Compare the saved settings with a file, or with a list",
		Long: "Prints a line \"key: saved → other\" for each setting that differs. Settings that a list does not\n" +
			"name are taken as they are saved; those that a file does not name are the defaults.\n\n" +
			"Exit status: 0 no difference, 1 a difference, 2 could not compare.",
		Example:           "  referee settings diff backup.toml\n  referee settings diff levels=2 credit=latest",
		Args:              number(1, -1, "a file, or one or more key=value"),
		ValidArgsFunction: completePairsOrFile,
		RunE: func(c *cobra.Command, args []string) error {
			other, err := in.other(c, args)
			if err != nil {
				return err
			}
			current, err := in.current()
			if err != nil {
				return err
			}
			settings, err := other(current.Settings)
			if err != nil {
				return err
			}
			return writeDiff(in.lines(), model.Diff(current.Settings.Draft(), settings.Draft()))
		},
	}
}

// other is what the saved settings are compared with.
func (in *invocation) other(c *cobra.Command, args []string) (func(model.Settings) (model.Settings, error), error) {
	if len(args) == 1 && !strings.Contains(args[0], "=") {
		settings, err := in.settingsIn(c.Context(), args[0], "nothing was compared")
		return func(model.Settings) (model.Settings, error) { return settings, nil }, err
	}
	pairs, err := parsePairs(args)
	return func(saved model.Settings) (model.Settings, error) { return apply(saved, pairs) }, err
}

func writeDiff(out *plain.Lines, changes []model.Change) error {
	for _, c := range changes {
		out.Put("%s: %s → %s", c.Setting.Key(), visible(c.From), visible(c.To))
	}
	if out.Err() == nil && len(changes) > 0 {
		return errDiffers
	}
	return out.Err()
}

// visible is a value that can be seen even if it is empty.
func visible(value string) string {
	if value == "" {
		return `""`
	}
	return value
}
