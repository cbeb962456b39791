package ui_test

import (
	"testing"
	"time"

	"referee/db"
	"referee/model"
)

func TestSettingsAndCatalogAreSavedTogether(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.NumberOfLevels)
	d.Press("3", "f5", "down", "down", "enter")
	d.Type("my")
	d.Press("down")
	d.Type(" Ray")
	d.Expect("● 2 unsaved", "1 setting and 1 row of the catalog")
	d.expectTitle("referee (2 unsaved)")
	d.Press("ctrl+s")
	d.Expect("1 setting changes", "2 → 3", "1 row of the catalog changes", "Partner jimmy changed", "code: jim → jimmy", "name: Jim → Jim Ray",
		"GOLD now shows and pays: level 3 sale percent", "Ann")
	for range 40 {
		d.Press("down")
	}
	d.Expect("Links already handed out keep the old code jim of the partner.")
	d.Press("enter")
	d.Expect("Saved as revision 2", "saved   revision 2")
	c, _ := d.store.Current()
	if jimmy, known := d.savedCatalog().Partner("jimmy"); !known || d.savedCatalog().Partners()[jimmy].Name != "Jim Ray" || c.Settings.Levels() != 3 {
		t.Errorf("%+v, %d levels", d.savedCatalog().Partners(), c.Settings.Levels())
	}
	d.Press("f4")
	d.Expect("Against revision 1", "2 → 3", "Partner jim removed")
	d.Press("down", "enter")
	d.Expect("The draft is revision 1 now", "● ")
	d.Press("f5")
	d.Expect("jim ", "Jim")
	d.Press("ctrl+z")
	d.Expect("jimmy", "saved")
}

func TestTheCatalogIsKeptWithTheDraft(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Press("enter", "down", "down", "down", "down", "end")
	d.Type("33")
	d.Press("left")
	d.Type("1.2.3")
	d.Elapse()
	next := crashed(t, d)
	next.Expect("Unsaved changes were kept", "1 row of the catalog not saved")
	next.Press("enter")
	next.Expect("1 problem", "● 1 unsaved")
	next.Press("ctrl+s")
	next.Expect("‹1.2.3✗", "33")
	next.Press("ctrl+z")
	next.Expect("nothing changed")
}

func TestDraftsKeepTheCatalogUnderAName(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("space")
	d.palette("Keep draft")
	d.Type("without ann")
	d.Press("enter")
	d.palette("Revert all")
	d.Expect("nothing changed")
	d.palette("Drafts")
	d.Expect("1 row of the catalog different")
	d.Press("enter")
	d.Expect("Partner ann changed")
	d.Press("enter")
	d.Expect("1 row of the catalog")
}

func TestAConflictMergesTheCatalogToo(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("down", "down", "enter", "down")
	d.Type("my")
	theirs := model.CatalogEdit{Catalog: d.savedCatalog()}
	theirs = theirs.Set(model.CatalogField{Table: model.PartnerTable, Row: 3, Key: "name"}, "Zoe Q.")
	now, _ := d.store.Current()
	if _, err := d.store.Save(1, db.Edit{Settings: now.Settings, Catalog: theirs.Catalog}, "", today.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s", "enter")
	d.Expect("Saved by somebody else meanwhile", "You changed: partner jim", "Taken over from them: partner zoe")
	d.Press("enter", "ctrl+s")
	d.Expect("Partner jim changed", "1 row of the catalog changes")
	d.Press("enter")
	d.Expect("Saved as revision 3")
	if got := d.savedCatalog().Partners()[3].Name; got != "Zoe Q." {
		t.Errorf("theirs is lost: %q", got)
	}
}

func TestAlsoATextThatDoesNotHoldIsKept(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Press("enter", "down", "down", "down", "down", "end")
	d.Type("x")
	d.Expect("● 1 unsaved")
	d.Press("ctrl+q")
	d.Expect("1 text is not saved.")
	d.Press("esc")
	d.Elapse()
	next := crashed(t, d)
	next.Expect("with 1 text not saved")
	next.Press("enter", "f5", "right")
	next.Expect("✗ GOLD")
}

func TestARenameAfterItIsSaved(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("down", "down", "enter")
	d.Type("my")
	d.Press("down", "down", "ctrl+u")
	d.Type("ann")
	d.Press("ctrl+s")
	d.Expect("code: jim → jimmy", "parent: bob → ann", "In all: Bob −859.60, Ann +859.60")
	d.Press("enter", "f3")
	d.Expect("saved   revision 2", "in yours, jim is jimmy", "nothing changed")
	d.Refute("a catalog of its own")
	d.Press("f4")
	d.Expect("Partner jimmy changed", "code: jim → jimmy", "parent: bob → ann", "Ann", "+859.60", "−859.60")
	d.Press("ctrl+z", "ctrl+z")
	d.Expect("▸ Code          * jim", "was: jimmy", "1 row of the catalog")
	d.Refute("Partners 7", "a catalog of its own")
	d.Press("ctrl+s")
	d.Expect("code: jimmy → jim", "parent: ann → bob")
}

func TestTakingARevisionTakesItsCatalog(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("space", "ctrl+s", "enter")
	d.Expect("Saved as revision 2")
	d.Press("f2")
	d.save(model.NumberOfLevels, "3")
	d.Press("f4", "end", "enter")
	d.Expect("The draft is revision 1 now", "● 2 unsaved")
	d.Press("ctrl+s")
	d.Expect("Save these changes?", "active: no → yes", "3 → 2")
	d.Press("esc", "ctrl+z")
	d.Expect("nothing changed")
	d.Press("ctrl+y", "ctrl+s", "enter")
	d.Expect("Saved as revision 4")
	if d.savedCatalog().Partners()[0].Inactive {
		t.Error("ann is still switched off")
	}
}

func TestACatalogThatCannotBeSavedIsKept(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("space")
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s", "enter")
	d.Expect("Not saved", "Your draft is kept")
	d.Press("enter")
	d.Expect("● 1 unsaved", "inactive")
}

// A partner that the examples name is taken away: what they would pay is not known,
// and nobody is told that nothing changes.
func TestWhatCannotBeRunIsNoChange(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("/")
	d.Type("zoe")
	d.Press("enter", "d")
	d.Expect("9 examples name it and cannot be run without it", "draft: not run", "as saved")
	d.Press("f3")
	d.Expect("not run under the draft: after it there is no partner \"zoe\"")
	d.Press("home")
	d.Expect("this example cannot be run: after it there is no partner \"zoe\"")
	d.Refute("0 of 4 sales")
	d.Press("ctrl+s")
	d.Expect("9 of 12 pinned examples cannot be run on both sides of this change, and are", "not reckoned: after it there is no partner \"zoe\"", "0 of 11 sales in 3")
}

// Going to the revision that is in force leaves nothing to save, and says so.
func TestTakingTheCurrentRevision(t *testing.T) {
	d := open(t, 80, 24)
	d.Press("f4", "enter")
	d.Expect("nothing has changed")
	d.Type("vip-")
	d.Press("f4", "enter")
	d.Expect("ctrl+z brings back what was not saved. The draft is revision 1 now.")
	d.Press("ctrl+z")
	d.Expect("vip-")
}
