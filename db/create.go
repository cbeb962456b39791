package db

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"referee/db/lasting"
	"referee/model"
)

// Seed is what a new database begins with.
type Seed struct {
	Settings model.Settings // revision 1; zero Settings panic
	Catalog  model.Catalog  // zero: an empty catalog in USD
	At       time.Time      // of revision 1
	Note     string         // of revision 1; may be empty
	// Folders makes the folders above the path that are missing. The default
	// place wants that; under a path that somebody typed it would hide a slip.
	Folders bool

	drive func(string) string // nil: ask the system
}

// Create makes a database at the path. It appears there complete or not at all,
// and nothing that stands there is ever overwritten: of two programs that create
// it at once, one is told that it exists.
//
// It returns an [ExistsError], a [NoteError], a [NetworkError] or a [CreateError].
func Create(path string, seed Seed) error {
	if seed.Settings.IsZero() {
		panic("db: a zero Settings; use Draft.Parse or Defaults")
	}
	if err := checkNote(seed.Note); err != nil {
		return err
	}
	first := model.Revision{Number: 1, At: seed.At.Round(0), Note: seed.Note, Settings: seed.Settings}
	path, err := filepath.Abs(path)
	if err != nil {
		return &CreateError{path, err}
	}
	if _, err := os.Lstat(path); err == nil {
		return &ExistsError{path}
	}
	if seed.Folders {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return &CreateError{path, err}
		}
	}
	drive := seed.drive
	if drive == nil {
		drive = driveOf
	}
	if err := refuseNetwork(path, drive); err != nil {
		return err
	}
	begun, err := publish(path, seed.Catalog, first)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &ExistsError{path}
	case err != nil:
		return &CreateError{path, err}
	}
	// The anchor of a database that once stood there must not judge this one.
	if begun.replace(path+anchorSuffix) != nil {
		os.Remove(path + anchorSuffix)
	}
	return nil
}

// publish writes the database under a temporary name and gives it its own by a
// hard link: unlike a rename, a link never replaces what is there.
func publish(path string, catalog model.Catalog, first model.Revision) (anchor, error) {
	temp, err := os.CreateTemp(filepath.Dir(path), lasting.Beside)
	if err != nil {
		return anchor{}, err
	}
	defer os.Remove(temp.Name())
	begun, err := writeFirst(temp, catalog, first)
	if err != nil {
		return anchor{}, err
	}
	if err := os.Link(temp.Name(), path); err != nil {
		return anchor{}, err
	}
	if err := lasting.FlushFolder(filepath.Dir(path)); err != nil {
		os.Remove(path)
		return anchor{}, err
	}
	return begun, nil
}

func writeFirst(temp *os.File, catalog model.Catalog, first model.Revision) (begun anchor, err error) {
	db, err := bolt.Open(temp.Name(), 0, &bolt.Options{
		Timeout:      lockPatience,
		FreelistType: bolt.FreelistMapType,
		OpenFile:     func(string, int, os.FileMode) (*os.File, error) { return temp, nil },
	})
	if err != nil {
		temp.Close()
		return anchor{}, err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		next := content{settings: first.Settings}
		var err error
		if next.catalog, next.programs, err = writeCatalog(tx, catalog, catalogVersion{}); err != nil {
			return err
		}
		if err := put(tx, metaBucket, []byte(identityKey), identityRecord{program, schema}); err != nil {
			return err
		}
		begun.revision = first.Number
		if begun.hash, err = writeRevision(tx, first, next, NewChangeID(), digest{}); err != nil {
			return err
		}
		_, err = readPrograms(tx) // what could not be read back is not published
		return err
	})
	return begun, errors.Join(err, temp.Sync(), db.Close())
}
