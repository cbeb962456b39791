package db

import (
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// handle is the open file. After a failed commit a [Store] gets another one.
type handle struct {
	db   *bolt.DB
	file *os.File    // the one bbolt works on
	info fs.FileInfo // of file, to tell it from one that takes its place
}

// close gives up the lock and the file. After a fault bbolt's own Close can wait
// for ever, so bbolt is left as it is; what others wait for is the lock.
func (h handle) close(poisoned bool) error {
	var err error
	if h.db != nil && !poisoned {
		err = h.db.Close()
	} else {
		unlock(h.file)
	}
	h.file.Close() // bbolt has closed it already, unless it failed at that
	return err
}

// stop is why a store cannot be used any more.
type stop struct{ err error }

// Close gives up the lock and the file. A second Close does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	poisoned := s.poison.Load() != nil
	if err := s.close(poisoned); err != nil && !poisoned {
		return &AccessError{s.path, err}
	}
	return nil
}

// reopen takes the store from a handle whose commit failed to a new one. What a
// commit that failed has left in memory is not believed; the file is.
func (s *Store) reopen() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.close(s.poison.Load() != nil)
	next, err := open(s.path, s.options)
	if err == nil && !os.SameFile(s.info, next.info) {
		next.Close()
		err = &ReplacedError{Path: s.path}
	}
	if err != nil {
		s.poison.Store(&stop{err})
		return err
	}
	s.handle = next.handle
	for _, text := range next.notices {
		s.notice("%s", text)
	}
	s.poison.Store(nil)
	return nil
}

// settle finds out, after a commit that ended with an error, whether the change
// is in the file all the same: the error may have come after the last write.
func (s *Store) settle(failed *WriteError, there func(*bolt.Tx) (bool, error)) {
	failed.Unclear = s.reopen()
	if failed.Unclear != nil {
		return
	}
	failed.Unclear = s.view(func(tx *bolt.Tx) (err error) {
		failed.Saved, err = there(tx)
		return err
	})
}
