package ui_test

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"referee/ui/cli"
	"referee/ui/uitest"
)

// TestMain lets the test binary be the program, for tests in a real terminal.
func TestMain(m *testing.M) {
	if uitest.Reexecuted() {
		if where := os.Getenv(panicVariable); where != "" {
			os.Exit(breakDown(where, os.Args[2]))
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
		context.AfterFunc(ctx, stop)
		os.Exit(cli.Run(ctx, os.Args[1:], cli.Stdio{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
			Env: os.Environ(),
			Now: func() time.Time { return today },
		}))
	}
	os.Exit(m.Run())
}
