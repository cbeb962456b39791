package db

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Edit is what is to be saved.
type Edit struct {
	Settings model.Settings // zero Settings panic
	Catalog  model.Catalog  // the zero Catalog: as it is
	Change   ChangeID       // zero: one is made
}

// Save appends a revision with these settings and this catalog, and updates
// every program record with it (C8), all or nothing. A catalog that is as it was
// is not stored again. base is the number of the revision the person began from;
// at is the time of the save and is kept as given, with its zone. When Save
// returns, the revision is on the disk.
//
// It returns a [ConflictError] if base is no longer the current revision,
// [ErrUnchanged] if everything is as already saved, and a [NoteError],
// [ReadOnlyError], [ReplacedError] or [WriteError]. Only a WriteError that says
// so has saved anything, and comes with the revision.
//
// A change that is in the file already, by its id, is not saved twice: the
// revision it became is returned. So after any error the same edit can be tried
// again.
func (s *Store) Save(base uint64, edit Edit, note string, at time.Time) (model.Revision, error) {
	if edit.Settings.IsZero() {
		panic("db: a zero Settings; use Draft.Parse or Defaults")
	}
	c := change{base: base, note: note, at: at, id: edit.Change}
	c.decide = func(tx *bolt.Tx, current link) (next content, err error) {
		next = content{settings: edit.Settings, catalog: current.catalog}
		if edit.Catalog.Currency() != (model.Currency{}) {
			next.catalog, next.programs, err = writeCatalog(tx, edit.Catalog, current.catalog)
		}
		return next, err
	}
	return s.append(c)
}

// Restore appends a revision with the settings and the catalog of an earlier
// one; what came in between stays in the history. It returns what [Store.Save]
// does, and a [RevisionError] if there is no revision of that number.
func (s *Store) Restore(base, number uint64, note string, at time.Time) (model.Revision, error) {
	c := change{base: base, note: note, at: at}
	c.decide = func(tx *bolt.Tx, _ link) (content, error) {
		earlier, err := linkOf(tx, number)
		if err != nil {
			return content{}, err
		}
		record, err := readCatalogRecord(tx, earlier)
		return content{earlier.revision.Settings, earlier.catalog, record.names()}, err
	}
	return s.append(c)
}

// content is what the next revision holds.
type content struct {
	settings model.Settings
	catalog  catalogVersion
	programs []string // names; nil: those of the current revision
}
