package db

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"referee/model"
)

var damageCases = flag.Int("damage", 2000, "how many damaged copies of a database to open; 300 with -short")

// damages are ways in which disks, cables and interrupted copies ruin a file.
var damages = [...]struct {
	name string
	do   func(*rand.Rand, []byte) []byte
}{
	{"one bit", func(r *rand.Rand, b []byte) []byte { return flip(r, b, 1) }},
	{"bits", func(r *rand.Rand, b []byte) []byte { return flip(r, b, 2+r.IntN(20)) }},
	{"a bit of a header", func(r *rand.Rand, b []byte) []byte {
		flip(r, b[r.IntN(2)*os.Getpagesize():][:headerAt+headerSize], 1)
		return b
	}},
	{"a bit where a page begins", func(r *rand.Rand, b []byte) []byte {
		flip(r, page(r, b)[:64], 1)
		return b
	}},
	{"the end", func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] }},
	{"two pages swapped", func(r *rand.Rand, b []byte) []byte {
		x, y := page(r, b), page(r, b)
		kept := bytes.Clone(x)
		copy(x, y)
		copy(y, kept)
		return b
	}},
	{"a page in the place of another", func(r *rand.Rand, b []byte) []byte { copy(page(r, b), page(r, b)); return b }},
	{"a page of zeros", func(r *rand.Rand, b []byte) []byte { clear(page(r, b)); return b }},
	{"a page number that leads elsewhere", func(r *rand.Rand, b []byte) []byte {
		p := page(r, b)
		clear(p[16+8*r.IntN(16):][:8])
		p[16+8*r.IntN(16)] = byte(r.IntN(len(b) / os.Getpagesize()))
		return b
	}},
	{"noise", func(r *rand.Rand, b []byte) []byte {
		p := page(r, b)
		for i := range p[:64<<r.IntN(6)] {
			p[i] = byte(r.Uint32())
		}
		return b
	}},
}

func flip(r *rand.Rand, b []byte, bits int) []byte {
	for range bits {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
	}
	return b
}

// page is one of the file's pages, to be written to.
func page(r *rand.Rand, b []byte) []byte {
	size := os.Getpagesize()
	return b[r.IntN(len(b)/size)*size:][:size]
}

// A damaged file never ends the program, never holds it up, and never shows a
// figure that was not saved; looking at it leaves it as it is, and what is
// refused comes with the backup that has most of it.
func TestDamagedFiles(t *testing.T) {
	t.Parallel()
	n := *damageCases
	if testing.Short() {
		n = min(n, 300)
	}
	path, want := longHistory(t)
	sound := snapshot(t, path)
	noticed := map[string]int{}
	for i := range n {
		r := rand.New(rand.NewPCG(uint64(i), 2026))
		damage := damages[i%len(damages)]
		damaged := damage.do(r, bytes.Clone(sound.bytes[filepath.Base(path)]))
		sound.restore(t)
		write(string(damaged))(t, path)
		done := make(chan struct{})
		go func() {
			defer close(done)
			if openDamaged(t, path, want, i, damage.name) {
				noticed[damage.name]++
			}
		}()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			t.Fatalf("damage %d (%s): no answer after five seconds", i, damage.name)
		}
	}
	t.Logf("%d damaged files, noticed: %v", n, noticed)
	if len(noticed) < len(damages) {
		t.Errorf("some kind of damage was never noticed: %v", noticed)
	}
}

// openDamaged reports whether the damage was noticed. Where it was not, the
// contents must be whole, before a save and after it.
func openDamaged(t *testing.T, path string, want contents, i int, name string) (noticed bool) {
	before := bytesOf(t, path)
	untouched := func(what string) {
		if !bytes.Equal(before, bytesOf(t, path)) {
			t.Errorf("damage %d (%s): %s changed the file", i, name, what)
		}
	}
	s, err := Open(path, Options{})
	if err != nil {
		mustExplain(t, err)
		mustOffer(t, err)
		untouched("opening")
		return true
	}
	defer s.Close()
	got, err := contentsOf(s)
	untouched("looking")
	if err != nil {
		mustExplain(t, err)
		return true
	}
	if !reflect.DeepEqual(want, got) {
		t.Errorf("damage %d (%s): wrong contents shown as good:\n%s", i, name, diff(want, got))
		return true
	}
	s.db.NoSync = true
	next, err := s.Save(uint64(len(want.History)), Edit{Settings: levels(t, 1)}, "after the damage", noon)
	if err != nil {
		mustExplain(t, err)
		return true
	}
	if err := s.Pin("after the damage", false); err != nil {
		mustExplain(t, err)
		return true
	}
	s.Close()
	mustGoOn(t, path, append(want.History[:len(want.History):len(want.History)], next), fmt.Sprintf("damage %d (%s)", i, name))
	return false
}

