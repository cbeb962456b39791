//go:build unix

package ui_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"referee/db"
	"referee/model"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// start starts the whole program in a terminal of 120×36 that answers nothing.
func start(t testing.TB, path string, args ...string) *uitest.Terminal {
	t.Helper()
	return uitest.Start(t, uitest.Reexec(t, append([]string{"--db", path}, args...)...), 120, 36, uitest.Silent)
}

// seeded is the path of a new database that nobody has open.
func seeded(t testing.TB) string {
	t.Helper()
	store := newStore(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return store.Path()
}

// leave leaves the program and checks that the terminal is as it was before.
func leave(t testing.TB, tm *uitest.Terminal, keys ...string) {
	t.Helper()
	tm.Press(keys...)
	if status := tm.Wait(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
	expectRestored(t, tm)
}

func expectRestored(t testing.TB, tm *uitest.Terminal) {
	t.Helper()
	tm.Look(func(s *uitest.Screen) {
		if _, _, visible := s.Cursor(); s.Alternate() || !visible {
			t.Errorf("the terminal is not as it was: alternate screen %v, cursor visible %v", s.Alternate(), visible)
		}
	})
}

func TestSaveAndRestart(t *testing.T) {
	path := seeded(t)
	tm := start(t, path)
	tm.WaitFor("saved · nothing changed")
	tm.Press("v", "i", "p", "-", "tab", "tab", "right")
	tm.WaitFor("● 2 unsaved")
	tm.Press("ctrl+s")
	tm.WaitFor("2 settings change")
	tm.Send("spring")
	tm.WaitFor("note spring")
	tm.Press("enter")
	tm.WaitFor("Saved as revision 2")
	leave(t, tm, "ctrl+q")

	tm = start(t, path)
	tm.WaitFor("saved   revision 2")
	tm.WaitFor("haircare/vip-ann")
	tm.WaitFor("○ latest  ● first")
	leave(t, tm, "ctrl+c")
}

// A terminal that answers no question still gets the whole first frame.
func TestSilentTerminalShowsTheWholeFirstFrame(t *testing.T) {
	want := open(t, 120, 36).Screen().Text()
	tm := start(t, seeded(t))
	tm.WaitUntil("it shows the first frame", func(s *uitest.Screen) bool { return s.Text() == want })
	tm.Look(func(s *uitest.Screen) {
		if !s.Alternate() || s.Title() != "referee" {
			t.Errorf("alternate screen %v, title %q", s.Alternate(), s.Title())
		}
	})
	leave(t, tm, "ctrl+q")
}

func TestAnsweringTerminal(t *testing.T) {
	want := open(t, 100, 30).Screen().Text()
	tm := uitest.Start(t, uitest.Reexec(t, "--db", seeded(t)), 100, 30, uitest.Answering)
	tm.WaitUntil("it shows the first frame", func(s *uitest.Screen) bool { return s.Text() == want })
	want = open(t, 80, 24).Screen().Text()
	tm.Resize(80, 24)
	tm.WaitUntil("it shows the small first frame", func(s *uitest.Screen) bool { return s.Text() == want })
	leave(t, tm, "ctrl+q")
}

// Being told to end is no reason to leave the terminal in a mess.
func TestSignalRestoresTheTerminal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		tm := start(t, seeded(t))
		tm.WaitFor("nothing changed")
		tm.Press("x")
		tm.WaitFor("● 1 unsaved")
		tm.Signal(sig)
		if status := tm.Wait(); status == -1 {
			t.Errorf("%v killed it", sig)
		}
		expectRestored(t, tm)
	}
}

func TestNoColor(t *testing.T) {
	cmd := uitest.Reexec(t, "--db", seeded(t))
	cmd.Env = append(cmd.Env, "NO_COLOR=1")
	tm := uitest.Start(t, cmd, 120, 36, uitest.Answering)
	tm.WaitFor("nothing changed")
	tm.Press("x")
	tm.WaitFor("● 1 unsaved")
	tm.Look(func(s *uitest.Screen) {
		for y := range 36 {
			for x := range 120 {
				if c := s.Cell(x, y); c.FG != nil || c.BG != nil {
					t.Fatalf("column %d of row %d has a colour in spite of NO_COLOR", x, y)
				}
			}
		}
	})
	leave(t, tm, "ctrl+q", "up", "enter")
}

func TestDumbTerminalIsPlain(t *testing.T) {
	cmd := uitest.Reexec(t, "--db", seeded(t))
	cmd.Env = append(cmd.Env, "TERM=dumb")
	tm := uitest.Start(t, cmd, 120, 36, uitest.Silent)
	tm.WaitFor("Referral partner code prefix")
	tm.Look(func(s *uitest.Screen) {
		if s.Alternate() {
			t.Error("a dumb terminal got the alternate screen")
		}
	})
}

