package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"referee/ui/sim"
	"referee/ui/works"
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
	return a.works.WhyNoPin(a.shownCase().Name)
}

// pinWord stands beside the case that is shown. Most are pinned, so it is the
// exception that is worth a word.
func (a *App) pinWord() string {
	if shown := a.shownCase(); shown.Pinned || a.works.WhyNoPin(shown.Name) != "" {
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
	store, entry := a.store, a.shownCase()
	entry.Pinned = !entry.Pinned
	return func() tea.Msg { return pinnedMsg{entry, store.Pin(entry.Name, entry.Pinned)} }
}

// arrive takes in what pinning came to.
func (msg pinnedMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.tell("The pin cannot be kept", sentences(msg.err))
	}
	bench := a.pane.Bench()
	if at := bench.Find(msg.entry.Name); at >= 0 {
		bench.Pin(at, msg.entry.Pinned)
	}
	title := works.Titled(msg.entry)
	if msg.entry.Pinned {
		a.say(gainStyle, fmt.Sprintf("%q is pinned: what a save changes is reckoned on it.", title))
	} else {
		a.say(gainStyle, fmt.Sprintf("%q is not pinned any more: what changes in it does not count.", title))
	}
	return nil
}
