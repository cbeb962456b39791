package db

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"referee/db/lasting"
)

// Accept goes on from a file as it is, although newer changes are missing from it
// or may be: after a [RolledBackError], or a [DamagedError] about one of the two
// copies of the header. It is for a person to decide, after [Doctor] has said what
// is there. The file is kept, byte for byte, under another name first; then it
// becomes what the anchor stands for.
//
// It returns what [Open] does about everything else, and a [BackupError] if the
// file could not be kept.
func Accept(path string, at time.Time) (Restored, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Restored{}, &AccessError{path, err}
	}
	s, err := Open(path, Options{At: at, accepting: true})
	if err != nil {
		return Restored{}, err
	}
	defer s.Close()
	kept, err := s.keepCopy()
	if err != nil {
		return Restored{}, &BackupError{Path: s.real, Err: err}
	}
	var now anchor
	err = s.view(func(tx *bolt.Tx) (err error) {
		now, err = anchorOf(tx)
		return err
	})
	if err == nil {
		err = now.replace(s.besides(anchorSuffix))
	}
	if err != nil {
		return Restored{}, &BackupError{Path: s.real, Err: err}
	}
	return Restored{now.revision, kept}, nil
}

// keepCopy copies the file as it is, whatever is in it.
func (s *Store) keepCopy() (kept string, err error) {
	to, err := os.OpenFile(s.real+".kept-1", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	for n := 2; errors.Is(err, fs.ErrExist); n++ {
		to, err = os.OpenFile(fmt.Sprintf("%s.kept-%d", s.real, n), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	}
	if err != nil {
		return "", err
	}
	_, err = io.Copy(to, io.NewSectionReader(s.file, 0, 1<<62))
	if err = errors.Join(err, to.Sync(), to.Close()); err != nil {
		os.Remove(to.Name())
		return "", err
	}
	return to.Name(), lasting.FlushFolder(filepath.Dir(to.Name()))
}
