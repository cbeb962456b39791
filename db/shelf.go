package db

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// shelfRecord stands for all kept cases: a lost one, or an old one in its place,
// would be sound in itself. It is missing in a file that never held a case.
type shelfRecord struct {
	Changes uint64 `json:"changes"` // ever made; it never falls, so it tells older from newer
	Cases   uint64 `json:"cases"`   // how many there are
	Hash    digest `json:"hash"`    // the exclusive or of the hashes of all of them
}

func readShelf(tx *bolt.Tx) (shelfRecord, error) {
	var shelf shelfRecord
	if meta := tx.Bucket([]byte(metaBucket)); meta == nil || meta.Get([]byte(shelfKey)) == nil {
		return shelf, nil
	}
	err := get(tx, metaBucket, []byte(shelfKey), "the record of the kept cases", &shelf)
	return shelf, err
}

// readCases reads all of them and holds them against what stands for them.
func readCases(tx *bolt.Tx) ([]Case, error) {
	const where = "the list of kept cases"
	shelf, err := readShelf(tx)
	if err != nil {
		return nil, err
	}
	var cases []Case
	var hash digest
	if b := tx.Bucket([]byte(caseBucket)); b != nil {
		err = b.ForEach(func(key, value []byte) error {
			var record caseRecord
			if err := decode(caseBucket, key, value, &record); err != nil {
				return &DamagedError{Where: caseName(key), Err: err}
			}
			c, err := newCase(string(key), record)
			if err != nil {
				return &DamagedError{Where: caseName(key), Err: err}
			}
			cases, hash = append(cases, c), hash.xor(hashOf(caseBucket, key, value))
			return nil
		})
	}
	switch {
	case err != nil:
		return nil, err
	case uint64(len(cases)) != shelf.Cases:
		return nil, &DamagedError{Where: where, Err: fmt.Errorf("it has %d rows instead of %d", len(cases), shelf.Cases)}
	case hash != shelf.Hash:
		return nil, &DamagedError{Where: where, Err: errOtherCases}
	}
	return cases, nil
}

var errOtherCases = errors.New("they are not the ones that were kept last")

func caseName(key []byte) string { return fmt.Sprintf("the case %q", key) }

// shelve changes one case: next says what is to stand in the place of what is
// kept, nil for nothing, on either side.
func (s *Store) shelve(name string, next func(*caseRecord) (*caseRecord, error)) error {
	if s.options.ReadOnly {
		return &ReadOnlyError{s.path}
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	var wanted *caseRecord
	err := s.transact(
		func(tx *bolt.Tx) error {
			kept, err := readCase(tx, name)
			if err != nil {
				return err
			}
			if wanted, err = next(kept); err != nil {
				return err
			}
			if sameCase(kept, wanted) {
				return errAlready
			}
			if err := writeCase(tx, name, kept, wanted); err != nil {
				return s.refused(err)
			}
			return nil
		},
		func(tx *bolt.Tx) (bool, error) {
			kept, err := readCase(tx, name)
			return err == nil && sameCase(kept, wanted), err
		},
	)
	if errors.Is(err, errAlready) {
		return nil
	}
	return err
}

func sameCase(a, b *caseRecord) bool { return a == b || a != nil && b != nil && *a == *b }

// readCase is one case, nil if there is none of that name.
func readCase(tx *bolt.Tx, name string) (*caseRecord, error) {
	b := tx.Bucket([]byte(caseBucket))
	if b == nil || b.Get([]byte(name)) == nil {
		return nil, nil
	}
	var record caseRecord
	err := get(tx, caseBucket, []byte(name), caseName([]byte(name)), &record)
	return &record, err
}

// writeCase puts one record in the place of another, and what stands for all of
// them with it.
func writeCase(tx *bolt.Tx, name string, kept, wanted *caseRecord) error {
	shelf, err := readShelf(tx)
	if err != nil {
		return err
	}
	key := []byte(name)
	if kept != nil {
		b := tx.Bucket([]byte(caseBucket))
		shelf.Cases, shelf.Hash = shelf.Cases-1, shelf.Hash.xor(hashOf(caseBucket, key, b.Get(key)))
		if err := b.Delete(key); err != nil {
			return err
		}
	}
	if wanted != nil {
		if shelf.Cases >= MaxCases {
			return &CaseError{name, "is one too many", "drop some that are not needed any more"}
		}
		if err := put(tx, caseBucket, key, *wanted); err != nil {
			return err
		}
		value := tx.Bucket([]byte(caseBucket)).Get(key)
		shelf.Cases, shelf.Hash = shelf.Cases+1, shelf.Hash.xor(hashOf(caseBucket, key, value))
	}
	shelf.Changes++
	return put(tx, metaBucket, []byte(shelfKey), shelf)
}
