//go:build unix

package uitest

import "time"

// patience is how long a [Terminal] waits for something before the test fails.
// It is generous, for slow machines; nothing ever waits that long and passes.
const patience = 20 * time.Second

// WaitFor waits until some text is on the screen.
func (tm *Terminal) WaitFor(s string) {
	tm.t.Helper()
	tm.WaitUntil("the screen shows "+s, func(screen *Screen) bool {
		_, _, ok := screen.Find(s)
		return ok
	})
}

// WaitUntil waits until the screen is as the condition says; what describes it
// for the failure.
func (tm *Terminal) WaitUntil(what string, condition func(*Screen) bool) {
	tm.t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for exited := false; ; {
		if tm.look(condition) {
			return
		}
		if exited {
			tm.t.Fatalf("the program ended (%v) before %s:\n%s", tm.cmd.ProcessState, what, tm.Text())
		}
		select {
		case <-tm.wrote:
		case <-tm.exited:
			exited = true
		case <-deadline.C:
			tm.t.Fatalf("waited %v and still not: %s:\n%s", patience, what, tm.Text())
		}
	}
}

// Look calls a function with the screen while nothing is written to it. The
// screen must not be kept.
func (tm *Terminal) Look(at func(*Screen)) {
	tm.look(func(s *Screen) bool { at(s); return true })
}

func (tm *Terminal) look(condition func(*Screen) bool) bool {
	tm.mu.Lock()
	defer tm.mu.Unlock()
	return condition(tm.screen)
}

// Text is the text on the screen now.
func (tm *Terminal) Text() (s string) {
	tm.Look(func(screen *Screen) { s = screen.Text() })
	return s
}

// Received is how many bytes the program has written so far.
func (tm *Terminal) Received() int {
	tm.mu.Lock()
	defer tm.mu.Unlock()
	return tm.sent.Len()
}

// Sent is what the program has written so far, byte for byte.
func (tm *Terminal) Sent() string {
	tm.mu.Lock()
	defer tm.mu.Unlock()
	return tm.sent.String()
}

// Wait waits until the program has ended and returns its exit status, -1 if a
// signal ended it.
func (tm *Terminal) Wait() int {
	tm.t.Helper()
	select {
	case <-tm.exited:
		return tm.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		tm.t.Fatalf("waited %v and the program still runs:\n%s", patience, tm.Text())
		return -1
	}
}
