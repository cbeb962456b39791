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

// Restored is what [RestoreFrom] did.
type Restored struct {
	Revision uint64 // the last revision that is there now
	Kept     string // path of what was there before; "" if there was nothing
}

// RestoreFrom puts a copy of a backup at the path. The backup is verified first.
// What is at the path is never lost: a sound database becomes a backup itself,
// and anything else is kept, byte for byte, under another name beside it. The
// database must not be open.
//
// It returns a [BackupError] if the backup cannot be used, and a [LockedError],
// [NotFileError], [ForeignError], [NetworkError] or [AccessError] if the path
// cannot; then nothing was changed.
func RestoreFrom(path, backup string, at time.Time) (Restored, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Restored{}, &AccessError{path, err}
	}
	real := realPath(path)
	if err := refuseNetwork(real, driveOf); err != nil {
		return Restored{}, err
	}
	temp, now, err := stage(backup, filepath.Dir(real))
	if err != nil {
		return Restored{}, &BackupError{Path: backup, Err: err, Using: true}
	}
	defer os.Remove(temp)
	kept, release, err := setAside(path, real, at)
	if err != nil {
		return Restored{}, err
	}
	defer release()
	if info, err := os.Stat(real); err == nil {
		os.Chmod(temp, info.Mode().Perm()) // whoever could read it still can
	}
	if err := os.Rename(temp, real); err != nil {
		return Restored{}, &BackupError{Path: backup, Err: err, Using: true}
	}
	// It is there now. Should a power cut undo that, the old file is back, and
	// the anchor tells.
	lasting.FlushFolder(filepath.Dir(real))
	if now.replace(real+anchorSuffix) != nil {
		os.Remove(real + anchorSuffix)
	}
	return Restored{now.revision, kept}, nil
}

// stage copies a backup into the folder of the database and verifies the copy.
func stage(backup, folder string) (temp string, now anchor, err error) {
	from, err := openFile(backup, true)
	if err != nil {
		return "", anchor{}, err
	}
	defer from.Close()
	to, err := os.CreateTemp(folder, lasting.Beside)
	if err != nil {
		return "", anchor{}, err
	}
	_, err = io.Copy(to, from)
	if err = errors.Join(err, to.Sync(), to.Close()); err == nil {
		now, err = soundState(to.Name())
	}
	if err != nil {
		os.Remove(to.Name())
		return "", anchor{}, err
	}
	return to.Name(), now, nil
}

// soundState verifies a copy and answers with what its anchor should say.
func soundState(path string) (now anchor, err error) {
	r := verifyFile(path, false)
	if err := r.Err(); err != nil {
		return anchor{}, err
	}
	s, err := open(path, Options{ReadOnly: true, unexamined: true})
	if err != nil {
		return anchor{}, err
	}
	defer s.Close()
	err = s.view(func(tx *bolt.Tx) error {
		now, err = anchorOf(tx)
		return err
	})
	return now, err
}

// setAside keeps what is at the path, and keeps other programs out of it until
// release.
func setAside(path, real string, at time.Time) (kept string, release func(), err error) {
	s, err := Open(path, Options{At: at})
	if err == nil {
		b, err := s.Backup(at)
		if err == nil {
			return b.Path, func() { s.Close() }, nil
		}
		s.Close()
		if !isType[*DamagedError](err) {
			return "", nil, err
		}
		return keepBytes(path, real) // it opens, but not all of its history is sound
	}
	if _, nothing := errors.AsType[*MissingError](err); nothing {
		return "", func() {}, nil
	}
	if mustStay(err) {
		return "", nil, err
	}
	return keepBytes(path, real)
}

// mustStay reports whether what is at the path is not ours to replace.
func mustStay(err error) bool {
	for _, is := range [...]func(error) bool{
		isType[*LockedError], isType[*NotFileError], isType[*ForeignError],
		isType[*NetworkError], isType[*AccessError], isType[*BackupError],
	} {
		if is(err) {
			return true
		}
	}
	return false
}

func isType[E error](err error) bool {
	_, is := errors.AsType[E](err)
	return is
}

// keepBytes gives a file that cannot be opened as a database a second name,
// under which it stays when another file takes its place.
func keepBytes(path, real string) (kept string, release func(), err error) {
	file, err := openFile(real, false)
	if err != nil {
		return "", nil, err
	}
	info, err := file.Stat()
	if err == nil && !tryLock(file) {
		file.Close()
		locked := &LockedError{Path: path}
		locked.PID, locked.Command = holder(info)
		return "", nil, locked
	}
	for n := 1; err == nil || errors.Is(err, fs.ErrExist); n++ {
		kept = fmt.Sprintf("%s.kept-%d", real, n)
		if err = os.Link(real, kept); err == nil {
			return kept, func() { file.Close() }, nil
		}
	}
	file.Close()
	return "", nil, &BackupError{Path: kept, Err: err}
}
