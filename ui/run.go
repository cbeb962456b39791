package ui

import (
	"context"
	"os"
	"time"

	"referee/db"
	"referee/engine/scenario"
	"referee/ui/theme"
)

// Options is what the terminal program is started with. Everything it knows of
// the world outside the terminal is in here.
type Options struct {
	Store   *db.Store        // open for writing, or only for reading
	Samples []scenario.Case  // what the simulator offers, in order; at least one
	Now     func() time.Time // the clock that revisions are stamped with

	Mode  theme.Mode // theme.Neutral: ask the terminal whether it is dark
	ASCII bool       // draw with seven bits only

	In, Out *os.File // the terminal
	Env     []string // its environment, as os.Environ gives it
}

// Run runs the terminal program until it is left. The terminal is restored
// however it ends. It returns what kept it from starting or running; a failed
// save is shown on the screen, not returned.
func Run(ctx context.Context, o Options) error {
	return nil
}
