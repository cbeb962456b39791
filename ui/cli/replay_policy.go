package cli

import (
	"referee/db"
	"referee/model"
)

// savedPolicy is the settings and the catalog of the database.
func (in *invocation) savedPolicy() (policy model.Policy, err error) {
	err = in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
		current, err := store.Current()
		if err != nil {
			return err
		}
		policy.Settings = current.Settings
		policy.Catalog, err = store.Catalog()
		return err
	})
	return policy, err
}
