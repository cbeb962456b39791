package ui

import (
	"strings"
	"time"

	"referee/db"
	"referee/db/drafts"
	"referee/model"
	"referee/ui/catalog"
	"referee/ui/form"
	"referee/ui/shelf"
	"referee/ui/sim"
	"referee/ui/theme"
	"referee/ui/works"
)

// given is what an App is made of, read before the terminal is touched.
type given struct {
	store   *db.Store
	current model.Revision
	catalog model.Catalog
	cases   []shelf.Case
	now     func() time.Time
	notices []string       // what the store has to say
	unsaved drafts.Kept    // a draft from last time; its Draft is zero if there is none
	unread  error          // why the draft from last time cannot be read, or nil
	unkept  []works.Unkept // cases from last time that are not kept yet
	lost    error          // why those cannot be read, or nil
	mode    theme.Mode
	ascii   bool
	width   int
	height  int
}

func newApp(d given) *App {
	glyphs := theme.Unicode()
	if d.ascii {
		glyphs = theme.ASCII()
	}
	a := &App{
		store: d.store, now: d.now, current: d.current,
		glyphs: glyphs, theme: theme.New(d.mode, glyphs), asksFor: d.mode == theme.Neutral,
		width: d.width, height: d.height,
		actions: table(), screen: desk,
		pane: sim.New(sim.NewBench(entries(d.cases))),
	}
	a.ranked = ranked(a.actions)
	a.frame.line.Remember()
	a.form = form.New(d.current.Settings, model.Surroundings{Catalog: d.catalog})
	a.catalog = catalog.New(d.catalog, d.current.Settings)
	a.keep = keeping{folder: drafts.Beside(d.store.Path()), kept: a.onScreen()}
	a.works = works.New(a.pane.Bench(), d.cases, d.now)
	a.settingsChanged()
	a.takeUp(d.unkept)
	a.scenarioChanged()
	a.arrange()
	a.greet(d)
	return a
}

// greet says what has to be said before anything else: what the store noticed,
// and that there is a draft from last time.
func (a *App) greet(d given) {
	if d.unsaved.Draft != (model.Draft{}) && a.differs(d.unsaved) > 0 {
		a.offer(d.unsaved)
	}
	if d.unread != nil {
		a.keep.held = true
		a.tell("A draft cannot be read", sentences(d.unread)+" As long as it is there, no other draft is kept.")
	}
	if d.lost != nil {
		a.caseKeep.held = true
		a.tell("Cases cannot be read", sentences(d.lost)+" As long as it is there, a case is only kept when you say so (ctrl+s in its editor).")
	}
	if len(d.notices) > 0 {
		a.say(noticeStyle, capital(strings.Join(d.notices, ". "))+".")
	}
}

// entries is the examples as cases on the bench, all of them pinned.
func entries(shelved []shelf.Case) []sim.Entry {
	list := make([]sim.Entry, len(shelved))
	for i, c := range shelved {
		list[i] = sim.Entry{Name: c.Name, Title: c.Title, Read: c.Read, Pinned: c.Pinned}
	}
	return list
}

// takeUp puts the cases on the bench that were not kept when the program ended last.
func (a *App) takeUp(list []works.Unkept) {
	a.works.TakeUp(list)
	a.caseKeep.turn = a.works.Turn()
	if len(list) > 0 {
		a.say(noticeStyle, count(len(list), "case is", "cases are")+" not kept yet: among the examples, marked (not kept).")
	}
}
