package ui_test

import (
	"testing"

	"referee/model"
)

func TestQuitWithoutChanges(t *testing.T) {
	for _, key := range []string{"ctrl+q", "ctrl+c"} {
		d := open(t, 120, 36)
		d.Press(key)
		if !d.Quit() {
			t.Errorf("%s did not leave", key)
		}
	}
}

// dirty is a desk with one change, about to be left.
func dirty(t *testing.T) *desk {
	t.Helper()
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space", "ctrl+q")
	d.Expect("Leave with unsaved changes?", "1 setting is not saved.", "▸ Stay")
	if d.Quit() {
		t.Fatal("left with unsaved changes")
	}
	return d
}

func TestQuitStays(t *testing.T) {
	for _, key := range []string{"enter", "esc"} {
		d := dirty(t)
		d.Press(key)
		d.Refute("Leave with unsaved changes?")
		d.Expect("● 1 unsaved")
		if d.Quit() {
			t.Errorf("%s left", key)
		}
	}
}

func TestQuitAsksOnlyOnce(t *testing.T) {
	d := dirty(t)
	d.Press("ctrl+q", "ctrl+c", "esc")
	d.Refute("Leave with unsaved changes?")
}

func TestQuitDiscards(t *testing.T) {
	d := dirty(t)
	d.Press("up", "enter")
	if !d.Quit() || d.revisions() != 1 {
		t.Errorf("left: %v, %d revisions, want 1", d.Quit(), d.revisions())
	}
}

func TestQuitSavesFirst(t *testing.T) {
	d := dirty(t)
	d.Press("up", "up", "enter")
	d.Expect("Save these settings?", "latest → first")
	d.Press("enter")
	if !d.Quit() || d.revisions() != 2 {
		t.Errorf("left: %v, %d revisions, want 2", d.Quit(), d.revisions())
	}
}

// Going back from the sheet also takes back the wish to leave.
func TestQuitThenBackFromTheSheet(t *testing.T) {
	d := dirty(t)
	d.Press("up", "up", "enter", "esc")
	d.Refute("Save these settings?")
	d.Press("ctrl+s", "enter")
	d.Expect("Saved as revision 2")
	if d.Quit() {
		t.Error("left after a save that was only a save")
	}
}

// A save that fails on the way out does not lose the draft by leaving.
func TestQuitStaysWhenTheSaveFails(t *testing.T) {
	d := dirty(t)
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	d.Press("up", "up", "enter", "enter")
	d.Expect("Not saved")
	d.Press("enter")
	d.Expect("● 1 unsaved")
	if d.Quit() {
		t.Error("left without having saved")
	}
}

// A draft with a problem cannot be saved on the way out, and the question says
// so; it can be left.
func TestQuitWithAProblem(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("a b")
	d.Press("ctrl+c")
	d.Expect("Save     see the consequences, write them, and leave")
	d.Press("up", "up", "enter")
	d.Expect("Not now: The prefix cannot hold ' '")
	d.Expect("Leave with unsaved changes?")
	d.Press("down", "enter")
	if !d.Quit() {
		t.Error("not left")
	}
}

func TestQuitOutOfADialog(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("?", "ctrl+q")
	if !d.Quit() {
		t.Error("ctrl+q does not leave from a dialog")
	}
	d = open(t, 120, 36)
	d.Type("x")
	d.Press("ctrl+p", "ctrl+c")
	d.Expect("Leave with unsaved changes?")
	d.Press("esc")
	d.Expect("Everything") // still open beneath
}
