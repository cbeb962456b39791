package db

import (
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// checkIdentity reads the one record whose form never changes, whatever the
// schema, and answers with the schema. It may come to hold more than this program
// knows of.
func checkIdentity(tx *bolt.Tx, path string, l layout) (schema int, err error) {
	const where = "the record that says what the file is"
	b := tx.Bucket([]byte(metaBucket))
	if b == nil || b.Get([]byte(identityKey)) == nil {
		return 0, &ForeignError{path, looksBolt}
	}
	payload, err := unseal(metaBucket, []byte(identityKey), b.Get([]byte(identityKey)))
	if err != nil {
		return 0, &DamagedError{Where: where, Err: err}
	}
	var identity identityRecord
	err = json.Unmarshal(payload, &identity)
	switch {
	case err != nil:
		return 0, &DamagedError{Where: where, Err: err}
	case identity.Program != program:
		return 0, &ForeignError{path, looksBolt}
	case identity.Schema > l.schema:
		return 0, &NewerError{path, identity.Schema, l.schema}
	case !l.reaches(identity.Schema):
		return 0, &DamagedError{Where: where, Err: fmt.Errorf("there is no schema %d", identity.Schema)}
	}
	return identity.Schema, nil
}
