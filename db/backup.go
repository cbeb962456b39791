package db

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	backupsSuffix = ".backups" // of the folder beside the database
	keptBackups   = 10
	backupTime    = "20060102T150405Z" // UTC; sorts and needs no colon, which some systems refuse
)

// Backup is a copy of a database in the folder beside it. Backups are ordered by
// their number, never by their time.
type Backup struct {
	Path     string
	Number   uint64    // from 1; a higher one was made later
	Revision uint64    // the last revision in it
	At       time.Time // when it was made, UTC, to the second
}

func (b Backup) name() string {
	return fmt.Sprintf("%04d-r%d-%s.db", b.Number, b.Revision, b.At.UTC().Format(backupTime))
}

// parseBackup reads a name that name wrote.
func parseBackup(folder, name string) (b Backup, ok bool) {
	number, rest, _ := strings.Cut(name, "-r")
	revision, at, _ := strings.Cut(strings.TrimSuffix(rest, ".db"), "-")
	var errs [3]error
	b.Number, errs[0] = strconv.ParseUint(number, 10, 64)
	b.Revision, errs[1] = strconv.ParseUint(revision, 10, 64)
	b.At, errs[2] = time.Parse(backupTime, at)
	b.Path = filepath.Join(folder, name)
	return b, errors.Join(errs[:]...) == nil && b.name() == name
}

// offer is the beginning of a hint; a nil backup has nothing to offer.
func (b *Backup) offer() string {
	if b == nil {
		return ""
	}
	return fmt.Sprintf("the backup %q holds everything up to revision %d: bring it back with: referee restore; or ", b.Path, b.Revision)
}

// Backups lists the backups of the database at a path, the newest first. It only
// goes by their names; [Verify] looks into them. It returns an [AccessError].
func Backups(path string) ([]Backup, error) {
	folder := realPath(path) + backupsSuffix
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &AccessError{folder, err}
	}
	var backups []Backup
	for _, entry := range entries {
		if b, ok := parseBackup(folder, entry.Name()); ok {
			backups = append(backups, b)
		}
	}
	slices.SortFunc(backups, func(a, b Backup) int { return int(b.Number) - int(a.Number) })
	return backups, nil
}

// soundBackup is the newest backup in which everything is as it was saved; nil
// if there is none.
func soundBackup(path string) *Backup {
	backups, _ := Backups(path) // none can be offered either way
	for _, b := range backups {
		r := verifyFile(b.Path, false)
		if r.OK() {
			return &b
		}
	}
	return nil
}

// Backup copies the database as it is now into the folder beside it, verifies
// the copy, and then drops all but the newest ten. at is kept in the name. Make
// one before whatever changes much at once, an import for one; a migration and
// [RestoreFrom] make their own.
//
// It returns a [BackupError].
func (s *Store) Backup(at time.Time) (Backup, error) {
	folder := s.besides(backupsSuffix)
	fail := func(err error) (Backup, error) { return Backup{}, &BackupError{Path: folder, Err: err} }
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fail(err)
	}
	backups, err := Backups(s.real)
	if err != nil {
		return fail(err)
	}
	b := Backup{Number: 1, At: at.UTC().Truncate(time.Second)}
	if len(backups) > 0 {
		b.Number = backups[0].Number + 1
	}
	s.sweep(folder)
	err = s.copyTo(folder, func(revision uint64) string {
		b.Revision = revision
		b.Path = filepath.Join(folder, b.name())
		return b.Path
	})
	if err != nil {
		return fail(err)
	}
	for _, old := range backups[min(len(backups), keptBackups-1):] {
		os.Remove(old.Path) // one too many does no harm
	}
	return b, nil
}

// BackupTo copies the database as it is now to a path of the person's choice,
// and verifies the copy. Nothing that is there is overwritten.
//
// It returns an [ExistsError] or a [BackupError].
func (s *Store) BackupTo(path string) (Backup, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Backup{}, &BackupError{Path: path, Err: err}
	}
	b := Backup{Path: path}
	err = s.copyTo(filepath.Dir(path), func(revision uint64) string {
		b.Revision = revision
		return path
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		return Backup{}, &ExistsError{path}
	case err != nil:
		return Backup{}, &BackupError{Path: path, Err: err}
	}
	return b, nil
}
