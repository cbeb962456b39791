package ui

import (
	"context"
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/ui/logbook"
)

// logCaseMsg is a sale of the log as a case.
type logCaseMsg struct {
	asked  int
	folder string // of the log
	sale   string
	c      scenario.Case
	err    error
}

// openLogSale makes the selected sale a case, with all of the log that bears on it.
func (a *App) openLogSale() tea.Cmd {
	sale, _ := a.logs.pane.Selected()
	return a.openSaleOf(sale)
}

// askSale asks which sale of the log is to be opened.
func (a *App) askSale() tea.Cmd {
	d := newAsk("Open a sale", "Any sale of the log, by its sale_id as it stands in sales.csv.", (*App).openSaleOf)
	d.of, d.does = "sale", "open"
	return a.open(d)
}

func (a *App) openSaleOf(sale string) tea.Cmd {
	book, saved, since := a.logs.book, a.saved(), a.logs.renamed
	a.logs.asked++
	asked := a.logs.asked
	a.say(noticeStyle, fmt.Sprintf("Looking for everything in the log that bears on %s %s", sale, a.glyphs.Ellipsis))
	return func() tea.Msg {
		policy, err := logbook.AsRead(saved, since)
		if err != nil {
			return logCaseMsg{asked: asked, sale: sale, err: err}
		}
		c, _, err := book.Case(context.Background(), policy, sale, book.Skipped.Count > 0)
		return logCaseMsg{asked, book.Folder, sale, c, err}
	}
}

// arrive opens the sale, unless somebody asked for another one or turned to another
// screen meanwhile.
func (msg logCaseMsg) arrive(a *App) tea.Cmd {
	if msg.asked != a.logs.asked || a.screen != logScreen {
		return nil
	}
	if msg.err != nil {
		return a.tell("The sale cannot be opened", told(msg.err))
	}
	at, _ := a.works.Open("", msg.c, false)
	a.showScenario(at)
	a.pane.Select(msg.sale)
	cmd := a.focusPane()
	// A log has more sales than anybody wants to find here tomorrow.
	a.say(hintStyle, fmt.Sprintf("Sale %s of the log in %s: gone at the end, unless you edit it (e).", msg.sale, a.ending(msg.folder)))
	return cmd
}

// ending is the end of a path, for a line that has more to say: it tells most.
func (a *App) ending(path string) string {
	if base := filepath.Base(path); base != path {
		return a.glyphs.Ellipsis + string(filepath.Separator) + base
	}
	return path
}
