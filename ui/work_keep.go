package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
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

// keepCasesSoon sees to it that a changed case is kept within two seconds, as drafts
// of the settings are.
func (a *App) keepCasesSoon() tea.Cmd {
	if a.caseKeep.busy || a.caseKeep.held || a.caseKeep.turn == a.works.Turn() {
		return nil
	}
	a.caseKeep.busy = true
	return tea.Tick(keepAfter, func(time.Time) tea.Msg { return keepCasesMsg{} })
}

func (keepCasesMsg) arrive(a *App) tea.Cmd {
	a.caseKeep.turn = a.works.Turn()
	keep := a.works.Keeper(a.keep.folder)
	return func() tea.Msg { return casesKeptMsg{keep()} }
}

func (msg casesKeptMsg) arrive(a *App) tea.Cmd {
	a.caseKeep.busy = false
	if msg.err != nil {
		a.say(noticeStyle, sentences(msg.err))
	}
	return nil
}

// partCases leaves the disk as it should be when the program has ended, however it
// did: a case that is not kept yet is there at the next start.
func (a *App) partCases() error {
	if a.caseKeep.held {
		return nil
	}
	return a.works.Keeper(a.keep.folder)()
}
