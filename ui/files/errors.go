package files

import (
	"fmt"

	"referee/db"
)

// Error is a file that could not be read or written.
type Error struct{ what, hint string }

func (e *Error) Error() string { return e.what }

// Hint says what to do.
func (e *Error) Hint() string { return e.hint }

// ExistsError is a file that was not written because there is one of its name.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string {
	return fmt.Sprintf("%q exists already; it was left as it is", e.Path)
}

// Hint says what to do.
func (e *ExistsError) Hint() string { return "choose another name, or move that file away first" }

func unwritable(path string, err error) error {
	return &Error{fmt.Sprintf("%q cannot be written: %v; it was not touched", path, db.Reason(err)), "check the path, or choose another folder"}
}

func unreadable(path string, why any) error {
	return &Error{fmt.Sprintf("%q cannot be read: %v", path, why), "check the path"}
}

func isFolder(path string) error {
	return &Error{fmt.Sprintf("%q is a folder; it was not touched", path), "name a file in it"}
}
