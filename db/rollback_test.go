package db

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// states are a database's files after each of some saves, the first included.
func states(t *testing.T, saves int) (path string, all []files) {
	path = created(t)
	s := opened(t, path)
	all = append(all, snapshot(t, path))
	for base := range uint64(saves) {
		saved(t, s, base+1, numbered(t, int(base)), "")
		all = append(all, snapshot(t, path))
	}
	s.Close()
	return path, all
}

// An older copy is put in the place of the newest, or the newest header goes
// bad in one of many ways, so that bbolt would open the state before. Each is
// noticed, named, and left as it is.
func TestRolledBackFiles(t *testing.T) {
	path, all := states(t, 24)
	newest := all[len(all)-1]
	last := uint64(len(all))
	name := "partners.db"
	page := int64(os.Getpagesize())
	cases, noticed := 0, 0
	rolledBack := func(what string, b []byte, have uint64) {
		t.Helper()
		cases++
		newest.restore(t)
		write(string(b))(t, path)
		for _, readOnly := range []bool{true, false} {
			_, err := Open(path, Options{ReadOnly: readOnly})
			e := expect[*RolledBackError](t, err)
			if e.Have != have || e.Want != last || e.Other {
				t.Errorf("%s: %v", what, e)
			}
		}
		if !bytes.Equal(bytesOf(t, path), b) {
			t.Errorf("%s: the file was changed", what)
		}
		noticed++
	}
	for i, old := range all[:len(all)-1] {
		rolledBack(fmt.Sprintf("the copy of revision %d", i+1), old.bytes[name], uint64(i+1))
	}
	sound := newest.bytes[name]
	current := page * int64(newer(readHeaders(bytes.NewReader(sound))).txid%2)
	for bit := range 24 {
		b := bytes.Clone(sound)
		b[current+headerAt+int64(bit)*8/3] ^= 1 << (bit % 8)
		rolledBack(fmt.Sprintf("bit %d of the newest header", bit), b, last-1)
	}
	for i, old := range all[1 : len(all)-1] { // a write that the disk swallowed
		b := bytes.Clone(sound)
		copy(b[current:current+page], old.bytes[name][current:current+page])
		rolledBack(fmt.Sprintf("the newest header as it was at revision %d", i+2), b, last-1)
	}
	t.Logf("%d files rolled back, noticed: %d", cases, noticed)
	if cases < 40 || noticed != cases {
		t.Errorf("%d of %d were noticed, and there should be at least 40", noticed, cases)
	}
}

func TestAnotherDatabaseInItsPlace(t *testing.T) {
	path := created(t)
	s := opened(t, path)
	saved(t, s, 1, levels(t, 3), "")
	s.Close()
	other := opened(t, created(t))
	for base := range uint64(5) {
		saved(t, other, base+1, numbered(t, int(base)), "")
	}
	write(string(bytesOf(t, other.Path())))(t, path)
	_, err := Open(path, Options{})
	e := expect[*RolledBackError](t, err)
	if !e.Other || e.Have != 6 || e.Want != 2 {
		t.Errorf("%+v", e)
	}
	if err := os.Remove(e.Anchor); err != nil { // as the hint says
		t.Fatal(err)
	}
	if notices := opened(t, path).Notices(); len(notices) != 1 || !strings.Contains(notices[0], "made anew") {
		t.Errorf("notices: %q", notices)
	}
}

// A header that is not the newest goes bad: nothing is missing, and that can be
// said because the anchor agrees. The next save mends it.
func TestTheOlderHeaderMayBreak(t *testing.T) {
	path, all := states(t, 3)
	sound := all[len(all)-1].bytes["partners.db"]
	older := os.Getpagesize() * int(1-newer(readHeaders(bytes.NewReader(sound))).txid%2)
	b := bytes.Clone(sound)
	b[older+headerAt+20] ^= 1
	write(string(b))(t, path)
	s := opened(t, path)
	if notices := s.Notices(); len(notices) != 1 || !strings.Contains(notices[0], "nothing is missing") {
		t.Errorf("notices: %q", notices)
	}
	saved(t, s, 4, levels(t, 1), "")
	if s = reopened(t, s); len(s.Notices()) != 0 {
		t.Errorf("after a save: %q", s.Notices())
	}
	s.Close()

	write(string(b))(t, path)
	for name, damage := range map[string]func(*testing.T){
		"no anchor":           func(t *testing.T) { os.Remove(path + anchorSuffix) },
		"an anchor that lags": func(t *testing.T) { write(string(all[1].bytes["partners.db"+anchorSuffix]))(t, path+anchorSuffix) },
	} {
		damage(t)
		_, err := Open(path, Options{})
		if expect[*DamagedError](t, err); !errors.Is(err, errHeader) {
			t.Errorf("%s: %v, want: %v", name, err, errHeader)
		}
	}
}

