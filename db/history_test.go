package db

import (
	"testing"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// sixRevisions is a database with six revisions and a backup of the third, the catalog changed with the fourth.
func sixRevisions(t *testing.T) string {
	s := opened(t, created(t))
	for base := uint64(1); base < 6; base++ {
		edit := Edit{Settings: numbered(t, int(base))}
		if base == 3 {
			edit.Catalog = edited(t, sample(t), func(d *model.CatalogDraft) { d.Partners[0].Name = "Zoë" })
		}
		if _, err := s.Save(base, edit, "", noon); err != nil {
			t.Fatal(err)
		}
		if base == 2 {
			if _, err := s.Backup(noon); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.Close()
	return s.Path()
}

func flipping(bucket string, number uint64) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(bucket))
		value := append([]byte(nil), b.Get(rowKey(number))...)
		value[len(value)/2] ^= 1
		return b.Put(rowKey(number), value)
	}
}

func rewriting(number uint64) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		l, err := readLink(tx, number)
		if err != nil {
			return err
		}
		l.record.Note = "rewritten"
		return put(tx, revisionBucket, rowKey(number), l.record)
	}
}