func TestSecondInstanceIsToldWhoHasIt(t *testing.T) {
	path := seeded(t)
	first := start(t, path)
	first.WaitFor("nothing changed")
	began := time.Now()
	second := start(t, path)
	if status := second.Wait(); status != 2 {
		t.Errorf("exit status %d, want 2", status)
	}
	if took := time.Since(began); took > 5*time.Second { // a second, and a slow machine
		t.Errorf("told after %v", took)
	}
	for _, want := range []string{"referee: ", "hint: ", "is locked by"} {
		if !strings.Contains(second.Text(), want) {
			t.Errorf("no %q in:\n%s", want, second.Text())
		}
	}
	leave(t, first, "ctrl+q")
}

// manyKeys is at least so many keys, with a bit of everything.
func manyKeys(n int) []string {
	var keys []string
	for len(keys) < n {
		keys = append(keys, "v", "i", "p", "-", "1", "tab", "space", "tab", "right", "tab", "space", "down", "space",
			"tab", "h", "backspace", "tab", "3", "tab", "space", "tab", "right", "space", "tab", "space", "ctrl+z",
			"tab", "down", "right", "tab", "backspace", "ctrl+p", "l", "e", "v", "e", "l", "s", "enter", "1",
			"?", "t", "a", "k", "e", "space", "e", "x", "a", "m", "up", "down", "enter", "ctrl+z", "f3", "pgdown", "right", "down", "shift+tab", "ctrl+y",
			"ctrl+r", "shift+tab", "2", "ctrl+o", "down", "down", "enter", "ctrl+p", "g", "o", "space", "c", "o", "d", "e", "enter")
	}
	return keys
}

// typedSlowly is the screen that keys end on which come one by one, the last of
// them "end" in the first field.
func typedSlowly(t testing.TB, keys []string) string {
	t.Helper()
	d := open(t, 120, 36)
	d.Press(keys...)
	d.Expect("▸ Code prefix", "end")
	d.Refute("search") // no dialog has swallowed the rest
	return d.Screen().Text()
}

// No key is lost at any speed: two thousand in one write end on the same screen
// as two thousand typed slowly. Escape is not among them: followed at once by
// another key it is, to every terminal, the beginning of that key.
func TestTwoThousandKeysAtOnce(t *testing.T) {
	keys := manyKeys(2_000)
	if underRace {
		keys = manyKeys(400)
	}
	keys = append(keys, "e", "n", "d")
	want := typedSlowly(t, keys)

	tm := start(t, seeded(t))
	tm.WaitFor("nothing changed")
	tm.Press(keys...)
	tm.WaitUntil("it shows what slow typing shows:\n"+want, func(s *uitest.Screen) bool { return s.Text() == want })
	leave(t, tm, "ctrl+q", "up", "enter")
}

// maxBytesALetter bounds what a typed letter sends over a slow line.
const maxBytesALetter = 80

// Keys without an effect write nothing, idling writes nothing, and a letter
// little.
func TestQuietTerminal(t *testing.T) {
	tm := start(t, seeded(t))
	tm.WaitFor("nothing changed")
	tm.Press("a")
	tm.WaitFor("haircare/aann")
	prefix := "a"
	for range 10 {
		before := tm.Received()
		for range 20 {
			tm.Press("f12", "insert")
		}
		tm.Press("b")
		prefix += "b"
		tm.WaitFor("* " + prefix + " ")
		if got := tm.Received() - before; got > maxBytesALetter {
			t.Errorf("%d bytes for a letter and forty keys without effect, at most %d are possible", got, maxBytesALetter)
		}
	}
	leave(t, tm, "ctrl+q", "up", "enter")
}

// The program reads the database it is given and no other.
func TestRestartShowsWhatAnotherProgramSaved(t *testing.T) {
	path := seeded(t)
	store := openStore(t, path, db.Options{})
	d := openWith(t, ui.Options{Store: store, Mode: theme.Dark}, 120, 36)
	d.focusOn(model.NumberOfLevels)
	d.Press("3", "ctrl+s", "enter")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	tm := start(t, path, "--ascii")
	tm.WaitFor("( )1  ( )2  (*)3")
	leave(t, tm, "ctrl+q")
}

// A closed window leaves nothing behind that keeps the database locked.
func TestClosedWindowFreesTheDatabase(t *testing.T) {
	path := seeded(t)
	tm := start(t, path)
	tm.WaitFor("nothing changed")
	tm.HangUp()
	tm.Wait()
	again := start(t, path)
	again.WaitFor("nothing changed")
	leave(t, again, "ctrl+q")
}
