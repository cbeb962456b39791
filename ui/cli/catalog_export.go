package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
)

func (in *invocation) exportCatalogCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write the catalog and the settings as a scenario file (TOML)",
		Long: "Writes all partners, programs, products and links, with the saved settings, as a scenario file\n" +
			"in which nothing happens: to FILE, or to the standard output. referee catalog import reads it\n" +
			"back (with --settings the settings too), and it is a start for cases of your own: add [[event]] tables.",
		Args:              number(0, 1, "at most one file"),
		ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			current, catalog, err := in.currentCatalog()
			if err != nil {
				return err
			}
			content, err := catalogTOML(model.Policy{Settings: current.Settings, Catalog: catalog})
			if err != nil {
				return err
			}
			return in.export(content, args, force, fmt.Sprintf("the catalog and the settings of revision %d", current.Number))
		},
	}
	c.Flags().BoolVar(&force, "force", false, "overwrite FILE if it exists")
	return c
}

// catalogTOML is a policy as a file that reads back.
func catalogTOML(p model.Policy) (string, error) {
	var b bytes.Buffer
	if err := scenario.WritePolicy(&b, p); err != nil {
		return "", err
	}
	if b.Len() > scenario.MaxFile {
		return "", &failure{fmt.Sprintf("the catalog would make a file of %d bytes, and a scenario file has at most %d; nothing was written", b.Len(), scenario.MaxFile),
			"referee backup copies the whole database"}
	}
	return b.String(), nil
}
