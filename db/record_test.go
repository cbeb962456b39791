package db

import (
	"encoding/binary"
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// A record whose checksum is right can still be wrong: written by a faulty
// version, or by hand. Each is refused, and the message says where it stands.
func TestSealedRecordsAreNotBelievedEither(t *testing.T) {
	revision := func(edit func(*revisionRecord)) func(*bolt.Tx) error {
		record := newRevisionRecord(model.Revision{Number: 1, At: noon, Settings: model.Defaults()}, digest{})
		edit(&record)
		return func(tx *bolt.Tx) error { return writeLink(tx, 1, record) }
	}
	program := func(edit func(*programRecord)) func(*bolt.Tx) error {
		p := ProgramRecord{sample(t).Programs()[0], 1, MaskOf(model.Defaults())}
		record := newProgramRecord(p)
		edit(&record)
		return putting(programBucket, rowKey(1), record)
	}
	type fields = map[string]any
	for _, test := range []struct {
		name   string
		change func(*bolt.Tx) error
		where  string
	}{
		{"a setting unknown", revision(func(r *revisionRecord) { r.Settings["tenth"] = "true" }), "row 1 of revisions"},
		{"a setting missing", revision(func(r *revisionRecord) { delete(r.Settings, "credit") }), "row 1 of revisions"},
		{"a setting's value unknown", revision(func(r *revisionRecord) { r.Settings["credit"] = "both" }), "row 1 of revisions"},
		{"settings that Parse refuses", revision(func(r *revisionRecord) { r.Settings["pay_for"] = "" }), "row 1 of revisions"},
		{"a revision too many", putting(revisionBucket, rowKey(2), revisionRecord{}), "the list of revisions"},
		{"a count too high", putting(metaBucket, []byte(stateKey), stateRecord{Revision: 2}), "the list of revisions"},
		{"a revision without the one before", revision(func(r *revisionRecord) { r.Previous[0] = 1 }), "row 1 of revisions"},
		{"a revision that is not the one saved", putting(revisionBucket, rowKey(1), newRevisionRecord(model.Revision{Number: 1, At: noon, Settings: levels(t, 3)}, digest{})), "row 1 of revisions"},
		{"revisions from another number on", moving(revisionBucket, 1, 7), "the list of revisions"},
		{"a key of another kind", putting(revisionBucket, []byte("x"), revisionRecord{}), "the list of revisions"},
		{"no revisions", dropping(revisionBucket), "the list of revisions"},
		{"no count", deleting(metaBucket, []byte(stateKey)), "the record of the last revision"},
		{"a program of another revision", program(func(r *programRecord) { r.Revision = 9 }), "row 1 of programs"},
		{"a program that shows something else", program(func(r *programRecord) { r.Shows = r.Shows[1:] }), "row 1 of programs"},
		{"a program that shows a thing twice", program(func(r *programRecord) { r.Shows = append(r.Shows, r.Shows[0]) }), "row 1 of programs"},
		{"a payout unknown", program(func(r *programRecord) { r.Payout = "never" }), "row 1 of programs"},
		{"a cell unknown", program(func(r *programRecord) { r.Default["level4.sale.percent"] = 1 }), "row 1 of programs"},
		{"a rate out of range", program(func(r *programRecord) { r.Default["level1.sale.percent"] = -1 }), "the catalog"},
		{"a partner in no known program", putting(partnerBucket, rowKey(1), partnerRecord{Code: "zoe", Programs: []string{"LEAD"}}), "the catalog"},
		{"a partner that is its own parent", putting(partnerBucket, rowKey(1), partnerRecord{Code: "zoe", Parent: "zoe"}), "the catalog"},
		{"an unknown field", putting(partnerBucket, rowKey(1), fields{"code": "zoe", "rank": 1}), "row 1 of partners"},
		{"a field of another type", putting(productBucket, rowKey(1), fields{"code": "X", "price": 10.5}), "row 1 of products"},
		{"a partner missing", deleting(partnerBucket, rowKey(2)), "the list of partners"},
		{"the last link missing", deleting(linkBucket, rowKey(1)), "the list of links"},
		{"a currency unknown", putting(metaBucket, []byte(catalogKey), catalogRecord{Currency: "XXX", Partners: 3, Programs: 2, Products: 2, Links: 1}), "the record of the catalog"},
		{"a record in another's place", moving(partnerBucket, 1, 2), "the list of partners"},
	} {
		path := created(t)
		bolted(t, path, bolt.Options{}, test.change)
		_, err := openedContents(path)
		damaged := expect[*DamagedError](t, err)
		if damaged.Where != test.where || damaged.Path != path {
			t.Errorf("%s: %v\nwant it at %s", test.name, damaged, test.where)
		}
	}
}

// openedContents is what a person sees of a file, or why not.
func openedContents(path string) (contents, error) {
	s, err := Open(path, Options{})
	if err != nil {
		return contents{}, err
	}
	defer s.Close()
	return contentsOf(s)
}

func TestUnsealing(t *testing.T) {
	key := rowKey(7)
	value, err := encode(linkBucket, key, linkRecord{"a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	seal := func(payload string) []byte {
		return append(binary.BigEndian.AppendUint32(nil, checksum(linkBucket, key, []byte(payload))), payload...)
	}
	for name, test := range map[string]struct {
		bucket     string
		key, value []byte
		want       error
	}{
		"nothing":        {linkBucket, key, nil, errMissing},
		"too short":      {linkBucket, key, value[:3], errShort},
		"cut off":        {linkBucket, key, value[:len(value)-1], errChecksum},
		"another key":    {linkBucket, rowKey(8), value, errChecksum},
		"another bucket": {partnerBucket, key, value, errChecksum},
	} {
		if err := decode(test.bucket, test.key, test.value, new(linkRecord)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want: %v", name, err, test.want)
		}
	}
	for _, payload := range []string{"", "[]", `{"code":"a"} {}`, `{"code":"a"}x`, `{"code":"a","Url":1}`, `{"code":"a"`} {
		if err := decode(linkBucket, key, seal(payload), new(linkRecord)); err == nil || errors.Is(err, errChecksum) {
			t.Errorf("the record %s: %v", payload, err)
		}
	}
	for i := range len(value) * 8 {
		value[i/8] ^= 1 << (i % 8)
		if err := decode(linkBucket, key, value, new(linkRecord)); err == nil {
			t.Errorf("bit %d flipped: not noticed", i)
		}
		value[i/8] ^= 1 << (i % 8)
	}
}

func putting(bucket string, key []byte, record any) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error { return put(tx, bucket, key, record) }
}

func deleting(bucket string, key []byte) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error { return tx.Bucket([]byte(bucket)).Delete(key) }
}

func dropping(bucket string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(bucket)) }
}

// moving puts a record, as it is, under another number.
func moving(bucket string, from, to uint64) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		value := append([]byte(nil), b.Get(rowKey(from))...)
		return errors.Join(b.Delete(rowKey(from)), b.Put(rowKey(to), value))
	}
}
