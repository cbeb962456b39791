package cli

import (
	"github.com/spf13/cobra"

	"referee/db"
	"referee/model"
	"referee/ui/plain"
	"referee/ui/shelf"
)

// intake is how what came from outside is to be saved.
type intake struct {
	saving
	json bool
}

func (i *intake) addFlags(c *cobra.Command) {
	i.saving.addFlags(c)
	c.Flags().BoolVar(&i.json, "json", false, "print one JSON document")
}

// takeIn shows what a policy from outside changes, and saves it as one revision
// after a backup, unless it is only a trial: that ends with [errDiffers] if there
// is a difference. Next says what to take, and what else was found.
func (in *invocation) takeIn(how intake, next func(*db.Store, model.Policy) (model.Policy, []string, error)) error {
	return in.withStore(db.Options{ReadOnly: how.dryRun}, func(store *db.Store) error {
		current, err := store.Current()
		if err != nil {
			return err
		}
		catalog, err := store.Catalog()
		if err != nil {
			return err
		}
		change := plain.Change{From: model.Policy{Settings: current.Settings, Catalog: catalog}}
		to, remarks, err := next(store, change.From)
		if err != nil {
			return err
		}
		change.To = to
		cases, unread, err := shelf.Of(store, examples())
		if err != nil {
			return err
		}
		in.note(unread, 0)
		change.Samples = shelf.Pinned(cases)
		report := newTaken(change, cases, remarks)
		report.Revision = current.Number
		if !how.json {
			if err := writeTaken(in.lines(), change, report); err != nil {
				return err
			}
		}
		if report.differs() && !how.dryRun {
			if err := in.keepIntake(store, current, change.To, how.note, &report); err != nil {
				return err
			}
		}
		return in.endIntake(how, change.To.Catalog, report)
	})
}

// keepIntake saves what was read, after a backup of the database as it is.
func (in *invocation) keepIntake(store *db.Store, current model.Revision, to model.Policy, note string, report *taken) error {
	backup, err := store.Backup(in.Now())
	if err != nil {
		return err
	}
	report.Backup = backup.Path
	saved, err := store.Save(current.Number, db.Edit{Settings: to.Settings, Catalog: to.Catalog}, note, in.Now())
	if err == nil {
		report.Saved, report.Revision = true, saved.Number
	}
	return err
}

// endIntake says what was done.
func (in *invocation) endIntake(how intake, catalog model.Catalog, report taken) error {
	if how.json {
		if err := in.printJSON(report); err != nil {
			return err
		}
	} else {
		out := in.lines()
		switch {
		case !report.differs():
			out.Put("Nothing to save: everything is as it is saved already.")
		case how.dryRun:
			out.Put("Nothing was saved: this was a trial (--dry-run).")
		default:
			out.Put("Before that, everything was copied to %q.", report.Backup)
			out.Put("%s", plain.SavedAs(model.Revision{Number: report.Revision}, catalog))
		}
		if out.Err() != nil {
			return out.Err()
		}
	}
	if how.dryRun && report.differs() {
		return errDiffers
	}
	return nil
}
