package keap

import "fmt"

// Error is one thing wrong with a file. Nothing of any file is used then.
type Error struct {
	File string
	Path string // of the value in the JSON; "" is the whole document
	What string
	Tip  string // what to do
}

func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("%s: %s", e.File, e.What)
	}
	return fmt.Sprintf("%s: %s: %s", e.File, e.Path, e.What)
}

// Hint says what to do about it.
func (e *Error) Hint() string { return e.Tip }

// maxErrors is how many problems are kept: who has made a thousand slips has made
// one, a thousand times.
const maxErrors = 1_000

// reader collects what is wrong with the files.
type reader struct {
	errs    []error
	remarks []string
	ignored map[string]bool // names of fields that are not used
	unused  int             // how often they came
}

func (r *reader) refuse(file string, n *node, tip, what string, args ...any) {
	if len(r.errs) < maxErrors {
		r.errs = append(r.errs, &Error{File: file, Path: n.path, What: fmt.Sprintf(what, args...), Tip: tip})
	}
}

func (r *reader) remark(format string, args ...any) {
	r.remarks = append(r.remarks, fmt.Sprintf(format, args...))
}
