package cli

import (
	"github.com/spf13/cobra"

	"referee/db"
	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) setCommand() *cobra.Command {
	var s saving
	c := &cobra.Command{
		Use:               "set key=value…",
		Short:             "Change settings and save them as a new revision",
		Example:           "  referee settings set credit=first pay_for=lead,sale --note \"spring campaign\"",
		Args:              number(1, -1, "one or more key=value"),
		ValidArgsFunction: completePairs,
		RunE: func(c *cobra.Command, args []string) error {
			pairs, err := parsePairs(args)
			if err != nil {
				return err
			}
			return in.save(s, func(_ *db.Store, current model.Settings) (model.Settings, error) { return apply(current, pairs) })
		},
	}
	s.addFlags(c)
	return c
}

// saving is how changed settings are to be saved.
type saving struct {
	note   string
	dryRun bool
}

func (s *saving) addFlags(c *cobra.Command) {
	c.Flags().StringVar(&s.note, "note", s.note, "a `text` to keep with the revision")
	c.Flags().BoolVar(&s.dryRun, "dry-run", false, "show what would change, and save nothing")
}

// save writes what the next settings change, and saves them unless it is only
// a trial. Settings that are already saved are no error.
func (in *invocation) save(how saving, next func(_ *db.Store, current model.Settings) (model.Settings, error)) error {
	return in.withStore(db.Options{ReadOnly: how.dryRun}, func(store *db.Store) error {
		current, err := store.Current()
		if err != nil {
			return err
		}
		settings, err := next(store, current.Settings)
		if err != nil {
			return err
		}
		if settings == current.Settings {
			out := in.lines()
			out.Put("Nothing to save: these are the settings of revision %d.", current.Number)
			return out.Err()
		}
		return in.saveIn(store, current, settings, how)
	})
}

// saveIn saves settings that differ from the current ones.
func (in *invocation) saveIn(store *db.Store, current model.Revision, settings model.Settings, how saving) error {
	catalog, err := store.Catalog()
	if err != nil {
		return err
	}
	out := in.lines()
	change := plain.Change{From: model.Policy{Settings: current.Settings, Catalog: catalog}, To: model.Policy{Settings: settings, Catalog: catalog}}
	if how.dryRun {
		if change.Samples, err = in.pinned(store); err != nil {
			return err
		}
		change.Write(out)
		out.Put("Nothing was saved: this was a trial (--dry-run).")
		return out.Err()
	}
	revision, err := store.Save(current.Number, db.Edit{Settings: settings}, how.note, in.Now())
	if err != nil {
		return err
	}
	change.WriteSettings(out)
	change.WriteNotices(out)
	out.Put("%s", plain.SavedAs(revision, catalog))
	return out.Err()
}