// Whatever becomes of the anchor alone, the database opens and says so.
func TestAnchorsAreMadeAnew(t *testing.T) {
	path := created(t)
	at := path + anchorSuffix
	for name, damage := range map[string]func(){
		"missing": func() { os.Remove(at) },
		"empty":   func() { write("")(t, at) },
		"text":    func() { write("hello\n")(t, at) },
		"noise":   func() { write(strings.Repeat("\xff", 2*anchorLine))(t, at) },
	} {
		damage()
		looking, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		looking.Close()
		if len(looking.Notices()) != 1 || strings.Contains(looking.Notices()[0], "made anew") {
			t.Errorf("%s, looking: %q", name, looking.Notices())
		}
		s := opened(t, path)
		if len(s.Notices()) != 1 || !strings.Contains(s.Notices()[0], "made anew") {
			t.Errorf("%s: %q", name, s.Notices())
		}
		if s = reopened(t, s); len(s.Notices()) != 0 {
			t.Errorf("%s, the second time: %q", name, s.Notices())
		}
		s.Close()
	}
}

// A program is killed between a commit and the anchor. The next one finds an
// anchor that lags, which is nothing to speak of, and brings it up to date.
func TestAnAnchorThatLags(t *testing.T) {
	path, all := states(t, 12)
	for i := range all {
		write(string(all[i].bytes["partners.db"+anchorSuffix]))(t, path+anchorSuffix)
		s := opened(t, path)
		if len(s.Notices()) != 0 {
			t.Errorf("notices: %q", s.Notices())
		}
		s.Close()
		if a, err := loadAnchor(path + anchorSuffix); err != nil || a.revision != 13 {
			t.Errorf("afterwards the anchor is at %d: %v", a.revision, err)
		}
	}
}

// A folder in the anchor's place cannot be replaced. Saving goes on.
func TestAnAnchorThatCannotBeWritten(t *testing.T) {
	path := created(t)
	os.Remove(path + anchorSuffix)
	if err := os.MkdirAll(path+anchorSuffix+"/full", 0o700); err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	saved(t, s, 1, levels(t, 3), "")
	if all := strings.Join(s.Notices(), "\n"); !strings.Contains(all, "saving works") {
		t.Errorf("notices: %s", all)
	}
}

// One line may be torn at any byte: the other still says what was saved.
func TestATornAnchorKeepsTheOtherLine(t *testing.T) {
	at := t.TempDir() + "/x.anchor"
	old, now := anchor{41, digest{1}, 5, digest{3}}, anchor{41, digest{1}, 6, digest{4}}
	for cut := range anchorLine - 1 { // without its end it is whole
		if err := old.replace(at); err != nil {
			t.Fatal(err)
		}
		if err := (anchor{revision: 40}).advance(at); err != nil {
			t.Fatal(err)
		}
		file, err := os.OpenFile(at, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		_, other, err := readAnchor(file)
		if err != nil {
			t.Fatal(err)
		}
		file.WriteAt(now.line()[:cut], other*int64(anchorLine))
		file.Close()
		if got, err := loadAnchor(at); err != nil || got != old {
			t.Fatalf("cut after %d bytes: %v, %v", cut, got, err)
		}
		if err := now.advance(at); err != nil {
			t.Fatal(err)
		}
		if got, err := loadAnchor(at); err != nil || got != now {
			t.Fatalf("after it was written again: %v, %v", got, err)
		}
	}
}

func TestALinkSharesTheAnchor(t *testing.T) {
	path, all := states(t, 2)
	link := t.TempDir() + "/link.db"
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	s := opened(t, link)
	saved(t, s, 3, levels(t, 1), "")
	s.Close()
	write(string(all[1].bytes["partners.db"]))(t, path)
	for _, p := range []string{path, link} {
		_, err := Open(p, Options{})
		expect[*RolledBackError](t, err)
	}
}
