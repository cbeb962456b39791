package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/model"
	"referee/ui/history"
)

// screen is what fills the room between the header and the headline.
type screen uint8

const (
	anyScreen screen = iota
	simulator        // wherever the simulator stands
	example          // wherever an example is run: the simulator's screens, and the catalog
	explained        // wherever an explanation is scrolled; a case has other use for the keys
	policy           // wherever settings and catalog are what is changed
	desk             // the settings and the simulator
	cases            // the events of a case and the simulator
	past             // every revision
	stock            // the catalog
	logScreen        // a large log
)

// historyMsg is the revisions, read from the disk.
type historyMsg struct {
	revisions []history.Revision
	err       error
}

// openHistory reads every revision; the screen changes when they are there.
func (a *App) openHistory() tea.Cmd {
	store, now := a.store, a.current.Catalog
	catalogs := map[uint64]model.Catalog{now: a.catalog.Saved()}
	return func() tea.Msg {
		revisions, err := withCatalogs(store, catalogs)
		return historyMsg{revisions, err}
	}
}

// withCatalogs is every revision with the catalog it goes with. Each version of
// the catalog is read once, but for those that are given.
func withCatalogs(store *db.Store, catalogs map[uint64]model.Catalog) ([]history.Revision, error) {
	revisions, err := store.History()
	if err != nil {
		return nil, err
	}
	list := make([]history.Revision, len(revisions))
	for i, r := range revisions {
		catalog, read := catalogs[r.Catalog]
		if !read {
			if catalog, err = store.CatalogAt(r.Number); err != nil {
				return nil, err
			}
			catalogs[r.Catalog] = catalog
		}
		list[i] = history.Revision{Revision: r, Policy: model.Policy{Settings: r.Settings, Catalog: catalog}}
	}
	return list, nil
}

func (msg historyMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.tell("The history cannot be read", sentences(msg.err))
	}
	a.history = history.New(msg.revisions, a.pane.Bench().Between)
	a.screen = past
	return nil
}

// lookingBack is what can be done on the history screen.
func lookingBack() []action {
	return []action{
		{
			keys: []string{"enter"}, label: "take as draft", bar: 10, reach: desktop,
			help:   "Take the selected revision as the draft; saving it makes a new revision",
			whyNot: possible, do: (*App).takeRevision,
		},
		{
			keys: []string{"space"}, label: "hold against", bar: 14, reach: desktop,
			help:   "Hold the other revisions against this one, or against the one before",
			whyNot: possible, do: func(a *App) tea.Cmd { a.history.Mark(); return nil },
		},
	}
}

// takeRevision makes an old revision the draft, as one step that can be undone.
// Nothing is rewritten: saving it makes a new revision.
func (a *App) takeRevision() tea.Cmd {
	r := a.history.Selected()
	unsaved := a.unsaved() > 0
	a.replace(r.Settings.Draft(), model.CatalogEdit{Catalog: r.Policy.Catalog})
	a.focusForm()
	said := fmt.Sprintf("The draft is revision %d now", r.Number)
	switch {
	case unsaved:
		said = "ctrl+z brings back what was not saved. " + said + "."
	case a.dirty():
		said += "; ctrl+z takes it back. Saving makes a new revision."
	default:
		said += ", as it is saved: nothing has changed."
	}
	a.say(gainStyle, said)
	return nil
}
