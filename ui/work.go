package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/casework"
	"referee/ui/sim"
)

// work is a case that is being edited, or was and is not kept yet. It stands on the
// bench beside what it was made of.
type work struct {
	editor *casework.Editor
	entry  string // its name on the bench; "" before it has a place there
	from   string // the entry it is a copy of, or ""
	name   string // what it is kept as in the database, or ""
	file   string // the file it was read from or written to, or ""

	base  scenario.Case // what its events lie over: settings, and expectations as of the saved catalog
	own   bool          // it is about a catalog of its own, not the database's
	begun draft.Case    // as it is kept, or taken from the bench; zero if it is to be kept in any case
	turn  int           // of the editor's journal, as it stands on the bench
	shown draft.Case    // the draft whose title and story stand there

	keeping bool // the database is being written to
}

// changed reports whether there is something to keep.
func (w *work) changed() bool { return !w.editor.Draft().Equal(w.begun) }

// untitled is what a case without a title is called.
const untitled = "A case without a title"

func (w *work) title() string {
	if title := w.editor.Draft().Title; title != "" {
		return title
	}
	return untitled
}

// scenario is the case as it parsed last, about whatever catalog it is about. Renamed
// leads there from the saved catalog.
func (w *work) scenario(renamed model.Renames) scenario.Case {
	c, d := w.base, w.editor.Draft()
	journal, _ := w.editor.Journal()
	c.Title, c.Story, c.Journal, c.Catalog = w.title(), d.Story, journal, journal.Catalog()
	if !w.own {
		c.Wants = followed(c.Wants, renamed)
	}
	return c
}

// followed is expectations about partners as they are called now.
func followed(wants []scenario.Want, renamed model.Renames) []scenario.Want {
	now := make([]scenario.Want, len(wants))
	for i, want := range wants {
		now[i] = want.Follow(renamed)
	}
	return now
}

// newCase makes a case that answers at once: one click, one order.
func (a *App) newCase() tea.Cmd {
	r := draft.NewReader(a.draftCatalog())
	title := a.freeTitle("New case")
	return a.begin(&work{base: scenario.Case{Settings: a.form.Saved(), Catalog: a.draftCatalog()}}, r, r.Fresh(title, a.now()))
}

// freeTitle is a title that no case on the bench has.
func (a *App) freeTitle(title string) string {
	bench, free := a.pane.Bench(), title
	taken := func() bool {
		for i := range bench.Len() {
			if bench.Entry(i).Title == free || bench.Entry(i).Title == free+notKept {
				return true
			}
		}
		return false
	}
	for n := 2; taken(); n++ {
		free = fmt.Sprintf("%s %d", title, n)
	}
	return free
}

// editCase edits the case that is shown: a kept one or one that is being edited as it
// is, and a copy of a sample.
func (a *App) editCase() tea.Cmd {
	entry := a.pane.Bench().Entry(a.pane.At())
	if w := a.workOn(entry.Name); w != nil {
		return a.resume(w)
	}
	w := &work{from: entry.Name, file: a.opened[entry.Name]}
	if a.shelf[entry.Name] {
		w.name = entry.Name
	}
	if w.name != "" || w.file != "" {
		w.entry = entry.Name
	}
	return a.editFrom(w, "")
}

// copyCase edits a copy of the case that is shown.
func (a *App) copyCase() tea.Cmd {
	w := &work{from: a.pane.Bench().Entry(a.pane.At()).Name}
	return a.editFrom(w, a.freeTitle(a.pane.Scenario().Title+", a copy"))
}

// editFrom begins to edit what the simulator shows, under another title if one is
// given: a case that was asked for by its name is something to keep as it is.
func (a *App) editFrom(w *work, title string) tea.Cmd {
	bench, at := a.pane.Bench(), a.pane.At()
	w.base = bench.Scenario(at)
	catalog, events := bench.Drafted(at)
	w.own = catalog != a.draftCatalog()
	if !w.own {
		w.base.Wants = followed(w.base.Wants, model.Alike(w.base.Catalog, a.catalog.Saved()))
	}
	r := draft.NewReader(catalog)
	c := r.From(w.base.Title, w.base.Story, events)
	if title != "" {
		c.Title = title
		return a.begin(w, r, c)
	}
	if w.entry == "" {
		c.Title = a.freeTitle(w.base.Title + ", a copy")
	}
	w.begun = c
	return a.begin(w, r, c)
}

// begin opens the editor on a case and puts it on the bench.
func (a *App) begin(w *work, r *draft.Reader, c draft.Case) tea.Cmd {
	before, _ := r.Catalog().Journal(nil)
	w.editor = casework.New(r, c, before, a.now)
	a.place(w)
	return a.resume(w)
}

