package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/replay"
	"referee/ui/save"
	"referee/ui/text"
)

// logBase is what two policies are known by: a revision, and a draft.
type logBase struct {
	revision uint64
	settings model.Draft
	catalog  int
}

// comparedMsg is what the policies came to over the log.
type comparedMsg struct {
	number   int
	compared logbook.Compared
	err      error
}

// logPolicies is the policies that a log is settled under: saved and draft, or saved
// twice if the draft cannot be run.
func (a *App) logPolicies() (base logBase, saved, draft model.Policy) {
	saved, draft = a.saved(), a.draft()
	if draft.Settings.IsZero() {
		draft = saved
	}
	return logBase{a.current.Number, draft.Settings.Draft(), a.catalog.Version()}, saved, draft
}

// versus is which policies a log is settled under, in words.
func (a *App) versus() string {
	saved := fmt.Sprintf("saved: revision %d", a.current.Number)
	switch {
	case a.draft().Settings.IsZero():
		return saved + "; the draft has problems, and is not run"
	case !a.dirty():
		return saved + "; draft: the same so far, f2 changes it"
	}
	return saved + "; draft: " + differences(len(a.form.Changes()), len(a.catalog.Changes())) + " changed"
}

// followLog runs saved and draft over the log if they are not what it was last
// settled under, while anybody can see what comes of it: on its screen, or in the
// sheet before saving.
func (a *App) followLog() tea.Cmd {
	l := &a.logs
	if l.book == nil || l.pane.State == replay.Reading || a.screen != logScreen && !a.sheetOpen() {
		return nil
	}
	base, saved, draft := a.logPolicies()
	if base == l.settled {
		return nil
	}
	l.pane.Stale, l.settled = true, base
	l.number++
	number, book, since, renamed := l.number, l.book, l.renamed, a.renamed()
	if l.stop != nil {
		l.stop() // what it is to be followed by
	}
	ctx, stop := context.WithCancel(context.Background())
	l.stop = stop
	return func() tea.Msg {
		compared, err := book.Compare(ctx, saved, draft, since, renamed)
		return comparedMsg{number, compared, err}
	}
}

func (a *App) sheetOpen() bool {
	return slices.ContainsFunc(a.dialogs, func(d dialog) bool { _, is := d.(*saveDialog); return is })
}

func (msg comparedMsg) arrive(a *App) tea.Cmd {
	switch {
	case msg.number != a.logs.number:
	case msg.err != nil:
		a.logs.pane.Refuse(told(msg.err))
	default:
		a.logs.pane.Show(msg.compared)
	}
	return nil
}

// overLog is what the draft comes to over the log that was opened last, as far as it
// is known: what belongs to another draft is none of it.
func (a *App) overLog() *save.Log {
	p := &a.logs.pane
	base, _, _ := a.logPolicies()
	l := &save.Log{Folder: p.Folder, Waiting: true}
	switch {
	case p.State == replay.Reading:
		l.Unknown = "It is still being read."
	case a.logs.book == nil:
		return nil
	case p.Stale || base != a.logs.settled:
		l.Unknown = "Its " + text.Count(a.logs.book.Load.Sales(), "sale is", "sales are") + " being reckoned " + a.glyphs.Ellipsis
	case p.State == replay.Refused:
		l.Waiting, l.Unknown = false, p.Problem
	default:
		l.Waiting = false
		weigh(l, &p.Compared)
	}
	return l
}

// mostGains is how many who gain, and how many who lose, are named.
const mostGains = 3

// weigh says how many sales change and who gains and loses most.
func weigh(l *save.Log, c *logbook.Compared) {
	currency := c.Catalog.Currency()
	l.Sales, l.Changed, l.Delta = c.Before.Sales, c.Changed, scenario.Gain{Currency: currency, Amount: c.Delta}
	for _, p := range c.Partners { // the largest difference first
		side := &l.Gaining
		if p.Delta < 0 {
			side = &l.Losing
		}
		if len(*side) == mostGains {
			l.More++
			continue
		}
		*side = append(*side, scenario.Gain{Name: p.Partner.Name(c.Catalog), Currency: currency, Amount: p.Delta})
	}
}
