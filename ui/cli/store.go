package cli

import (
	"fmt"

	"referee/db"
	"referee/ui/text"
)

// withStore opens the database while do needs it, and tells what the store has
// to note. It returns the errors of [invocation.open] and of do.
func (in *invocation) withStore(o db.Options, do func(*db.Store) error) error {
	store, err := in.open(o)
	if err != nil {
		return err
	}
	return in.using(store, do)
}

// using closes the store after do. Notes of opening it come before what do
// writes, those of saving after.
func (in *invocation) using(store *db.Store, do func(*db.Store) error) error {
	defer store.Close()
	noted := in.note(store.Notices(), 0)
	err := do(store)
	in.note(store.Notices(), noted)
	return err
}

// note writes notices that were not written before to the error output: they are
// no result and no error, but worth knowing. It answers with how many there are.
func (in *invocation) note(notices []string, before int) int {
	for _, notice := range notices[before:] {
		fmt.Fprintln(in.Err, "referee: note: "+text.Show(notice))
	}
	return len(notices)
}
