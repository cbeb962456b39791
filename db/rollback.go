package db

import (
	"errors"
	"fmt"
	"io/fs"

	bolt "go.etcd.io/bbolt"
)

// compare holds the file against its anchor. broken is what is wrong with the
// file's two headers, nil if nothing is: with one header left bbolt may have gone
// back by a save, and the anchor knows whether it did.
func (s *Store) compare(tx *bolt.Tx, broken error) error {
	now, err := anchorOf(tx)
	if err != nil {
		return err
	}
	if s.options.accepting {
		return nil
	}
	kept, err := loadAnchor(s.besides(anchorSuffix))
	switch {
	case err != nil && broken != nil:
		return broken
	case err != nil:
		s.missingAnchor(err, now)
		return nil
	}
	if err := s.rolledBack(tx, kept, now); err != nil {
		return err
	}
	switch {
	case broken != nil && kept != now:
		return broken // the anchor may lag, so it cannot say that nothing is missing
	case broken != nil:
		s.notice("one of the two copies of the header of %q was broken; nothing is missing, and the next save mends it", s.path)
	case kept != now && !s.options.ReadOnly:
		s.setAnchor(now)
	}
	return nil
}

// rolledBack wants the anchor's revision to be there, with the anchor's hash, and
// no change of the kept cases to be missing.
func (s *Store) rolledBack(tx *bolt.Tx, kept, now anchor) error {
	back := &RolledBackError{Path: s.path, Have: now.revision, Want: kept.revision, Anchor: s.besides(anchorSuffix)}
	if now.revision < kept.revision {
		return back
	}
	// Not read as a revision: its form may be that of an older schema.
	value := tx.Bucket([]byte(revisionBucket)).Get(rowKey(kept.revision))
	if len(value) < sealSize {
		return &DamagedError{Where: rowName(revisionBucket, kept.revision), Err: errMissing}
	}
	if now.shelved < kept.shelved {
		back.Cases = kept.shelved - now.shelved
		return back
	}
	if hashOf(revisionBucket, rowKey(kept.revision), value) != kept.hash || now.shelved == kept.shelved && now.shelf != kept.shelf {
		back.Other = true
		return back
	}
	return nil
}

func (s *Store) missingAnchor(err error, now anchor) {
	path, what := s.besides(anchorSuffix), "is missing"
	if !errors.Is(err, fs.ErrNotExist) {
		what = fmt.Sprintf("cannot be used (%v)", Reason(err))
	}
	made := ""
	if !s.options.ReadOnly {
		made = " and is made anew"
	}
	s.notice("the file %q %s%s; so it cannot be said whether the database was put back to an older state meanwhile", path, what, made)
	if !s.options.ReadOnly {
		s.setAnchor(now)
	}
}

// setAnchor never fails a save: the change is on the disk already, and an anchor
// that lags is only less watchful.
func (s *Store) setAnchor(now anchor) {
	path := s.besides(anchorSuffix)
	if err := now.advance(path); err != nil {
		s.notice("the file %q cannot be written (%v); saving works, but a database put back to an older state might not be noticed", path, Reason(err))
	}
}

// Notices are sentences about what was found while opening and saving that is
// no error but worth knowing: each says what it means. Usually there are none.
func (s *Store) Notices() []string {
	s.noticing.Lock()
	defer s.noticing.Unlock()
	return append([]string(nil), s.notices...)
}

func (s *Store) notice(format string, args ...any) {
	s.noticing.Lock()
	defer s.noticing.Unlock()
	text := fmt.Sprintf(format, args...)
	for _, known := range s.notices {
		if known == text {
			return
		}
	}
	s.notices = append(s.notices, text)
}
