package db

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	boltErrors "go.etcd.io/bbolt/errors"
)

// schema is the newest layout of the file that this program knows.
const schema = 1

// lockPatience is how long a locked file is waited for: long enough for a
// command that is just finishing, short enough to be told within a second even
// if it is waited for twice.
const lockPatience = 450 * time.Millisecond

// Options of [Open].
type Options struct {
	ReadOnly bool // for looking only: nothing can be saved; several may look at once
}

// Open opens the database at the path and locks it for as long as it is open.
// It never creates one, and writes nothing to it: a file it refuses stays as it
// was. The anchor beside it is brought up to date, unless it is opened for looking.
//
// It returns a [MissingError], [NotFileError], [AccessError], [EmptyError],
// [ForeignError], [CutOffError], [NewerError], [LockedError], [RolledBackError] or
// [DamagedError]. What is no error but worth knowing is in [Store.Notices].
func Open(path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, &AccessError{path, err}
	}
	// First through a handle that cannot write. bbolt reads the list of free
	// pages only when it opens for changing; by then it is known to be sound.
	looking, err := open(path, Options{ReadOnly: true})
	if err != nil || o.ReadOnly {
		return looking, err
	}
	looking.Close()
	s, err := open(path, o)
	if err != nil {
		return nil, err
	}
	if !os.SameFile(looking.info, s.info) {
		s.Close()
		return Open(path, o) // another file took its place in between
	}
	return s, nil
}

// open hands the file to bbolt, which locks it, and then looks at all that must
// hold before a record is read.
func open(path string, o Options) (*Store, error) {
	file, err := openFile(path, o.ReadOnly)
	if err != nil {
		return nil, err
	}
	if err := recognise(file, path); err != nil {
		file.Close()
		return nil, err
	}
	s := &Store{path: path, real: path, options: o, handle: handle{file: file}}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		s.real = real
	}
	err = s.guard(func() error {
		if err := s.start(); err != nil {
			return err
		}
		return s.examine()
	})
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) start() (err error) {
	if s.info, err = s.file.Stat(); err != nil {
		return &AccessError{s.path, err}
	}
	s.db, err = bolt.Open(s.path, 0, &bolt.Options{
		Timeout:      lockPatience,
		ReadOnly:     s.options.ReadOnly,
		NoStatistics: true,
		FreelistType: bolt.FreelistMapType,
		// The file that was looked at, and never one that bbolt creates.
		OpenFile: func(string, int, os.FileMode) (*os.File, error) { return s.file, nil },
	})
	if err != nil {
		return s.refusal(err)
	}
	return nil
}

func (s *Store) examine() error {
	broken := checkHeaders(s.file)
	if err := checkTree(s.file); err != nil {
		return cmp.Or(broken, err)
	}
	return s.db.View(func(tx *bolt.Tx) error {
		if err := checkIdentity(tx, s.path); err != nil {
			return cmp.Or(broken, err)
		}
		if err := checkRecent(tx); err != nil {
			return cmp.Or(broken, err)
		}
		return s.compare(tx, broken)
	})
}

// refusal is what bbolt's reasons not to open a file mean.
func (s *Store) refusal(err error) error {
	switch {
	case errors.Is(err, boltErrors.ErrTimeout):
		e := &LockedError{Path: s.path}
		e.PID, e.Command = holder(s.info)
		return e
	case errors.Is(err, boltErrors.ErrInvalid), errors.Is(err, boltErrors.ErrChecksum), errors.Is(err, boltErrors.ErrVersionMismatch):
		return &DamagedError{Where: "its first two pages", Err: err}
	}
	return &AccessError{s.path, err}
}

// checkIdentity reads the one record whose form never changes, whatever the
// schema. It may come to hold more than this program knows of.
func checkIdentity(tx *bolt.Tx, path string) error {
	b := tx.Bucket([]byte(metaBucket))
	if b == nil || b.Get([]byte(identityKey)) == nil {
		return &ForeignError{path, looksBolt}
	}
	payload, err := unseal(metaBucket, []byte(identityKey), b.Get([]byte(identityKey)))
	if err != nil {
		return &DamagedError{Where: "the record that says what the file is", Err: err}
	}
	var identity identityRecord
	err = json.Unmarshal(payload, &identity)
	switch {
	case err != nil:
		return &DamagedError{Where: "the record that says what the file is", Err: err}
	case identity.Program != program:
		return &ForeignError{path, looksBolt}
	case identity.Schema > schema:
		return &NewerError{path, identity.Schema, schema}
	case identity.Schema < schema:
		return &DamagedError{Where: "the record that says what the file is", Err: fmt.Errorf("there is no schema %d", identity.Schema)}
	}
	return nil
}
