package db

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referee/model"
)

// machine does the same to a store and to a list in memory, and holds them
// against each other after every step.
type machine struct {
	t     *testing.T
	path  string
	store *Store
	want  []model.Revision
}

// Random saves, stale saves, repeated saves and reopenings never let the store
// and the list disagree.
func TestStoreAgreesWithAList(t *testing.T) {
	runs := 0
	folder := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		runs++
		path := filepath.Join(folder, fmt.Sprintf("%d.db", runs))
		first := model.Revision{Number: 1, At: noon, Settings: model.Defaults(), Catalog: 1}
		if err := Create(path, Seed{Settings: first.Settings, Catalog: sample(t), At: noon}); err != nil {
			r.Fatal(err)
		}
		m := &machine{t: t, path: path, want: []model.Revision{first}}
		m.open(r)
		defer func() { m.store.Close() }()
		r.Repeat(map[string]func(*rapid.T){
			"":       m.agrees,
			"save":   m.save,
			"reopen": m.reopen,
		})
		m.keepsTheCatalog(r)
	})
}

// open opens the store for a test in which no power fails: it need not wait for
// the disk.
func (m *machine) open(r *rapid.T) {
	var err error
	if m.store, err = Open(m.path, Options{}); err != nil {
		r.Fatal(err)
	}
	m.store.db.NoSync = true
}

func (m *machine) reopen(r *rapid.T) {
	if err := m.store.Close(); err != nil {
		r.Fatal(err)
	}
	m.open(r)
}

func (m *machine) current() model.Revision { return m.want[len(m.want)-1] }

func (m *machine) save(r *rapid.T) {
	next := model.Revision{
		Number:   m.current().Number + 1,
		At:       time.Unix(rapid.Int64Range(-1e10, 1e11).Draw(r, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(r, "nanoseconds")).UTC(),
		Note:     rapid.StringMatching(`[a-zé"\\<&\x{2028}\x{FFFD}]{0,12}`).Draw(r, "note"),
		Settings: numbered(m.t, rapid.IntRange(0, 5).Draw(r, "settings")),
		Catalog:  1,
	}
	base := rapid.Uint64Range(m.current().Number-min(m.current().Number, 2), m.current().Number+1).Draw(r, "base")
	got, err := m.store.Save(base, Edit{Settings: next.Settings}, next.Note, next.At)
	switch {
	case base != m.current().Number:
		conflict, ok := errors.AsType[*ConflictError](err)
		if !ok || diff(m.current(), conflict.Theirs) != "" {
			r.Fatalf("saving from %d at %d: %v", base, m.current().Number, err)
		}
	case next.Settings == m.current().Settings:
		if !errors.Is(err, ErrUnchanged) {
			r.Fatalf("saving the same settings: %v", err)
		}
	case err != nil:
		r.Fatal(err)
	default:
		if d := diff(next, got); d != "" {
			r.Fatalf("Save answered (-want +got):\n%s", d)
		}
		m.want = append(m.want, next)
	}
}

// agrees is asked after every step. What differs is only worked out if something
// does: that takes longer than all the rest.
func (m *machine) agrees(r *rapid.T) {
	got, err := m.store.History()
	if err != nil {
		r.Fatal(err)
	}
	if !slices.EqualFunc(m.want, got, sameRevision) {
		r.Fatalf("the history differs (-want +got):\n%s", diff(m.want, got))
	}
	programs, err := m.store.Programs()
	if err != nil {
		r.Fatal(err)
	}
	for _, p := range programs {
		if p.Revision != m.current().Number || p.Mask != MaskOf(m.current().Settings) {
			r.Fatalf("program %q is at revision %d and shows %b", p.Name, p.Revision, p.Mask)
		}
	}
}

// keepsTheCatalog is asked at the end: no save may have touched a value.
func (m *machine) keepsTheCatalog(r *rapid.T) {
	got, err := m.store.Catalog()
	if err != nil {
		r.Fatal(err)
	}
	if d := diff(sample(m.t).Draft(), got.Draft()); d != "" {
		r.Fatalf("the catalog differs (-want +got):\n%s", d)
	}
}

func sameRevision(a, b model.Revision) bool {
	return a.Number == b.Number && a.At.Equal(b.At) && a.Note == b.Note && a.Settings == b.Settings
}
