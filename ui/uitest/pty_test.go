//go:build unix

package uitest_test

import (
	"syscall"
	"testing"

	"referee/ui/uitest"
)

func TestTerminalRunsAProgram(t *testing.T) {
	for name, manners := range map[string]uitest.Manners{"silent": uitest.Silent, "answering": uitest.Answering} {
		t.Run(name, func(t *testing.T) {
			tm := uitest.Start(t, uitest.Reexec(t), 40, 5, manners)
			tm.WaitFor("40×5")
			tm.Look(func(s *uitest.Screen) {
				if !s.Alternate() || s.Title() != "note" {
					t.Errorf("alternate %v, title %q", s.Alternate(), s.Title())
				}
			})
			tm.Send("Hallo")
			tm.Press("left", "space", "home", "X", "ctrl+right", "!")
			tm.WaitFor("> XHall! o")
			tm.Paste("日本\n")
			tm.WaitFor("> XHall!日本  o")
			tm.Resize(30, 4)
			tm.WaitFor("30×4")
			tm.Press("ctrl+q")
			if status := tm.Wait(); status != 0 {
				t.Errorf("exit status %d", status)
			}
			tm.Look(func(s *uitest.Screen) {
				if _, _, visible := s.Cursor(); s.Alternate() || !visible {
					t.Error("the terminal is not as it was")
				}
			})
			tm.WaitFor("bye")
			if tm.Received() == 0 {
				t.Error("no bytes counted")
			}
		})
	}
}

func TestTerminalExitStatus(t *testing.T) {
	tm := uitest.Start(t, uitest.Reexec(t, "fail"), 40, 5, uitest.Silent)
	tm.WaitFor("HOME is set: true")
	if status := tm.Wait(); status != 3 {
		t.Errorf("exit status %d, want 3", status)
	}
}

func TestTerminalSignals(t *testing.T) {
	tm := uitest.Start(t, uitest.Reexec(t), 40, 5, uitest.Silent)
	tm.WaitFor("init")
	tm.Signal(syscall.SIGTERM)
	if status := tm.Wait(); status != 0 {
		t.Errorf("exit status %d, want 0: the program handles SIGTERM", status)
	}

	tm = uitest.Start(t, uitest.Reexec(t), 40, 5, uitest.Silent)
	tm.WaitFor("init")
	tm.Signal(syscall.SIGKILL)
	if status := tm.Wait(); status != -1 {
		t.Errorf("exit status %d, want -1 after a kill", status)
	}
}

func TestTerminalHangsUp(t *testing.T) {
	tm := uitest.Start(t, uitest.Reexec(t), 40, 5, uitest.Silent)
	tm.WaitFor("init")
	tm.HangUp()
	// Without a handler the signal ends the program, or the failed read does,
	// whichever comes first.
	if status := tm.Wait(); status == 0 {
		t.Error("exit status 0, although the terminal went away")
	}
}