// mustGoOn wants a history to be there after reopening.
func mustGoOn(t *testing.T, path string, want []model.Revision, what string) {
	t.Helper()
	again, err := Open(path, Options{})
	if err != nil {
		t.Errorf("%s: a save was acknowledged and made the file unreadable: %v", what, err)
		return
	}
	defer again.Close()
	got, err := again.History()
	if err != nil || !slices.EqualFunc(want, got, sameRevision) {
		t.Errorf("%s: after a save: %v\n%s", what, err, diff(want, got))
	}
}

// mustOffer wants an error about the contents of a file to name the backup.
func mustOffer(t *testing.T, err error) {
	t.Helper()
	var offered *Backup
	switch e := err.(type) {
	case *DamagedError:
		offered = e.Backup
	case *RolledBackError:
		offered = e.Backup
	case *CutOffError:
		offered = e.Backup
	case *EmptyError:
		offered = e.Backup
	case *ForeignError:
		return // of both headers nothing is left; it may not have been ours
	}
	if offered == nil {
		t.Errorf("%v (%T): no backup is offered", err, err)
	}
}

// mustExplain holds an error to being one of ours, with a hint.
func mustExplain(t *testing.T, err error) {
	t.Helper()
	if hinted, ok := errors.AsType[interface {
		error
		Hint() string
	}](err); !ok || hinted.Hint() == "" {
		t.Errorf("%v (%T) says not what to do", err, err)
	}
}

// longHistory is a database with enough revisions for bbolt to lay them out in
// a tree, and with old pages waiting for reuse.
func longHistory(t *testing.T) (path string, c contents) {
	t.Helper()
	s := opened(t, created(t))
	if _, err := s.Backup(noon); err != nil {
		t.Fatal(err)
	}
	for base := range uint64(60) {
		edit := Edit{Settings: numbered(t, int(base))}
		if base == 30 {
			edit.Catalog = edited(t, sample(t), func(d *model.CatalogDraft) { d.Partners[0].Name = "Zoë" })
		}
		if _, err := s.Save(base+1, edit, "a change", noon.Add(time.Duration(base)*time.Hour)); err != nil {
			t.Fatal(err)
		}
		if base%4 == 0 {
			keep(t, s, someCase(int(base)))
		}
	}
	c = read(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path(), c
}

// TestDamageIsNotSomebodyElses: wherever some bytes of a database are lost, what stands
// beside it tells that it is ours, so that it is called damaged and its backup offered.
func TestDamageIsNotSomebodyElses(t *testing.T) {
	path := created(t)
	s := opened(t, path)
	if _, err := s.Backup(noon); err != nil {
		t.Fatal(err)
	}
	s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged, size := 0, os.Getpagesize()
	for at := 2*size + 16; at+120 < len(whole); at += size / 4 {
		lost := bytes.Clone(whole)
		for i := range 120 {
			lost[at+i] ^= 0x55
		}
		if err := os.WriteFile(path, lost, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, Options{})
		if err == nil {
			s.Close()
			continue
		}
		d, is := errors.AsType[*DamagedError](err)
		if !is || d.Backup == nil {
			t.Errorf("120 bytes at %d: %v, with the backup %v", at, err, d)
		}
		if r := Verify(path); r.OK() || isType[*ForeignError](r.Err()) {
			t.Errorf("120 bytes at %d, looked at closely: %v", at, r.Err())
		}
		damaged++
	}
	if damaged < 3 {
		t.Errorf("only %d of these places matter", damaged)
	}
}
