package db

import (
	"errors"
	"os"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// later is the layout of a program to come, two schemas on. Its first step
// rewrites every revision, as a real one might.
func later() layout {
	return layout{schema: schema + 2, steps: map[int]func(*bolt.Tx) error{
		schema:     addNotes,
		schema + 1: func(tx *bolt.Tx) error { return put(tx, metaBucket, []byte("colour"), "green") },
	}}
}

func addNotes(tx *bolt.Tx) error {
	state, err := readState(tx)
	if err != nil {
		return err
	}
	var previous digest
	for number := uint64(1); number <= state.Revision; number++ {
		l, err := readLink(tx, number)
		if err != nil {
			return err
		}
		l.record.Note, l.record.Previous = l.record.Note+" (migrated)", previous
		if err := put(tx, revisionBucket, rowKey(number), l.record); err != nil {
			return err
		}
		previous = hashOf(revisionBucket, rowKey(number), tx.Bucket([]byte(revisionBucket)).Get(rowKey(number)))
	}
	return put(tx, metaBucket, []byte(stateKey), stateRecord{state.Revision, previous, state.Programs})
}

func TestMigration(t *testing.T) {
	path := sixRevisions(t)
	os.RemoveAll(path + backupsSuffix)
	want := read(t, opened(t, copyOf(t, path)))
	before := bytesOf(t, path)
	_, err := Open(path, Options{ReadOnly: true, layout: later()})
	if e := expect[*OlderError](t, err); e.Schema != schema || e.Known != schema+2 {
		t.Errorf("%+v", e)
	}
	s, err := Open(path, Options{At: noon, layout: later()})
	if err != nil {
		t.Fatal(err)
	}
	if notices := strings.Join(s.Notices(), "\n"); !strings.Contains(notices, "was brought from schema 1 to 3") || !strings.Contains(notices, "0001-r6-20260105T063000Z.db") {
		t.Errorf("notices: %s", notices)
	}
	for i := range want.History {
		want.History[i].Note += " (migrated)"
	}
	if d := diff(want, read(t, s)); d != "" {
		t.Errorf("migrated (-want +got):\n%s", d)
	}
	if _, err := s.Save(6, Edit{Settings: levels(t, 3)}, "", noon); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s, err = Open(path, Options{layout: later()}); err != nil || len(s.Notices()) != 0 {
		t.Fatalf("the second time: %q, %v", s.Notices(), err)
	}
	s.Close()
	_, err = Open(path, Options{})
	expect[*NewerError](t, err)

	backups, err := Backups(path)
	if err != nil || len(backups) != 1 {
		t.Fatalf("%+v, %v", backups, err)
	}
	if _, err := RestoreFrom(path, backups[0].Path, noon); err == nil || string(bytesOf(t, path)) == string(before) {
		return
	}
	read(t, opened(t, path)) // the older program goes on with the backup
}

func copyOf(t *testing.T, path string) string {
	copied := t.TempDir() + "/copy.db"
	write(string(bytesOf(t, path)))(t, copied)
	return copied
}

// A step that fails, in whatever way, leaves the file in the old schema and
// usable by the old program.
func TestMigrationsThatFail(t *testing.T) {
	boom := errors.New("boom")
	for name, step := range map[string]func(*bolt.Tx) error{
		"an error":             func(tx *bolt.Tx) error { return errors.Join(addNotes(tx), boom) },
		"a panic":              func(tx *bolt.Tx) error { panic("boom") },
		"an unreadable result": func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte(catalogBucket)) },
		"a broken chain":       func(tx *bolt.Tx) error { return rewriting(3)(tx) },
	} {
		path := sixRevisions(t)
		want := read(t, opened(t, copyOf(t, path)))
		_, err := Open(path, Options{At: noon, layout: layout{schema: 2, steps: map[int]func(*bolt.Tx) error{1: step}}})
		e := expect[*MigrationError](t, err)
		if e.From != 1 || e.To != 2 || e.Path != path {
			t.Errorf("%s: %+v", name, e)
		}
		if r := verifyFile(e.Backup, false); !r.OK() {
			t.Errorf("%s: the backup: %v", name, r.Err())
		}
		s := opened(t, path)
		if d := diff(want, read(t, s)); d != "" || len(s.Notices()) != 0 {
			t.Errorf("%s: notices %q; after it (-want +got):\n%s", name, s.Notices(), d)
		}
		s.Close()
	}
}

