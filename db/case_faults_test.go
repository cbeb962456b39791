package db

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// Every write of every kind of change fails in turn, in every way: the answer is
// that of the file, and the same can be tried again.
func TestEveryWriteOfACaseFailsInTurn(t *testing.T) {
	t.Parallel()
	path := created(t)
	s := opened(t, path)
	keep(t, s, someCase(1))
	keep(t, s, someCase(30))
	s.Close()
	sound := snapshot(t, path)
	failed, told := 0, map[bool]int{}
	for _, change := range []struct {
		name string
		do   func(*Store) error
		done func([]Case) bool
	}{
		{"keep", func(s *Store) error { return s.KeepCase(someCase(40)) }, func(c []Case) bool { return len(c) == 3 }},
		{"replace", func(s *Store) error { return s.KeepCase(Case{Name: "case 1"}) }, func(c []Case) bool { return c[0].Text == nil }},
		{"drop", func(s *Store) error { return s.DropCase("case 1") }, func(c []Case) bool { return len(c) == 1 }},
		{"unpin", func(s *Store) error { return s.Pin("case 1", false) }, func(c []Case) bool { return !c[0].Pinned }},
	} {
		for _, kind := range faultKinds {
			for write := 1; write > 0; write++ {
				sound.restore(t)
				what := fmt.Sprintf("%s, write %d: %s", change.name, write, kind.name)
				saved, more := failCase(t, what, path, disk{fails: write, kind: kind}, change.do, change.done)
				if !more {
					break
				}
				failed++
				told[saved]++
			}
		}
	}
	t.Logf("%d failed writes of cases; saved: %v", failed, told)
	if len(told) < 2 {
		t.Error("some answer was never given")
	}
}

// failCase reports what was said, and more unless there are not so many writes.
func failCase(t *testing.T, what, path string, d disk, do func(*Store) error, done func([]Case) bool) (saved, more bool) {
	s := opened(t, path)
	defer s.Close()
	s.db.NoSync = d.kind.err != nil
	d.install(s)
	err := do(s)
	if d.writes < d.fails {
		return false, false
	}
	e, ok := errors.AsType[*WriteError](err)
	if !ok || e.Unclear != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if there := done(cases(t, s)); there != e.Saved {
		t.Errorf("%s: it says saved: %v, and in the file: %v", what, e.Saved, there)
	}
	s.db.NoSync = true
	if _, none := errors.AsType[*NoCaseError](do(s)); none != (e.Saved && strings.HasPrefix(what, "drop")) {
		t.Errorf("%s: trying again: %v", what, none)
	}
	s = reopened(t, s)
	defer s.Close()
	if !done(cases(t, s)) || len(s.Notices()) != 0 {
		t.Errorf("%s: after trying again: %v, notices: %q", what, cases(t, s), s.Notices())
	}
	return e.Saved, true
}

// A full disk keeps what is there.
func TestACaseAndAFullDisk(t *testing.T) {
	s := opened(t, created(t))
	hook := field[writeAt](s.db, "ops", "writeAt")
	*hook = func([]byte, int64) (int, error) { return 0, syscall.ENOSPC }
	if e := expect[*WriteError](t, s.KeepCase(someCase(1))); e.Saved || !strings.Contains(e.Hint(), "free some space") {
		t.Errorf("%v", e)
	}
	if kept := cases(t, s); len(kept) != 0 {
		t.Errorf("%v", kept)
	}
	keep(t, s, someCase(1))
}
