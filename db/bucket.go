package db

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// The buckets of the file and the keys of the one that is not a list of rows.
const (
	program = "referee" // in the identity record

	metaBucket  = "meta"
	identityKey = "identity"
	stateKey    = "state"
	shelfKey    = "cases"

	revisionBucket = "revisions"
	catalogBucket  = "catalogs"
	programBucket  = "programs"
	caseBucket     = "cases"
)

// rowName is a record as an error names it.
func rowName(bucket string, number uint64) string {
	switch bucket {
	case revisionBucket:
		return fmt.Sprintf("revision %d", number)
	case catalogBucket:
		return fmt.Sprintf("version %d of the catalog", number)
	}
	return fmt.Sprintf("record %d of %s", number, bucket)
}

// get reads one record; where is its name for people.
func get(tx *bolt.Tx, bucket string, key []byte, where string, record any) error {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return &DamagedError{Where: where, Err: errMissing}
	}
	if err := decode(bucket, key, b.Get(key), record); err != nil {
		return &DamagedError{Where: where, Err: err}
	}
	return nil
}

// put writes one record, and the bucket if it is the first in it.
func put(tx *bolt.Tx, bucket string, key []byte, record any) error {
	b, err := tx.CreateBucketIfNotExists([]byte(bucket))
	if err != nil {
		return err
	}
	value, err := encode(bucket, key, record)
	if err != nil {
		return err
	}
	return b.Put(key, value)
}

// readRows reads a list, whose keys must be 1, 2, 3 … up to its length.
func readRows[R any](tx *bolt.Tx, bucket string, length uint64) ([]R, error) {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return nil, &DamagedError{Where: "the list of " + bucket, Err: errMissing}
	}
	var rows []R
	cursor := b.Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		number := uint64(len(rows) + 1)
		if got, err := readRowKey(key); err != nil || got != number || number > length {
			return nil, &DamagedError{Where: "the list of " + bucket, Err: fmt.Errorf("row %d is not where it belongs", number)}
		}
		var row R
		if err := decode(bucket, key, value, &row); err != nil {
			return nil, &DamagedError{Where: rowName(bucket, number), Err: err}
		}
		rows = append(rows, row)
	}
	if uint64(len(rows)) != length {
		return nil, &DamagedError{Where: "the list of " + bucket, Err: fmt.Errorf("it has %d rows instead of %d", len(rows), length)}
	}
	return rows, nil
}

// writeRows writes a list from row 1 on, in the place of the one before.
func writeRows[R any](tx *bolt.Tx, bucket string, rows []R) error {
	b, err := tx.CreateBucketIfNotExists([]byte(bucket))
	if err != nil {
		return err
	}
	for i, row := range rows {
		if err := put(tx, bucket, rowKey(uint64(i+1)), row); err != nil {
			return err
		}
	}
	cursor := b.Cursor()
	for key, _ := cursor.Seek(rowKey(uint64(len(rows) + 1))); key != nil; key, _ = cursor.Next() {
		if err := cursor.Delete(); err != nil {
			return err
		}
	}
	return nil
}
