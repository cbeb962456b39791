package ui

import (
	"fmt"
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
	turn := a.worksMoved
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
	var list []unkept
	for _, w := range a.works {
		if w.changed() {
			kept := draft.Kept{Case: w.editor.Draft(), Name: w.name, File: w.file, Ours: !w.own}
			list = append(list, unkept{kept, a.asSaved(w)})
		}
	}
	if len(list) == 0 {
		return folder.DropCases
	}
	return func() error {
		kept := make([]draft.Kept, len(list))
		for i, u := range list {
			kept[i] = u.Kept
			kept[i].Base = baseText(u.base)
		}
		return folder.KeepCases(draft.Encode(kept))
	}
}

// unkept is a case as it stands on the disk until it is kept: what was typed, and the
// case it lies over.
type unkept struct {
	draft.Kept
	base scenario.Case
}

// baseText is a case as a scenario file that reads again; if what happens in it does
// not, without that.
func baseText(c scenario.Case) []byte {
	text, err := caseText(c)
	if err != nil {
		text, _ = caseText(scenario.Case{Settings: c.Settings, Catalog: c.Catalog})
	}
	return text
}

// readUnkept is the cases that were not kept when the program ended last. If one of
// them does not read, none is taken up, and none is touched.
func readUnkept(folder drafts.Folder) ([]unkept, error) {
	text, err := folder.Cases()
	if err != nil || text == nil {
		return nil, err
	}
	cases, err := draft.Decode(text)
	if err != nil {
		return nil, &drafts.ReadError{Path: folder.Path(), Err: err}
	}
	list := make([]unkept, len(cases))
	for i, kept := range cases {
		file, err := scenario.Read(kept.Title, kept.Base)
		if err != nil {
			return nil, &drafts.ReadError{Path: folder.Path(), Err: fmt.Errorf("what the case %q lies over does not read: %w", kept.Title, err)}
		}
		list[i] = unkept{kept, file.Cases[0]}
	}
	return list, nil
}

// takeUp puts the cases on the bench that were not kept when the program ended last.
func (a *App) takeUp(list []unkept) {
	for _, k := range list {
		w := &work{file: k.File, base: k.base, own: !k.Ours && !empty(k.base.Catalog)}
		if a.shelf[k.Name] {
			w.name, w.entry = k.Name, k.Name
		}
		catalog := a.draftCatalog()
		if w.own {
			catalog = k.base.Catalog
		}
		before, why := k.base.On(catalog, nil)
		if why != "" {
			before, _ = catalog.Journal(nil)
		}
		w.editor = casework.New(draft.NewReader(catalog).Following(a.renamed()), k.Case, before, a.now)
		w.editor.SetActive(false)
		a.place(w)
	}
	a.caseKeep.turn = a.worksTurn()
	if len(list) > 0 {
		a.say(noticeStyle, count(len(list), "case is", "cases are")+" not kept yet: among the examples, marked"+notKept+".")
	}
}

func empty(c model.Catalog) bool {
	return len(c.Partners())+len(c.Programs())+len(c.Products())+len(c.Links()) == 0
}

// forget takes a case off the list of those that are being edited.
func (a *App) forget(w *work) {
	a.works = slices.DeleteFunc(a.works, func(other *work) bool { return other == w })
	a.worksMoved += w.editor.Changes() + 1 // so that the disk hears of it
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
	a.shelf, a.opened, a.taken = map[string]bool{}, map[string]string{}, map[string]bool{}
	for _, c := range cases {
		a.shelf[c.Name] = c.Kept
	}
}
