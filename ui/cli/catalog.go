package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) catalogCommand() *cobra.Command {
	return group(&cobra.Command{
		Use:   "catalog",
		Short: "Show, export and import partners, programs, products and links",
	}, in.showCatalogCommand(), in.exportCatalogCommand(), in.importCatalogCommand())
}

func (in *invocation) showCatalogCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show",
		Short: "Show the saved partners, programs, products and links",
		Args:  number(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			current, catalog, err := in.currentCatalog()
			if err != nil {
				return err
			}
			if asJSON {
				return in.printJSON(scenario.CatalogTableOf(catalog))
			}
			out := in.lines()
			writeCatalog(out, current, catalog)
			return out.Err()
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document, with the tables of a scenario file")
	return c
}

// currentCatalog is the catalog as it is saved, and the revision it goes with.
func (in *invocation) currentCatalog() (current model.Revision, catalog model.Catalog, err error) {
	err = in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
		if current, err = store.Current(); err == nil {
			catalog, err = store.Catalog()
		}
		return err
	})
	return current, catalog, err
}

// writeCatalog writes a catalog table by table, a row a line: what is blank or as
// it always is is left out.
func writeCatalog(out *plain.Lines, r model.Revision, c model.Catalog) {
	out.Put("The catalog of revision %d, in %s: %s, %s, %s, %s.", r.Number, c.Currency().Code(),
		count(len(c.Partners()), "partner"), count(len(c.Programs()), "program"),
		count(len(c.Products()), "product"), count(len(c.Links()), "link"))
	table := ""
	if c.App() != "" {
		out.Put("The app that links are made with is %s.", c.App())
	}
	for _, row := range model.DiffCatalogs(model.Catalog{}, c) {
		if row.Table == "" {
			continue // said above
		}
		if row.Table != table {
			table = row.Table
			out.Put("")
		}
		line := row.Table + " " + row.Code
		if len(row.Fields) > 0 {
			line += ": " + strings.Join(row.Words(), ", ")
		}
		out.Put("%s", line)
	}
}
