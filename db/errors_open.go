package db

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// MissingError says that there is no file at the path.
type MissingError struct {
	Path    string
	Target  string   // where a symbolic link at Path leads; "" if Path is no link
	Similar []string // paths of files nearby with a name much like it; may be empty
}

func (e *MissingError) Error() string {
	if e.Target != "" {
		return fmt.Sprintf("%q is a link to %q, where there is nothing; nothing was created", e.Path, e.Target)
	}
	return fmt.Sprintf("there is no database at %q; nothing was created", e.Path)
}

// Hint offers the names nearby, then creating.
func (e *MissingError) Hint() string {
	if len(e.Similar) == 0 {
		return "check the path, or create a database there with: " + initAt(e.Path)
	}
	quoted := make([]string, len(e.Similar))
	for i, path := range e.Similar {
		quoted[i] = fmt.Sprintf("%q", path)
	}
	return "did you mean " + strings.Join(quoted, " or ") + "? A new one is created with: " + initAt(e.Path)
}

// Unwrap makes errors.Is(err, fs.ErrNotExist) true.
func (e *MissingError) Unwrap() error { return fs.ErrNotExist }

// NotFileError says that the path is no regular file.
type NotFileError struct {
	Path string
	Kind string // "a folder", "a named pipe", "a device", "a socket"
}

func (e *NotFileError) Error() string {
	return fmt.Sprintf("%q is %s, not a database file; it was not touched", e.Path, e.Kind)
}

// Hint says what to give instead.
func (e *NotFileError) Hint() string {
	if e.Kind == kindFolder {
		return "give the path of the database file in it"
	}
	return "give the path of a database file"
}

// AccessError says that the operating system refuses the path.
type AccessError struct {
	Path string
	Err  error // the system's reason
}

func (e *AccessError) Error() string {
	return fmt.Sprintf("%q cannot be opened: %v; it was not touched", e.Path, Reason(e.Err))
}

// Hint depends on the system's reason.
func (e *AccessError) Hint() string {
	if errors.Is(e.Err, fs.ErrPermission) {
		return "ask for permission to read and write the file and its folder, or name a database of your own"
	}
	return "check the path and the disk it is on"
}

func (e *AccessError) Unwrap() error { return e.Err }

// EmptyError says that the file holds nothing at all.
type EmptyError struct {
	Path   string
	Backup *Backup // the newest sound one; nil if there is none
}

func (e *EmptyError) Error() string {
	return fmt.Sprintf("%q is empty, so it is not a database; it was not touched", e.Path)
}

// Hint keeps apart the two ways a file becomes empty.
func (e *EmptyError) Hint() string {
	if e.Backup != nil {
		return e.Backup.offer() + "delete the file and create a database with: " + initAt(e.Path)
	}
	return "if it held data, bring back a copy; if not, delete it and create a database with: " + initAt(e.Path)
}

// ForeignError says that the file belongs to another program.
type ForeignError struct {
	Path  string
	Looks string // what it looks like: "an SQLite database", "text" …
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("%q is not a database of this program: it looks like %s; it was not touched", e.Path, e.Looks)
}

// Hint asks for another path.
func (e *ForeignError) Hint() string {
	return "give the path of a database that referee created, or create one elsewhere with: referee --db PATH init"
}

// CutOffError says that the end of the file is missing.
type CutOffError struct {
	Path       string
	Size, Want int64   // bytes there, and bytes its header speaks of
	Backup     *Backup // the newest sound one; nil if there is none
}

func (e *CutOffError) Error() string {
	return fmt.Sprintf("the database %q is cut off: %d of %d bytes are there, so saved changes may be missing; it was not touched", e.Path, e.Size, e.Want)
}

// Hint points at the usual cause.
func (e *CutOffError) Hint() string {
	if e.Backup != nil {
		return e.Backup.offer() + "copy the file again, if it came from a copy or download that stopped half-way"
	}
	return "a copy or download that stopped half-way looks like this: copy the file again, or bring back an older copy"
}

// NewerError says that a later version of the program wrote the database.
type NewerError struct {
	Path          string
	Schema, Known int // the file's schema number, and the newest this program reads
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("the database %q was written by a newer version of this program (schema %d, this one reads up to %d); nothing is lost and it was not touched", e.Path, e.Schema, e.Known)
}

// Hint asks for the newer program.
func (e *NewerError) Hint() string { return "use the newer version of referee" }

// RolledBackError says that the file is not, or not any more, in the state that
// was last saved at its path: an older copy was put in its place, or another
// database, or the disk lost the newest changes.
type RolledBackError struct {
	Path   string
	Have   uint64  // the last revision in the file
	Want   uint64  // the last revision saved at the path, as the anchor knows it
	Cases  uint64  // how many changes of the kept cases are missing, where no revision is
	Other  bool    // the file's history is not the one that led to Want
	Anchor string  // path of the anchor
	Backup *Backup // the newest sound one; nil if there is none
}

func (e *RolledBackError) Error() string {
	if e.Other {
		return fmt.Sprintf("the database %q holds another history (up to revision %d) than the one saved here before (up to revision %d): another file was put in its place; it was not touched", e.Path, e.Have, e.Want)
	}
	if e.Cases > 0 {
		return fmt.Sprintf("the database %q went back to an older state: no revision is missing from the file, but what was done last with its kept cases is (changes: %d); it was not touched", e.Path, e.Cases)
	}
	return fmt.Sprintf("the database %q went back to revision %d, but revision %d was saved to it: newer changes are missing from the file; it was not touched", e.Path, e.Have, e.Want)
}

// Hint offers the newest backup, and the way on for whoever put the file there.
func (e *RolledBackError) Hint() string {
	return e.Backup.offer() + fmt.Sprintf("if this file was put there on purpose, delete %q and open it again", e.Anchor)
}

// LockedError says that another program has the database open.
type LockedError struct {
	Path    string
	PID     int    // of the holder, 0 if the system does not say
	Command string // the holder's name, "" if the system does not say
}

func (e *LockedError) Error() string {
	by := "another program"
	switch {
	case e.Command != "":
		by = fmt.Sprintf("%q (process %d)", e.Command, e.PID)
	case e.PID != 0:
		by = fmt.Sprintf("process %d", e.PID)
	}
	return fmt.Sprintf("the database %q is locked by %s; nothing was read or written", e.Path, by)
}

// Hint mentions the holder that is easily forgotten: one paused with ctrl+z
// keeps its lock.
func (e *LockedError) Hint() string {
	return "close the other one first; if it was paused with ctrl+z, bring it back with: fg"
}

// Reason strips the operation and the paths the system puts in front of its
// reason: the message around it says both already.
func Reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		return link.Err
	}
	return err
}

// initAt is the command that creates a database at a path.
func initAt(path string) string { return fmt.Sprintf("referee --db %q init", path) }
