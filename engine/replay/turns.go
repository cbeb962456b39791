package replay

import "sync"

// turns lets workers go on in order of their number, until one has failed.
type turns struct {
	mu    sync.Mutex
	moved *sync.Cond
	now   int
	over  bool
}

func newTurns() *turns {
	t := &turns{}
	t.moved = sync.NewCond(&t.mu)
	return t
}

// wait runs then when it is turn i, unless there was an error before. There are no
// more turns after an error, and whoever had it is told.
func (t *turns) wait(i int, err error, then func() error) (more bool, _ error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.now != i && !t.over {
		t.moved.Wait()
	}
	defer t.moved.Broadcast()
	if t.over {
		return false, nil
	}
	if err == nil {
		err = Guarded(then) // or the others would wait for ever
	}
	t.now++
	t.over = err != nil
	return !t.over, err
}

// end leaves no more turns to wait for.
func (t *turns) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.over = true
	t.moved.Broadcast()
}
