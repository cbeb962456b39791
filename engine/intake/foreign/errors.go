package foreign

import "fmt"

// Error is one thing wrong with a file. Nothing of any file is used then.
type Error struct {
	File string
	Line int // from 1; 0 is the whole file
	What string
	Tip  string // what to do
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.What)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.What)
}

// Hint says what to do about it.
func (e *Error) Hint() string { return e.Tip }

// maxErrors is how many bad rows of all files are named.
const maxErrors = 1_000

// Errors is everything wrong with the files, in their order. It is never empty.
type Errors []*Error

func (es Errors) Error() string {
	return fmt.Sprintf("%d rows cannot be read; nothing was written", len(es))
}

// Unwrap is the errors one by one.
func (es Errors) Unwrap() []error {
	all := make([]error, len(es))
	for i, e := range es {
		all[i] = e
	}
	return all
}
