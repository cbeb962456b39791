package db

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

// machine does the same to a store and to a list in memory, and holds them
// against each other after every step.
type machine struct {
	t        *testing.T
	path     string
	store    *Store
	steps    map[string]int
	want     []model.Revision
	ids      []ChangeID      // of the revisions in want
	catalogs []model.Catalog // versions of the catalog
	cases    map[string]Case
	backups  []backedUp // the newest last, at most ten
}

// backedUp is what the list was when a backup was made.
type backedUp struct {
	Backup
	want  []model.Revision
	ids   []ChangeID
	all   []model.Catalog
	cases map[string]Case
}

// Random saves of settings and catalogs, stale and repeated ones, restored
// revisions, backups, restored backups and reopenings never let the store and
// the list disagree.
func TestStoreAgreesWithAList(t *testing.T) {
	t.Parallel()
	runs, steps := 0, map[string]int{}
	folder := folder(t)
	rapid.Check(t, func(r *rapid.T) {
		runs++
		path := filepath.Join(folder, fmt.Sprintf("%d.db", runs))
		first := model.Revision{Number: 1, At: noon, Settings: model.Defaults(), Catalog: 1}
		if err := Create(path, Seed{Settings: first.Settings, Catalog: sample(t), At: noon}); err != nil {
			r.Fatal(err)
		}
		m := &machine{t: t, path: path, steps: steps, want: []model.Revision{first}, ids: make([]ChangeID, 1), catalogs: []model.Catalog{sample(t)}, cases: map[string]Case{}}
		m.open(r)
		defer func() { m.store.Close() }()
		r.Repeat(map[string]func(*rapid.T){
			"":                 m.agrees,
			"save":             m.save,
			"save more":        m.save,
			"and more":         m.save,
			"again":            m.again,
			"restore":          m.restore,
			"keep a case":      m.keepCase,
			"drop a case":      m.dropCase,
			"pin a case":       m.pinCase,
			"backup":           m.backup,
			"restore a backup": m.restoreBackup,
			"reopen":           m.reopen,
		})
		m.keepsEveryCatalog(r)
	})
	t.Logf("%d runs, steps: %v", runs, steps)
}

// open opens the store for a test in which no power fails: it need not wait for
// the disk.
func (m *machine) open(r *rapid.T) {
	var err error
	if m.store, err = Open(m.path, Options{}); err != nil {
		r.Fatal(err)
	}
	if notices := m.store.Notices(); len(notices) != 0 {
		r.Fatal(notices)
	}
	m.store.db.NoSync = true
}

func (m *machine) reopen(r *rapid.T) {
	m.steps["reopened"]++
	if err := m.store.Close(); err != nil {
		r.Fatal(err)
	}
	m.open(r)
}

func (m *machine) current() model.Revision { return m.want[len(m.want)-1] }

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
	m.keepsEveryCase(r)
	programs, err := m.store.Programs()
	if err != nil {
		r.Fatal(err)
	}
	if want := m.catalogs[m.current().Catalog-1].Programs(); len(want) != len(programs) {
		r.Fatalf("%d programs, want %d", len(programs), len(want))
	}
	for _, p := range programs {
		if p.Revision != m.current().Number || p.Mask != MaskOf(m.current().Settings) {
			r.Fatalf("program %q is at revision %d and shows %b", p.Name, p.Revision, p.Mask)
		}
	}
}

// keepsEveryCatalog is asked at the end: no save may have touched a value.
func (m *machine) keepsEveryCatalog(r *rapid.T) {
	for _, revision := range m.want {
		got, err := m.store.CatalogAt(revision.Number)
		if err != nil {
			r.Fatal(err)
		}
		if d := diff(m.catalogs[revision.Catalog-1].Draft(), got.Draft()); d != "" {
			r.Fatalf("the catalog of revision %d differs (-want +got):\n%s", revision.Number, d)
		}
	}
	backups, err := Backups(m.path)
	if err != nil || len(backups) != len(m.backups) {
		r.Fatalf("%d backups, want %d: %v", len(backups), len(m.backups), err)
	}
}

func sameRevision(a, b model.Revision) bool {
	return a.Number == b.Number && a.At.Equal(b.At) && a.Note == b.Note && a.Settings == b.Settings && a.Catalog == b.Catalog
}
