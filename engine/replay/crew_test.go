package replay

import (
	"bytes"
	"errors"
	"sync/atomic"
	"testing"
)

// TestErrorEndsTheWork: after an error in one block no worker begins many more, and
// the error comes back once. A panic is an error too.
func TestErrorEndsTheWork(t *testing.T) {
	const workers, blocks = 4, 1_000
	l := &Load{sales: &sales{at: make([]int64, blocks*block)}}
	full := errors.New("the disk is full")
	put := func([]byte) error { return full }
	for name, work := range map[string]func(){"error": func() {}, "panic": func() { panic("a bug") }} {
		var began atomic.Int64
		err := l.eachBlock(t.Context(), workers, func(_, _, _ int, _ *bytes.Buffer) error {
			began.Add(1)
			work()
			return nil
		}, put)
		if began := began.Load(); began > 2*workers {
			t.Errorf("%s: %d of %d blocks were begun", name, began, blocks)
		}
		if _, crashed := errors.AsType[*Crash](err); err == nil || crashed != (name == "panic") || !crashed && err != full {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCrashBeforeTheOthers: whoever is in turn may crash while the others wait for it.
func TestCrashBeforeTheOthers(t *testing.T) {
	l := &Load{sales: &sales{at: make([]int64, 50*block)}}
	err := l.eachBlock(t.Context(), 3, func(_, _, _ int, _ *bytes.Buffer) error { return nil }, func([]byte) error { panic("a bug") })
	if _, crashed := errors.AsType[*Crash](err); !crashed {
		t.Error(err)
	}
	err = spread(t.Context(), 10_000, 100, 3, func(int, func(func(int))) { panic("a bug") })
	if _, crashed := errors.AsType[*Crash](err); !crashed {
		t.Error(err)
	}
}
