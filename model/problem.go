package model

import (
	"fmt"
	"strings"
)

// Place says where in what was given something stands: the table, the row in
// it (from 0, or -1 where the table has no rows) and the key. A reader of files
// turns it into a line and a column, a form into a field.
type Place struct {
	Table string
	Row   int
	Key   string
}

// Problem is one reason why something was refused: where, what is wrong, and
// what to write instead.
type Problem struct {
	Place Place
	What  string
	Hint  string
}

func (p Problem) Error() string {
	if p.Hint == "" {
		return p.What
	}
	return p.What + " (" + p.Hint + ")"
}

// Problems is everything that is wrong, in the order of what was given. A nil
// Problems is no problem.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Err is the problems as an error, nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// On lists the problems of one setting.
func (ps Problems) On(s Setting) Problems {
	var on Problems
	for _, p := range ps {
		if p.Place.Table == settingsTable && p.Place.Key == s.Key() {
			on = append(on, p)
		}
	}
	return on
}

func (ps *Problems) add(at Place, hint, what string, args ...any) {
	*ps = append(*ps, Problem{Place: at, What: fmt.Sprintf(what, args...), Hint: hint})
}
