package db

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	boltErrors "go.etcd.io/bbolt/errors"

	"referee/model"
)

func TestRefusedSavesWriteNothing(t *testing.T) {
	s := opened(t, created(t))
	theirs := saved(t, s, 1, levels(t, 3), "theirs")
	before := bytesOf(t, s.Path())

	_, err := s.Save(1, Edit{Settings: levels(t, 1)}, "ours", noon)
	conflict := expect[*ConflictError](t, err)
	if d := diff(theirs, conflict.Theirs); d != "" || conflict.Base != 1 {
		t.Errorf("base %d, theirs (-want +got):\n%s", conflict.Base, d)
	}
	if _, err = s.Save(2, Edit{Settings: theirs.Settings}, "again", noon); !errors.Is(err, ErrUnchanged) {
		t.Errorf("saving the same settings: %v", err)
	}
	for _, note := range []string{"two\nlines", "\x1b[2J", "not\xffUTF-8", strings.Repeat("é", model.MaxText+1)} {
		_, err = s.Save(2, Edit{Settings: levels(t, 1)}, note, noon)
		expect[*NoteError](t, err)
	}
	_, err = s.Save(2, Edit{Settings: levels(t, 1)}, "", time.Date(20_000, 1, 1, 0, 0, 0, 0, time.UTC))
	if e := expect[*WriteError](t, err); e.Saved {
		t.Error("a time that cannot be written was saved")
	}
	for _, number := range []uint64{0, 3} {
		_, err := s.Revision(number)
		expect[*RevisionError](t, err)
	}
	if string(bytesOf(t, s.Path())) != string(before) {
		t.Error("a refused save changed the file")
	}
	saved(t, s, 2, levels(t, 1), strings.Repeat("é", model.MaxText))
}

func TestZeroSettingsAreAProgrammersMistake(t *testing.T) {
	s := opened(t, created(t))
	defer func() {
		if recover() == nil {
			t.Error("a zero Settings was taken")
		}
	}()
	s.Save(1, Edit{Settings: model.Settings{}}, "", noon)
}

func TestReplacedWhileOpen(t *testing.T) {
	s := opened(t, created(t))
	aside := s.Path() + ".aside"
	if err := os.Rename(s.Path(), aside); err != nil {
		t.Fatal(err)
	}
	_, err := s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	if e := expect[*ReplacedError](t, err); !e.Gone {
		t.Error("it is gone, not replaced")
	}
	other := bytesOf(t, created(t))
	if err := os.WriteFile(s.Path(), other, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	if e := expect[*ReplacedError](t, err); e.Gone {
		t.Error("it is replaced, not gone")
	}
	if string(bytesOf(t, s.Path())) != string(other) {
		t.Error("the file that took its place was written to")
	}
	if err := os.Rename(aside, s.Path()); err != nil {
		t.Fatal(err)
	}
	saved(t, s, 1, levels(t, 3), "put back")
}

// bbolt's limit on the size of the file fails a commit where a full disk does.
func TestAFullDiskKeepsWhatWasSaved(t *testing.T) {
	s := opened(t, created(t))
	note := strings.Repeat("x", model.MaxText)
	s.db.MaxSize = len(bytesOf(t, s.Path()))
	base := uint64(1)
	var err error
	for ; err == nil && base < 500; base++ {
		_, err = s.Save(base, Edit{Settings: numbered(t, int(base))}, note, noon)
	}
	base--
	if e := expect[*WriteError](t, err); e.Saved || !errors.Is(e, boltErrors.ErrMaxSizeReached) {
		t.Errorf("saved: %v, because of %v", e.Saved, e.Err)
	}
	if n := len(read(t, s).History); n != int(base) {
		t.Errorf("%d revisions after the failure, want %d", n, base)
	}
	s.db.MaxSize = 0
	saved(t, s, base, levels(t, 3), "after freeing some")
	if n := len(read(t, reopened(t, s)).History); n != int(base)+1 {
		t.Errorf("%d revisions after reopening, want %d", n, base+1)
	}
}

func TestAFailingDiskIsSaid(t *testing.T) {
	s := opened(t, created(t))
	s.file.Close() // every write from here on fails
	_, err := s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	if e := expect[*WriteError](t, err); e.Saved {
		t.Error("it says that the change was saved")
	}
}
