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

func TestWhatWasSeededIsThere(t *testing.T) {
	s := opened(t, created(t))
	first := model.Revision{Number: 1, At: noon, Note: "begun", Settings: model.Defaults()}
	got := read(t, s)
	if d := diff([]model.Revision{first}, got.History); d != "" {
		t.Errorf("history (-want +got):\n%s", d)
	}
	if d := diff(sample(t).Draft(), got.Catalog); d != "" {
		t.Errorf("catalog (-want +got):\n%s", d)
	}
	if _, offset := got.History[0].At.Zone(); offset != 5*3600+1800 {
		t.Errorf("the time lost its zone: %v", got.History[0].At)
	}
}

func TestAnEmptyCatalogIsInDollars(t *testing.T) {
	path := t.TempDir() + "/empty.db"
	if err := Create(path, Seed{Settings: model.Defaults(), At: noon}); err != nil {
		t.Fatal(err)
	}
	if d := diff(model.CatalogDraft{Currency: model.USD}, read(t, opened(t, path)).Catalog); d != "" {
		t.Errorf("catalog (-want +got):\n%s", d)
	}
}

func TestWhatWasSavedIsThereAfterReopening(t *testing.T) {
	s := opened(t, created(t))
	next := settings(t, func(d *model.Draft) {
		*d = model.Draft{CodePrefix: "vip-", SkipNotifications: true, Credit: model.First, Tracking: model.HistoryAndCookies, UseIP: true,
			LinkURL: "https://example.com/go", Levels: 3, PayLead: true, PayAmount: true, PayIfUnused: true}
	})
	second := saved(t, s, 1, next, "Prüfung → alles")
	s = reopened(t, s)
	current, err := s.Current()
	if err != nil {
		t.Fatal(err)
	}
	if d := diff(second, current); d != "" {
		t.Errorf("current (-want +got):\n%s", d)
	}
	for number := range uint64(2) {
		one, err := s.Revision(number + 1)
		if err != nil {
			t.Fatal(err)
		}
		if d := diff(read(t, s).History[number], one); d != "" {
			t.Errorf("revision %d differs from the history:\n%s", number+1, d)
		}
	}
}

// C8: a save updates every program record, and hides values without losing them.
func TestSaveUpdatesEveryProgram(t *testing.T) {
	s := opened(t, created(t))
	level3 := model.Cell{Level: 3, Role: model.Sale, Kind: model.Percent}
	for i, test := range []struct {
		levels int
		shows  bool
	}{{3, true}, {1, false}, {3, true}} {
		saved(t, s, uint64(i+1), levels(t, test.levels), "")
		for _, p := range read(t, s).Programs {
			if p.Revision != uint64(i+2) {
				t.Errorf("program %q is at revision %d, want %d", p.Name, p.Revision, i+2)
			}
			if p.Mask.Shows(level3) != test.shows {
				t.Errorf("at %d levels, program %q shows level 3: %v", test.levels, p.Name, !test.shows)
			}
		}
		if d := diff(sample(t).Draft(), read(t, s).Catalog); d != "" {
			t.Errorf("at %d levels a value was lost (-want +got):\n%s", test.levels, d)
		}
	}
}

func TestMaskIsWhatTheSettingsDoNotHide(t *testing.T) {
	for _, s := range []model.Settings{model.Defaults(), levels(t, 1), settings(t, func(d *model.Draft) { d.PayLead, d.PayAmount, d.PayIfUnused = true, true, true })} {
		for _, cell := range allCells() {
			if _, hidden := s.Hides(cell); MaskOf(s).Shows(cell) == hidden {
				t.Errorf("%v: %s is hidden: %v, and shown: %v", s.Draft(), cellName(cell), hidden, hidden)
			}
		}
	}
	if MaskOf(model.Defaults()).Shows(model.Cell{Level: 9}) {
		t.Error("a cell that does not exist is shown")
	}
}

func TestRefusedSavesWriteNothing(t *testing.T) {
	s := opened(t, created(t))
	theirs := saved(t, s, 1, levels(t, 3), "theirs")
	before := bytesOf(t, s.Path())

	_, err := s.Save(1, levels(t, 1), "ours", noon)
	conflict := expect[*ConflictError](t, err)
	if d := diff(theirs, conflict.Theirs); d != "" || conflict.Base != 1 {
		t.Errorf("base %d, theirs (-want +got):\n%s", conflict.Base, d)
	}
	if _, err = s.Save(2, theirs.Settings, "again", noon); !errors.Is(err, ErrUnchanged) {
		t.Errorf("saving the same settings: %v", err)
	}
	for _, note := range []string{"two\nlines", "\x1b[2J", "not\xffUTF-8", strings.Repeat("é", model.MaxText+1)} {
		_, err = s.Save(2, levels(t, 1), note, noon)
		expect[*NoteError](t, err)
	}
	_, err = s.Save(2, levels(t, 1), "", time.Date(20_000, 1, 1, 0, 0, 0, 0, time.UTC))
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
	s.Save(1, model.Settings{}, "", noon)
}

func TestReadOnlyLooksAndDoesNotSave(t *testing.T) {
	path := created(t)
	before := bytesOf(t, path)
	var stores [2]*Store // several may look at once
	for i := range stores {
		s, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		stores[i] = s
	}
	_, err := stores[0].Save(1, levels(t, 3), "", noon)
	expect[*ReadOnlyError](t, err)
	if len(read(t, stores[1]).History) != 1 || string(bytesOf(t, path)) != string(before) {
		t.Error("looking changed something")
	}
}

func TestReplacedWhileOpen(t *testing.T) {
	s := opened(t, created(t))
	aside := s.Path() + ".aside"
	if err := os.Rename(s.Path(), aside); err != nil {
		t.Fatal(err)
	}
	_, err := s.Save(1, levels(t, 3), "", noon)
	if e := expect[*ReplacedError](t, err); !e.Gone {
		t.Error("it is gone, not replaced")
	}
	other := bytesOf(t, created(t))
	if err := os.WriteFile(s.Path(), other, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = s.Save(1, levels(t, 3), "", noon)
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
		_, err = s.Save(base, numbered(t, int(base)), note, noon)
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
	_, err := s.Save(1, levels(t, 3), "", noon)
	if e := expect[*WriteError](t, err); e.Saved {
		t.Error("it says that the change was saved")
	}
}

func TestClosed(t *testing.T) {
	s := opened(t, created(t))
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, currentErr := s.Current()
	_, saveErr := s.Save(1, levels(t, 3), "", noon)
	if !errors.Is(currentErr, ErrClosed) || !errors.Is(saveErr, ErrClosed) {
		t.Errorf("after Close: %v and %v", currentErr, saveErr)
	}
}
