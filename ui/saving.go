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

// attempt is a save that was tried: trying the same again is the same change,
// so a change that reached the disk after all is not saved twice.
type attempt struct {
	settings model.Settings
	change   db.ChangeID
	note     string // what was typed about it
}

func (a *App) whyNotSave() string {
	switch {
	case a.saving:
		return "the save before is still under way"
	case !a.dirty():
		return "nothing has changed since revision " + fmt.Sprint(a.current.Number)
	}
	return ""
}

// whyNotWrite is why the draft could not be written as it is, or "".
func (a *App) whyNotWrite() string {
	if problems := a.form.Problems(); len(problems) > 0 {
		return problems[0].What + ": " + problems[0].Hint
	}
	return a.whyNotSave()
}

// openSave shows every consequence before anything is written, or goes to the
// first setting that cannot be saved as it is.
func (a *App) openSave() tea.Cmd {
	problems := a.form.Problems()
	if len(problems) == 0 {
		return a.open(&saveDialog{save.New(a.consequences(), a.attempt.note)})
	}
	if s, ok := model.ParseSetting(problems[0].Place.Key); ok {
		a.focusForm()
		a.form.FocusOn(s)
	}
	a.say(problemStyle, a.whyNotWrite())
	return nil
}

func (a *App) consequences() save.Consequences {
	next, _ := a.form.Settings()
	what := save.Consequences{Changes: a.form.Changes(), Notices: a.form.Notices()}
	for _, p := range a.catalog.Programs() {
		what.Programs = append(what.Programs, p.MaskChange(a.form.Saved(), next))
	}
	what.Effects = a.pane.Bench().Between(a.saved(), a.draft(), nil)
	return what
}

// write saves the draft as it is now. The disk is only touched in the command.
func (a *App) write(note string) tea.Cmd {
	next, ok := a.form.Settings()
	if !ok {
		return nil
	}
	a.saving = true
	if a.attempt.settings != next {
		a.attempt = attempt{settings: next, change: db.NewChangeID()}
	}
	a.attempt.note = note
	store, base, at, change := a.store, a.current.Number, a.now(), a.attempt.change
	return func() tea.Msg {
		revision, err := store.Save(base, db.Edit{Settings: next, Change: change}, note, at)
		return savedMsg{revision, err}
	}
}

// written takes in what a save came to. Whatever went wrong, the draft is kept.
func (a *App) written(msg savedMsg) tea.Cmd {
	a.saving = false
	var failed *db.WriteError
	if msg.err != nil && !(errors.As(msg.err, &failed) && failed.Saved) {
		a.leaving = false
		return a.notSaved(msg.err)
	}
	a.attempt = attempt{}
	a.current = msg.revision
	a.form.SetSaved(msg.revision.Settings)
	a.settingsChanged()
	if failed != nil {
		a.leaving = false
		return a.tell("Saved, but the disk reported an error", sentences(failed))
	}
	if a.leaving {
		return a.leaveNow()
	}
	a.say(gainStyle, fmt.Sprintf("Saved as revision %d. %s updated.", msg.revision.Number,
		count(len(a.catalog.Programs()), "program record", "program records")))
	return nil
}

func (a *App) notSaved(err error) tea.Cmd {
	if conflict := (*db.ConflictError)(nil); errors.As(err, &conflict) {
		return a.meet(conflict.Theirs)
	}
	title := "Not saved"
	if failed := (*db.WriteError)(nil); errors.As(err, &failed) && failed.Unclear != nil {
		title = "Nobody can tell whether it is saved"
	}
	return a.tell(title, sentences(err)+" Your draft is kept.")
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
		return a.leaveNow()
	}
	if d, ok := a.top().(*menuDialog); ok && d.menu.Title == quitTitle {
		return nil // asked already
	}
	items := []menu.Item{
		{Title: "Save", Detail: "see the consequences, write them, and leave", Why: a.whyNotWrite()},
		{Title: "Discard", Detail: "leave without the changes"},
		{Title: "Stay", Detail: "go on working"},
	}
	m := menu.New(quitTitle, items, 2)
	m.Intro = fmt.Sprintf("%s not saved.", count(len(a.form.Changes()), "setting is", "settings are"))
	return a.open(&menuDialog{menu: m, choose: leave})
}

const quitTitle = "Leave with unsaved changes?"

func leave(a *App, chosen int) tea.Cmd {
	switch chosen {
	case 0:
		a.leaving = true
		if _, open := a.top().(*saveDialog); open {
			return nil // enter in the sheet that is open already saves and leaves
		}
		return a.openSave()
	case 1:
		return a.leaveNow()
	}
	return nil
}
