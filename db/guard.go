package db

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// fault is a panic or memory fault that came out of bbolt.
type fault struct{ cause any }

func (f *fault) Error() string { return fmt.Sprintf("reading it failed with %q", fmt.Sprint(f.cause)) }

// guarded does work that follows bbolt into the file's mapped pages. On a
// damaged page bbolt panics, or reads where nothing is mapped; either would end
// the program, and with it somebody's unsaved draft. It comes back as an error
// instead, and the bbolt handle must not be used again: its locks may be held.
func guarded(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = &fault{cause}
		}
	}()
	return work()
}

// guard does guarded work on the store, and gives its errors the path.
func (s *Store) guard(work func() error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return ErrClosed
	}
	if poison := s.poison.Load(); poison != nil {
		return poison.err
	}
	err := guarded(work)
	if f, ok := errors.AsType[*fault](err); ok {
		poison := &stop{&DamagedError{Path: s.path, Where: "one of its pages", Err: f}}
		s.poison.Store(poison)
		return poison.err
	}
	if damaged, ok := errors.AsType[*DamagedError](err); ok {
		damaged.Path = s.path
	}
	return err
}
