//go:build unix

package db

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// A backup at every revision: each is whole, opens, can be saved to, and the
// newest ten stay. A copy made after an odd and an even commit must both do.
func TestBackups(t *testing.T) {
	s := opened(t, created(t))
	for n := range uint64(14) {
		if n == 13 { // a program was killed here
			write("half")(t, s.Path()+backupsSuffix+"/.referee-7.new")
		}
		want := read(t, s)
		b, err := s.Backup(noon.Add(-time.Duration(n) * time.Hour)) // a clock that runs backwards
		if err != nil {
			t.Fatal(err)
		}
		if b.Number != n+1 || b.Revision != n+1 {
			t.Errorf("backup %d of revision %d, want %d", b.Number, b.Revision, n+1)
		}
		copied := filepath.Join(t.TempDir(), "copy.db")
		write(string(bytesOf(t, b.Path)))(t, copied)
		other := opened(t, copied)
		if d := diff(want, read(t, other)); d != "" {
			t.Errorf("backup %d (-want +got):\n%s", n+1, d)
		}
		for i := range uint64(3) {
			saved(t, other, n+1+i, numbered(t, 200+int(i)), "")
			if other = reopened(t, other); len(other.Notices()) > 0 && i > 0 {
				t.Errorf("notices: %q", other.Notices())
			}
		}
		saved(t, s, n+1, numbered(t, int(n)), "")
	}
	wantEntries(t, s.Path()+backupsSuffix, keptBackups)
	all, err := Backups(s.Path())
	if err != nil || len(all) != keptBackups || all[0].Number != 14 || all[9].Number != 5 {
		t.Errorf("%d backups are kept: %+v, %v", len(all), all, err)
	}
	r := Verify(s.Path())
	if best := r.Best(); best == nil || best.Number != 14 || len(r.Backups) != keptBackups {
		t.Errorf("the best is %+v of %d", best, len(r.Backups))
	}
}

func TestBackupNames(t *testing.T) {
	b := Backup{Number: 12, Revision: 61, At: noon.UTC().Truncate(time.Second)}
	if got, ok := parseBackup("", b.name()); !ok || got.Number != 12 || got.Revision != 61 || !got.At.Equal(b.At) {
		t.Errorf("%s is read as %+v, %v", b.name(), got, ok)
	}
	for _, name := range []string{"", "x", "0012-r61-20260105T063000Z", "12-r61-20260105T063000Z.db", "0012-r61-20260105T063000Z.db.bak", "-r-.db", ".referee-1.new", "0012-r+61-20260105T063000Z.db"} {
		if b, ok := parseBackup("", name); ok {
			t.Errorf("%q is read as %+v", name, b)
		}
	}
}

func TestBackupToNeverOverwrites(t *testing.T) {
	s := opened(t, created(t))
	at := filepath.Join(t.TempDir(), "mine.db")
	b, err := s.BackupTo(at)
	if err != nil || b.Path != at || b.Revision != 1 {
		t.Fatalf("%+v, %v", b, err)
	}
	before := bytesOf(t, at)
	_, err = s.BackupTo(at)
	expect[*ExistsError](t, err)
	_, err = s.BackupTo(filepath.Join(at, "under", "a file"))
	expect[*BackupError](t, err)
	if !bytes.Equal(before, bytesOf(t, at)) {
		t.Error("it was overwritten")
	}
	wantEntries(t, filepath.Dir(at), 1)
}

// A backup that is damaged is not offered, and cannot be restored.
func TestRestoringADamagedBackup(t *testing.T) {
	s := opened(t, created(t))
	old, err := s.Backup(noon)
	if err != nil {
		t.Fatal(err)
	}
	saved(t, s, 1, levels(t, 3), "")
	b, err := s.Backup(noon)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	damaged := bytesOf(t, b.Path)
	i := bytes.Index(damaged, []byte("begun"))
	damaged[i] ^= 1
	write(string(damaged))(t, b.Path)
	before := snapshot(t, s.Path())
	_, err = RestoreFrom(s.Path(), b.Path, noon)
	expect[*BackupError](t, err)
	for _, odd := range []string{filepath.Dir(b.Path), s.Path() + ".none", os.DevNull} {
		_, err = RestoreFrom(s.Path(), odd, noon)
		expect[*BackupError](t, err)
	}
	if d := diff(before.bytes, snapshot(t, s.Path()).bytes); d != "" {
		t.Error("a refused restore changed something")
	}
	write("")(t, s.Path())
	_, err = Open(s.Path(), Options{})
	if e := expect[*EmptyError](t, err); e.Backup == nil || e.Backup.Number != old.Number || !strings.Contains(e.Hint(), "referee restore") {
		t.Errorf("offered: %+v", e.Backup)
	}
}

