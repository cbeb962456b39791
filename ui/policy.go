package ui

import (
	"referee/model"
)

// saved is the policy in force.
func (a *App) saved() model.Policy {
	return model.Policy{Settings: a.form.Saved(), Catalog: a.catalog.Saved()}
}

// draft is the policy on the screen; it has no settings while they cannot be run.
// Of the catalog it has all that holds.
func (a *App) draft() model.Policy {
	settings, ok := a.form.Settings()
	if !ok {
		return model.Policy{}
	}
	return model.Policy{Settings: settings, Catalog: a.draftCatalog()}
}

// draftCatalog is the catalog on the screen, as far as it holds.
func (a *App) draftCatalog() model.Catalog { return a.catalog.Edit().Catalog }

// renamed leads from the saved catalog to the one on the screen.
func (a *App) renamed() model.Renames { return a.catalog.Renamed() }

// policyChanged runs the draft through the simulator, and tells the settings and
// the catalog of each other.
func (a *App) policyChanged() {
	a.scenarioChanged()
	a.settingsChanged()
}

// settingsChanged is policyChanged where only settings did.
func (a *App) settingsChanged() {
	saved, draft := a.saved(), a.draft()
	a.pane.Bench().Set(saved, draft, a.renamed())
	a.works.Set(a.about())
	a.pane.Follow()
	if draft.Settings.IsZero() {
		draft.Settings = saved.Settings
	}
	a.catalog.SetSettings(draft.Settings)
}

// scenarioChanged tells the form what the catalog and the scenario bear on (N3 to
// N6, N8).
func (a *App) scenarioChanged() {
	a.form.SetSurroundings(model.Surroundings{Catalog: a.draftCatalog(), EnteredReferral: a.pane.HasEntered()})
}

// problems is what keeps the draft from being saved.
func (a *App) problems() model.Problems {
	return append(a.form.Problems()[:len(a.form.Problems()):len(a.form.Problems())], a.catalog.Problems()...)
}

// dirty reports whether there is something to save.
func (a *App) dirty() bool { return a.unsaved() > 0 }

// unsaved is how many settings, and rows of the catalog, are not as they are saved.
// A text that cannot stand in its field counts where nothing else does.
func (a *App) unsaved() int {
	n := len(a.form.Changes()) + len(a.catalog.Changes())
	if n == 0 && len(a.problems()) > 0 {
		n = 1
	}
	return n
}

// differences is so many settings, and so many rows of the catalog, in words. With
// none of either, what differs is a text that cannot stand where it was typed.
func differences(settings, rows int) string {
	switch {
	case settings+rows == 0:
		return "1 text"
	case rows == 0:
		return count(settings, "setting", "settings")
	case settings == 0:
		return count(rows, "row of the catalog", "rows of the catalog")
	}
	return count(settings, "setting", "settings") + " and " + count(rows, "row of the catalog", "rows of the catalog")
}

// replace makes another draft of both, as one step that can be undone. The zero
// edit is the catalog as it is saved.
func (a *App) replace(settings model.Draft, catalog model.CatalogEdit) {
	if catalog.Catalog.IsZero() {
		catalog.Catalog = a.catalog.Saved()
	}
	a.form.Replace(settings)
	a.catalog.Replace(catalog)
	a.policyChanged()
	a.arrange()
}
