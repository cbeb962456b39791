package cli

import (
	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
)

func (in *invocation) initCommand() *cobra.Command {
	var empty bool
	c := &cobra.Command{
		Use:   "init",
		Short: "Create the database",
		Long: "Creates the database that --db or $REFEREE_DB names, or your own, with sample partners and\n" +
			"programs to try things on. A file that exists is left alone.",
		Args: number(0, 0, "no arguments; the path is given with --db"),
		RunE: func(*cobra.Command, []string) error {
			if empty {
				return in.create(model.Catalog{})
			}
			return in.create(scenario.SampleCatalog())
		},
	}
	c.Flags().BoolVar(&empty, "empty", false, "without partners and programs")
	return c
}

// create makes the database where it is named, or in its default place.
func (in *invocation) create(catalog model.Catalog) error {
	where, err := in.place()
	if err != nil {
		return err
	}
	seed := in.seed(catalog)
	seed.Folders = !where.named
	if err := db.Create(where.path, seed); err != nil {
		return err
	}
	out := in.lines()
	out.Put("Created %q: %s, %s, the default settings as revision 1.", where.path,
		count(len(catalog.Partners()), "partner"), count(len(catalog.Programs()), "program"))
	return out.Err()
}
