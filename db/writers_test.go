package db

import (
	"errors"
	"flag"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

var writerSaves = flag.Int("saves", 50, "how often each of twenty writers saves; 500 take a while under -race")

// Twenty people save at once, each starting over after a conflict. Every save
// that was acknowledged is in the history, once, in the place it was told.
func TestNoSaveIsLostBetweenWriters(t *testing.T) {
	const writers = 20
	saves := *writerSaves
	if testing.Short() {
		saves = min(saves, 20)
	}
	s := opened(t, created(t))
	s.db.NoSync = true // the disk is waited for in other tests
	var conflicts atomic.Int64
	var group sync.WaitGroup
	numbers := make([][]uint64, writers)
	for w := range writers {
		group.Go(func() {
			for i := range saves {
				number, err := saveUntilTaken(t, s, w*saves+i, &conflicts)
				if err != nil {
					t.Error(err)
					return
				}
				numbers[w] = append(numbers[w], number)
			}
		})
	}
	group.Wait()
	history := read(t, reopened(t, s)).History
	if len(history) != 1+writers*saves {
		t.Fatalf("%d revisions, want %d", len(history), 1+writers*saves)
	}
	t.Logf("%d writers, %d saves each, %d conflicts, 0 lost", writers, saves, conflicts.Load())
	for w := range writers {
		for i, number := range numbers[w] {
			if want := fmt.Sprint(w*saves + i); history[number-1].Note != want {
				t.Errorf("revision %d is %q, want %q", number, history[number-1].Note, want)
			}
		}
	}
}

func saveUntilTaken(t *testing.T, s *Store, n int, conflicts *atomic.Int64) (uint64, error) {
	next := numbered(t, n)
	current, err := s.Current()
	for err == nil {
		revision, saveErr := s.Save(current.Number, Edit{Settings: next}, fmt.Sprint(n), noon)
		conflict, isConflict := errors.AsType[*ConflictError](saveErr)
		if !isConflict {
			return revision.Number, saveErr
		}
		conflicts.Add(1)
		current = conflict.Theirs
	}
	return 0, err
}
