package ui

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/model"
	"referee/ui/menu"
	"referee/ui/save"
)

// savedMsg is what a save came to.
type savedMsg struct {
	revision model.Revision
	err      error
}

func (a *App) whyNotSave() string {
	switch problems := a.form.Problems(); {
	case a.saving:
		return "the save before is still under way"
	case len(problems) > 0:
		return problems[0].What + ": " + problems[0].Hint
	case !a.dirty():
		return "nothing has changed since revision " + fmt.Sprint(a.current.Number)
	}
	return ""
}

// openSave shows every consequence before anything is written.
func (a *App) openSave() tea.Cmd { return a.open(&saveDialog{save.New(a.consequences())}) }

func (a *App) consequences() save.Consequences {
	next, _ := a.form.Settings()
	what := save.Consequences{Changes: a.form.Changes(), Notices: a.form.Notices()}
	for _, p := range a.catalog.Programs() {
		what.Programs = append(what.Programs, p.MaskChange(a.form.Saved(), next))
	}
	what.Effects = a.pane.Bench().Between(a.form.Saved(), next)
	return what
}

// write saves the draft as it is now. The disk is only touched in the command.
func (a *App) write(note string) tea.Cmd {
	next, ok := a.form.Settings()
	if !ok {
		return nil
	}
	a.saving = true
	store, base, at := a.store, a.current.Number, a.now()
	return func() tea.Msg {
		revision, err := store.Save(base, db.Edit{Settings: next}, note, at)
		return savedMsg{revision, err}
	}
}

// saved takes in what a save came to. Whatever went wrong, the draft is kept.
func (a *App) saved(msg savedMsg) tea.Cmd {
	a.saving = false
	if msg.err != nil {
		a.leaving = false
		return a.notSaved(msg.err)
	}
	a.current = msg.revision
	a.form.SetSaved(msg.revision.Settings)
	a.settingsChanged()
	if a.leaving {
		return tea.Quit
	}
	a.say(gainStyle, fmt.Sprintf("Saved as revision %d. %s updated.", msg.revision.Number,
		count(len(a.catalog.Programs()), "program record", "program records")))
	return nil
}

func (a *App) notSaved(err error) tea.Cmd {
	var conflict *db.ConflictError
	if errors.As(err, &conflict) {
		a.current = conflict.Theirs
		a.form.SetSaved(conflict.Theirs.Settings)
		a.settingsChanged()
	}
	return a.tell("Not saved", sentences(err)+" Your draft is kept.")
}

// sentences is an error and what to do about it, for people.
func sentences(err error) string {
	text := capital(err.Error()) + "."
	if hinted := (interface{ Hint() string })(nil); errors.As(err, &hinted) {
		text += " What to do: " + hinted.Hint() + "."
	}
	return text
}

// quit leaves, after asking what to do with unsaved changes.
func (a *App) quit() tea.Cmd {
	if !a.dirty() {
		return tea.Quit
	}
	if d, ok := a.top().(*menuDialog); ok && d.menu.Title == quitTitle {
		return nil // asked already
	}
	items := []menu.Item{
		{Title: "Save", Detail: "see the consequences, write them, and leave", Why: a.whyNotSave()},
		{Title: "Discard", Detail: "leave without the changes"},
		{Title: "Stay", Detail: "go on working"},
	}
	m := menu.New(quitTitle, items, 2)
	m.Intro = fmt.Sprintf("%s not saved.", count(len(a.form.Changes()), "setting is", "settings are"))
	return a.open(&menuDialog{m, leave})
}

const quitTitle = "Leave with unsaved changes?"

func leave(a *App, chosen int) tea.Cmd {
	switch chosen {
	case 0:
		a.leaving = true
		return a.openSave()
	case 1:
		return tea.Quit
	}
	return nil
}
