package db

import (
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// Somebody rewrites one revision of sixty, with a right checksum. The recent
// ones are noticed at opening, all of them in the history.
func TestHistoryCannotBeRewritten(t *testing.T) {
	path, want := longHistory(t)
	sound := bytesOf(t, path)
	noticed := 0
	for _, r := range want.History {
		write(string(sound))(t, path)
		bolted(t, path, bolt.Options{}, func(tx *bolt.Tx) error {
			l, err := readLink(tx, r.Number)
			if err != nil {
				return err
			}
			l.record.Note = "rewritten"
			return put(tx, revisionBucket, rowKey(r.Number), l.record)
		})
		s, err := Open(path, Options{ReadOnly: true})
		if old := r.Number+recent <= uint64(len(want.History)); old != (err == nil) {
			t.Errorf("revision %d of %d: opening: %v", r.Number, len(want.History), err)
		}
		if err == nil {
			_, one := s.Revision(r.Number)
			expect[*DamagedError](t, one)
			_, err = s.History()
			s.Close()
		}
		if e := expect[*DamagedError](t, err); e.Where == rowName(revisionBucket, r.Number) && errors.Is(err, errChain) {
			noticed++
		}
	}
	t.Logf("%d rewritten revisions, noticed and named: %d", len(want.History), noticed)
	if noticed != len(want.History) {
		t.Errorf("%d of %d were named", noticed, len(want.History))
	}
}

func TestDigestText(t *testing.T) {
	d := hashOf(catalogBucket, rowKey(1), []byte("sealrecord"))
	text, err := d.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	var back digest
	if err := back.UnmarshalText(text); err != nil || back != d {
		t.Errorf("%s came back as %v: %v", text, back, err)
	}
	for _, bad := range []string{"", "00", string(text) + "0", "x" + string(text[1:])} {
		if err := new(digest).UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
