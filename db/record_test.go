package db

import (
	"encoding/binary"
	"errors"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// A record whose checksum is right can still be wrong: written by a faulty
// version, or by hand. Each is refused, and the message says where it stands.
func TestSealedRecordsAreNotBelievedEither(t *testing.T) {
	revision := func(edit func(*revisionRecord)) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			first, err := currentLink(tx)
			if err != nil {
				return err
			}
			edit(&first.record)
			_, err = writeLink(tx, 1, first.record, 2)
			return err
		}
	}
	catalog := func(edit func(*catalogRecord)) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			record := newCatalogRecord(sample(t))
			edit(&record)
			hash, err := hashAt(1, record)
			return errors.Join(err, put(tx, catalogBucket, rowKey(1), record),
				revision(func(r *revisionRecord) { r.CatalogHash = hash })(tx))
		}
	}
	mask := func(edit func(*maskRecord)) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			masks, err := readRows[maskRecord](tx, programBucket, 2)
			if err != nil {
				return err
			}
			edit(&masks[0])
			return writeRows(tx, programBucket, masks)
		}
	}
	type fields = map[string]any
	for _, test := range []struct {
		name   string
		change func(*bolt.Tx) error
		where  string
	}{
		{"a setting unknown", revision(func(r *revisionRecord) { r.Settings["tenth"] = "true" }), "revision 1"},
		{"a setting missing", revision(func(r *revisionRecord) { delete(r.Settings, "credit") }), "revision 1"},
		{"a setting's value unknown", revision(func(r *revisionRecord) { r.Settings["credit"] = "both" }), "revision 1"},
		{"settings that Parse refuses", revision(func(r *revisionRecord) { r.Settings["pay_for"] = "" }), "revision 1"},
		{"a revision too many", putting(revisionBucket, rowKey(2), revisionRecord{}), "the list of revisions"},
		{"a count too high", putting(metaBucket, []byte(stateKey), stateRecord{Revision: 2}), "the list of revisions"},
		{"a revision without the one before", revision(func(r *revisionRecord) { r.Previous[0] = 1 }), "revision 1"},
		{"a revision that is not the one saved", putting(revisionBucket, rowKey(1), newRevisionRecord(model.Revision{Number: 1, At: noon, Settings: levels(t, 3)})), "revision 1"},
		{"a revision of a catalog that is not there", revision(func(r *revisionRecord) { r.Catalog = 2 }), "version 2 of the catalog"},
		{"revisions from another number on", moving(revisionBucket, 1, 7), "the list of revisions"},
		{"a key of another kind", putting(revisionBucket, []byte("x"), revisionRecord{}), "the list of revisions"},
		{"no revisions", dropping(revisionBucket), "the list of revisions"},
		{"no count", deleting(metaBucket, []byte(stateKey)), "the record of the last revision"},
		{"a program of another revision", mask(func(r *maskRecord) { r.Revision = 9 }), "record 1 of programs"},
		{"a program that shows something else", mask(func(r *maskRecord) { r.Shows = r.Shows[1:] }), "record 1 of programs"},
		{"a program that shows a thing twice", mask(func(r *maskRecord) { r.Shows = append(r.Shows, r.Shows[0]) }), "record 1 of programs"},
		{"a program of another name", mask(func(r *maskRecord) { r.Program = "SILVER" }), "record 1 of programs"},
		{"a program missing", deleting(programBucket, rowKey(2)), "the list of programs"},
		{"programs in each other's place", moving(programBucket, 1, 2), "the list of programs"},
		{"a catalog that is not the one saved", putting(catalogBucket, rowKey(1), catalogRecord{Currency: "USD"}), "version 1 of the catalog"},
		{"no catalog", dropping(catalogBucket), "version 1 of the catalog"},
		{"fewer programs than records of them", catalog(func(r *catalogRecord) { r.Programs, r.Partners = r.Programs[:1], nil }), "the list of programs"},
		{"a payout unknown", catalog(func(r *catalogRecord) { r.Programs[0].Payout = "never" }), "version 1 of the catalog"},
		{"a cell unknown", catalog(func(r *catalogRecord) { r.Programs[0].Default["level4.sale.percent"] = 1 }), "version 1 of the catalog"},
		{"a rate out of range", catalog(func(r *catalogRecord) { r.Programs[0].Default["level1.sale.percent"] = -1 }), "version 1 of the catalog"},
		{"a partner in no known program", catalog(func(r *catalogRecord) { r.Partners[0].Programs = []string{"LEAD"} }), "version 1 of the catalog"},
		{"a partner that is its own parent", catalog(func(r *catalogRecord) { r.Partners[0].Parent = "zoe" }), "version 1 of the catalog"},
		{"a currency unknown", catalog(func(r *catalogRecord) { r.Currency = "XXX" }), "version 1 of the catalog"},
		{"an unknown field", putting(catalogBucket, rowKey(1), fields{"currency": "USD", "rank": 1}), "version 1 of the catalog"},
		{"a field of another type", putting(catalogBucket, rowKey(1), fields{"currency": 10.5}), "version 1 of the catalog"},
	} {
		path := created(t)
		bolted(t, path, bolt.Options{}, test.change)
		os.Remove(path + anchorSuffix) // which would not know this first revision
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
	value, err := encode(catalogBucket, key, linkRecord{"a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	seal := func(payload string) []byte {
		return append(binary.BigEndian.AppendUint32(nil, checksum(catalogBucket, key, []byte(payload))), payload...)
	}
	for name, test := range map[string]struct {
		bucket     string
		key, value []byte
		want       error
	}{
		"nothing":        {catalogBucket, key, nil, errMissing},
		"too short":      {catalogBucket, key, value[:3], errShort},
		"cut off":        {catalogBucket, key, value[:len(value)-1], errChecksum},
		"another key":    {catalogBucket, rowKey(8), value, errChecksum},
		"another bucket": {programBucket, key, value, errChecksum},
	} {
		if err := decode(test.bucket, test.key, test.value, new(linkRecord)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want: %v", name, err, test.want)
		}
	}
	for _, payload := range []string{"", "[]", `{"code":"a"} {}`, `{"code":"a"}x`, `{"code":"a","Url":1}`, `{"code":"a"`} {
		if err := decode(catalogBucket, key, seal(payload), new(linkRecord)); err == nil || errors.Is(err, errChecksum) {
			t.Errorf("the record %s: %v", payload, err)
		}
	}
	for i := range len(value) * 8 {
		value[i/8] ^= 1 << (i % 8)
		if err := decode(catalogBucket, key, value, new(linkRecord)); err == nil {
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
