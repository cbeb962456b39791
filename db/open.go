package db

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	boltErrors "go.etcd.io/bbolt/errors"
)

// lockPatience is how long a locked file is waited for: long enough for a
// command that is just finishing, short enough to be told within a second even
// if it is waited for twice.
const lockPatience = 450 * time.Millisecond

// Options of [Open].
type Options struct {
	ReadOnly bool      // for looking only: nothing can be saved; several may look at once
	At       time.Time // now; stands in the name of the backup that a migration makes first

	unexamined bool                // leaves all but the bare opening to Verify
	accepting  bool                // takes the file as it is, whatever the anchor says
	layout     layout              // zero: the released one
	drive      func(string) string // nil: ask the system
}

// Open opens the database at the path and locks it for as long as it is open.
// It never creates one, and a file it refuses stays as it was, byte for byte. One
// of an older schema is brought up to date, after a backup. The anchor beside it
// is brought up to date too, unless it is opened for looking.
//
// It returns a [MissingError], [NotFileError], [AccessError], [EmptyError],
// [ForeignError], [CutOffError], [NewerError], [OlderError], [LockedError],
// [NetworkError], [RolledBackError], [DamagedError], or, of a migration, a
// [BackupError] or [MigrationError]. What is no error but worth knowing is in
// [Store.Notices].
func Open(path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, &AccessError{path, err}
	}
	if o.layout.schema == 0 {
		o.layout = released()
	}
	if o.drive == nil {
		o.drive = driveOf
	}
	s, err := openLooking(path, o)
	offerBackup(err)
	return s, err
}

// openLooking looks first, through a handle that cannot write. bbolt reads the
// list of free pages only when it opens for changing; by then it is known to be
// sound.
func openLooking(path string, o Options) (*Store, error) {
	looking := o
	looking.ReadOnly = true
	s, err := open(path, looking)
	if err != nil {
		return nil, err
	}
	if o.ReadOnly {
		if s.schema < o.layout.schema {
			s.Close()
			return nil, &OlderError{path, s.schema, o.layout.schema}
		}
		return s, nil
	}
	seen := s.info
	s.Close()
	if err := refuseNetwork(realPath(path), o.drive); err != nil {
		return nil, err
	}
	if s, err = open(path, o); err != nil {
		return nil, err
	}
	if !os.SameFile(seen, s.info) {
		s.Close()
		return openLooking(path, o) // another file took its place in between
	}
	if s.schema < o.layout.schema {
		if err := s.migrate(s.schema, o.At); err != nil {
			s.Close()
			return nil, err
		}
	}
	return s, nil
}

func refuseNetwork(path string, drive func(string) string) error {
	if kind := drive(path); kind != "" {
		return &NetworkError{path, kind}
	}
	return nil
}

// offerBackup names the newest sound backup in errors that a backup can mend, and
// what is sound in the file itself.
func offerBackup(err error) {
	if e, ok := errors.AsType[*DamagedError](err); ok {
		e.Backup, e.Sound = soundBackup(e.Path), verifyFile(e.Path, true).Sound
	}
	if e, ok := errors.AsType[*RolledBackError](err); ok {
		e.Backup = soundBackup(e.Path)
	}
	if e, ok := errors.AsType[*CutOffError](err); ok {
		e.Backup = soundBackup(e.Path)
	}
	if e, ok := errors.AsType[*EmptyError](err); ok {
		e.Backup = soundBackup(e.Path)
	}
}

// realPath is where a path leads in the end.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
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
	s := &Store{path: path, real: realPath(path), options: o, handle: handle{file: file}}
	err = s.guard(func() error {
		if err := s.start(); err != nil || o.unexamined {
			return err
		}
		return s.examine()
	})
	if err != nil {
		s.Close()
		return nil, ownDamaged(path, err)
	}
	return s, nil
}

// ownDamaged is a database that says it is none of ours although what this program
// keeps beside its own says otherwise: then the list of its parts was damaged.
func ownDamaged(path string, err error) error {
	foreign, is := errors.AsType[*ForeignError](err)
	if !is || foreign.Looks != looksBolt {
		return err
	}
	_, noAnchor := loadAnchor(realPath(path) + anchorSuffix)
	backups, _ := Backups(path)
	if noAnchor != nil && len(backups) == 0 {
		return err
	}
	return &DamagedError{Path: path, Where: "the list of its parts", Err: errNotListed}
}

var errNotListed = errors.New("it does not say whose it is, though an anchor or backups of this program lie beside it")

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
	if s.options.accepting {
		broken = nil
	}
	if err := checkTree(s.file); err != nil {
		return cmp.Or(broken, err)
	}
	return s.db.View(func(tx *bolt.Tx) error {
		var err error
		if s.schema, err = checkIdentity(tx, s.path, s.options.layout); err != nil {
			return cmp.Or(broken, err)
		}
		if s.schema == s.options.layout.schema {
			if err := checkRecent(tx); err != nil {
				return cmp.Or(broken, err)
			}
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
