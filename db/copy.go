package db

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"referee/db/lasting"
)

// copyTo writes a verified copy into a folder; name gets its last revision and
// answers with its path. It appears there complete or not at all.
func (s *Store) copyTo(folder string, name func(revision uint64) string) error {
	temp, err := os.CreateTemp(folder, lasting.Beside)
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	var revision uint64
	err = s.view(func(tx *bolt.Tx) error {
		if state, err := readState(tx); err == nil { // an older schema may have none
			revision = state.Revision
		}
		_, err := tx.WriteTo(temp)
		return err
	})
	if err := errors.Join(err, turnHeaders(temp), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	r := verifyAs(temp.Name(), s.options.layout, false)
	if err := r.Err(); err != nil {
		return err
	}
	if err := os.Link(temp.Name(), name(revision)); err != nil {
		return err
	}
	return lasting.FlushFolder(folder)
}

// turnHeaders puts the two headers of a copy where bbolt will look for them when
// it next writes: the copy always has the newer one on the first page, where an
// odd one does not belong.
func turnHeaders(file *os.File) error {
	headers := readHeaders(file)
	if !headers[0].intact || headers[0].txid%2 == 0 {
		return nil
	}
	var first, second [headerSize]byte
	at := headers[0].pageSize + headerAt
	_, err0 := file.ReadAt(first[:], headerAt)
	_, err1 := file.ReadAt(second[:], at)
	if err := errors.Join(err0, err1); err != nil {
		return err
	}
	_, err0 = file.WriteAt(second[:], headerAt)
	_, err1 = file.WriteAt(first[:], at)
	return errors.Join(err0, err1)
}

// sweep removes what a program that was killed has left of a backup. Only the
// holder of the lock can know that nobody is still writing it.
func (s *Store) sweep(folder string) {
	if s.options.ReadOnly {
		return
	}
	left, _ := filepath.Glob(filepath.Join(folder, lasting.Beside))
	for _, path := range left {
		os.Remove(path)
	}
}
