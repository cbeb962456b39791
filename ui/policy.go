package ui

import "referee/model"

// saved is the policy in force.
func (a *App) saved() model.Policy {
	return model.Policy{Settings: a.form.Saved(), Catalog: a.catalog}
}

// draft is the policy on the screen; it has no settings while it cannot be run.
func (a *App) draft() model.Policy {
	settings, ok := a.form.Settings()
	if !ok {
		return model.Policy{}
	}
	return model.Policy{Settings: settings, Catalog: a.catalog}
}
