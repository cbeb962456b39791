package db

import (
	"errors"
	"os"
	"testing"
)

func TestPanicsBecomeErrors(t *testing.T) {
	var none []int
	for name, work := range map[string]func() error{
		"a panic":        func() error { panic("page 7 already freed") },
		"a slice's end":  func() error { return errors.New(string(rune(none[len(none)]))) },
		"a memory fault": func() error { return errors.New(string(rune(*(*int)(nil)))) },
	} {
		if _, ok := errors.AsType[*fault](guarded(work)); !ok {
			t.Errorf("%s came through", name)
		}
	}
	plain := errors.New("plain")
	if err := guarded(func() error { return plain }); err != plain {
		t.Errorf("an error became %v", err)
	}
}

// The file is cut off while it is open: the next look at its pages is a memory
// fault. The program lives, says so from then on, and can give up the lock.
func TestAFaultPoisonsTheStore(t *testing.T) {
	s := opened(t, created(t))
	sound := bytesOf(t, s.Path())
	if err := os.Truncate(s.Path(), 0); err != nil {
		t.Fatal(err)
	}
	_, first := s.Current()
	_, second := s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	if expect[*DamagedError](t, first) != expect[*DamagedError](t, second) {
		t.Errorf("first %v, then %v", first, second)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	write(string(sound))(t, s.Path())
	read(t, opened(t, s.Path()))
}
