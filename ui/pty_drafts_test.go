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
			tm.Press("v", "i", "p")
			tm.WaitFor("● 1 unsaved")
			end(tm)
			tm.Wait()

			tm = start(t, path)
			tm.WaitFor("Unsaved changes were kept")
			tm.Press("enter")
			tm.WaitFor("haircare/vip")
			leave(t, tm, "ctrl+q", "up", "enter")

			tm = start(t, path)
			tm.WaitFor("nothing changed")
			leave(t, tm, "ctrl+q")
		})
	}
}
