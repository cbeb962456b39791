package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/ui/works"
)

// about is what the cases that are edited are about.
func (a *App) about() works.About {
	return works.About{Saved: a.saved(), Draft: a.draftCatalog(), Renamed: a.renamed()}
}

func (a *App) newCase() tea.Cmd  { return a.resume(a.works.Fresh()) }
func (a *App) editCase() tea.Cmd { return a.resume(a.works.Edit(a.pane.At())) }
func (a *App) copyCase() tea.Cmd { return a.resume(a.works.Copy(a.pane.At())) }

// resume goes on with a case.
func (a *App) resume(w *works.Work) tea.Cmd {
	a.work, a.screen = w, cases
	a.form.SetActive(false)
	w.Editor.SetActive(true)
	a.pane.Show(a.pane.Bench().Find(w.Entry()))
	a.scenarioChanged()
	a.worked()
	return nil
}

// worked takes over what was done in the editor: the case on the bench, and the sale
// that is explained.
func (a *App) worked() {
	if a.works.Took(a.work) {
		a.pane.EndDrag()
		a.scenarioChanged()
	}
	a.pane.Select(a.work.Editor.Order())
	a.arrange()
}

// workKey gives a key to the case editor.
func (a *App) workKey(msg tea.KeyPressMsg) bool {
	handled := a.work.Editor.Key(msg)
	if handled {
		a.worked()
	}
	return handled
}

// leaveWork goes back to the simulator. What is not kept stays on the bench, and on
// the disk; what was only looked at is put away.
func (a *App) leaveWork() {
	w := a.work
	if w == nil {
		return
	}
	a.work = nil
	if !a.works.Leave(w) {
		a.say(noticeStyle, fmt.Sprintf("%q is not kept yet; it stays among the examples, here and at the next start.", w.Title()))
		return
	}
	if w.Name() == "" && w.File() == "" { // then it is gone from the bench
		a.pane.Show(max(0, a.pane.Bench().Find(w.From())))
		a.scenarioChanged()
	}
}
