package cli

import (
	"context"
	"fmt"
	"io"
	"os"

	"referee/db"
	"referee/engine/scenario"
)

// stdinName stands for the standard input where a file is asked for.
const stdinName = "-"

// readScenario reads a scenario file, or the standard input. It returns a
// failure, or the errors of [scenario.Read].
func (in *invocation) readScenario(ctx context.Context, path string) (scenario.File, error) {
	data, err := in.readFile(ctx, path)
	if err != nil {
		return scenario.File{}, err
	}
	if path == stdinName {
		path = "standard input"
	}
	return scenario.Read(path, data)
}

// readFile reads no more than a scenario file may have, so that a device
// without an end is refused like any file that is too large.
func (in *invocation) readFile(ctx context.Context, path string) ([]byte, error) {
	source := in.In
	if path != stdinName {
		file, err := os.Open(path)
		if err != nil {
			return nil, unreadable(path, err)
		}
		defer file.Close()
		source = file
	}
	type content struct {
		data []byte
		err  error
	}
	// On the side, because reading from a terminal or a pipe cannot be broken off.
	read := make(chan content, 1)
	go func() {
		data, err := io.ReadAll(io.LimitReader(source, scenario.MaxFile+1))
		read <- content{data, err}
	}()
	select {
	case <-ctx.Done():
		if isTerminal(in.In) {
			fmt.Fprintln(in.Err) // the terminal has drawn ^C in the line
		}
		return nil, interrupted()
	case c := <-read:
		if c.err != nil {
			return nil, unreadable(path, c.err)
		}
		return c.data, nil
	}
}

func unreadable(path string, err error) error {
	return &failure{fmt.Sprintf("%q cannot be read: %v", path, db.Reason(err)), "check the path; - stands for the standard input"}
}

func interrupted() error { return &failure{"interrupted; nothing was written", "start it again"} }