// place gives a case that is being edited its entry on the bench.
func (a *App) place(w *work) {
	bench := a.pane.Bench()
	if w.entry == "" {
		w.entry = a.freeName()
		bench.Add(sim.Entry{Name: w.entry, Title: w.title()})
	}
	a.works = append(a.works, w)
	if w.changed() {
		a.worksMoved++
	}
	a.rerun(w)
}

// freeName is a name on the bench that no case has, and that none can be kept under:
// names are one line.
func (a *App) freeName() string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf("\n%d", n); a.pane.Bench().Find(name) < 0 {
			return name
		}
	}
}

// workOn is the case being edited under a name on the bench, or nil.
func (a *App) workOn(entry string) *work {
	if i := slices.IndexFunc(a.works, func(w *work) bool { return w.entry == entry }); i >= 0 {
		return a.works[i]
	}
	return nil
}

// resume goes on with a case.
func (a *App) resume(w *work) tea.Cmd {
	a.work, a.screen = w, cases
	a.form.SetActive(false)
	w.editor.SetActive(true)
	a.pane.Show(a.pane.Bench().Find(w.entry))
	a.worked()
	a.arrange()
	return nil
}

// notKept stands behind the title of a case that is only in the editor so far.
const notKept = " (not kept)"

// asSaved is the case with the names it has under what is saved, as cases on the bench
// are written; one that cannot be told so, with those of the draft.
func (a *App) asSaved(w *work) scenario.Case {
	c := w.scenario(nil)
	var back model.Renames
	for _, r := range a.renamed() {
		back = append(back, model.Rename{Table: r.Table, From: r.To, To: r.From})
	}
	if w.own || back == nil {
		return c
	}
	events := make([]model.Event, len(c.Journal.Events()))
	for i, e := range c.Journal.Events() {
		events[i] = back.Follow(e)
	}
	if journal, problems := a.catalog.Saved().Journal(events); problems == nil {
		c.Journal, c.Catalog = journal, a.catalog.Saved()
		return c
	}
	return w.scenario(a.renamed())
}

// rerun puts the case on the bench as it parsed last.
func (a *App) rerun(w *work) {
	c := a.asSaved(w)
	_, w.turn = w.editor.Journal()
	w.shown = w.editor.Draft()
	bench := a.pane.Bench()
	at := bench.Find(w.entry)
	entry := sim.Entry{Name: w.entry, Title: c.Title, Read: func() scenario.Case { return c }, Pinned: bench.Entry(at).Pinned}
	if w.changed() || w.name == "" && w.file == "" {
		entry.Title += notKept
	}
	bench.Replace(at, entry)
}

// worked takes over what was done in the editor: the case on the bench, and the sale
// that is explained.
func (a *App) worked() {
	w := a.work
	d := w.editor.Draft()
	if _, turn := w.editor.Journal(); turn != w.turn || d.Title != w.shown.Title || d.Story != w.shown.Story {
		a.pane.EndDrag()
		a.rerun(w)
		a.scenarioChanged()
	}
	a.pane.Select(w.editor.Order())
	a.arrange()
}

// workKey gives a key to the case editor.
func (a *App) workKey(msg tea.KeyPressMsg) bool {
	handled := a.work.editor.Key(msg)
	if handled {
		a.worked()
	}
	return handled
}

// followWorks reads the cases about the database's catalog against the one that is
// drafted now.
func (a *App) followWorks() {
	for _, w := range a.works {
		if catalog := a.draftCatalog(); !w.own && w.editor.Catalog() != catalog {
			w.editor.SetReader(draft.NewReader(catalog).Following(a.renamed()))
			a.rerun(w)
		}
	}
}

// settleWorks takes up what was renamed by a save: from now on the codes that were
// typed before are nobody's, or may be another's.
func (a *App) settleWorks(saved model.Catalog, renamed model.Renames) {
	if len(renamed) == 0 {
		return
	}
	r := draft.NewReader(saved).Following(renamed)
	for _, w := range a.works {
		if !w.own {
			w.base.Wants = followed(w.base.Wants, renamed)
			w.begun = r.Rewritten(w.begun)
			w.editor.Rewrite(r.Rewritten)
			a.rerun(w)
		}
	}
}

// leaveWork goes back to the simulator. What is not kept stays on the bench, and on
// the disk; what was only looked at is put away.
func (a *App) leaveWork() tea.Cmd {
	w := a.work
	if w == nil {
		return nil
	}
	a.work = nil
	if !w.changed() {
		a.putAway(w)
	} else {
		a.say(noticeStyle, fmt.Sprintf("%q is not kept yet; it stays among the examples, here and at the next start.", w.title()))
	}
	return nil
}

// putAway takes a case off the list of those being edited; a copy that nothing was
// changed in leaves the bench too.
func (a *App) putAway(w *work) {
	a.forget(w)
	if w.name != "" || w.file != "" {
		return
	}
	bench := a.pane.Bench()
	bench.Remove(bench.Find(w.entry))
	a.pane.Show(max(0, bench.Find(w.from)))
	a.scenarioChanged()
}
