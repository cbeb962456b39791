package ui

import tea "charm.land/bubbletea/v2"

// turns is the order in which settings and catalog were changed. Each keeps its
// own steps; here is only which of them the last one was, so that ctrl+z takes
// back the last change, wherever it was made.
type turns struct {
	past, future  []turn
	form, catalog int // the steps each had when it was looked at last
}

// turn is a step of the settings, of the catalog, or of both at once.
type turn struct{ settings, catalog bool }

// note takes down what was changed since the last time.
func (a *App) note() {
	t := &a.turns
	settings, rows := a.form.Steps()-t.form, a.catalog.Steps()-t.catalog
	t.form, t.catalog = a.form.Steps(), a.catalog.Steps()
	if settings == 1 && rows == 1 {
		t.past, t.future = append(t.past, turn{true, true}), nil
		return
	}
	for range settings { // letters that came at once can be several steps
		t.past, t.future = append(t.past, turn{settings: true}), nil
		a.catalog.Forget()
	}
	for range rows {
		t.past, t.future = append(t.past, turn{catalog: true}), nil
		a.form.Forget()
	}
}

func (a *App) whyNotUndo() string {
	return unless(len(a.turns.past) > 0, "there is nothing to undo")
}

func (a *App) whyNotRedo() string {
	return unless(len(a.turns.future) > 0, "there is nothing to redo")
}

func (a *App) undo() tea.Cmd {
	return a.turn(&a.turns.past, &a.turns.future, a.form.Undo, a.catalog.Undo)
}

func (a *App) redo() tea.Cmd {
	return a.turn(&a.turns.future, &a.turns.past, a.form.Redo, a.catalog.Redo)
}

// turn takes a step and shows it: the screen turns to where it was made.
func (a *App) turn(from, to *[]turn, settings, catalog func()) tea.Cmd {
	last := (*from)[len(*from)-1]
	*from, *to = (*from)[:len(*from)-1], append(*to, last)
	if last.settings {
		settings()
	}
	if last.catalog {
		catalog()
	}
	a.turns.form, a.turns.catalog = a.form.Steps(), a.catalog.Steps()
	switch {
	case !last.settings:
		a.screen = stock
	case !last.catalog:
		a.screen = desk
	}
	a.policyChanged()
	a.arrange()
	return nil
}
