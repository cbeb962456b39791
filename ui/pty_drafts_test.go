//go:build unix

package ui_test

import (
	"syscall"
	"testing"
	"time"

	"referee/db/drafts"
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

// A case that is not kept outlives the program too, even one that is killed: it is on
// the disk a moment after the last key, and at the next start it stands among the
// examples.
func TestCasesOutliveTheProgram(t *testing.T) {
	for name, end := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGKILL": syscall.SIGKILL} {
		t.Run(name, func(t *testing.T) {
			path := seeded(t)
			tm := start(t, path)
			tm.WaitFor("nothing changed")
			tm.Press("f3", "n", "D")
			tm.WaitFor("order-2")
			if end == syscall.SIGKILL {
				keptOnDisk(t, path)
			}
			tm.Signal(end)
			tm.Wait()

			tm = start(t, path)
			tm.WaitFor("1 case is not kept yet")
			tm.Press("f3", "left", "e")
			tm.WaitFor("order-2")
			leave(t, tm, "ctrl+q")
		})
	}
}

// keptOnDisk waits until the cases that are not kept are on the disk.
func keptOnDisk(t *testing.T, path string) {
	t.Helper()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for tries := 0; tries < 1_000; tries++ {
		if text, err := drafts.Beside(path).Cases(); err != nil {
			t.Fatal(err)
		} else if text != nil {
			return
		}
		<-look.C
	}
	t.Fatal("the case is not on the disk")
}
