package db

import (
	"errors"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Edit is what is to be saved.
type Edit struct {
	Settings model.Settings // zero Settings panic
	Catalog  model.Catalog  // the zero Catalog: as it is
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
func (s *Store) Save(base uint64, edit Edit, note string, at time.Time) (model.Revision, error) {
	if edit.Settings.IsZero() {
		panic("db: a zero Settings; use Draft.Parse or Defaults")
	}
	return s.append(base, note, at, func(tx *bolt.Tx, current link) (next content, err error) {
		next = content{settings: edit.Settings, catalog: current.catalog}
		if edit.Catalog.Currency() != (model.Currency{}) {
			next.catalog, next.programs, err = writeCatalog(tx, edit.Catalog, current.catalog)
		}
		return next, err
	})
}

// Restore appends a revision with the settings and the catalog of an earlier
// one; what came in between stays in the history. It returns what [Store.Save]
// does, and a [RevisionError] if there is no revision of that number.
func (s *Store) Restore(base, number uint64, note string, at time.Time) (model.Revision, error) {
	return s.append(base, note, at, func(tx *bolt.Tx, _ link) (content, error) {
		earlier, err := linkOf(tx, number)
		if err != nil {
			return content{}, err
		}
		record, err := readCatalogRecord(tx, earlier)
		return content{earlier.revision.Settings, earlier.catalog, record.names()}, err
	})
}

// content is what the next revision holds.
type content struct {
	settings model.Settings
	catalog  catalogVersion
	programs []string // names; nil: those of the current revision
}

// append is all of a save but what to save. decide may write the records that
// the revision will refer to.
func (s *Store) append(base uint64, note string, at time.Time, decide func(*bolt.Tx, link) (content, error)) (model.Revision, error) {
	if err := checkNote(note); err != nil {
		return model.Revision{}, err
	}
	if s.readOnly {
		return model.Revision{}, &ReadOnlyError{s.path}
	}
	at = at.Round(0) // a reading of the monotonic clock means nothing tomorrow
	next := model.Revision{Number: base + 1, At: at, Note: note}
	err := s.guard(func() error {
		tx, err := s.db.Begin(true)
		if err != nil {
			return err
		}
		if err := s.prepare(tx, &next, decide); err != nil {
			tx.Rollback() // nothing was written yet; there is nothing it could fail at
			return err
		}
		if err := tx.Commit(); err != nil {
			return &WriteError{Path: s.path, Err: err}
		}
		return nil
	})
	if failed, ok := errors.AsType[*WriteError](err); ok && s.holds(next) {
		failed.Saved = true
		return next, err
	}
	if err != nil {
		return model.Revision{}, err
	}
	return next, nil
}

// prepare does all of a save but the commit, and completes the revision.
func (s *Store) prepare(tx *bolt.Tx, next *model.Revision, decide func(*bolt.Tx, link) (content, error)) error {
	state, current, err := readCurrent(tx)
	if err != nil {
		return err
	}
	if base := next.Number - 1; current.revision.Number != base {
		return &ConflictError{base, current.revision}
	}
	c, err := decide(tx, current)
	if err != nil {
		return s.refused(err)
	}
	if c.settings == current.revision.Settings && c.catalog == current.catalog {
		return ErrUnchanged
	}
	masks, err := readMasks(tx, current.revision, state.Programs)
	if err != nil {
		return err
	}
	if c.programs == nil {
		for _, mask := range masks {
			c.programs = append(c.programs, mask.Program)
		}
	}
	next.Settings, next.Catalog = c.settings, c.catalog.number
	if err := writeRevision(tx, *next, c, current.hash); err != nil {
		return &WriteError{Path: s.path, Err: err}
	}
	return s.checkPlace()
}

// refused tells our own reasons not to save from those of the disk.
func (s *Store) refused(err error) error {
	if _, ours := errors.AsType[interface {
		error
		Hint() string
	}](err); ours {
		return err
	}
	return &WriteError{Path: s.path, Err: err}
}

// writeRevision appends a record to the chain, and what is recorded of the
// programs with it.
func writeRevision(tx *bolt.Tx, r model.Revision, c content, previous digest) error {
	r.Catalog = c.catalog.number
	if err := writeMasks(tx, c.programs, r); err != nil {
		return err
	}
	return writeLink(tx, r.Number, newRevisionRecord(r, c.catalog.hash, previous), uint64(len(c.programs)))
}

func writeLink(tx *bolt.Tx, number uint64, record revisionRecord, programs uint64) error {
	key := rowKey(number)
	if err := put(tx, revisionBucket, key, record); err != nil {
		return err
	}
	hash := hashOf(revisionBucket, key, tx.Bucket([]byte(revisionBucket)).Get(key))
	return put(tx, metaBucket, []byte(stateKey), stateRecord{number, hash, programs})
}

// checkPlace makes sure that the path still leads to the file that is open.
// After a sync tool or an editor has put another one there, bbolt would go on
// saving into a file that nobody can reach.
func (s *Store) checkPlace() error {
	info, err := os.Stat(s.path)
	if err != nil {
		return &ReplacedError{Path: s.path, Gone: true}
	}
	if !os.SameFile(info, s.info) {
		return &ReplacedError{Path: s.path}
	}
	return nil
}

// holds looks whether a revision whose commit ended with an error is in the file
// all the same: the error may have come after the last write.
func (s *Store) holds(r model.Revision) bool {
	current, err := s.Current()
	return err == nil && current.Number == r.Number && current.At.Equal(r.At) &&
		current.Note == r.Note && current.Settings == r.Settings
}
