package db

import (
	"errors"
	"testing"

	"referee/model"
)

func TestWhatWasSeededIsThere(t *testing.T) {
	s := opened(t, created(t))
	first := model.Revision{Number: 1, At: noon, Note: "begun", Settings: model.Defaults(), Catalog: 1}
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
	_, err := stores[0].Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	expect[*ReadOnlyError](t, err)
	if len(read(t, stores[1]).History) != 1 || string(bytesOf(t, path)) != string(before) {
		t.Error("looking changed something")
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
	_, saveErr := s.Save(1, Edit{Settings: levels(t, 3)}, "", noon)
	if !errors.Is(currentErr, ErrClosed) || !errors.Is(saveErr, ErrClosed) {
		t.Errorf("after Close: %v and %v", currentErr, saveErr)
	}
}
