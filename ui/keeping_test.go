package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"referee/db/drafts"
	"referee/model"
	"referee/ui"
)

// crashed is a desk over the store of one that ended without being asked to.
func crashed(t *testing.T, d *desk) *desk {
	t.Helper()
	return openWith(t, ui.Options{Store: d.store}, 120, 36)
}

func (d *desk) keptDraft() (k drafts.Kept, ok bool) {
	d.t.Helper()
	k, ok, err := drafts.Beside(d.store.Path()).Unsaved()
	if err != nil {
		d.t.Fatal(err)
	}
	return k, ok
}

// A second after a change the draft is on the disk; the next start offers it.
func TestUnsavedChangesAreOfferedAtTheNextStart(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.focusOn(model.HowToChoose)
	d.Press("space")
	if _, ok := d.keptDraft(); ok {
		t.Error("the draft is on the disk before the change has settled")
	}
	d.Elapse()
	if k, ok := d.keptDraft(); !ok || k.Draft != d.app.Draft() || k.Revision != 1 {
		t.Fatalf("kept %+v, %v", k, ok)
	}
	next := crashed(t, d)
	next.Expect("Unsaved changes were kept", "2 settings not saved", "▸ Take them")
	next.Press("enter")
	next.Expect("● 2 unsaved", "was: latest", "vip-")
	next.Press("ctrl+z")
	next.Refute("unsaved")
}

// What is typed while an older change is being kept is kept after it.
func TestLaterChangesAreKeptToo(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("a")
	d.Elapse()
	d.Type("b")
	d.Elapse()
	if k, _ := d.keptDraft(); k.Draft.CodePrefix != "ab" {
		t.Fatalf("kept %q, want ab", k.Draft.CodePrefix)
	}
	d.Press("ctrl+z", "ctrl+z")
	d.Elapse()
	if k, ok := d.keptDraft(); ok {
		t.Fatalf("kept %+v although nothing is unsaved", k)
	}
}

// Saved or discarded, a draft is not offered again; otherwise it is, whatever
// ended the program.
func TestPartingLeavesWhatIsWanted(t *testing.T) {
	for _, tt := range []struct {
		name  string
		keys  []string
		offer bool
	}{
		{"saved", []string{"ctrl+s", "enter", "ctrl+q"}, false},
		{"discarded", []string{"ctrl+q", "up", "enter"}, false},
		{"a signal", nil, true},
		{"a signal with the question open", []string{"ctrl+q"}, true},
		{"a signal with the sheet open", []string{"ctrl+s"}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := open(t, 120, 36)
			d.focusOn(model.HowToChoose)
			d.Press("space")
			d.Elapse()
			d.Press(tt.keys...)
			if err := d.app.Part(); err != nil {
				t.Fatal(err)
			}
			if _, ok := d.keptDraft(); ok != tt.offer {
				t.Errorf("kept %v, want %v", ok, tt.offer)
			}
		})
	}
}

// Putting the question off loses nothing: the draft has a name then.
func TestAnOfferPutOffIsKeptUnderAName(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.Elapse()
	next := crashed(t, d)
	next.Press("esc")
	next.Expect("Kept as", "unsaved on")
	next.palette("Drafts")
	next.Expect("Drafts that were put aside", "unsaved on", "1 setting different")
	next.Press("enter")
	next.Expect("It differs from the screen in: Code prefix vip-, here empty.")
	next.Press("enter")
	next.Expect("● 1 unsaved", "vip-")
}

// Until somebody has answered for it, a draft from last time stays on the disk,
// whatever ends the program while the question is open.
func TestAnUnansweredOfferLosesNothing(t *testing.T) {
	for _, keys := range [][]string{nil, {"ctrl+q"}, {"ctrl+c"}} {
		d := open(t, 120, 36)
		d.Type("vip-")
		d.Elapse()
		next := crashed(t, d)
		next.Expect("Unsaved changes were kept")
		next.Press(keys...)
		if err := next.app.Part(); err != nil {
			t.Fatal(err)
		}
		if k, ok := d.keptDraft(); !ok || k.Draft.CodePrefix != "vip-" {
			t.Errorf("%v: kept %+v, %v", keys, k, ok)
		}
	}
}

// Once it is dropped, it is gone.
func TestADroppedOfferIsGone(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.Elapse()
	next := crashed(t, d)
	next.Press("down", "down", "enter")
	next.Refute("unsaved")
	if k, ok := d.keptDraft(); ok {
		t.Errorf("still kept: %+v", k)
	}
}

// A draft that cannot be read is said and left alone, even by later drafts.
func TestAnUnreadableDraftIsLeftAlone(t *testing.T) {
	d := open(t, 120, 36)
	folder := drafts.Beside(d.store.Path()).Path()
	file := filepath.Join(folder, "unsaved.draft")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("half of it"), 0o600); err != nil {
		t.Fatal(err)
	}
	next := crashed(t, d)
	next.Expect("A draft cannot be read", "As long as it is there")
	next.Press("enter")
	next.Type("vip-")
	next.Elapse()
	if err := next.app.Part(); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "half of it" {
		t.Errorf("the file is %q now, %v", data, err)
	}
}

func TestDraftsUnderNames(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("summer-")
	d.palette("Keep draft")
	d.Type("summer 2026")
	d.Press("enter")
	d.Expect("Kept as \"summer 2026\"", "● 1 unsaved")
	d.palette("Drafts")
	d.Press("enter")
	d.Expect("It is the same as the draft on the screen.")
	d.Press("down", "enter")
	d.Expect("\"summer 2026\" is gone.")
	d.palette("Drafts")
	d.Expect("No draft was put aside yet")
}
