package plain

import (
	"context"
	"errors"
	"time"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
)

// Options is what the plain program is started with.
type Options struct {
	Store   *db.Store        // open for writing
	Samples []scenario.Case  // whose sales show what a change does; may be empty
	Now     func() time.Time // the clock that revisions are stamped with
	Console *Console
}

// Run asks for the ten settings, shows what saving them would change, and saves
// them if the answer is yes. Leaving everything as it is, or answering no, is
// no error.
//
// It returns the errors of [Console.Ask] and of the store. After any error but
// a [db.WriteError] that says otherwise, nothing has been saved.
func Run(ctx context.Context, o Options) error {
	saved, err := o.Store.Current()
	if err != nil {
		return err
	}
	out := o.Console.out
	out.Put("Referee: the settings of a referral program, in ten questions.")
	out.Put("Database %s, revision %d. An empty answer keeps what is there.", o.Store.Path(), saved.Number)
	draft := saved.Settings.Draft()
	for i, s := range model.AllSettings {
		if err := o.Console.askSetting(ctx, i+1, s, &draft); err != nil {
			return err
		}
	}
	out.Put("")
	next, problems := draft.Parse()
	if problems != nil {
		return problems
	}
	if next == saved.Settings {
		out.Put("Nothing was changed, so there is nothing to save.")
		return out.Err()
	}
	return o.confirm(ctx, saved, next)
}

// confirm shows what would change, and saves it if that is wanted.
func (o *Options) confirm(ctx context.Context, saved model.Revision, next model.Settings) error {
	catalog, err := o.Store.Catalog()
	if err != nil {
		return err
	}
	out := o.Console.out
	policy := func(s model.Settings) model.Policy { return model.Policy{Settings: s, Catalog: catalog} }
	Change{From: policy(saved.Settings), To: policy(next), Samples: o.Samples}.Write(out)
	out.Put("")
	yes, err := o.Console.YesNo(ctx, "Save this?")
	if err != nil {
		return err
	}
	if !yes {
		out.Put("Nothing was saved.")
		return out.Err()
	}
	revision, err := o.save(ctx, saved.Number, next)
	if err != nil {
		return err
	}
	out.Put("%s", SavedAs(revision, catalog))
	return out.Err()
}

// save asks for a note until it is one that can be kept.
func (o *Options) save(ctx context.Context, base uint64, next model.Settings) (model.Revision, error) {
	for {
		note, err := o.Console.Ask(ctx, "A note about it, or nothing:")
		if err != nil {
			return model.Revision{}, err
		}
		revision, err := o.Store.Save(base, db.Edit{Settings: next}, note, o.Now())
		refused, ok := errors.AsType[*db.NoteError](err)
		if !ok {
			return revision, err
		}
		o.Console.out.Put("Not possible: %s. Instead: %s.", refused.Error(), refused.Hint())
	}
}
