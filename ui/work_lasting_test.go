package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/db"
	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/ui"
)

// keptText is the only case that is kept in the database.
func (d *desk) keptText() string {
	d.t.Helper()
	kept, err := d.store.Cases()
	if err != nil || len(kept) != 1 {
		d.t.Fatalf("kept: %+v, %v", kept, err)
	}
	return string(kept[0].Text)
}

// What a case expects is still expected after the program ended, with a mistake in it
// or without.
func TestExpectationsOutliveTheProgram(t *testing.T) {
	for name, edit := range map[string]func(*desk){
		"sound":     func(d *desk) { d.Press("right") },
		"a mistake": func(d *desk) { d.Press("enter", "ctrl+u"); d.Type("soon"); d.Press("esc") },
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 120, 36)
			d.Press("f3", "e", "up")
			edit(d)
			d.Elapse()
			d = d.again()
			d.show(twoClaims + ", a copy")
			d.Press("f3", "e", "up", "enter", "ctrl+u")
			d.Type("10 Jan 2026 10:00")
			d.Elapse()
			d = d.again()
			d.show(twoClaims + ", a copy")
			d.Press("f3", "e", "ctrl+s", "enter")
			d.Expect("Kept as ")
			want := strings.Count(scenarioText(twoClaims), "[[want]]")
			if got := strings.Count(d.keptText(), "[[want]]"); got != want || want == 0 {
				t.Errorf("%d expectations of %d are left:\n%s", got, want, d.keptText())
			}
		})
	}
}

// A base that does not read is said, and stays as it is.
func TestACaseOverNothingIsLeftAlone(t *testing.T) {
	d := open(t, 120, 36)
	folder := drafts.Beside(d.store.Path())
	text := draft.Encode([]draft.Kept{{Case: draft.Case{Title: "Mine"}, Base: []byte("half of it")}})
	if err := folder.KeepCases(text); err != nil {
		t.Fatal(err)
	}
	next := d.again()
	next.Expect("Cases cannot be read", `"Mine"`)
	next.Press("enter", "f3", "n", "d")
	next.Elapse()
	if err := next.app.Part(); err != nil {
		t.Fatal(err)
	}
	if left, err := folder.Cases(); string(left) != string(text) || err != nil {
		t.Errorf("the file is %q now, %v", left, err)
	}
}

// Nothing takes the place of a kept case that this program cannot read, and so does
// not show.
func TestAnUnreadableKeptCaseKeepsItsPlace(t *testing.T) {
	store := newStore(t)
	if err := store.KeepCase(db.Case{Name: "Mine", Text: []byte("half of it"), Pinned: true}); err != nil {
		t.Fatal(err)
	}
	d := openStored(t, store)
	d.Press("f3", "n", "up", "up", "enter", "ctrl+u")
	d.Type("Mine")
	d.Press("esc", "ctrl+s", "enter")
	d.Expect(`Kept as "Mine 2"`)
	kept, err := store.Cases()
	if err != nil || len(kept) != 2 || string(kept[0].Text) != "half of it" || kept[1].Name != "Mine 2" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
}

// A case that was asked for is there at the next start, touched or not.
func TestAnUntouchedCaseIsKeptToo(t *testing.T) {
	for name, make := range map[string]func(*desk){
		"new":    func(d *desk) { d.Press("f3", "n") },
		"a copy": func(d *desk) { d.palette("Copy case") },
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 120, 36)
			make(d)
			d.Press("esc")
			d.Expect("is not kept yet")
			d.Elapse()
			d.again().Expect("1 case is not kept yet")
		})
	}
}

// A copy in a file is no reason to think that the database has the change.
func TestAKeptCaseWrittenToAFileIsNotKept(t *testing.T) {
	d := open(t, 120, 36)
	path := filepath.Join(t.TempDir(), "mine.toml")
	d.Press("f3", "n", "ctrl+s", "enter", "d", "ctrl+s", "down", "enter", "ctrl+u")
	d.Type(path)
	d.Press("enter")
	d.Expect(`Written; "New case" in the database stays as it was`)
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	d.Press("esc")
	d.Expect(`"New case" is not kept yet`)
	d.Elapse()
	d.again().Expect("1 case is not kept yet")
}

// After a rename was saved, the case says the new code, also at an earlier step, and
// expects what it did.
func TestACaseOutlivesARenameThatWasSaved(t *testing.T) {
	d := open(t, 120, 36)
	d.show(twoClaims)
	d.Press("f3", "e", "up", "right", "f5", "down", "down", "enter")
	d.Expect("▸ Code            jim")
	rename := func() {
		d.Type("e")
		d.Press("esc", "ctrl+s", "enter")
		d.Expect("Saved as revision")
	}
	rename()
	d.Press("enter")
	rename()
	d.Press("enter", "tab")
	d.Type("x") // another catalog, so that all is read again
	d.Press("esc", "f3")
	d.show(twoClaims + ", a copy")
	d.Press("e")
	d.Refute("✗", "problem")
	d.Expect("jimee ")
	d.Press("ctrl+z")
	d.Refute("✗", "problem")
	d.Press("ctrl+y")
	d.Elapse()
	d.Press("ctrl+s", "enter")
	d.Expect("Kept as ")
	text := d.keptText()
	if got, want := strings.Count(text, "[[want]]"), strings.Count(scenarioText(twoClaims), "[[want]]"); got != want {
		t.Errorf("%d expectations of %d are left:\n%s", got, want, text)
	}
	if strings.Contains(text, `"jim"`) {
		t.Errorf("somebody is called as before:\n%s", text)
	}
}

// scenarioText is the file of an example, by its title.
func scenarioText(title string) string {
	for _, s := range scenario.Samples() {
		if s.Title() == title {
			return string(s.Text)
		}
	}
	return ""
}

func openStored(t *testing.T, store *db.Store) *desk {
	t.Helper()
	return openWith(t, ui.Options{Store: store}, 120, 36)
}
