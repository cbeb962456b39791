package db

import (
	"errors"
	"fmt"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
)

// schema is the newest layout of the file that this program knows.
const schema = 1

// layout is the schema a program writes, and the way to it from older ones:
// steps[n] takes a file from schema n to n+1. A schema without a step on the way
// never was.
type layout struct {
	schema int
	steps  map[int]func(*bolt.Tx) error
}

// released is the layout of this program. Its first change of schema adds the
// first step, and with it a testdata/schema-N.db that is opened for ever.
func released() layout { return layout{schema: schema} }

// reaches reports whether there is a way from an older schema.
func (l layout) reaches(from int) bool {
	for n := from; n < l.schema; n++ {
		if l.steps[n] == nil {
			return false
		}
	}
	return true
}

// migrate takes the file from an older schema to this program's, in one
// transaction, after a verified backup of it as it is. Whatever fails, the file
// stays in the old schema.
func (s *Store) migrate(from int, at time.Time) error {
	backup, err := s.Backup(at)
	if err != nil {
		return err
	}
	var now anchor
	err = s.guard(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			for n := from; n < s.options.layout.schema; n++ {
				if err := s.options.layout.steps[n](tx); err != nil {
					return fmt.Errorf("from schema %d to %d: %w", n, n+1, err)
				}
			}
			identity := identityRecord{program, s.options.layout.schema}
			if err := put(tx, metaBucket, []byte(identityKey), identity); err != nil {
				return err
			}
			if err := walkChain(tx, 1, func(link) {}); err != nil {
				return err // what could not be read back is not kept
			}
			if _, err := readPrograms(tx); err != nil {
				return err
			}
			if _, err := readCases(tx); err != nil {
				return err
			}
			now, err = anchorOf(tx)
			return err
		})
	})
	if f, ok := errors.AsType[*fault](err); ok {
		err = f
	}
	if err != nil {
		return &MigrationError{Path: s.path, From: from, To: s.options.layout.schema, Backup: backup.Path, Err: err}
	}
	// The steps may have rewritten history, so the old anchor is no judge of it.
	if err := now.replace(s.besides(anchorSuffix)); err != nil {
		os.Remove(s.besides(anchorSuffix))
	}
	s.notice("the database %q was brought from schema %d to %d; as it was before it is kept in %q", s.path, from, s.options.layout.schema, backup.Path)
	return nil
}
