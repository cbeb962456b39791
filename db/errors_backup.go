package db

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// BackupError says that a backup could not be made, or not be used. The database
// is as it was.
type BackupError struct {
	Path  string // of the backup, or of the folder it would be in
	Using bool   // it was to be restored, not made
	Err   error
}

func (e *BackupError) Error() string {
	if e.Using {
		return fmt.Sprintf("the backup %q cannot be restored: %v; the database was left as it is", e.Path, Reason(e.Err))
	}
	return fmt.Sprintf("a backup could not be made in %q: %v; the database was left as it is", e.Path, Reason(e.Err))
}

// Hint depends on the reason.
func (e *BackupError) Hint() string {
	switch {
	case errors.Is(e.Err, syscall.ENOSPC):
		return "free some space on the disk and try again"
	case errors.Is(e.Err, fs.ErrPermission):
		return "ask for permission to write to the folder of the database"
	case e.Using:
		return "choose another backup: referee backup --list shows them, and referee doctor which of them are sound"
	}
	return "check the disk, and look at the database with: referee doctor"
}

func (e *BackupError) Unwrap() error { return e.Err }

// OlderError says that a database opened for looking has an older schema, which
// only opening it for changing brings up to date.
type OlderError struct {
	Path          string
	Schema, Known int // the file's schema number, and the one this program writes
}

func (e *OlderError) Error() string {
	return fmt.Sprintf("the database %q was written by an older version of this program (schema %d, this one writes %d); nothing is lost and it was not touched", e.Path, e.Schema, e.Known)
}

// Hint says how it is brought up to date.
func (e *OlderError) Hint() string {
	return "open it once with: referee; it is then brought up to date, after a backup"
}

// MigrationError says that a database could not be brought to this program's
// schema. It is as it was.
type MigrationError struct {
	Path     string
	From, To int    // schema numbers
	Backup   string // path of the backup made before
	Err      error
}

func (e *MigrationError) Error() string {
	return fmt.Sprintf("the database %q could not be brought from schema %d to %d: %v; nothing is lost, it is as it was", e.Path, e.From, e.To, Reason(e.Err))
}

// Hint says how to go on meanwhile.
func (e *MigrationError) Hint() string {
	return fmt.Sprintf("go on with the older version of referee; a copy of the database is in %q", e.Backup)
}

func (e *MigrationError) Unwrap() error { return e.Err }

// NetworkError says that the database is on a drive whose locks cannot be relied
// on: two programs could write to it at once and ruin it. Looking is possible.
type NetworkError struct {
	Path  string
	Drive string // its kind: "NFS", "SMB" …
}

func (e *NetworkError) Error() string {
	return fmt.Sprintf("the database %q is on a network drive (%s), where two programs cannot be kept from writing at once; nothing was written", e.Path, e.Drive)
}

// Hint says where it can be.
func (e *NetworkError) Hint() string {
	return "keep the database on a disk of this machine, and copy backups to the network drive; looking at it there is possible"
}
