package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/model"
)

// meet puts the draft together with a revision that somebody else saved since
// it was begun. What only they changed is taken over if the result holds; the
// rest of the draft is kept. Nothing is written.
func (a *App) meet(theirs model.Revision, catalog model.Catalog) tea.Cmd {
	base, ours := a.form.Saved().Draft(), a.form.Draft()
	merge := model.MergeDrafts(base, ours, theirs.Settings.Draft())
	rows := model.MergeCatalogs(a.catalog.Saved(), a.catalog.Edit(), catalog)
	mine := append(named(changed(base, ours)), rowNames(a.catalog.Changes())...)
	a.current = theirs
	a.form.SetSaved(theirs.Settings)
	a.catalog.SetSaved(catalog, nil)
	taken := "Taken over from them: " + list(append(named(merge.Theirs), rows.Theirs...)) + "."
	_, problems := merge.Draft.Parse()
	if problems = append(problems, rows.Problems...); problems == nil {
		a.form.Replace(merge.Draft)
		a.catalog.Replace(rows.Edit)
	} else {
		taken = "Together with yours their changes would not hold (" + problems[0].What + "), so your draft stays as it is."
	}
	a.policyChanged()
	text := fmt.Sprintf("Somebody saved revision %d while you were working; nothing of yours was written. You changed: %s. %s",
		theirs.Number, list(mine), taken)
	if both := append(named(merge.Both), rows.Both...); len(both) > 0 {
		text += " Changed by both, and kept as you have it: " + list(both) + "."
	}
	return a.tell("Saved by somebody else meanwhile", text+" Look at the draft, then save again.")
}

func changed(from, to model.Draft) []model.Setting {
	var settings []model.Setting
	for _, c := range model.Diff(from, to) {
		settings = append(settings, c.Setting)
	}
	return settings
}

func named(settings []model.Setting) []string {
	names := make([]string, len(settings))
	for i, s := range settings {
		names[i] = s.Name()
	}
	return names
}

func rowNames(changes []model.CatalogChange) []string {
	var names []string
	for _, c := range changes {
		if c.Code != "" {
			names = append(names, c.Table+" "+c.Code)
		}
	}
	return names
}

// list is names in a row, the first of them if there are many.
func list(names []string) string {
	switch n := len(names); {
	case n == 0:
		return "nothing"
	case n > 2*maxRowsNamed:
		return strings.Join(names[:2*maxRowsNamed], ", ") + fmt.Sprintf(" and %d more", n-2*maxRowsNamed)
	}
	return strings.Join(names, ", ")
}
