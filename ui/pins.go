package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/ui/sim"
)

// pinning is what can be done about which cases count among the consequences.
func pinning() []action {
	return []action{{
		keys: []string{"*"}, label: "pin", bar: 56, reach: desktop,
		help:   "Pin the case, or take its pin away: a change is reckoned on pinned cases",
		whyNot: whyNotPin, do: (*App).pin,
	}}
}

// whyNotPin is why the case that is shown cannot be pinned or unpinned, or "". Only
// a case that is there at the next start has a pin.
func whyNotPin(a *App) string {
	if a.typing() {
		return notTyping(a)
	}
	return a.whyNoPin()
}

// whyNoPin is why the case that is shown has no pin to put in or take away, or "".
func (a *App) whyNoPin() string {
	switch name := a.pane.Bench().Entry(a.pane.At()).Name; {
	case a.shelf[name]:
		return ""
	case a.opened[name] != "":
		return "it is in a file; keep it in the database first"
	case a.workOn(name) != nil:
		return "it is not kept yet; keep it in the database first"
	}
	return ""
}

// pinWord stands beside the case that is shown. Most are pinned, so it is the
// exception that is worth a word.
func (a *App) pinWord() string {
	if a.pane.Bench().Entry(a.pane.At()).Pinned || a.whyNoPin() != "" {
		return ""
	}
	return "not pinned"
}

// pinnedMsg is what pinning a case, or taking its pin away, came to.
type pinnedMsg struct {
	entry sim.Entry // with the pin as it was to be
	err   error
}

// pin turns the pin of the case that is shown round.
func (a *App) pin() tea.Cmd {
	store, entry := a.store, a.pane.Bench().Entry(a.pane.At())
	entry.Pinned = !entry.Pinned
	return func() tea.Msg { return pinnedMsg{entry, store.Pin(entry.Name, entry.Pinned)} }
}

// pinned takes in what pinning came to.
func (a *App) pinned(msg pinnedMsg) tea.Cmd {
	if msg.err != nil {
		return a.tell("The pin cannot be kept", sentences(msg.err))
	}
	bench := a.pane.Bench()
	if at := bench.Find(msg.entry.Name); at >= 0 {
		bench.Pin(at, msg.entry.Pinned)
	}
	title := strings.TrimSuffix(msg.entry.Title, notKept)
	if msg.entry.Pinned {
		a.say(gainStyle, fmt.Sprintf("%q is pinned: what a save changes is reckoned on it.", title))
	} else {
		a.say(gainStyle, fmt.Sprintf("%q is not pinned any more: what changes in it does not count.", title))
	}
	return nil
}
