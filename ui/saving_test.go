package ui_test

import (
	"testing"

	"referee/db"
	"referee/model"
	"referee/ui"
)

// Before anything is written, the sheet shows all that would change.
func TestSaveSheetShowsEveryConsequence(t *testing.T) {
	d := open(t, 120, 50)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	d.focusOn(model.UseIPAddress)
	d.Press("space")
	d.focusOn(model.NumberOfLevels)
	d.Press("3", "ctrl+s")
	d.Expect("Save these settings?", "3 settings change", "latest → first", "no → yes", "2 → 3")
	d.Expect("2 program records are updated", "GOLD now shows and pays: level 3 sale percent", "TOOLS: shows what it showed")
	d.Expect("would be decided or paid differently", twoClaims, "3 of 4 sales: Zoe −200.00, Jim +200.00, Ann +112.50, Bob +100.00")
	for range 40 {
		d.Press("down")
	}
	d.Expect("Worth knowing", "Sales without a cookie can still be paid by address", "enter save", "esc back")
}

func TestSaveSheetScrollsOnASmallScreen(t *testing.T) {
	d := open(t, 80, 24)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	d.focusOn(model.UseIPAddress)
	d.Press("space", "ctrl+s")
	d.Expect("more below", "enter save", "2 settings change")
	d.Refute("Worth knowing")
	for range 40 {
		d.Press("down")
	}
	d.Expect("Worth knowing", "enter save")
	d.Refute("2 settings change", "more below")
	d.Press("pgup", "pgup", "pgup", "pgup", "pgup")
	d.Expect("2 settings change")
	x, y, _ := d.Screen().Find("2 settings change")
	d.Wheel(x, y, 40)
	d.Expect("Worth knowing")
	d.Wheel(x, y, -1)
	d.Expect("more below")
}

func TestEscapeWritesNothing(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.Press("ctrl+s")
	d.Type("a note")
	d.Press("esc")
	d.Refute("Save these settings?", "a note")
	d.Expect("● 1 unsaved", "revision 1", "vip-")
	if n := d.revisions(); n != 1 {
		t.Errorf("%d revisions, want 1", n)
	}
}

func TestEnterSaves(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.focusOn(model.HowToChoose)
	d.Press("space", "ctrl+s")
	d.Type("for the spring")
	d.Paste(" campaign\n")
	d.Expect("note for the spring campaign")
	d.Press("enter")
	d.Expect("Saved as revision 2. 2 program records updated.", "saved   revision 2")
	d.Refute("unsaved", "was:")
	d.expectTitle("referee")

	current, err := d.store.Current()
	if err != nil {
		t.Fatal(err)
	}
	if current.Note != "for the spring campaign" || !current.At.Equal(today) {
		t.Errorf("saved with note %q at %v", current.Note, current.At)
	}
	again := openWith(t, ui.Options{Store: d.store}, 120, 36)
	again.Expect("vip-", "haircare/vip-ann", "○ latest  ● first", "saved   revision 2")
	again.Refute("was:")
}

// What is saved is not what can no longer be undone.
func TestUndoAfterSaving(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space", "ctrl+s", "enter", "ctrl+z")
	d.Expect("● latest  ○ first", "was: first", "● 1 unsaved", "revision 2")
	d.Press("ctrl+y")
	d.Refute("unsaved")
}

// Whatever keeps a save from succeeding, the draft is still there, and the
// screen says what happened and what to do.
func TestFailedSaveKeepsTheDraft(t *testing.T) {
	tests := []struct {
		name  string
		store func(t *testing.T) *db.Store
		want  []string
	}{
		{"read-only", func(t *testing.T) *db.Store {
			path := newStore(t).Path()
			return openStore(t, copied(t, path), db.Options{ReadOnly: true})
		}, []string{"Not saved", "draft", "What to do:"}},
		{"closed", func(t *testing.T) *db.Store { return newStore(t) }, []string{"Not saved", "nothing was read or written"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := openWith(t, ui.Options{Store: tt.store(t)}, 120, 36)
			if tt.name == "closed" {
				if err := d.store.Close(); err != nil {
					t.Fatal(err)
				}
			}
			d.focusOn(model.HowToChoose)
			d.Press("space", "ctrl+s", "enter")
			d.Expect(tt.want...)
			d.Press("enter")
			d.Refute("Not saved")
			d.Expect("○ latest  ● first", "was: latest", "● 1 unsaved", "revision 1")
		})
	}
}

// Somebody else saved since the draft was begun: nothing is overwritten, what
// only they changed is taken over, and a second save is a decision.
func TestConflictKeepsTheDraft(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	theirs := model.DefaultDraft()
	theirs.Levels = 3
	settings, problems := theirs.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	if _, err := d.store.Save(1, db.Edit{Settings: settings}, "theirs", today); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s", "enter")
	d.Expect("Saved by somebody else meanwhile", "You changed: How to choose.", "Taken over from them: "+model.NumberOfLevels.Name())
	if n := d.revisions(); n != 2 {
		t.Fatalf("%d revisions, want the first and theirs", n)
	}
	d.Press("enter")
	d.Expect("revision 2", "● 1 unsaved", "was: latest", "○ 1  ○ 2  ● 3")
	d.Press("ctrl+s", "enter")
	d.Expect("Saved as revision 3", "○ latest  ● first", "○ 1  ○ 2  ● 3")
}

// Where both changed the same setting, the draft keeps its own and says so.
func TestConflictsThatCollide(t *testing.T) {
	for _, tt := range []struct {
		name  string
		ours  func(d *desk)
		their func(*model.Draft)
		want  []string
	}{
		{"the same setting", func(d *desk) { d.focusOn(model.NumberOfLevels); d.Press("3") },
			func(their *model.Draft) { their.Levels = 1 },
			[]string{"Changed by both", "Levels"}},
		{"another setting", func(d *desk) { d.focusOn(model.PayAs); d.Press("left", "space", "right", "space") },
			func(their *model.Draft) { their.PayLead, their.PaySale = true, true },
			[]string{"Taken over from them: " + model.PayFor.Name()}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := open(t, 120, 36)
			tt.ours(d)
			theirs := model.DefaultDraft()
			tt.their(&theirs)
			settings, problems := theirs.Parse()
			if problems != nil {
				t.Fatal(problems)
			}
			if _, err := d.store.Save(1, db.Edit{Settings: settings}, "theirs", today); err != nil {
				t.Fatal(err)
			}
			d.Press("ctrl+s", "enter")
			d.Expect(tt.want...)
		})
	}
}

// The program record's own mask follows a save (C8).
func TestSaveUpdatesTheProgramRecords(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.NumberOfLevels)
	d.Press("3", "ctrl+s", "enter")
	programs, err := d.store.Programs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		if p.Revision != 2 {
			t.Errorf("%s is of revision %d, want 2", p.Name, p.Revision)
		}
	}
}

func (d *desk) revisions() int {
	history, err := d.store.History()
	if err != nil {
		d.t.Fatal(err)
	}
	return len(history)
}
