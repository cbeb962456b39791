package db

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Store is an open database. Its methods may be called from several goroutines
// at once. Any of them can return a [DamagedError], and [ErrClosed] after Close.
type Store struct {
	path    string // as it was given, made absolute
	schema  int    // of the file when it was opened
	real    string // where it leads; the files besides are there
	options Options
	saving  sync.Mutex           // held from a commit until it is known what came of it
	poison  atomic.Pointer[stop] // set when the handle must not be used any more

	noticing sync.Mutex // of notices
	notices  []string

	mu     sync.RWMutex // of what follows; held for reading while the handle is used
	closed bool
	handle
}

// Path is the absolute path of the database.
func (s *Store) Path() string { return s.path }

// besides is the path of a file that goes with the database. A link to a
// database shares them with it.
func (s *Store) besides(suffix string) string { return s.real + suffix }

// view reads in one consistent state of the file.
func (s *Store) view(read func(*bolt.Tx) error) error {
	err := s.guard(func() error { return s.db.View(read) })
	s.offer(err)
	return err
}

// offer names the newest sound backup in an error about damage.
func (s *Store) offer(err error) {
	if e, ok := errors.AsType[*DamagedError](err); ok && e.Backup == nil {
		e.Backup = soundBackup(s.real)
	}
}

// Current is the last revision: the settings in force.
func (s *Store) Current() (current model.Revision, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		current, err = currentRevision(tx)
		return err
	})
	return current, err
}

// Revision is one revision by its number, from 1. It returns a [RevisionError]
// if there is none of that number.
func (s *Store) Revision(number uint64) (revision model.Revision, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		l, err := linkOf(tx, number)
		revision = l.revision
		return err
	})
	return revision, err
}

// History is every revision, the oldest first. The whole chain is checked.
func (s *Store) History() (revisions []model.Revision, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		revisions = nil
		return walkChain(tx, 1, func(l link) { revisions = append(revisions, l.revision) })
	})
	if err != nil {
		return nil, err
	}
	slices.Reverse(revisions)
	return revisions, nil
}

// linkOf is a revision by a number that a person gave, checked against the hash
// that the one after it carries.
func linkOf(tx *bolt.Tx, number uint64) (link, error) {
	state, err := readState(tx)
	if err != nil {
		return link{}, err
	}
	if number < 1 || number > state.Revision {
		return link{}, &RevisionError{number, state.Revision}
	}
	l, err := readLink(tx, number)
	if err != nil {
		return link{}, err
	}
	want := state.Hash
	if number < state.Revision {
		next, err := readLink(tx, number+1)
		if err != nil {
			return link{}, err
		}
		want = next.record.Previous
	}
	if l.hash != want {
		return link{}, &DamagedError{Where: rowName(revisionBucket, number), Err: errChain}
	}
	return l, nil
}

func currentRevision(tx *bolt.Tx) (model.Revision, error) {
	current, err := currentLink(tx)
	return current.revision, err
}

func currentLink(tx *bolt.Tx) (link, error) {
	_, current, err := readCurrent(tx)
	return current, err
}

func readCurrent(tx *bolt.Tx) (stateRecord, link, error) {
	state, err := readState(tx)
	if err != nil {
		return stateRecord{}, link{}, err
	}
	current, err := readLink(tx, state.Revision)
	if err == nil && current.hash != state.Hash {
		err = &DamagedError{Where: rowName(revisionBucket, state.Revision), Err: errChain}
	}
	return state, current, err
}

// readState is the number and hash of the current revision, as two places in
// the file agree on the number.
func readState(tx *bolt.Tx) (stateRecord, error) {
	const where = "the list of revisions"
	var state stateRecord
	if err := get(tx, metaBucket, []byte(stateKey), "the record of the last revision", &state); err != nil {
		return stateRecord{}, err
	}
	b := tx.Bucket([]byte(revisionBucket))
	if b == nil {
		return stateRecord{}, &DamagedError{Where: where, Err: errMissing}
	}
	key, _ := b.Cursor().Last()
	last, err := readRowKey(key)
	if err == nil && last != state.Revision {
		err = fmt.Errorf("it ends with %d instead of %d", last, state.Revision)
	}
	if err != nil {
		return stateRecord{}, &DamagedError{Where: where, Err: err}
	}
	return state, nil
}
