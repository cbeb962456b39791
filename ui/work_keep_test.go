package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/ui"
)

// again is the program started once more on the same database.
func (d *desk) again() *desk {
	d.t.Helper()
	return openWith(d.t.(*testing.T), ui.Options{Store: d.store}, 120, 36)
}

func TestACaseIsKeptInTheDatabase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "up", "up", "enter", "ctrl+u")
	d.Type("Ann's own case")
	d.Press("esc", "ctrl+s")
	d.Expect("Keep this case", `as "Ann's own case", among the examples and pinned`)
	d.Press("enter")
	d.Expect(`Kept as "Ann's own case"`)
	d.Press("esc")
	d.Expect("Ann's own case", "example 13 of 13")
	d.Refute("not kept")

	d = d.again()
	d.show("Ann's own case")
	d.Expect("example 13 of 13", "Ann  cookie   200.00")
	d.Press("f3", "e", "enter", "tab", "tab", "tab")
	d.Type(" 2")
	d.Press("esc", "ctrl+s", "enter") // kept as it was called before
	d.Expect(`Kept as "Ann's own case"`)
	if kept, err := d.store.Cases(); err != nil || len(kept) != 1 || !strings.Contains(string(kept[0].Text), `browser = "laptop 2"`) || !kept[0].Pinned {
		t.Errorf("kept: %+v, %v", kept, err)
	}
	// It counts among the consequences from now on.
	d.palette("Go to Levels")
	d.Press("1", "ctrl+s")
	d.Expect("13 pinned examples")
	d.Press("esc")

	d.palette("Go to Levels")
	d.Press("ctrl+r")
	d.show("Ann's own case")
	d.palette("Drop case")
	d.Expect("Drop this case?", "from the database, for good")
	d.Press("down", "enter")
	d.Expect("is gone.", "of 12")
	if kept, _ := d.store.Cases(); len(kept) != 0 {
		t.Errorf("still kept: %+v", kept)
	}
	d.show(twoClaims)
	d.palette("Drop case")
	d.Expect("it came with the program")
}

// Two cases of one title have names of their own.
func TestNoCaseTakesThePlaceOfAnother(t *testing.T) {
	d := open(t, 120, 36)
	for range 2 {
		d.Press("f3", "n", "up", "up", "enter", "ctrl+u")
		d.Type("Mine")
		d.Press("esc", "ctrl+s", "enter", "esc")
	}
	kept, err := d.store.Cases()
	if err != nil || len(kept) != 2 || kept[0].Name != "Mine" || kept[1].Name != "Mine 2" {
		t.Errorf("kept: %+v, %v", kept, err)
	}
}

func TestACaseInAFile(t *testing.T) {
	d := open(t, 120, 36)
	folder := t.TempDir()
	path := filepath.Join(folder, "mine.toml")
	d.Press("f3", "e", "right", "ctrl+s", "down", "enter")
	d.Expect("Write the case to a file", "two-partners-claim-this-sale-a-copy.toml")
	d.Press("ctrl+u")
	d.Type(path)
	d.Press("enter")
	d.Expect("Written to ")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := scenario.Read(path, text)
	if err != nil || file.Cases[0].Title != twoClaims+", a copy" || len(file.Cases[0].Journal.Events()) != len(scenario.Samples()[0].File().Cases[0].Journal.Events()) {
		t.Errorf("the file does not read as the case: %v\n%s", err, text)
	}
	// Again, it asks; a no leaves the file as it is.
	d.Press("right", "ctrl+s", "down", "enter", "enter")
	d.Expect("There is a file of that name")
	d.Press("enter")
	d.Expect("Write the case to a file")
	d.Press("esc")
	if same, _ := os.ReadFile(path); string(same) != string(text) {
		t.Error("the file was overwritten without asking")
	}
	d.Press("ctrl+s", "down", "enter", "enter", "down", "enter")
	d.Expect("Written to ")
	if other, _ := os.ReadFile(path); string(other) == string(text) {
		t.Error("the file was not overwritten")
	}
	// What cannot be written is not typed once more.
	d.Press("ctrl+s", "down", "enter")
	d.answerPath(filepath.Join(folder, "not", "there.toml"))
	d.Expect("Not written", "The case stays as it is")
	d.Press("enter")
	d.Expect("Write the case to a file", "there.toml")
	d.Press("esc")

	d = d.again()
	d.Press("f3", "f")
	d.Type(filepath.Join(folder, "mi"))
	d.Expect("mine.toml")
	d.Press("tab", "enter")
	d.Expect("Opened ", "a copy", "example 13 of 13")
	d.Press("e", "esc")
	d.Expect("example 13 of 13")
}

