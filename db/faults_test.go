package db

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"syscall"
	"testing"
	"unsafe"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

type writeAt = func([]byte, int64) (int, error)

// disk is what a test makes of the disk under bbolt: it counts writes and lets
// one of them fail. It reaches into bbolt's fields, which is the only way short
// of a file system of our own; bbolt's version is pinned.
type disk struct {
	bolt   *bolt.DB
	writes int // so far
	fails  int // the number of the write that fails, from 1; 0: none
	kind   faultKind
}

// faultKind is a way for a write to fail. before gets what bbolt wants to write
// and answers with how much of it is written first.
type faultKind struct {
	name    string
	before  func(length int) int
	err     error // what the write returns; nil: it is the next flush that fails
	answers bool  // whether the write alone decides; false: the file does
	thin    bool  // every fifth will do
}

var faultKinds = [...]faultKind{
	{"nothing written, EIO", func(int) int { return 0 }, syscall.EIO, true, false},
	{"half written, ENOSPC", func(n int) int { return n / 2 }, syscall.ENOSPC, false, false},
	{"torn after 40 bytes, EIO", func(int) int { return 40 }, syscall.EIO, true, false},
	{"all written, EIO", func(n int) int { return n }, syscall.EIO, false, false},
	{"a panic", func(int) int { panic("a memory fault") }, syscall.EIO, true, true},
	{"all written, flush fails", func(n int) int { return n }, nil, false, false},
}

func field[T any](db *bolt.DB, names ...string) *T {
	v := reflect.ValueOf(db).Elem()
	for _, name := range names {
		v = v.FieldByName(name)
	}
	return (*T)(unsafe.Pointer(v.UnsafeAddr()))
}

func (d *disk) install(s *Store) {
	d.bolt = s.db
	hook := field[writeAt](s.db, "ops", "writeAt")
	write := *hook
	*hook = func(b []byte, at int64) (int, error) {
		d.writes++
		if d.writes != d.fails {
			return write(b, at)
		}
		n, err := write(b[:d.kind.before(len(b))], at)
		if err != nil {
			return n, err
		}
		if d.kind.err == nil {
			d.failFlush()
			return n, nil
		}
		return n, d.kind.err
	}
}

// failFlush lets bbolt flush something that cannot be flushed.
func (d *disk) failFlush() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	w.Close()
	*field[*os.File](d.bolt, "file") = r
}

// session is sixty changes, some of them of the catalog.
func session(t *testing.T) (edits []Edit) {
	for i := range 60 {
		edit := Edit{Settings: numbered(t, i)}
		if i%4 == 3 {
			edit.Catalog = edited(t, sample(t), func(d *model.CatalogDraft) {
				d.Partners[0].Name = fmt.Sprint("Zoë ", i)
			})
		}
		edits = append(edits, edit)
	}
	return edits
}

// Every write of the session fails in turn, in every way. The answer "saved" or
// "not saved" must be that of the file, and the session must be able to go on.
func TestEveryWriteFailsInTurn(t *testing.T) {
	t.Parallel()
	path := created(t)
	cases, told := 0, map[string]int{}
	for i, edit := range session(t) {
		base := uint64(i + 1)
		before := snapshot(t, path)
		writes := countWrites(t, path, base, edit)
		after := snapshot(t, path)
		for write := 1; write <= writes; write++ {
			for k, kind := range faultKinds {
				thin := testing.Short() || kind.thin
				if thin && (i+write+k)%5 != 0 {
					continue
				}
				before.restore(t)
				cases++
				what := fmt.Sprintf("change %d, write %d of %d: %s", i+1, write, writes, kind.name)
				told[fmt.Sprintf("%s: saved %v", kind.name, failWrite(t, what, path, base, edit, write, kind))]++
			}
		}
		after.restore(t)
	}
	t.Logf("%d failed writes; the answers: %v", cases, told)
	if len(told) < 2 || cases == 0 {
		t.Error("some answer was never given")
	}
}

func countWrites(t *testing.T, path string, base uint64, edit Edit) int {
	s := opened(t, path)
	defer s.Close()
	s.db.NoSync = true
	var d disk
	d.install(s)
	if _, err := s.Save(base, edit, "the change", noon); err != nil {
		t.Fatal(err)
	}
	return d.writes
}

func failWrite(t *testing.T, what, path string, base uint64, edit Edit, write int, kind faultKind) (saved bool) {
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	defer s.Close()
	s.db.NoSync = kind.err != nil
	d := disk{fails: write, kind: kind}
	d.install(s)
	edit.Change = NewChangeID()
	revision, err := s.Save(base, edit, "the change", noon)
	failed, ok := errors.AsType[*WriteError](err)
	if !ok || failed.Unclear != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if kind.answers && failed.Saved {
		t.Errorf("%s: it says that the change was saved", what)
	}
	there := look(t, what, path, s, edit.Change)
	if there != failed.Saved || there != (revision.Number == base+1) {
		t.Errorf("%s: it says saved: %v, and in the file: %v", what, failed.Saved, there)
	}
	s.db.NoSync = true
	retried, err := s.Save(base, edit, "the change", noon)
	if err != nil || retried.Number != base+1 {
		t.Errorf("%s: trying again: %v", what, err)
	}
	if _, err := s.Save(base+1, Edit{Settings: levels(t, 3)}, "the next", noon); err != nil {
		t.Errorf("%s: going on: %v", what, err)
	}
	if current, err := s.Current(); err != nil || current.Number != base+2 {
		t.Errorf("%s: revision %d, want %d: %v", what, current.Number, base+2, err)
	}
	return failed.Saved
}

// The file goes away together with the write that fails. Then nobody can say
// what became of the change, and it is not guessed.
func TestAFailedWriteOfAFileThatIsGone(t *testing.T) {
	s := opened(t, created(t))
	hook := field[writeAt](s.db, "ops", "writeAt")
	*hook = func([]byte, int64) (int, error) {
		return 0, errors.Join(os.Rename(s.Path(), s.Path()+".gone"), syscall.EIO)
	}
	_, err := s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	e := expect[*WriteError](t, err)
	if e.Saved || !isType[*MissingError](e.Unclear) {
		t.Errorf("%+v", e)
	}
	_, err = s.Current()
	expect[*MissingError](t, err)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	read(t, opened(t, s.Path()+".gone"))
}

// look reads a copy of the file as another program would.
func look(t *testing.T, what, path string, s *Store, change ChangeID) bool {
	copied := path + ".look"
	write(string(bytesOf(t, path)))(t, copied)
	other, err := Open(copied, Options{ReadOnly: true})
	if err != nil {
		// One torn header is no reason for a wrong answer; the store itself
		// knows from its anchor that nothing is missing.
		_, found, err := s.Find(change)
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		return found
	}
	defer other.Close()
	_, found, err := other.Find(change)
	if err != nil {
		t.Errorf("%s: %v", what, err)
	}
	return found
}
