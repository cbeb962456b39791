package db

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// digest is the SHA-256 of a record, written as 64 hexadecimal digits. The zero
// digest stands for "there is nothing before".
type digest [sha256.Size]byte

// MarshalText writes the digits.
func (d digest) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, d[:]), nil }

// UnmarshalText reads the digits.
func (d *digest) UnmarshalText(text []byte) error {
	if len(text) != hex.EncodedLen(len(d)) {
		return fmt.Errorf("a hash has %d digits instead of %d", len(text), hex.EncodedLen(len(d)))
	}
	_, err := hex.Decode(d[:], text)
	return err
}

// xor joins the hashes of records whose order does not matter: a second time takes
// one out again.
func (d digest) xor(other digest) digest {
	for i := range d {
		d[i] ^= other[i]
	}
	return d
}

// hashOf is the hash of a sealed record: of where it stands and all it says.
func hashOf(bucket string, key, value []byte) digest {
	h := sha256.New()
	h.Write([]byte(bucket))
	h.Write([]byte{0}) // no bucket's name holds a zero byte
	h.Write(key)
	h.Write(value[sealSize:])
	return digest(h.Sum(nil))
}

var errChain = errors.New("it is not the record that the ones after it were built on")

// link is a revision with its place in the chain. Every revision record carries
// the hash of the one before, and the record of the last revision carries the
// hash of the last: so the last hash stands for all of history.
type link struct {
	revision model.Revision
	record   revisionRecord
	hash     digest
	catalog  catalogVersion
}

func readLink(tx *bolt.Tx, number uint64) (link, error) {
	var l link
	where, key := rowName(revisionBucket, number), rowKey(number)
	err := get(tx, revisionBucket, key, where, &l.record)
	if err != nil {
		return link{}, err
	}
	if l.revision, err = l.record.revision(number); err != nil {
		return link{}, &DamagedError{Where: where, Err: err}
	}
	l.catalog = catalogVersion{l.record.Catalog, l.record.CatalogHash}
	l.hash = hashOf(revisionBucket, key, tx.Bucket([]byte(revisionBucket)).Get(key))
	return l, nil
}

// walkChain shows the revisions from the last one down to first, each checked
// against the hash that the one after it carries.
func walkChain(tx *bolt.Tx, first uint64, visit func(link)) error {
	state, err := readState(tx)
	if err != nil {
		return err
	}
	want := state.Hash
	for number := state.Revision; number >= first && number > 0; number-- {
		l, err := readLink(tx, number)
		if err == nil && (l.hash != want || number == 1 && l.record.Previous != digest{}) {
			err = &DamagedError{Where: rowName(revisionBucket, number), Err: errChain}
		}
		if err != nil {
			return err
		}
		visit(l)
		want = l.record.Previous
	}
	return nil
}

// recent is how many revisions are checked whenever a database is opened. All
// are checked by [Store.History] and [Verify].
const recent = 8

func checkRecent(tx *bolt.Tx) error {
	state, err := readState(tx)
	if err != nil {
		return err
	}
	first := uint64(1)
	if state.Revision > recent {
		first = state.Revision - recent + 1
	}
	return walkChain(tx, first, func(link) {})
}
