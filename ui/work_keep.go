package ui

import (
	"bytes"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/casework"
	"referee/ui/shelf"
)

// caseKeeping is the cases that are not kept yet as they stand on the disk. Nobody is
// asked about them when the program ends: they are there again at the next start.
type caseKeeping struct {
	busy bool // a change is waiting, or being written
	held bool // what is on the disk cannot be read, and is not to be touched
	turn int  // of the works, as it was handed to the disk last
}

// keepCasesMsg says that a change has waited long enough, casesKeptMsg what came of it.
type (
	keepCasesMsg struct{}
	casesKeptMsg struct{ err error }
)

// worksTurn is another number whenever there is something else to keep.
func (a *App) worksTurn() int {
	turn := a.putBy
	for _, w := range a.works {
		turn += w.editor.Changes()
	}
	return turn
}

// keepCasesSoon sees to it that a changed case is kept within two seconds, as drafts
// of the settings are.
func (a *App) keepCasesSoon() tea.Cmd {
	if a.caseKeep.busy || a.caseKeep.held || a.caseKeep.turn == a.worksTurn() {
		return nil
	}
	a.caseKeep.busy = true
	return tea.Tick(keepAfter, func(time.Time) tea.Msg { return keepCasesMsg{} })
}

func (a *App) keepCasesNow() tea.Cmd {
	a.caseKeep.turn = a.worksTurn()
	keep := a.caseKeeper()
	return func() tea.Msg { return casesKeptMsg{keep()} }
}

func (a *App) casesKept(msg casesKeptMsg) tea.Cmd {
	a.caseKeep.busy = false
	if msg.err != nil {
		a.say(noticeStyle, sentences(msg.err))
	}
	return nil
}

// caseKeeper is what brings the disk to the cases as they are now.
func (a *App) caseKeeper() func() error {
	folder := a.keep.folder
	var kept []draft.Kept
	for _, w := range a.works {
		if w.changed() {
			kept = append(kept, w.kept())
		}
	}
	if len(kept) == 0 {
		return folder.DropCases
	}
	return func() error { return folder.KeepCases(draft.Encode(kept)) }
}

// kept is the case as it goes to the disk: what was typed, and what it lies over.
func (w *work) kept() draft.Kept {
	base := scenario.Case{Settings: w.base.Settings}
	if w.own {
		base.Catalog = w.editor.Catalog()
	}
	var text bytes.Buffer
	if err := scenario.Write(&text, base); err != nil {
		panic("ui: memory cannot be written to: " + err.Error())
	}
	return draft.Kept{Case: w.editor.Draft(), Name: w.name, File: w.file, Base: text.Bytes()}
}

// unkept is the cases that were not kept when the program ended last, read from the
// disk.
func unkept(folder drafts.Folder) ([]draft.Kept, error) {
	text, err := folder.Cases()
	if err != nil || text == nil {
		return nil, err
	}
	cases, err := draft.Decode(text)
	if err != nil {
		return nil, &drafts.ReadError{Path: folder.Path(), Err: err}
	}
	return cases, nil
}

// takeUp puts the cases on the bench that were not kept when the program ended last.
func (a *App) takeUp(list []draft.Kept) {
	for _, k := range list {
		w := &work{name: k.Name, file: k.File, base: scenario.Case{Settings: a.form.Saved()}}
		catalog := a.draftCatalog()
		if file, err := scenario.Read(casesTitle, k.Base); err == nil {
			w.base.Settings = file.Cases[0].Settings
			if own := file.Cases[0].Catalog; !empty(own) {
				w.own, catalog = true, own
			}
		}
		if w.name != "" && a.pane.Bench().Find(w.name) >= 0 {
			w.entry = w.name
		}
		before, _ := catalog.Journal(nil)
		w.editor = casework.New(draft.NewReader(catalog).Following(a.renamed()), k.Case, before, a.now)
		w.editor.SetActive(false)
		a.place(w)
	}
	a.caseKeep.turn = a.worksTurn()
	if len(list) > 0 {
		a.say(noticeStyle, count(len(list), "case is", "cases are")+" not kept yet: among the examples, marked"+notKept+".")
	}
}

const casesTitle = "a case that is not kept"

func empty(c model.Catalog) bool {
	return len(c.Partners())+len(c.Programs())+len(c.Products())+len(c.Links()) == 0
}

// forget takes a case off the list of those that are being edited.
func (a *App) forget(w *work) {
	a.works = slices.DeleteFunc(a.works, func(other *work) bool { return other == w })
	a.putBy += w.editor.Changes() + 1 // so that the disk hears of it
}

// partCases leaves the disk as it should be when the program has ended, however it
// did: a case that is not kept yet is there at the next start.
func (a *App) partCases() error {
	if a.caseKeep.held {
		return nil
	}
	return a.caseKeeper()()
}

// shelve notes which cases of the bench are kept in the database.
func (a *App) shelve(cases []shelf.Case) {
	a.shelf, a.opened = map[string]bool{}, map[string]string{}
	for _, c := range cases {
		a.shelf[c.Name] = c.Kept
	}
}
