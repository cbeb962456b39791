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
func (a *App) meet(theirs model.Revision) tea.Cmd {
	base, ours := a.form.Saved().Draft(), a.form.Draft()
	merge := model.MergeDrafts(base, ours, theirs.Settings.Draft())
	a.current = theirs
	a.form.SetSaved(theirs.Settings)
	taken := "Taken over from them: " + named(merge.Theirs) + "."
	if _, problems := merge.Draft.Parse(); problems == nil {
		a.form.Replace(merge.Draft)
	} else {
		taken = "Together with yours their changes would not hold (" + problems[0].What + "), so your draft stays as it is."
	}
	a.settingsChanged()
	text := fmt.Sprintf("Somebody saved revision %d while you were working; nothing of yours was written. You changed: %s. %s",
		theirs.Number, named(changed(base, ours)), taken)
	if len(merge.Both) > 0 {
		text += " Changed by both, and kept as you have it: " + named(merge.Both) + "."
	}
	return a.tell("Saved by somebody else meanwhile", text+" Look at the settings, then save again.")
}

func changed(from, to model.Draft) []model.Setting {
	var settings []model.Setting
	for _, c := range model.Diff(from, to) {
		settings = append(settings, c.Setting)
	}
	return settings
}

func named(settings []model.Setting) string {
	if len(settings) == 0 {
		return "nothing"
	}
	names := make([]string, len(settings))
	for i, s := range settings {
		names[i] = s.Name()
	}
	return strings.Join(names, ", ")
}
