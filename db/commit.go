package db

import (
	"errors"
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
	err := s.transact(
		func(tx *bolt.Tx) error { return s.prepare(tx, &next, c) },
		func(tx *bolt.Tx) (bool, error) { return inHistory(tx, &next, c.id) },
	)
	switch failed, isWrite := errors.AsType[*WriteError](err); {
	case err == nil, errors.Is(err, errAlready):
		return next.revision, nil
	case isWrite && failed.Saved:
		return next.revision, err
	}
	return model.Revision{}, err
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
	return nil
}

// inHistory looks for a change where it must be if it was saved.
func inHistory(tx *bolt.Tx, next *link, id ChangeID) (bool, error) {
	l, err := linkOf(tx, next.revision.Number)
	if _, none := errors.AsType[*RevisionError](err); none {
		return false, nil
	}
	if err != nil || l.record.Change != id {
		return false, err
	}
	*next = l
	return true, nil
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
