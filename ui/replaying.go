package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	engine "referee/engine/replay"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/menu"
	"referee/ui/replay"
	"referee/ui/text"
)

// logs is the large log that was opened last, and what is being done with it.
type logs struct {
	pane    replay.Pane
	before  replay.Pane        // the pane as it was, while another log is being read
	book    *logbook.Book      // read, or nil; it stays until another has been read
	stop    context.CancelFunc // of what was begun
	number  int                // of the last thing that was begun: what comes of others is not taken
	asked   int                // of the last sale that was asked for, likewise
	settled logBase            // what was last settled over the log, or is being settled
	renamed model.Renames      // what was saved under other names since the log was read
	began   time.Time
	unread  *unreadLog // what nobody has been told yet
}

// unreadLog is a folder that could not be read, and why.
type unreadLog struct {
	folder string
	err    error
}

// bookMsg is a log that was read.
type bookMsg struct {
	number int
	book   *logbook.Book
	err    error
}

// readingMsg asks for another look at how far reading has come.
type readingMsg struct{ number int }

// openLogs turns to the screen of logs.
func (a *App) openLogs() tea.Cmd {
	a.leaveWork()
	a.screen = logScreen
	a.arrange()
	return a.tellUnread()
}

// askLog asks for the folder of a log.
func (a *App) askLog() tea.Cmd { return a.askFolder(a.logs.pane.Folder) }

func (a *App) askFolder(folder string) tea.Cmd {
	return a.openPath("Read a log", "The folder that holds partners.csv, touches.csv and sales.csv, compressed or not.", folder, (*App).readLog)
}

// tellUnread says why a log could not be read while the one before stays: as soon as
// its screen is in front, for it takes keys.
func (a *App) tellUnread() tea.Cmd {
	failed := a.logs.unread
	if failed == nil || a.screen != logScreen {
		return nil
	}
	a.logs.unread = nil
	told := unread(failed.err)
	if a.logs.book != nil {
		told += " The log that was open stays."
	}
	another := func() tea.Cmd { return a.askFolder(failed.folder) }
	if bad, without := leavable(failed.err); without {
		return a.askWithout(told, bad.Count, another, func() tea.Cmd { return a.readWithout(failed.folder) })
	}
	return a.askAgain("The log cannot be read", told, another)
}

// askWithout asks what to do about a log that some rows keep from being read.
func (a *App) askWithout(told string, rows int, another, without func() tea.Cmd) tea.Cmd {
	m := menu.New("The log cannot be read", []menu.Item{
		{Title: "Change the path", Detail: "what was typed stands there still"},
		{Title: "Read it without " + text.Count(rows, "row", "rows"), Detail: "left out and counted; no file changes"},
		{Title: "Leave it", Detail: "nothing else happens"},
	}, 0)
	m.Intro = told
	leave := func(a *App) tea.Cmd {
		if a.logs.book == nil { // the question has said it until now
			a.logs.pane.State, a.logs.pane.Problem = replay.Failed, told
		}
		return nil
	}
	return a.open(&menuDialog{menu: m, choose: func(_ *App, chosen int) tea.Cmd {
		switch chosen {
		case 0:
			return another()
		case 1:
			return without()
		}
		return leave(a)
	}, dismissed: leave})
}

// leavable is the rows that a log could be read without, if that is all that is wrong.
func leavable(err error) (bad *engine.BadRows, is bool) {
	bad, is = errors.AsType[*engine.BadRows](err)
	return bad, is && !bad.Partners
}

// readLog reads a log beside everything else that goes on. The one that is open stays
// until then.
func (a *App) readLog(folder string) tea.Cmd { return a.read(folder, false) }

// readWithout reads it, but for the rows that cannot be read.
func (a *App) readWithout(folder string) tea.Cmd { return a.read(folder, true) }

func (a *App) read(folder string, skipBad bool) tea.Cmd {
	a.stopLog()
	if a.logs.pane.State != replay.Reading {
		a.logs.before = a.logs.pane
	}
	ctx, stop := context.WithCancel(context.Background())
	a.logs.number++
	number, progress, currency := a.logs.number, &engine.Progress{}, a.catalog.Saved().Currency()
	a.logs.stop, a.logs.began = stop, a.now()
	a.logs.pane = replay.Pane{State: replay.Reading, Folder: folder, Progress: progress}
	read := func() tea.Msg {
		book, err := readBook(ctx, folder, currency, skipBad, progress)
		return bookMsg{number, book, err}
	}
	return tea.Batch(read, lookAgain(number))
}

// readBook opens a log and reads it, or neither.
func readBook(ctx context.Context, folder string, currency model.Currency, skipBad bool, progress *engine.Progress) (book *logbook.Book, err error) {
	if book, err = logbook.Open(ctx, folder); err != nil {
		return nil, err
	}
	if err = book.Read(ctx, currency, skipBad, progress); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return book, nil
}

// stopLog breaks off what goes on.
func (a *App) stopLog() {
	if a.logs.stop != nil {
		a.logs.stop()
		a.logs.stop = nil
	}
}

// goBack returns to the log that was open while another was being read, if there is
// one, and settles it again if that was broken off.
func (l *logs) goBack() (back bool) {
	if l.book == nil {
		return false
	}
	l.pane = l.before
	if l.pane.Stale {
		l.settled = logBase{}
	}
	return true
}

// closeBook closes a log beside the screen: somebody may still be at work on it.
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
func (a *App) giveUpLog() (reading bool) {
	if a.screen != logScreen || a.logs.pane.State != replay.Reading {
		return false
	}
	a.logs.number++
	a.stopLog()
	if !a.logs.goBack() {
		a.logs.pane = replay.Pane{Folder: a.logs.pane.Folder}
	}
	return true
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
		return a.notRead(msg.err)
	}
	closing := closeBook(a.logs.book)
	a.logs.asked++ // whoever asked for a sale meant the log that is closed
	a.logs.book, a.logs.settled, a.logs.renamed, a.logs.before = msg.book, logBase{}, nil, replay.Pane{}
	load, skipped := msg.book.Load, msg.book.Skipped
	a.logs.pane.State, a.logs.pane.Skipped = replay.Settling, logbook.Skipped(skipped)
	a.logs.pane.Unreached = logbook.Unreached(load.Touches, load.Rows, load.Sales(), skipped.Count)
	return closing
}

// notRead says why a log could not be read: beside the figures of the one that is
// open, or in their place.
func (a *App) notRead(err error) tea.Cmd {
	folder := a.logs.pane.Folder
	if !a.logs.goBack() {
		a.logs.pane = replay.Pane{Folder: folder}
		if _, without := leavable(err); !without {
			a.logs.pane.State, a.logs.pane.Problem = replay.Failed, unread(err)
			return nil
		}
	}
	a.logs.unread = &unreadLog{folder, err}
	return a.tellUnread()
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
			help: "Open any sale of the log in the simulator, by its id",
			whyNot: func(a *App) string {
				return unless(a.logs.book != nil && a.logs.pane.State != replay.Reading, "no log has been read")
			},
			do: (*App).askSale,
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
		words += fmt.Sprintf("And %d more. ", more)
	}
	return strings.TrimSpace(words)
}
