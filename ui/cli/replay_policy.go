package cli

import "referee/model"

// savedPolicy is the settings and the catalog of the database.
func (in *invocation) savedPolicy() (namedPolicy, error) {
	current, catalog, err := in.currentCatalog()
	return namedPolicy{model.Policy{Settings: current.Settings, Catalog: catalog}, current}, err
}

// namedPolicy is a policy, and which revision it is; number 0 if it comes from a file.
type namedPolicy struct {
	model.Policy
	revision model.Revision
}
