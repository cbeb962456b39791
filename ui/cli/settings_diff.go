package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff FILE | key=value… | A B",
		Short: "Compare the saved settings with a file or a list, or two revisions",
		Long: "Prints a line \"key: saved → other\" for each setting that differs, or that none does. Settings that a list does not\n" +
			"name are taken as they are saved; those that a file does not name are the defaults. A and B are\n" +
			"the numbers of revisions; between these, rows of the catalog that differ are listed too.\n\n" +
			"Exit status: 0 no difference, 1 a difference, 2 could not compare.",
		Example:           "  referee settings diff backup.toml\n  referee settings diff levels=2 credit=latest\n  referee settings diff 3 5",
		Args:              number(1, -1, "a file, one or more key=value, or the numbers of two revisions"),
		ValidArgsFunction: completePairsOrFile,
		RunE: func(c *cobra.Command, args []string) error {
			sides, err := in.sides(c.Context(), args)
			if err != nil {
				return err
			}
			return in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
				from, to, err := sides(store)
				if err != nil {
					return err
				}
				return writeDiff(in.lines(), from, to)
			})
		},
	}
}

// sides is what is to be compared, once the database is open.
type sides func(*db.Store) (from, to model.Policy, err error)

// sides reads what the arguments say, before the database is opened.
func (in *invocation) sides(ctx context.Context, args []string) (sides, error) {
	switch {
	case len(args) == 2 && isDigits(args[0]) && isDigits(args[1]):
		return twoRevisions(args[0], args[1])
	case len(args) == 1 && !strings.Contains(args[0], "="):
		settings, err := in.settingsIn(ctx, args[0], "nothing was compared")
		if err != nil && isDigits(args[0]) {
			err = &failure{err.Error(), "to compare revisions, write two numbers: referee settings diff A B"}
		}
		return savedAnd(func(model.Settings) (model.Settings, error) { return settings, nil }), err
	}
	pairs, err := parsePairs(args)
	return savedAnd(func(saved model.Settings) (model.Settings, error) { return apply(saved, pairs) }), err
}

// savedAnd is what is saved against other settings, under the same catalog.
func savedAnd(other func(saved model.Settings) (model.Settings, error)) sides {
	return func(store *db.Store) (from, to model.Policy, err error) {
		current, err := store.Current()
		if err != nil {
			return from, to, err
		}
		from.Settings = current.Settings
		to.Settings, err = other(current.Settings)
		return from, to, err
	}
}

func twoRevisions(a, b string) (sides, error) {
	first, errA := parseRevision(a)
	second, errB := parseRevision(b)
	return func(store *db.Store) (from, to model.Policy, err error) {
		from, errA := policyAt(store, first)
		to, errB := policyAt(store, second)
		return from, to, errors.Join(errA, errB)
	}, errors.Join(errA, errB)
}

// policyAt is the settings and the catalog of a revision.
func policyAt(store *db.Store, number uint64) (p model.Policy, err error) {
	r, err := store.Revision(number)
	if err != nil {
		return p, err
	}
	p.Settings = r.Settings
	p.Catalog, err = store.CatalogAt(number)
	return p, err
}

func isDigits(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

func writeDiff(out *plain.Lines, from, to model.Policy) error {
	changes, rows := model.Diff(from.Settings.Draft(), to.Settings.Draft()), model.DiffAlike(from.Catalog, to.Catalog)
	for _, c := range changes {
		out.Put("%s: %s → %s", c.Setting.Key(), visible(c.From), visible(c.To))
	}
	for _, c := range rows {
		for _, line := range plain.RowInWords(c) {
			out.Put("%s", line)
		}
	}
	if len(changes)+len(rows) == 0 {
		out.Put("No difference.")
	} else if out.Err() == nil {
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