func TestAFileThatCannotBeUsed(t *testing.T) {
	d := open(t, 120, 36)
	folder := t.TempDir()
	bad := filepath.Join(folder, "bad.toml")
	if err := os.WriteFile(bad, []byte("title = 1\n[[event]]\nclick = \"jim\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{bad: "bad.toml:1:9", folder: "it is a folder", filepath.Join(folder, "none.toml"): "no such"} {
		d.Press("f3", "f")
		d.Paste(path)
		d.Press("enter")
		d.Expect("The file cannot be used", "What to do:")
		if whole := strings.Join(strings.Fields(d.Screen().Text()), " "); !strings.Contains(whole, want) {
			t.Errorf("%q is not said:\n%s", want, d.Screen().Text())
		}
		d.Press("enter") // back to the path
		d.Expect("Open a scenario file")
		d.Press("esc")
	}
	several := filepath.Join(folder, "several.toml")
	if err := os.WriteFile(several, scenario.Samples()[len(scenario.Samples())-1].Text, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Press("f")
	d.Paste(several)
	d.Press("enter")
	d.Expect("The file has ", " cases")
	d.Press("down", "enter", "e")
	d.Expect("a copy")
}

// A second after a key the case is on the disk, mistakes and all, and is there again
// at the next start, whatever ended the program.
func TestACaseThatIsNotKeptIsThereAtTheNextStart(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "enter", "tab", "tab")
	d.Type("x") // and never another word
	d.Press("esc", "up", "enter", "tab", "ctrl+u")
	d.Type("somebo")
	if text, _ := drafts.Beside(d.store.Path()).Cases(); text != nil {
		t.Error("it is on the disk before the change has settled")
	}
	d.Elapse()
	next := d.again()
	next.Expect("1 case is not kept yet")
	next.show("New case (not kept)")
	next.Press("f3", "e")
	next.Expect("buyerx", "✗ somebo")
	next.Press("up", "enter", "tab", "ctrl+u")
	next.Type("zoe")
	next.Press("esc")
	next.Expect("Zoe  cookie")
	next.Press("ctrl+s", "enter")
	next.Elapse()
	if text, err := drafts.Beside(d.store.Path()).Cases(); text != nil || err != nil {
		t.Errorf("kept in the database, it is still %s, %v", text, err)
	}
	if err := next.app.Part(); err != nil {
		t.Fatal(err)
	}
	last := next.again()
	last.Refute("not kept yet")
	last.show("New case")
	last.Expect("Zoe  cookie")
}

// Leaving never asks about a case: it stays.
func TestQuittingKeepsACase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "e", "d", "ctrl+q")
	if !d.Quit() {
		t.Error("it asked")
	}
	if err := d.app.Part(); err != nil {
		t.Fatal(err)
	}
	next := d.again()
	next.Expect("1 case is not kept yet")
}

// What cannot be read stays as it is.
func TestUnreadableCasesAreLeftAlone(t *testing.T) {
	d := open(t, 120, 36)
	folder := drafts.Beside(d.store.Path())
	if err := folder.KeepCases([]byte("half of it")); err != nil {
		t.Fatal(err)
	}
	next := d.again()
	next.Expect("Cases cannot be read")
	next.Press("enter", "f3", "n", "d")
	next.Elapse()
	if err := next.app.Part(); err != nil {
		t.Fatal(err)
	}
	if text, err := folder.Cases(); string(text) != "half of it" || err != nil {
		t.Errorf("the file is %q now, %v", text, err)
	}
}
