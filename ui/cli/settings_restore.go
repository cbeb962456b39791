package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/model"
)

func (in *invocation) restoreSettingsCommand() *cobra.Command {
	var s saving
	var catalog bool
	c := &cobra.Command{
		Use:   "restore N",
		Short: "Save the settings of an earlier revision as a new one",
		Long: "Shows what the settings of revision N change and saves them as a new revision. The revisions in\n" +
			"between stay in the history, and the catalog stays as it is: with --catalog that of revision N\n" +
			"comes back too, after a backup.",
		Example:           "  referee settings restore 3 --note \"the campaign is over\"",
		Args:              number(1, 1, "the number of one revision"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, args []string) error {
			n, err := parseRevision(args[0])
			if err != nil {
				return err
			}
			if !c.Flags().Changed("note") {
				s.note = fmt.Sprintf("restored from revision %d", n)
			}
			if catalog {
				return in.takeIn(intake{saving: s}, func(store *db.Store, _ model.Policy) (model.Policy, []string, error) {
					earlier, err := policyAt(store, n)
					return earlier, nil, err
				})
			}
			return in.save(s, func(store *db.Store, _ model.Settings) (model.Settings, error) {
				earlier, err := store.Revision(n)
				if err != nil {
					return model.Settings{}, err
				}
				return earlier.Settings, in.sayOfCatalog(store, earlier)
			})
		},
	}
	s.addFlags(c)
	c.Flags().BoolVar(&catalog, "catalog", false, "take the catalog of that revision back too")
	return c
}

// sayOfCatalog says that an earlier revision had another catalog, if it had.
func (in *invocation) sayOfCatalog(store *db.Store, earlier model.Revision) error {
	current, err := store.Current()
	if err != nil || current.Catalog == earlier.Catalog {
		return err
	}
	out := in.lines()
	out.Put("Revision %d had another catalog, which stays as it is now; --catalog takes that back too.", earlier.Number)
	return out.Err()
}

// parseRevision reads the number of a revision. Whether there is one of that
// number is for the store to say.
func parseRevision(word string) (uint64, error) {
	n, err := strconv.ParseUint(word, 10, 64)
	if err != nil {
		return 0, &failure{fmt.Sprintf("%q is no number of a revision", word), "referee settings history lists them"}
	}
	return n, nil
}
