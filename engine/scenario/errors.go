package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Error is one thing wrong with a scenario file. Nothing of a file with an
// error is used, and nothing is written anywhere.
type Error struct {
	File   string
	Line   int    // from 1; 0 when the file as a whole is meant
	Column int    // from 1, in characters
	What   string // what is wrong
	Hint   string // what to write instead; may be empty
}

// Error says where and what, the way compilers do: "file:line:column: what".
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.What)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.What)
}

// MaxErrors is how many problems of one file are told at most: who has made a
// thousand slips has made one, a thousand times.
const MaxErrors = 1_000

// Errors is everything [Read] found wrong with a file, in the order of the
// file. It unwraps to each [*Error]. It is never empty.
type Errors []*Error

func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap is the errors one by one, for errors.Is and errors.As.
func (es Errors) Unwrap() []error {
	all := make([]error, len(es))
	for i, e := range es {
		all[i] = e
	}
	return all
}

// reader collects what is wrong while a file is read.
type reader struct {
	file     string
	source   source
	problems []problem
	seen     map[problem]bool
	refused  int // how often, whether or not it was kept
}

type problem struct {
	at         offset
	what, hint string
}

// refuse notes a problem at an offset of the file. What the cases of a file
// share is read once for each of them, so the same problem may come again; it
// is kept once.
func (r *reader) refuse(at offset, hint, what string, args ...any) {
	r.refused++
	p := problem{at, cut(fmt.Sprintf(what, args...)), cut(hint)}
	if r.seen[p] || len(r.problems) == MaxErrors {
		return
	}
	r.seen[p] = true
	r.problems = append(r.problems, p)
}

// cut keeps a value that fills a page from filling the message about it.
func cut(text string) string {
	const most = 400
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return text
}

// clean runs a step of reading and reports whether it refused nothing.
func (r *reader) clean(step func()) bool {
	before := r.refused
	step()
	return r.refused == before
}

// err is everything refused so far, in the order of the file.
func (r *reader) err() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b problem) int { return cmp.Compare(a.at, b.at) })
	place := r.source.places()
	all := make(Errors, len(r.problems))
	for i, p := range r.problems {
		line, column := place(p.at)
		all[i] = &Error{File: r.file, Line: line, Column: column, What: p.what, Hint: p.hint}
	}
	return all
}
