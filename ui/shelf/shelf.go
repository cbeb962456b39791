package shelf

import (
	"cmp"
	"fmt"
	"slices"

	"referee/db"
	"referee/engine/scenario"
)

// Case is a case on the shelf.
type Case struct {
	scenario.Example
	Pinned bool // the consequences of a change are reckoned on it
	Kept   bool // it is in the database, rather than in the program alone
}

// Of is everything on the shelf: the examples in their order, then what else is
// kept, by name. Unread says of each kept case that does not read why; such a case
// is left out, and stays where it is. It returns the errors of [db.Store.Cases].
func Of(store *db.Store, examples []scenario.Example) (cases []Case, unread []string, err error) {
	kept, err := store.Cases()
	if err != nil {
		return nil, nil, err
	}
	for _, e := range examples {
		cases = append(cases, Case{Example: e, Pinned: true})
	}
	for _, k := range kept {
		i := slices.IndexFunc(cases, func(c Case) bool { return c.Name == k.Name })
		switch {
		case k.Text == nil && i >= 0:
			cases[i].Pinned = k.Pinned
		case k.Text == nil: // of an example that this program does not have
		default:
			read, err := example(k)
			if err != nil {
				unread = append(unread, fmt.Sprintf("the kept case %q cannot be read: %v", k.Name, err))
				continue
			}
			if i < 0 {
				i, cases = len(cases), append(cases, Case{})
			}
			cases[i] = Case{read, k.Pinned, true}
		}
	}
	return cases, unread, nil
}

// example reads a kept case. Of a file with several it is the first.
func example(k db.Case) (scenario.Example, error) {
	file, err := scenario.Read(k.Name, k.Text)
	if err != nil {
		return scenario.Example{}, err
	}
	c := file.Cases[0]
	c.Title = cmp.Or(file.Title, k.Name)
	return scenario.Example{Name: k.Name, Title: c.Title, Read: func() scenario.Case { return c }}, nil
}

// Pinned reads those cases that are pinned.
func Pinned(cases []Case) []scenario.Case {
	var pinned []scenario.Case
	for _, c := range cases {
		if c.Pinned {
			pinned = append(pinned, c.Read())
		}
	}
	return pinned
}
