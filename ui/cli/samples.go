package cli

import (
	"referee/db"
	"referee/engine/scenario"
	"referee/ui/shelf"
)

// workedCases is the sample that is a test of the rules rather than a situation:
// many cases, each under settings of its own.
const workedCases = "worked-cases"

// examples is what the simulator offers: one for each situation that comes with
// the program. Here the settings are the person's.
func examples() []scenario.Example {
	var all []scenario.Example
	for _, sample := range scenario.Samples() {
		if sample.Name != workedCases {
			all = append(all, sample.Example())
		}
	}
	return all
}

// pinned reads the cases that consequences are reckoned on, and notes those that
// do not read.
func (in *invocation) pinned(store *db.Store) ([]scenario.Case, error) {
	cases, unread, err := shelf.Of(store, examples())
	in.note(unread, 0)
	return shelf.Pinned(cases), err
}
