package db

import (
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// edited is a catalog after an edit of its draft.
func edited(t testing.TB, c model.Catalog, edit func(*model.CatalogDraft)) model.Catalog {
	t.Helper()
	d := c.Draft()
	d.Partners = append([]model.Partner(nil), d.Partners...)
	d.Programs = append([]model.Program(nil), d.Programs...)
	edit(&d)
	next, problems := d.Parse()
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return next
}

func versions(t *testing.T, s *Store) (n int) {
	t.Helper()
	err := s.view(func(tx *bolt.Tx) error {
		n = tx.Bucket([]byte(catalogBucket)).Stats().KeyN
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A story of four revisions: the catalog stays, changes, stays, and comes back.
func TestEveryRevisionKeepsItsCatalog(t *testing.T) {
	s := opened(t, created(t))
	old := sample(t)
	next := edited(t, old, func(d *model.CatalogDraft) {
		d.Programs = append([]model.Program{{Name: "SILVER", Payout: model.UpFront}}, d.Programs[0])
		d.Partners[0].Programs = nil
	})
	saved(t, s, 1, levels(t, 3), "settings only")
	if r, err := s.Save(2, Edit{Settings: levels(t, 3), Catalog: next}, "the catalog", noon); err != nil || r.Catalog != 2 {
		t.Fatalf("catalog %d, %v", r.Catalog, err)
	}
	if _, err := s.Save(3, Edit{Settings: levels(t, 3), Catalog: next}, "again", noon); !errors.Is(err, ErrUnchanged) {
		t.Errorf("saving the same twice: %v", err)
	}
	if _, err := s.Save(3, Edit{Settings: levels(t, 1), Catalog: next}, "the same catalog", noon); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Restore(4, 2, "back", noon); err != nil || r.Catalog != 1 || r.Settings != levels(t, 3) {
		t.Fatalf("restored %+v, %v", r, err)
	}
	s = reopened(t, s)
	for number, want := range []model.Catalog{1: old, 2: old, 3: next, 4: next, 5: old} {
		if number == 0 {
			continue
		}
		got, err := s.CatalogAt(uint64(number))
		if err != nil {
			t.Fatal(err)
		}
		if d := diff(want.Draft(), got.Draft()); d != "" {
			t.Errorf("catalog of revision %d (-want +got):\n%s", number, d)
		}
	}
	if n := versions(t, s); n != 2 {
		t.Errorf("%d versions are stored, want 2", n)
	}
	_, err := s.CatalogAt(6)
	expect[*RevisionError](t, err)
}

// C8: the program records follow a changed catalog, and a restored one.
func TestProgramRecordsFollowTheCatalog(t *testing.T) {
	s := opened(t, created(t))
	one := edited(t, sample(t), func(d *model.CatalogDraft) { d.Programs, d.Partners = d.Programs[1:], nil })
	none := edited(t, one, func(d *model.CatalogDraft) { d.Programs = nil })
	for i, test := range []struct {
		catalog model.Catalog
		want    int
	}{{one, 1}, {none, 0}, {sample(t), 2}} {
		if _, err := s.Save(uint64(i+1), Edit{Settings: model.Defaults(), Catalog: test.catalog}, "", noon); err != nil {
			t.Fatal(err)
		}
		got := read(t, s)
		if d := diff(test.catalog.Draft(), got.Catalog); d != "" || len(got.Programs) != test.want {
			t.Errorf("%d programs, want %d; catalog (-want +got):\n%s", len(got.Programs), test.want, d)
		}
		for j, p := range got.Programs {
			if p.Revision != uint64(i+2) || p.Name != test.catalog.Programs()[j].Name {
				t.Errorf("program %q is at revision %d, want %d", p.Name, p.Revision, i+2)
			}
		}
	}
}

func TestRestoreRefuses(t *testing.T) {
	s := opened(t, created(t))
	saved(t, s, 1, levels(t, 3), "")
	before := bytesOf(t, s.Path())
	_, err := s.Restore(2, 3, "", noon)
	expect[*RevisionError](t, err)
	_, err = s.Restore(1, 1, "", noon)
	expect[*ConflictError](t, err)
	_, err = s.Restore(2, 1, "a\nb", noon)
	expect[*NoteError](t, err)
	if _, err = s.Restore(2, 2, "", noon); !errors.Is(err, ErrUnchanged) {
		t.Errorf("restoring the current revision: %v", err)
	}
	if string(bytesOf(t, s.Path())) != string(before) {
		t.Error("a refused restore changed the file")
	}
}
