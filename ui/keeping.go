package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/db/drafts"
	"referee/engine/explain"
	"referee/model"
	"referee/ui/menu"
)

// keepAfter is how long a change waits before it is kept. With the time the
// disk takes, a draft on the disk is never two seconds old.
const keepAfter = time.Second

// keeping is the draft as it stands on the disk, for when the program ends
// without being asked to.
type keeping struct {
	folder drafts.Folder
	kept   onScreen // as it was handed to the disk last
	busy   bool     // a change is waiting, or being written
	held   bool     // what is on the disk is from last time and not to be touched yet
}

// onScreen tells one draft from another: the settings, and which state of the
// catalog.
type onScreen struct {
	settings model.Draft
	catalog  int
}

func (a *App) onScreen() onScreen { return onScreen{a.form.Draft(), a.catalog.Version()} }

// keepMsg says that a change has waited long enough, keptMsg what came of it.
type (
	keepMsg struct{}
	keptMsg struct{ err error }
)

// keepSoon sees to it that a changed draft is kept. Changes that come while one
// is waiting are kept with it.
func (a *App) keepSoon() tea.Cmd {
	if a.keep.busy || a.keep.held || a.onScreen() == a.keep.kept {
		return nil
	}
	a.keep.busy = true
	return tea.Tick(keepAfter, func(time.Time) tea.Msg { return keepMsg{} })
}

func (keepMsg) arrive(a *App) tea.Cmd { return a.keepNow() }

// keepNow hands the draft to the disk.
func (a *App) keepNow() tea.Cmd {
	a.keep.kept = a.onScreen()
	keep := a.keeper()
	return func() tea.Msg { return keptMsg{keep()} }
}

func (msg keptMsg) arrive(a *App) tea.Cmd {
	a.keep.busy = false
	if msg.err != nil {
		a.say(noticeStyle, sentences(msg.err))
	}
	return nil
}

// keeper is what brings the disk to the draft as it is now: kept if it differs
// from what is saved, gone if not.
func (a *App) keeper() func() error {
	folder := a.keep.folder
	if !a.dirty() {
		return func() error { return folder.Drop("") }
	}
	kept := a.toKeep()
	return func() error { return folder.Keep(kept) }
}

// toKeep is the draft as it is now. A catalog that is as it is saved is not kept
// with it.
func (a *App) toKeep() drafts.Kept {
	kept := drafts.Kept{Revision: a.current.Number, At: a.now(), Draft: a.form.Draft()}
	if len(a.catalog.Changes()) > 0 || len(a.catalog.Problems()) > 0 {
		kept.Catalog = a.catalog.Edit()
	}
	return kept
}

// differs is in how many settings, and rows of the catalog, a kept draft is
// another one than that on the screen.
func (a *App) differs(k drafts.Kept) int {
	settings, rows := a.compared(k)
	return len(settings) + len(rows) + len(k.Catalog.Slips)
}

func (a *App) compared(k drafts.Kept) ([]model.Change, []model.CatalogChange) {
	kept := k.Catalog
	if kept.Catalog.IsZero() {
		kept.Catalog = a.catalog.Saved()
	}
	return model.Diff(a.form.Draft(), k.Draft), model.DiffRenamed(a.draftCatalog(), kept.Catalog, kept.Renamed.Since(a.catalog.Edit().Renamed))
}

// part leaves the disk as it should be when the program has ended, however it
// did: if nobody left with an answer, the draft is kept. One from last time that
// nobody has answered for, or that cannot be read, stays as it is.
func (a *App) part() error {
	switch {
	case a.keep.held:
		return nil
	case a.left:
		return a.keep.folder.Drop("")
	}
	return a.keeper()()
}

// release lets go of a draft from last time that has been answered for, and
// brings the disk to the draft on the screen.
func (a *App) release() tea.Cmd {
	a.keep.held = false
	return a.keepNow()
}

// leaveNow ends the program by choice: what is unsaved is not wanted.
func (a *App) leaveNow() tea.Cmd {
	a.left = true
	return tea.Quit
}

// offer asks what is to become of a draft that was kept when the program ended
// without being asked to. Putting the question off keeps it under a name.
func (a *App) offer(k drafts.Kept) tea.Cmd {
	a.keep.held = true
	settings, rows := a.compared(k)
	m := menu.New("Unsaved changes were kept", []menu.Item{
		{Title: "Take them", Detail: "as the draft; ctrl+z takes them back"},
		{Title: "Put them aside", Detail: "under a name, for another time"},
		{Title: "Drop them", Detail: "they are not wanted any more"},
	}, 0)
	m.Intro = fmt.Sprintf("Referee ended on %s with %s not saved.", explain.When(k.At, a.now()), differences(len(settings), len(rows)))
	if k.Revision != a.current.Number {
		m.Intro += fmt.Sprintf(" They were made on revision %d; the current one is %d.", k.Revision, a.current.Number)
	}
	aside := func(a *App) tea.Cmd { return a.putAside(k, "unsaved on "+explain.When(k.At, a.now())) }
	return a.open(&menuDialog{menu: m, dismissed: aside, choose: func(a *App, chosen int) tea.Cmd {
		switch chosen {
		case 0:
			a.replace(k.Draft, k.Catalog)
		case 1:
			return aside(a)
		}
		return a.release()
	}})
}
