// Referee shows who is credited with a sale, and what is paid, while the
// defaults of a referral program are being chosen. The README is the tour.
package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"referee/ui/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	// A second ctrl+c ends the program the hard way, should the first get stuck.
	context.AfterFunc(ctx, stop)
	os.Exit(cli.Run(ctx, os.Args[1:], cli.Stdio{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Env: os.Environ(),
		Now: time.Now,
	}))
}

// endings are the signals that ask the program to end: a key, the system, or a
// window that was closed. One that whoever started it ignores, as nohup does,
// stays ignored.
func endings() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}
