package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) importCatalogCommand() *cobra.Command {
	var how intake
	var settings bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Save the partners, programs, products and links of a scenario file",
		Long: "Reads a scenario file, as referee catalog export writes it or any other, and puts its partners,\n" +
			"programs, products and links in the place of the saved ones: rows that the file does not have\n" +
			"are taken away, and that is said. Settings of the file stay there and are said if they are other\n" +
			"ones; --settings takes them too. A backup is made first, and everything becomes one revision.\n" +
			"FILE may be - for the standard input.\n\n" +
			"Exit status with --dry-run: 0 no difference, 1 a difference.",
		Example:           "  referee catalog export catalog.toml\n  referee catalog import catalog.toml --dry-run",
		Args:              number(1, 1, "one file"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			from, left, err := in.catalogIn(c.Context(), args[0], settings)
			if err != nil {
				return err
			}
			if !c.Flags().Changed("note") {
				how.note = "catalog " + importNote(args[0])
			}
			return in.takeIn(how, func(_ *db.Store, current model.Policy) (model.Policy, []string, error) {
				if from.Settings.IsZero() {
					from.Settings = current.Settings
				}
				return from, notTaken(left, current.Settings), nil
			})
		},
	}
	how.addFlags(c)
	c.Flags().BoolVar(&settings, "settings", false, "take the settings of the file too")
	return c
}

// notTaken says that a file's settings are other ones and stay where they are.
func notTaken(left *model.Settings, saved model.Settings) (remarks []string) {
	if left == nil {
		return nil
	}
	for _, c := range model.Diff(saved.Draft(), left.Draft()) {
		remarks = append(remarks, "Not taken: "+plain.InWords(c))
	}
	if len(remarks) > 0 {
		remarks = append(remarks, "The settings of the file are left out unless --settings takes them too.")
	}
	return remarks
}

// catalogIn is the catalog of a file, with its settings if they are asked for; else
// they are what is left. A
// file without any row would take everything away, and is refused.
func (in *invocation) catalogIn(ctx context.Context, path string, settings bool) (p model.Policy, left *model.Settings, err error) {
	file, err := in.readScenario(ctx, path)
	if bad, is := errors.AsType[scenario.Errors](err); is {
		return p, nil, &concluded{bad, 0, failure{"nothing was saved", "mend the file, or name another one"}}
	}
	if err != nil {
		return p, nil, err
	}
	p.Catalog = file.Cases[0].Catalog // the cases of a file share it
	if len(model.DiffCatalogs(model.Catalog{}, p.Catalog)) == 0 {
		return p, nil, &failure{fmt.Sprintf("%q has no partners, programs, products or links; nothing was saved", path), "write one with: referee catalog export"}
	}
	if settings {
		p.Settings, err = settingsOf(file, path, "nothing was saved")
	} else if other, unclear := settingsOf(file, path, ""); unclear == nil {
		left = &other
	}
	return p, left, err
}
