package db

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// ChangeID tells one change from all others, whoever made it. It is kept with
// the revision. After an error it answers the question whether the change is in
// the file, which a number cannot: another one may have taken it. The zero
// ChangeID is none.
type ChangeID [16]byte

// NewChangeID makes an id nobody had before, from the system's random numbers.
func NewChangeID() ChangeID {
	var id ChangeID
	rand.Read(id[:]) // ends the program rather than fail
	return id
}

// MarshalText writes 32 hexadecimal digits.
func (c ChangeID) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, c[:]), nil }

// UnmarshalText reads 32 hexadecimal digits.
func (c *ChangeID) UnmarshalText(text []byte) error {
	if len(text) != hex.EncodedLen(len(c)) {
		return fmt.Errorf("a change's id has %d digits instead of %d", len(text), hex.EncodedLen(len(c)))
	}
	_, err := hex.Decode(c[:], text)
	return err
}

// Find looks for a change, from the last revision back. There may be none: then
// the change was never saved.
func (s *Store) Find(change ChangeID) (revision model.Revision, found bool, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		return walkChain(tx, 1, func(l link) {
			if l.record.Change == change && !found {
				revision, found = l.revision, true
			}
		})
	})
	return revision, found, err
}
