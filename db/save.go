package db

import (
	"errors"
	"os"
	"time"
	"unicode"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Save appends a revision with these settings, and updates every program record
// with it (C8), all or nothing. base is the number of the revision the person
// began from; at is the time of the save and is kept as given, with its zone.
// When Save returns, the revision is on the disk.
//
// It returns a [ConflictError] if base is no longer the current revision,
// [ErrUnchanged] if the settings are those already saved, and a [NoteError],
// [ReadOnlyError], [ReplacedError] or [WriteError]. Only a WriteError that says
// so has saved anything, and comes with the revision. Zero Settings panic.
func (s *Store) Save(base uint64, next model.Settings, note string, at time.Time) (model.Revision, error) {
	revision, err := newRevision(base+1, next, note, at)
	if err != nil {
		return model.Revision{}, err
	}
	if s.readOnly {
		return model.Revision{}, &ReadOnlyError{s.path}
	}
	err = s.guard(func() error {
		tx, err := s.db.Begin(true)
		if err != nil {
			return err
		}
		if err := s.prepare(tx, base, revision); err != nil {
			tx.Rollback() // nothing was written yet; there is nothing it could fail at
			return err
		}
		if err := tx.Commit(); err != nil {
			return &WriteError{Path: s.path, Err: err}
		}
		return nil
	})
	if failed, ok := errors.AsType[*WriteError](err); ok && s.holds(revision) {
		failed.Saved = true
		return revision, err
	}
	if err != nil {
		return model.Revision{}, err
	}
	return revision, nil
}

// prepare does all of a save but the commit.
func (s *Store) prepare(tx *bolt.Tx, base uint64, next model.Revision) error {
	current, err := currentLink(tx)
	if err != nil {
		return err
	}
	if current.revision.Number != base {
		return &ConflictError{base, current.revision}
	}
	if current.revision.Settings == next.Settings {
		return ErrUnchanged
	}
	programs, err := readPrograms(tx, current.revision)
	if err != nil {
		return err
	}
	if err := writeRevision(tx, next, current.hash); err != nil {
		return &WriteError{Path: s.path, Err: err}
	}
	if err := writePrograms(tx, programs, next); err != nil {
		return &WriteError{Path: s.path, Err: err}
	}
	return s.checkPlace()
}

// writeRevision appends a record to the chain.
func writeRevision(tx *bolt.Tx, r model.Revision, previous digest) error {
	return writeLink(tx, r.Number, newRevisionRecord(r, previous))
}

func writeLink(tx *bolt.Tx, number uint64, record revisionRecord) error {
	key := rowKey(number)
	if err := put(tx, revisionBucket, key, record); err != nil {
		return err
	}
	hash := hashOf(revisionBucket, key, tx.Bucket([]byte(revisionBucket)).Get(key))
	return put(tx, metaBucket, []byte(stateKey), stateRecord{number, hash})
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

// newRevision is a revision that can be written and read back.
func newRevision(number uint64, settings model.Settings, note string, at time.Time) (model.Revision, error) {
	if settings.IsZero() {
		panic("db: a zero Settings; use Draft.Parse or Defaults")
	}
	if err := checkNote(note); err != nil {
		return model.Revision{}, err
	}
	at = at.Round(0) // a reading of the monotonic clock means nothing tomorrow
	return model.Revision{Number: number, At: at, Note: note, Settings: settings}, nil
}

// checkNote keeps notes to what every list and export can show in one line.
func checkNote(note string) error {
	if !utf8.ValidString(note) {
		return &NoteError{"is not UTF-8 text"}
	}
	if n := utf8.RuneCountInString(note); n > model.MaxText {
		return &NoteError{"is too long"}
	}
	for _, r := range note {
		if unicode.IsControl(r) {
			return &NoteError{"has a line break or a control character in it"}
		}
	}
	return nil
}
