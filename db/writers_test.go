package db

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

// Twenty people save at once, each starting over after a conflict. Every save
// that was acknowledged is in the history, once, in the place it was told.
func TestNoSaveIsLostBetweenWriters(t *testing.T) {
	const writers, saves = 20, 25
	s := opened(t, created(t))
	var group sync.WaitGroup
	numbers := make([][]uint64, writers)
	for w := range writers {
		group.Go(func() {
			for i := range saves {
				number, err := saveUntilTaken(t, s, w*saves+i)
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
	for w := range writers {
		for i, number := range numbers[w] {
			if want := fmt.Sprint(w*saves + i); history[number-1].Note != want {
				t.Errorf("revision %d is %q, want %q", number, history[number-1].Note, want)
			}
		}
	}
}

func saveUntilTaken(t *testing.T, s *Store, n int) (uint64, error) {
	next := numbered(t, n)
	current, err := s.Current()
	for err == nil {
		revision, saveErr := s.Save(current.Number, Edit{Settings: next}, fmt.Sprint(n), noon)
		conflict, isConflict := errors.AsType[*ConflictError](saveErr)
		if !isConflict {
			return revision.Number, saveErr
		}
		current = conflict.Theirs
	}
	return 0, err
}
