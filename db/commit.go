package db

import (
	"errors"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// change is a save before it is known what it comes to.
type change struct {
	base   uint64
	note   string
	at     time.Time
	id     ChangeID
	decide func(*bolt.Tx, link) (content, error) // may write records that the revision will refer to
}

func (s *Store) append(c change) (model.Revision, error) {
	if err := checkNote(c.note); err != nil {
		return model.Revision{}, err
	}
	if s.options.ReadOnly {
		return model.Revision{}, &ReadOnlyError{s.path}
	}
	if c.id == (ChangeID{}) {
		c.id = NewChangeID()
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	// Without a reading of the monotonic clock, which means nothing tomorrow.
	next := link{revision: model.Revision{Number: c.base + 1, At: c.at.Round(0), Note: c.note}}
	err := s.commit(c, &next)
	switch failed, isWrite := errors.AsType[*WriteError](err); {
	case err == nil:
		s.setAnchor(anchor{next.revision.Number, next.hash})
		return next.revision, nil
	case errors.Is(err, errAlready):
		return next.revision, nil
	case isWrite && failed.Saved:
		return next.revision, err
	}
	s.offer(err)
	return model.Revision{}, err
}

// commit does a save in one transaction. When an error comes out of the commit
// itself, or a panic, the file is asked what became of it.
func (s *Store) commit(c change, next *link) error {
	committing := false
	err := s.guard(func() error {
		tx, err := s.db.Begin(true)
		if err != nil {
			return err
		}
		if err := s.prepare(tx, next, c); err != nil {
			tx.Rollback() // nothing was written yet; there is nothing it could fail at
			return err
		}
		committing = true
		return tx.Commit()
	})
	if err == nil || !committing {
		return err
	}
	if f, ok := errors.AsType[*fault](err); ok {
		err = f
	}
	failed := &WriteError{Path: s.path, Err: err}
	s.settle(failed, next, c.id)
	return failed
}

// errAlready ends a save whose change is in the file.
var errAlready = errors.New("the change is in the file already")

// prepare does all of a save but the commit, and completes the revision.
func (s *Store) prepare(tx *bolt.Tx, next *link, c change) error {
	state, current, err := readCurrent(tx)
	if err != nil {
		return err
	}
	if current.revision.Number != c.base {
		if l, err := linkOf(tx, c.base+1); err == nil && l.record.Change == c.id {
			*next = l
			return errAlready
		}
		return &ConflictError{c.base, current.revision}
	}
	to, err := c.decide(tx, current)
	if err != nil {
		return s.refused(err)
	}
	if to.settings == current.revision.Settings && to.catalog == current.catalog {
		return ErrUnchanged
	}
	masks, err := readMasks(tx, current.revision, state.Programs)
	if err != nil {
		return err
	}
	if to.programs == nil {
		for _, mask := range masks {
			to.programs = append(to.programs, mask.Program)
		}
	}
	next.revision.Settings, next.revision.Catalog = to.settings, to.catalog.number
	if next.hash, err = writeRevision(tx, next.revision, to, c.id, current.hash); err != nil {
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
// It answers with the hash of the record.
func writeRevision(tx *bolt.Tx, r model.Revision, c content, id ChangeID, previous digest) (digest, error) {
	r.Catalog = c.catalog.number
	if err := writeMasks(tx, c.programs, r); err != nil {
		return digest{}, err
	}
	record := newRevisionRecord(r)
	record.Change, record.CatalogHash, record.Previous = id, c.catalog.hash, previous
	return writeLink(tx, r.Number, record, uint64(len(c.programs)))
}

func writeLink(tx *bolt.Tx, number uint64, record revisionRecord, programs uint64) (digest, error) {
	key := rowKey(number)
	if err := put(tx, revisionBucket, key, record); err != nil {
		return digest{}, err
	}
	hash := hashOf(revisionBucket, key, tx.Bucket([]byte(revisionBucket)).Get(key))
	return hash, put(tx, metaBucket, []byte(stateKey), stateRecord{number, hash, programs})
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
