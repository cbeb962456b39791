package cli

import "referee/model"

// savedPolicy is the settings and the catalog of the database.
func (in *invocation) savedPolicy() (model.Policy, error) {
	current, catalog, err := in.currentCatalog()
	return model.Policy{Settings: current.Settings, Catalog: catalog}, err
}
