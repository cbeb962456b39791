package db

import (
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"
)

// transact prepares a change and commits it, in one transaction, and brings the
// anchor after it. When an error comes out of the commit itself, or a panic, the
// file is asked what became of the change: there looks for it. s.saving is held.
func (s *Store) transact(prepare func(*bolt.Tx) error, there func(*bolt.Tx) (bool, error)) error {
	committing := false
	var now anchor
	err := s.guard(func() error {
		tx, err := s.db.Begin(true)
		if err != nil {
			return err
		}
		if err = prepare(tx); err == nil {
			now, err = anchorOf(tx)
		}
		if err == nil {
			err = s.checkPlace()
		}
		if err != nil {
			tx.Rollback() // nothing was written yet; there is nothing it could fail at
			return err
		}
		committing = true
		return tx.Commit()
	})
	switch {
	case err == nil:
		s.setAnchor(now)
		return nil
	case !committing:
		s.offer(err)
		return err
	}
	if f, ok := errors.AsType[*fault](err); ok {
		err = f
	}
	failed := &WriteError{Path: s.path, Err: err}
	s.settle(failed, there)
	return failed
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
