package db

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"referee/model"
)

// ErrUnchanged is what [Store.Save] returns when the settings and the catalog are
// as already saved. Nothing was written and nothing is wrong.
var ErrUnchanged error = unchanged{}

type unchanged struct{}

func (unchanged) Error() string {
	return "this is already saved; no new revision was made"
}
func (unchanged) Hint() string { return "change something first" }

// ErrClosed is what every method of a closed [Store] returns. Only a mistake in
// this program leads there.
var ErrClosed error = closed{}

type closed struct{}

func (closed) Error() string { return "the database was closed already; nothing was read or written" }
func (closed) Hint() string  { return "start referee again" }

// ExistsError says that [Create] found something at the path and left it alone.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string {
	return fmt.Sprintf("%q exists already; it was left as it is", e.Path)
}

// Hint says how to use what is there.
func (e *ExistsError) Hint() string {
	return "open it with --db, or create the new database under another name"
}

// Unwrap makes errors.Is(err, fs.ErrExist) true.
func (e *ExistsError) Unwrap() error { return fs.ErrExist }

// CreateError says that [Create] could not make the file. Nothing is left behind.
type CreateError struct {
	Path string
	Err  error
}

func (e *CreateError) Error() string {
	return fmt.Sprintf("the database %q could not be created: %v; nothing was left behind", e.Path, Reason(e.Err))
}

// Hint depends on the system's reason.
func (e *CreateError) Hint() string {
	_, linking := errors.AsType[*os.LinkError](e.Err)
	switch {
	case errors.Is(e.Err, syscall.ENOSPC):
		return "free some space on the disk and try again"
	case linking:
		return "the disk cannot give a file a second name, which is how nothing is overwritten: choose a folder on another disk"
	case errors.Is(e.Err, fs.ErrNotExist):
		return "make the folder first, or check the path"
	case errors.Is(e.Err, fs.ErrPermission):
		return "choose a folder you may write to"
	}
	return "choose another folder"
}

func (e *CreateError) Unwrap() error { return e.Err }

// ConflictError says that someone else saved since the draft was begun.
type ConflictError struct {
	Base   uint64         // the revision the draft began from
	Theirs model.Revision // the current one
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("someone saved revision %d while you were working from revision %d; yours was not saved, and theirs is kept",
		e.Theirs.Number, e.Base)
}

// Hint says how to go on.
func (e *ConflictError) Hint() string { return "compare yours with theirs, then save again" }

// RevisionError says that there is no revision of that number.
type RevisionError struct{ Number, Last uint64 }

func (e *RevisionError) Error() string { return fmt.Sprintf("there is no revision %d", e.Number) }

// Hint says which numbers there are.
func (e *RevisionError) Hint() string { return fmt.Sprintf("revisions go from 1 to %d", e.Last) }

// NoteError says that a note cannot be kept as it is. Nothing was written.
type NoteError struct{ Why string }

func (e *NoteError) Error() string { return "the note " + e.Why + "; nothing was saved" }

// Hint says what a note may be.
func (e *NoteError) Hint() string {
	return fmt.Sprintf("write one line of at most %d characters", model.MaxText)
}

// ReadOnlyError says that a change was tried on a store opened for looking.
type ReadOnlyError struct{ Path string }

func (e *ReadOnlyError) Error() string {
	return fmt.Sprintf("the database %q was opened for looking only; nothing was saved", e.Path)
}

// Hint says how to get a store that saves.
func (e *ReadOnlyError) Hint() string { return "open it for changing and save again" }

// ReplacedError says that the file at the path is no longer the one that was
// opened. What was saved before went into the opened one.
type ReplacedError struct {
	Path string
	Gone bool // nothing is at the path now, rather than another file
}

func (e *ReplacedError) Error() string {
	what := "replaced by another file"
	if e.Gone {
		what = "deleted or moved away"
	}
	return fmt.Sprintf("the database %q was %s while it was open; this change was not saved", e.Path, what)
}

// Hint says how to keep the change.
func (e *ReplacedError) Hint() string {
	if e.Gone {
		return "put the file back, then save again"
	}
	return "put the old file back and save again, or start referee again with the new one and make the change there"
}

// WriteError says that the disk failed during a save, and whether the change is
// in the file all the same: a disk can report an error after doing the work.
type WriteError struct {
	Path    string
	Saved   bool
	Unclear error // why the file could not be asked afterwards; nil: Saved is what it says
	Err     error
}

func (e *WriteError) Error() string {
	switch {
	case e.Unclear != nil:
		return fmt.Sprintf("writing the database %q failed: %v; whether the change is in the file is not known (%v), everything saved before is", e.Path, Reason(e.Err), e.Unclear)
	case e.Saved:
		return fmt.Sprintf("writing the database %q ended with an error (%v), but the change is in the file", e.Path, Reason(e.Err))
	}
	return fmt.Sprintf("writing the database %q failed: %v; the change is not in the file, everything saved before is", e.Path, Reason(e.Err))
}

// Hint depends on the system's reason.
func (e *WriteError) Hint() string {
	switch {
	case e.Unclear != nil:
		return "note down the change, start referee again, and look at the last revision before you save it again"
	case e.Saved:
		return "go on from the new revision, and check the disk soon"
	case errors.Is(e.Err, syscall.ENOSPC):
		return "free some space on the disk and save again"
	}
	return "check the disk, then save again"
}

func (e *WriteError) Unwrap() error { return e.Err }

// DamagedError says that the file does not hold what was once written to it.
// Nothing that failed a check is ever shown.
type DamagedError struct {
	Path   string
	Where  string  // "row 3 of revisions", "page 17" …
	Err    error   // what was found
	Sound  uint64  // every revision up to this one is as it was saved; 0 if none is or nobody looked
	Backup *Backup // the newest sound one; nil if there is none or nobody looked
}

func (e *DamagedError) Error() string {
	sound := ""
	if e.Sound > 0 {
		sound = fmt.Sprintf("; everything up to revision %d is sound", e.Sound)
	}
	return fmt.Sprintf("the database %q is damaged at %s: %v%s; nothing was written to it", e.Path, e.Where, e.Err, sound)
}

// Hint keeps the person from making it worse.
func (e *DamagedError) Hint() string {
	if errors.Is(e.Err, errHeader) {
		return e.Backup.offer() + "see what is there with: referee doctor, and go on from it with: referee doctor --accept"
	}
	if e.Backup != nil {
		return e.Backup.offer() + "see what is left with: referee doctor; check the disk"
	}
	return "make a copy of the file as it is, then go on with an older copy or create a new database; check the disk"
}

func (e *DamagedError) Unwrap() error { return e.Err }
