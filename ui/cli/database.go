package cli

import (
	"context"
	"errors"
	"path/filepath"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

// place is where the database is. One that somebody named must exist already: a
// mistyped path would otherwise pass for an empty program.
type place struct {
	path  string
	named bool
}

// place is what --db says, else $REFEREE_DB, else a file among the person's own
// data.
func (in *invocation) place() (place, error) {
	if in.database != "" {
		return place{in.database, true}, nil
	}
	if path := in.env("REFEREE_DB"); path != "" {
		return place{path, true}, nil
	}
	data := in.dataFolder()
	if data == "" {
		return place{}, &failure{"there is no home folder to keep the database in; nothing was created", "name a file with --db PATH"}
	}
	return place{path: filepath.Join(data, "referee", "referee.db")}, nil
}

// open opens the database, and creates the default one on its first use. It
// returns the errors of [db.Open] and [db.Create].
func (in *invocation) open(o db.Options) (*db.Store, error) {
	where, err := in.place()
	if err != nil {
		return nil, err
	}
	o.At = in.Now()
	store, err := db.Open(where.path, o)
	if missing, ok := errors.AsType[*db.MissingError](err); !ok || where.named || missing.Target != "" {
		return store, err
	}
	seed := in.seed(scenario.SampleCatalog())
	seed.Folders = true
	err = db.Create(where.path, seed)
	if _, raced := errors.AsType[*db.ExistsError](err); err != nil && !raced {
		return nil, err
	}
	return db.Open(where.path, o)
}

// openOrOffer opens the database and, where a named one is missing, asks a
// person at the terminal whether to create it.
func (in *invocation) openOrOffer(ctx context.Context, console *plain.Console) (*db.Store, error) {
	store, err := in.open(db.Options{})
	missing, ok := errors.AsType[*db.MissingError](err)
	if !ok || missing.Target != "" || !isTerminal(in.In) {
		return store, err
	}
	out := plain.NewLines(in.Out)
	out.Put("There is no database at %q.", missing.Path)
	for _, path := range missing.Similar {
		out.Put("Nearby there is %q.", path)
	}
	yes, askErr := console.YesNo(ctx, "Create it, with sample data?")
	switch {
	case askErr != nil:
		return nil, askErr
	case !yes:
		return nil, err
	}
	if err := db.Create(missing.Path, in.seed(scenario.SampleCatalog())); err != nil {
		return nil, err
	}
	return db.Open(missing.Path, db.Options{At: in.Now()})
}

// seed is what a new database of this program begins with.
func (in *invocation) seed(catalog model.Catalog) db.Seed {
	return db.Seed{Settings: model.Defaults(), Catalog: catalog, At: in.Now(), Note: "created"}
}
