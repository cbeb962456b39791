package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/ui/menu"
	"referee/ui/sim"
	"referee/ui/works"
)

// whyNotDrop is why the case that is shown cannot be dropped, or "".
func whyNotDrop(a *App) string { return a.works.WhyNotDrop(a.shownCase().Name) }

// shownCase is the case that the simulator shows.
func (a *App) shownCase() sim.Entry { return a.pane.Bench().Entry(a.pane.At()) }

// dropCase takes the case that is shown away, after asking.
func (a *App) dropCase() tea.Cmd {
	entry := a.shownCase()
	lost := "what was typed is gone; a file stays where it is"
	if a.works.InDatabase(entry.Name) {
		lost = "from the database, for good"
	}
	m := menu.New("Drop this case?", []menu.Item{
		{Title: "Keep it", Detail: "nothing changes"},
		{Title: "Drop it", Detail: lost},
	}, 0)
	m.Intro = fmt.Sprintf("%q", works.Titled(entry))
	return a.open(&menuDialog{menu: m, choose: func(a *App, chosen int) tea.Cmd {
		if chosen == 0 {
			return nil
		}
		return a.dropNow(entry)
	}})
}

// caseDroppedMsg is what dropping a kept case came to.
type caseDroppedMsg struct {
	entry sim.Entry
	err   error
}

func (a *App) dropNow(entry sim.Entry) tea.Cmd {
	if !a.works.InDatabase(entry.Name) {
		return caseDroppedMsg{entry: entry}.arrive(a)
	}
	store := a.store
	return func() tea.Msg { return caseDroppedMsg{entry, store.DropCase(entry.Name)} }
}

// arrive takes a case off the bench.
func (msg caseDroppedMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.tell("Not dropped", sentences(msg.err))
	}
	if a.screen == cases && a.work.Entry() == msg.entry.Name {
		a.work, a.screen = nil, desk
	}
	at := a.pane.Bench().Find(msg.entry.Name)
	a.works.Drop(msg.entry.Name)
	a.showScenario(max(0, at-1))
	a.arrange()
	a.say(gainStyle, fmt.Sprintf("%q is gone.", works.Titled(msg.entry)))
	return nil
}
