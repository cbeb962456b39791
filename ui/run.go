package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"referee/db"
	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/ui/shelf"
	"referee/ui/theme"
	"referee/ui/works"
)

// Options is what the terminal program is started with. Everything it knows of
// the world outside the terminal is in here.
type Options struct {
	Store    *db.Store          // open for writing
	Examples []scenario.Example // what the simulator offers, in order; at least one
	Now      func() time.Time   // the clock that revisions are stamped with

	Mode  theme.Mode // theme.Neutral: ask the terminal whether it is dark
	ASCII bool       // draw with seven bits only

	In, Out *os.File // the terminal
	Env     []string // its environment, as os.Environ gives it
}

// framesPerSecond is twice the default: it halves the time from key to screen.
const framesPerSecond = 120

// Run runs the terminal program until it is left. The terminal is restored
// however it ends. It returns what kept it from starting or running; a failed
// save is shown on the screen, not returned.
func Run(ctx context.Context, o Options) error {
	return o.run(ctx, func(app *App) tea.Model { return app })
}

// run is Run with another model around the app, which only tests have: one that
// breaks down when it is told to.
func (o Options) run(ctx context.Context, around func(*App) tea.Model) error {
	start, err := o.read()
	if err != nil {
		return err
	}
	// The first frame is drawn before the terminal's size is reported.
	if start.width, start.height, err = term.GetSize(int(o.Out.Fd())); err != nil {
		start.width, start.height = 80, 24
	}
	app := newApp(start)
	// A terminal may keep a cursor for each of its two screens. Bubble Tea can
	// hide the one of the shell before its first frame, and never shows it again.
	defer fmt.Fprint(o.Out, ansi.ShowCursor)
	_, err = tea.NewProgram(around(app), tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out),
		tea.WithEnvironment(o.Env), tea.WithFPS(framesPerSecond), tea.WithWindowSize(start.width, start.height)).Run()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		err = broken{}
	case errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil:
		err = nil // a signal asked for it
	}
	return errors.Join(err, app.part(), app.partCases())
}

// broken is what is said when the program came upon a mistake of its own. Where it
// was, Bubble Tea has written already.
type broken struct{}

func (broken) Error() string {
	return "a mistake in this program ended it; what was saved is safe, and what was not is kept"
}

// Hint says how to go on.
func (broken) Hint() string {
	return "start referee again: it offers what was not saved; the lines above are for whoever mends it"
}

// read is what the program is made of, as far as it is on the disk.
func (o Options) read() (given, error) {
	current, err := o.Store.Current()
	if err != nil {
		return given{}, err
	}
	catalog, err := o.Store.Catalog()
	if err != nil {
		return given{}, err
	}
	cases, unreadable, err := shelf.Of(o.Store, o.Examples)
	if err != nil {
		return given{}, err
	}
	folder := drafts.Beside(o.Store.Path())
	unsaved, _, unread := folder.Unsaved()
	unkept, lost := works.Read(folder)
	return given{
		store: o.Store, current: current, catalog: catalog, cases: cases, now: o.Now,
		notices: slices.Concat(o.Store.Notices(), unreadable), unsaved: unsaved, unread: unread, unkept: unkept, lost: lost, mode: o.Mode, ascii: o.ASCII,
	}, nil
}
