//go:build unix

package ui_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"referee/db"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// panicVariable makes the program one that breaks down in a place.
const panicVariable = "REFEREE_TEST_PANIC"

// breakDown is the program with a mistake in it.
func breakDown(where, path string) int {
	store, err := db.Open(path, db.Options{At: today})
	if err == nil {
		defer store.Close()
		err = ui.RunBreaking(context.Background(), ui.Options{
			Store: store, Examples: examples(), Now: func() time.Time { return today }, Mode: theme.None,
			In: os.Stdin, Out: os.Stdout, Env: os.Environ(),
		}, where)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "referee:", err)
		return 2
	}
	return 0
}

// Wherever a mistake ends the program, the terminal is as it was before, the person
// is told what became of their work, and it is offered at the next start.
func TestAPanicRestoresTheTerminal(t *testing.T) {
	for _, where := range []string{"Update", "View", "command", "batch"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			path := seeded(t)
			command := uitest.Reexec(t, "--db", path)
			command.Env = append(command.Env, panicVariable+"="+where)
			tm := uitest.Start(t, command, 120, 36, uitest.Silent)
			tm.WaitFor("nothing changed")
			tm.Press("v", "i", "p")
			tm.WaitFor("● 1 unsaved")
			tm.Press("f12")
			if status := tm.Wait(); status != 2 {
				t.Errorf("exit status %d, want 2", status)
			}
			expectRestored(t, tm)
			tm.Look(func(s *uitest.Screen) {
				if !strings.Contains(s.Text(), "what was not is kept") {
					t.Errorf("not said:\n%s", s.Text())
				}
			})

			tm = start(t, path)
			tm.WaitFor("Unsaved changes were kept")
			tm.Press("enter")
			tm.WaitFor("haircare/vip")
			leave(t, tm, "ctrl+q", "up", "enter")
		})
	}
}
