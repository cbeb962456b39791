//go:build unix

package ui_test

import (
	"syscall"
	"testing"

	"referee/ui/uitest"
)

// However the program is told to end, what was not saved is offered at the next
// start, and gone once it is taken and discarded.
func TestDraftsOutliveTheProgram(t *testing.T) {
	for name, end := range map[string]func(*uitest.Terminal){
		"SIGTERM":              func(tm *uitest.Terminal) { tm.Signal(syscall.SIGTERM) },
		"SIGINT":               func(tm *uitest.Terminal) { tm.Signal(syscall.SIGINT) },
		"SIGHUP":               func(tm *uitest.Terminal) { tm.Signal(syscall.SIGHUP) },
		"the window is closed": func(tm *uitest.Terminal) { tm.HangUp() },
	} {
		t.Run(name, func(t *testing.T) {
			path := seeded(t)
			tm := start(t, path)
			tm.WaitFor("nothing changed")
			tm.Press("v", "i", "p", "f5", "space")
			tm.WaitFor("● 2 unsaved")
			end(tm)
			tm.Wait()

			tm = start(t, path)
			tm.WaitFor("1 setting and 1 row of the catalog not saved")
			tm.Press("enter")
			tm.WaitFor("haircare/vip")
			tm.Press("f5")
			tm.WaitFor("inactive")
			leave(t, tm, "ctrl+q", "up", "enter")

			tm = start(t, path)
			tm.WaitFor("nothing changed")
			leave(t, tm, "ctrl+q")
		})
	}
}
