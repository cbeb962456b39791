package ui_test

import (
	"testing"

	"referee/model"
)

// with saves one change after the other.
func (d *desk) save(s model.Setting, keys ...string) {
	d.t.Helper()
	d.focusOn(s)
	d.Press(append(keys, "ctrl+s", "enter")...)
	d.Expect("Saved as revision")
}

func TestHistoryShowsWhatEachRevisionChanged(t *testing.T) {
	d := open(t, 120, 36)
	d.save(model.HowToChoose, "space")
	d.save(model.NumberOfLevels, "3")
	d.Press("f4")
	d.Expect("Every revision", "3 in all", "Revision 3", "Against revision 2", "2 → 3", "In money", "Ann")
	d.Press("down")
	d.Expect("Revision 2", "Against revision 1", "latest → first", "Zoe", "−")
	d.Press("down", "down", "down")
	d.Expect("Revision 1", "The first revision: there is nothing before it.")
	d.Press("up", "up")
	d.Expect("Revision 3")
}

func TestAnyTwoRevisionsCanBeHeldAgainstEachOther(t *testing.T) {
	d := open(t, 120, 36)
	d.save(model.HowToChoose, "space")
	d.save(model.HowToChoose, "space")
	d.Press("f4", "space", "end")
	d.Expect("Revision 1", "Against revision 3", "the same settings", "none of the")
	d.Press("home", "space", "down")
	d.Expect("Revision 2", "Against revision 1")
}

// Taking an old revision makes a draft; nothing is written until it is saved,
// and then as a new revision.
func TestAnOldRevisionBecomesTheDraft(t *testing.T) {
	d := open(t, 120, 36)
	d.save(model.HowToChoose, "space")
	d.Press("f4", "down", "enter")
	d.Expect("The draft is revision 1 now", "● 1 unsaved", "was: first")
	if n := d.revisions(); n != 2 {
		t.Fatalf("%d revisions, want 2: taking one writes nothing", n)
	}
	d.Press("ctrl+s", "enter")
	d.Expect("Saved as revision 3", "● latest  ○ first")
	d.Press("ctrl+z", "f4", "f2")
	d.Expect("▸", "○ latest  ● first")
}

func TestHistoryFitsAnyScreen(t *testing.T) {
	d := open(t, 120, 36)
	d.save(model.HowToChoose, "space")
	d.Press("f4")
	for _, size := range [][2]int{{200, 60}, {90, 24}, {89, 24}, {60, 20}, {40, 12}, {30, 8}, {120, 36}} {
		d.Resize(size[0], size[1])
		d.CheckFrame()
	}
	d.Expect("Every revision")
	d.Wheel(5, 5, 1)
	d.Expect("Revision 1")
	d.ClickOn("   2  ")
	d.Expect("Revision 2")
	d.Press("esc")
	d.Expect("▸ How to choose")
}
