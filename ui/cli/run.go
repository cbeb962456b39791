package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"referee/db"
)

// Stdio is what a process is given by whoever started it. The package reads
// nothing of the process but what is in here.
type Stdio struct {
	In, Out, Err *os.File
	Env          []string         // as os.Environ gives it
	Now          func() time.Time // the clock that revisions are stamped with
}

// Exit statuses, the same for every command.
const (
	exitFine    = 0 // done, or: no difference
	exitDiffers = 1 // done, and there is a difference or a failed expectation
	exitFailed  = 2 // could not do it
)

// Run carries out one command line, without the name of the program, and
// returns the exit status: 0 fine or no difference, 1 a difference or a failed
// expectation, 2 could not do it. What went wrong has been written to Err by
// then. When ctx ends, waiting for input ends too.
func Run(ctx context.Context, args []string, stdio Stdio) int {
	in := &invocation{Stdio: stdio, out: bufio.NewWriter(stdio.Out)}
	if status, asked := db.DoctorChild(in.env, stdio.Out); asked {
		return status // this process is the part of referee doctor that may crash
	}
	root := in.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if flushErr := in.out.Flush(); flushErr != nil && !failed(err) {
		err = &failure{fmt.Sprintf("the output could not be written: %v", db.Reason(flushErr)), "check the disk, or the program that reads the output"}
	}
	switch {
	case failed(err):
		in.report(err)
		return exitFailed
	case err != nil:
		return exitDiffers
	}
	return exitFine
}

// failed reports whether a command could not do what it was asked to.
func failed(err error) bool { return err != nil && !errors.Is(err, errDiffers) }

// invocation is one command line being carried out.
type invocation struct {
	Stdio
	out      *bufio.Writer // over Stdio.Out; Run writes out what is left in it
	database string        // --db
}

// env is a variable of the environment, "" if it is not set.
func (in *invocation) env(name string) string {
	value := ""
	for _, v := range in.Env {
		if rest, found := strings.CutPrefix(v, name+"="); found {
			value = rest // of two, the later one counts, as it does for os/exec
		}
	}
	return value
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
