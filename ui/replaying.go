package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	engine "referee/engine/replay"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/replay"
)

// logs is the large log that was opened last, and what is being done with it.
type logs struct {
	pane    replay.Pane
	book    *logbook.Book      // read, or nil
	stop    context.CancelFunc // of what was begun
	number  int                // of the last thing that was begun: what comes of others is not taken
	asked   int                // of the last sale that was asked for, likewise
	settled logBase            // what was last settled over the log, or is being settled
	renamed model.Renames      // what was saved under other names since the log was read
	began   time.Time
}

// bookMsg is a log that was read.
type bookMsg struct {
	number int
	book   *logbook.Book
	err    error
}

// readingMsg asks for another look at how far reading has come.
type readingMsg struct{ number int }

// logCaseMsg is a sale of the log as a case.
type logCaseMsg struct {
	asked int
	path  string
	sale  string
	c     scenario.Case
	err   error
}

// openLogs turns to the screen of logs.
func (a *App) openLogs() tea.Cmd {
	a.leaveWork()
	a.screen = logScreen
	a.arrange()
	return nil
}

// askLog asks for the folder of a log.
func (a *App) askLog() tea.Cmd {
	return a.openPath("Read a log", "The folder that holds partners.csv, touches.csv and sales.csv, compressed or not.", a.logs.pane.Folder, (*App).readLog)
}

// readLog reads a log beside everything else that goes on.
func (a *App) readLog(folder string) tea.Cmd {
	closing := a.stopLog()
	ctx, stop := context.WithCancel(context.Background())
	a.logs.number++
	number, progress, currency := a.logs.number, &engine.Progress{}, a.catalog.Saved().Currency()
	a.logs.stop, a.logs.began = stop, a.now()
	a.logs.pane = replay.Pane{State: replay.Reading, Folder: folder, Progress: progress}
	read := func() tea.Msg {
		book, err := readBook(ctx, folder, currency, progress)
		return bookMsg{number, book, err}
	}
	return tea.Batch(closing, read, lookAgain(number))
}

// readBook opens a log and reads it, or neither.
func readBook(ctx context.Context, folder string, currency model.Currency, progress *engine.Progress) (book *logbook.Book, err error) {
	if book, err = logbook.Open(ctx, folder); err != nil {
		return nil, err
	}
	if err = book.Read(ctx, currency, false, progress); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return book, nil
}

// stopLog breaks off what goes on, and closes the log that was open: beside the
// screen, because somebody may still be at work on it.
func (a *App) stopLog() tea.Cmd {
	if a.logs.stop != nil {
		a.logs.stop()
		a.logs.stop = nil
	}
	book := a.logs.book
	a.logs.book = nil
	return closeBook(book)
}

func closeBook(book *logbook.Book) tea.Cmd {
	if book == nil {
		return nil
	}
	return func() tea.Msg {
		_ = book.Close() // only its mapping: nothing can be lost
		return nil
	}
}

// giveUpLog ends reading, if a log is being read.
func (a *App) giveUpLog() (cmd tea.Cmd, reading bool) {
	if a.screen != logScreen || a.logs.pane.State != replay.Reading {
		return nil, false
	}
	a.logs.number++
	a.logs.pane = replay.Pane{Folder: a.logs.pane.Folder}
	return a.stopLog(), true
}

const lookEvery = 100 * time.Millisecond

func lookAgain(number int) tea.Cmd {
	return tea.Tick(lookEvery, func(time.Time) tea.Msg { return readingMsg{number} })
}

// arrive draws how far it is, and asks to be asked again.
func (msg readingMsg) arrive(a *App) tea.Cmd {
	if msg.number != a.logs.number || a.logs.pane.State != replay.Reading {
		return nil
	}
	a.logs.pane.Elapsed = a.now().Sub(a.logs.began)
	return lookAgain(msg.number)
}

// arrive takes a log up that was read, and runs the policies over it.
func (msg bookMsg) arrive(a *App) tea.Cmd {
	switch {
	case msg.number != a.logs.number:
		return closeBook(msg.book)
	case msg.err != nil:
		a.logs.pane.State, a.logs.pane.Problem = replay.Failed, unread(msg.err)
		return nil
	}
	a.logs.book, a.logs.settled, a.logs.renamed = msg.book, logBase{}, nil
	a.logs.pane.State, a.logs.pane.Unreached = replay.Settling, logbook.Unreached(msg.book.Load.Touches, msg.book.Load.Rows, msg.book.Load.Sales())
	return nil
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
	book, path := a.logs.book, a.logs.pane.Folder+string(os.PathSeparator)+sale
	saved, since := a.saved(), a.logs.renamed
	a.logs.asked++
	asked := a.logs.asked
	a.say(noticeStyle, fmt.Sprintf("Looking for everything in the log that bears on %s %s", sale, a.glyphs.Ellipsis))
	return func() tea.Msg {
		policy, err := logbook.AsRead(saved, since)
		if err != nil {
			return logCaseMsg{asked: asked, sale: sale, err: err}
		}
		c, _, err := book.Case(context.Background(), policy, sale, false)
		return logCaseMsg{asked, path, sale, c, err}
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
	cmd := a.showOpened(msg.path, msg.c, false)
	a.pane.Select(msg.sale)
	return tea.Batch(cmd, a.focusPane())
}

// logging is what can be done on the screen of logs.
func logging() []action {
	return []action{
		{
			keys: []string{"o"}, label: "read a log", bar: 5, reach: desktop,
			help:   "Read a folder of large logs, to see what the draft changes over all of it",
			whyNot: possible, do: (*App).askLog,
		},
		{
			keys: []string{"enter"}, label: "open sale", bar: 6, reach: desktop,
			help: "Open the selected sale of the log in the simulator, with its touches as a case",
			whyNot: func(a *App) string {
				_, ok := a.logs.pane.Selected()
				return unless(ok, "no sale is listed")
			},
			do: (*App).openLogSale,
		},
		{
			keys: []string{"/"}, label: "any sale", bar: 7, reach: desktop,
			help:   "Open any sale of the log in the simulator, by its id",
			whyNot: func(a *App) string { return unless(a.logs.book != nil, "no log has been read") },
			do:     (*App).askSale,
		},
	}
}

// unread is what is wrong with a log, row by row.
func unread(err error) string {
	bad, is := errors.AsType[*engine.BadRows](err)
	if !is {
		return told(err)
	}
	words := ""
	for _, p := range bad.Named[:min(len(bad.Named), maxTold)] {
		words += fmt.Sprintf("%v. What to do: %s. ", p, p.Hint())
	}
	if more := bad.Count - min(len(bad.Named), maxTold); more > 0 {
		words += fmt.Sprintf("And %d more.", more)
	}
	return words
}
