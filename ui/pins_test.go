package ui_test

import (
	"errors"
	"testing"

	"referee/db"
	"referee/ui"
	"referee/ui/theme"
)

// One key takes the pin of the case that is shown away: then it does not count
// among the consequences any more, today and at the next start.
func TestAPinIsTakenAway(t *testing.T) {
	d := open(t, 120, 36)
	d.show(twoClaims)
	d.Refute("not pinned")
	d.palette("Go to Levels")
	d.Press("1", "ctrl+s")
	d.Expect("in 12 pinned examples would")
	d.Press("esc", "*")
	d.Expect("is not pinned any more", "not pinned  ‹ example 1 of 12 ›")
	d.Press("ctrl+s")
	d.Expect("in 11 pinned examples would")
	d.Press("esc", "ctrl+o")
	d.Expect("of 4 sales change  pinned")
	d.Press("esc")

	d = d.again()
	d.show(twoClaims)
	d.Expect("not pinned")
	d.Press("f3", "*")
	d.Expect("is pinned: what a save changes is reckoned on it")
	d.Refute("not pinned")
	kept, err := d.store.Cases()
	if err != nil || len(kept) != 1 || !kept[0].Pinned || kept[0].Text != nil {
		t.Errorf("%+v, %v", kept, err)
	}
}

// The key is a letter where text goes, and there is no pin for what is not kept.
func TestWhereNothingIsPinned(t *testing.T) {
	d := open(t, 120, 36)
	d.palette("Go to Code prefix")
	d.Press("*")
	d.Expect("cannot hold")
	d.Press("ctrl+z", "f3", "n", "esc")
	d.Press("*")
	d.Expect("it is not kept yet; keep it in the database first")
	if kept, err := d.store.Cases(); err != nil || len(kept) != 0 {
		t.Errorf("%+v, %v", kept, err)
	}
}

// A kept case that lost its pin is kept again without it.
func TestKeepingAgainLeavesThePin(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "ctrl+s", "enter", "esc", "f3", "*")
	d.Expect("is not pinned any more")
	d.Press("e", "d", "ctrl+s")
	d.Expect("among the examples and not pinned")
	d.Press("enter")
	d.Expect("Kept as", "not pinned: what changes in it does not count")
	kept, err := d.store.Cases()
	if err != nil || len(kept) != 1 || kept[0].Pinned {
		t.Errorf("%+v, %v", kept, err)
	}
}

// A pin that cannot be written is said, and nothing on the screen pretends it was.
func TestAPinThatCannotBeKept(t *testing.T) {
	store := newStore(t)
	path := store.Path()
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	looking := openStore(t, path, db.Options{ReadOnly: true})
	d := openWith(t, ui.Options{Mode: theme.None, Store: looking}, 120, 36)
	d.Press("f3", "*")
	d.Expect("The pin cannot be kept", "for looking only; nothing was saved")
	d.Press("enter")
	d.Refute("not pinned")
	if _, err := looking.Cases(); errors.Is(err, db.ErrClosed) {
		t.Error(err)
	}
}