// Whatever stands at the path, restoring brings the backup and loses nothing.
func TestRestoreFrom(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(t *testing.T, path string)
		kept  func(error) bool // what opening says before
		sound bool
	}{
		{"a sound database", func(*testing.T, string) {}, func(err error) bool { return err == nil }, true},
		{"a damaged one", func(t *testing.T, path string) { b := bytesOf(t, path); write(string(b[:3*os.Getpagesize()]))(t, path) }, isType[*CutOffError], false},
		{"one with damage of long ago", func(t *testing.T, path string) {
			s := opened(t, path)
			for base := range uint64(recent) {
				saved(t, s, base+3, numbered(t, int(base)), "")
			}
			s.Close()
			bolted(t, path, bolt.Options{}, flipping(revisionBucket, 1))
		}, func(err error) bool { return err == nil }, false},
		{"an empty file", write(""), isType[*EmptyError], false},
		{"an older copy", func(t *testing.T, path string) { write(string(bytesOf(t, created(t))))(t, path) }, isType[*RolledBackError], false},
		{"nothing", func(t *testing.T, path string) { os.Remove(path) }, isType[*MissingError], false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := opened(t, created(t))
			saved(t, s, 1, levels(t, 3), "")
			want := read(t, s)
			b, err := s.Backup(noon)
			if err != nil {
				t.Fatal(err)
			}
			saved(t, s, 2, levels(t, 1), "later")
			s.Close()
			test.spoil(t, s.Path())
			var before []byte
			if os.Chmod(s.Path(), 0o640) == nil {
				before = bytesOf(t, s.Path())
			}
			other, err := Open(s.Path(), Options{})
			if !test.kept(err) {
				t.Fatalf("before: %v", err)
			}
			if other != nil {
				other.Close()
			}
			restored, err := RestoreFrom(s.Path(), b.Path, noon)
			if err != nil || restored.Revision != 2 {
				t.Fatalf("%+v, %v", restored, err)
			}
			if info, err := os.Stat(s.Path()); err != nil || before != nil && info.Mode().Perm() != 0o640 {
				t.Errorf("permissions: %v, %v", info.Mode(), err)
			}
			now := opened(t, s.Path())
			if d := diff(want, read(t, now)); d != "" || len(now.Notices()) != 0 {
				t.Errorf("notices %q; restored (-want +got):\n%s", now.Notices(), d)
			}
			saved(t, now, 2, levels(t, 1), "going on")
			switch {
			case before == nil && restored.Kept != "":
				t.Errorf("kept %q of nothing", restored.Kept)
			case test.sound:
				if n := len(read(t, opened(t, restored.Kept)).History); n != 3 {
					t.Errorf("%d revisions are kept, want 3", n)
				}
			case before != nil && !bytes.Equal(before, bytesOf(t, restored.Kept)):
				t.Error("what was there is not kept byte for byte")
			}
		})
	}
}

func TestRestoreFromLeavesAloneWhatIsNotOurs(t *testing.T) {
	s := opened(t, created(t))
	b, err := s.Backup(noon)
	if err != nil {
		t.Fatal(err)
	}
	_, err = RestoreFrom(s.Path(), b.Path, noon)
	expect[*LockedError](t, err)
	folder := t.TempDir()
	_, err = RestoreFrom(folder, b.Path, noon)
	expect[*NotFileError](t, err)
	text := filepath.Join(folder, "letter.txt")
	write("Dear Zoë")(t, text)
	_, err = RestoreFrom(text, b.Path, noon)
	expect[*ForeignError](t, err)
	wantEntries(t, folder, 1)
	damaged := filepath.Join(folder, "damaged.db")
	altered(func(b []byte) []byte { b[60] ^= 1; b[os.Getpagesize()+60] ^= 1; return b })(t, damaged)
	file, err := os.Open(damaged)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if !tryLock(file) {
		t.Fatal("no lock")
	}
	_, err = RestoreFrom(damaged, b.Path, noon)
	expect[*LockedError](t, err)
	if _, err := os.Stat(damaged + ".kept-1"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was kept: %v", err)
	}
}
