package ui

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/engine/replay"
	"referee/model"
	"referee/ui/menu"
	"referee/ui/save"
)

// savedMsg is what a save came to.
type savedMsg struct {
	revision model.Revision
	edit     model.CatalogEdit // what was to be saved of the catalog
	theirs   model.Catalog     // what somebody else saved meanwhile, if it came to that
	err      error
}

// attempt is a save that was tried: trying the same again is the same change,
// so a change that reached the disk after all is not saved twice.
type attempt struct {
	policy model.Policy
	change db.ChangeID
	note   string // what was typed about it
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
	if problems := a.problems(); len(problems) > 0 {
		return inWords(problems[0])
	}
	return a.whyNotSave()
}

// inWords is a problem and what to write instead.
func inWords(p model.Problem) string {
	if p.Hint == "" {
		return p.What
	}
	return p.What + ": " + p.Hint
}

// openSave shows every consequence before anything is written, or goes to the
// first setting that cannot be saved as it is.
func (a *App) openSave() tea.Cmd {
	if len(a.problems()) == 0 {
		return a.open(&saveDialog{save.New(a.consequences(), a.attempt.note), a.overLog})
	}
	if problems := a.form.Problems(); len(problems) > 0 {
		a.focusForm()
		if s, ok := model.ParseSetting(problems[0].Place.Key); ok {
			a.form.FocusOn(s)
		}
	} else {
		a.openCatalog()
		a.catalog.GoToProblem()
	}
	a.say(problemStyle, "Not saved: "+a.whyNotWrite())
	return nil
}

func (a *App) consequences() save.Consequences {
	next := a.draft()
	what := save.Consequences{Changes: a.form.Changes(), Catalog: a.catalog.Changes(), Notices: a.form.Notices()}
	for _, p := range next.Catalog.Programs() {
		was := a.savedProgram(p.Name)
		what.Programs = append(what.Programs, p.MaskChange(a.form.Saved(), next.Settings).Since(was, p, a.renamed()))
	}
	for _, r := range a.renamed() {
		if r.Table == model.PartnerTable || r.Table == model.LinkTable {
			what.Notices = append(slices.Clip(what.Notices), model.Notice{Rule: "N7", Text: fmt.Sprintf("Links already handed out keep the old code %s of the %s.", r.From, r.Table)})
		}
	}
	what.Effects = a.pane.Bench().Between(a.saved(), next, a.renamed())
	return what
}

// savedProgram is a program of the draft as it is saved, with nothing in it if it is
// new.
func (a *App) savedProgram(name string) model.Program {
	was := a.renamed().Was(model.ProgramTable, name)
	for _, p := range a.saved().Catalog.Programs() {
		if p.Name == was {
			return p
		}
	}
	return model.Program{}
}

// write saves the draft as it is now. The disk is only touched in the command.
func (a *App) write(note string) tea.Cmd {
	next, edit := a.draft(), a.catalog.Edit()
	if len(a.problems()) > 0 {
		return nil
	}
	a.saving = true
	if a.attempt.policy != next {
		a.attempt = attempt{policy: next, change: db.NewChangeID()}
	}
	a.attempt.note = note
	store, base, at, change := a.store, a.current.Number, a.now(), a.attempt.change
	return func() tea.Msg {
		revision, err := store.Save(base, db.Edit{Settings: next.Settings, Catalog: next.Catalog, Change: change}, note, at)
		msg := savedMsg{revision: revision, edit: edit, err: err}
		if conflict := (*db.ConflictError)(nil); errors.As(err, &conflict) {
			var unread error
			if msg.theirs, unread = store.CatalogAt(conflict.Theirs.Number); unread != nil {
				msg.err = unread
			}
		}
		return msg
	}
}

// arrive takes in what a save came to. Whatever went wrong, the draft is kept.
func (msg savedMsg) arrive(a *App) tea.Cmd {
	a.saving = false
	var failed *db.WriteError
	if msg.err != nil && !(errors.As(msg.err, &failed) && failed.Saved) {
		a.leaving = false
		return a.notSaved(msg)
	}
	a.attempt = attempt{}
	a.current = msg.revision
	a.form.SetSaved(msg.revision.Settings)
	was := a.catalog.Saved()
	a.catalog.SetSaved(msg.edit.Catalog, msg.edit.Renamed)
	a.works.Settle(a.about(), msg.edit.Renamed)
	a.logs.renamed = a.logs.renamed.Followed(msg.edit.Renamed.Between(was, msg.edit.Catalog))
	a.policyChanged()
	if failed != nil {
		a.leaving = false
		return a.tell("Saved, but the disk reported an error", sentences(failed))
	}
	if a.leaving {
		return a.leaveNow()
	}
	a.say(gainStyle, fmt.Sprintf("Saved as revision %d. %s updated.", msg.revision.Number,
		count(len(a.catalog.Saved().Programs()), "program record", "program records")))
	return nil
}

func (a *App) notSaved(msg savedMsg) tea.Cmd {
	err := msg.err
	if conflict := (*db.ConflictError)(nil); errors.As(err, &conflict) {
		return a.meet(conflict.Theirs, msg.theirs)
	}
	title := "Not saved"
	if failed := (*db.WriteError)(nil); errors.As(err, &failed) && failed.Unclear != nil {
		title = "Nobody can tell whether it is saved"
	}
	return a.tell(title, sentences(err)+" Your draft is kept.")
}

// sentences is an error and what to do about it, for people.
func sentences(err error) string {
	text := err.Error() + "."
	if _, named := errors.AsType[*replay.Problem](err); !named { // it begins with the name of a file
		text = capital(text)
	}
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
	verb := "are"
	if a.unsaved() == 1 {
		verb = "is"
	}
	m.Intro = fmt.Sprintf("%s %s not saved.", differences(len(a.form.Changes()), len(a.catalog.Changes())), verb)
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
