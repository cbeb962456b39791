package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/engine/scenario"
)

// answerPath types a path into the dialog that asks for one.
func (d *desk) answerPath(path string) {
	d.t.Helper()
	d.Press("ctrl+u")
	d.Type(path)
	d.Press("enter")
}

// The catalog goes out to a file, is changed there, and comes back as the draft.
func TestTheCatalogGoesOutAndComesIn(t *testing.T) {
	d := open(t, 120, 36)
	path := filepath.Join(t.TempDir(), "catalog.toml")
	d.palette("Export the catalog")
	d.Expect("Export the catalog", "path catalog.toml")
	d.answerPath(path)
	d.Expect("The catalog and the settings were written to")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := scenario.Read(path, text); err != nil {
		t.Fatal(err)
	}
	d.palette("Import a catalog")
	d.answerPath(path)
	d.Expect("is the saved one already")

	changed := strings.Replace(string(text), `name = "Zoe"`, `name = "Zoe Park"`, 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	d.palette("Import a catalog")
	d.answerPath(path)
	d.Expect("The draft is the catalog of \"catalog.toml\" now: 1 row differs.", "Zoe Park")
	d.Press("ctrl+s")
	d.Expect("name: Zoe → Zoe Park")
	d.Press("esc", "ctrl+z")
	d.Refute("Zoe Park")
	d.Press("ctrl+y", "ctrl+s", "enter")
	d.Expect("Saved as revision 2")
	if catalog, err := d.store.Catalog(); err != nil || catalog.Partners()[3].Name != "Zoe Park" {
		t.Errorf("%+v, %v", catalog.Partners(), err)
	}
}

// A file that is there stays unless somebody says otherwise, and nothing is taken
// from one that is not right.
func TestFilesOfTheCatalogThatAreInTheWay(t *testing.T) {
	d := open(t, 120, 36)
	path := filepath.Join(t.TempDir(), "mine.toml")
	if err := os.WriteFile(path, []byte(`title = "nothing to take"`), 0o600); err != nil {
		t.Fatal(err)
	}
	d.palette("Export the catalog")
	d.answerPath(path)
	d.Expect("There is a file of that name")
	d.Press("enter")
	d.Expect("Where to write the catalog") // another name is asked for
	d.Press("esc")
	d.palette("Import a catalog")
	d.answerPath(path)
	d.Expect("The catalog cannot be imported", "That file has no partners, programs")
	d.Press("esc")
	d.palette("Import a catalog")
	d.answerPath(path + ".missing")
	d.Expect("The catalog cannot be imported")
	d.Press("enter")
	d.Expect("Import a catalog", ".missing") // what was typed is there still
	d.Press("esc")
	d.palette("Export the catalog")
	d.answerPath(path)
	d.Press("down", "enter")
	d.Expect("were written to")
	if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "[[partner]]") {
		t.Errorf("%s, %v", text, err)
	}
	d.Refute("unsaved")
	d.palette("Go to Code prefix")
	d.Press("!")
	d.palette("Export the catalog")
	d.Expect("the draft has a problem")
}