func TestAMigrationWithoutABackupIsNone(t *testing.T) {
	path := created(t)
	write("in the way")(t, path+backupsSuffix)
	before := bytesOf(t, path)
	_, err := Open(path, Options{At: noon, layout: later()})
	expect[*BackupError](t, err)
	if string(bytesOf(t, path)) != string(before) {
		t.Error("the file was changed")
	}
	gap := later()
	delete(gap.steps, schema+1)
	_, err = Open(path, Options{At: noon, layout: gap})
	expect[*DamagedError](t, err)
}

// A rolled-back file of an older schema is noticed before it is migrated.
func TestMigrationAsksTheAnchor(t *testing.T) {
	path, all := states(t, 3)
	write(string(all[1].bytes["partners.db"]))(t, path)
	_, err := Open(path, Options{At: noon, layout: later()})
	expect[*RolledBackError](t, err)
}

// testdata/schema-1.db was written by the first program of schema 1 and is never
// written again. Every later program must read it, to the last figure.
func TestTheFileOfSchema1(t *testing.T) {
	const golden = "testdata/schema-1.db"
	if _, err := os.Stat(golden); *update && err != nil {
		writeSchema1(t, golden)
	}
	want := schema1(t)
	got := read(t, opened(t, copyOf(t, golden)))
	if d := diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if r := verifyFile(golden, false); !r.OK() || r.Sound != 4 {
		t.Errorf("%+v", r)
	}
}

// schema1 is what the file of schema 1 holds, spelt out.
func schema1(t *testing.T) contents {
	second := edited(t, sample(t), func(d *model.CatalogDraft) { d.Partners[1].Name = "Jim" })
	c := contents{Catalog: second.Draft(), First: sample(t).Draft()}
	for i, s := range []model.Settings{model.Defaults(), levels(t, 3), levels(t, 3), everything(t)} {
		r := model.Revision{Number: uint64(i + 1), At: noon, Note: "revision " + string(rune('1'+i)), Settings: s, Catalog: 1 + uint64(i/2)}
		c.History = append(c.History, r)
	}
	for _, p := range second.Programs() {
		c.Programs = append(c.Programs, ProgramRecord{p, 4, MaskOf(everything(t))})
	}
	return c
}

// everything is settings in which none is a default.
func everything(t *testing.T) model.Settings {
	return settings(t, func(d *model.Draft) {
		*d = model.Draft{CodePrefix: "vip-", SkipNotifications: true, Credit: model.First, Tracking: model.HistoryAndCookies, UseIP: true,
			LinkURL: "https://example.com/go", Levels: 3, PayLead: true, PayAmount: true, PayIfUnused: true}
	})
}

func writeSchema1(t *testing.T, path string) {
	want := schema1(t)
	if err := Create(path, Seed{Settings: want.History[0].Settings, Catalog: sample(t), At: noon, Note: want.History[0].Note}); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path + anchorSuffix)
	s := opened(t, path)
	defer s.Close()
	for i, r := range want.History[1:] {
		edit := Edit{Settings: r.Settings}
		if r.Catalog == 2 {
			edit.Catalog = edited(t, sample(t), func(d *model.CatalogDraft) { d.Partners[1].Name = "Jim" })
		}
		if _, err := s.Save(uint64(i+1), edit, r.Note, r.At); err != nil {
			t.Fatal(err)
		}
	}
}
