package ui_test

import (
	"strings"

	"referee/db"
	"referee/db/drafts"
	"referee/model"
	"referee/ui/uitest/hostile"
)

// The draft of last time, in which anything may stand, is offered and taken.
func (v *visitor) offered() {
	v.t.Helper()
	v.look("Unsaved changes were kept")
	v.Press("enter")
	v.look("PREFIX")
}

func (v *visitor) settings() {
	v.t.Helper()
	for range model.AllSettings {
		v.rows(wide, high)
		v.Press("tab")
	}
	v.look("Tracking")
	for _, s := range []model.Setting{model.CodePrefix, model.CustomLinkURL} {
		v.find("Go to " + s.Name())
		v.Press("ctrl+r")
		v.enter("TYPED")
		v.look(s.Name())
	}
}

func (v *visitor) simulator() {
	v.t.Helper()
	v.Press("f3")
	for range 4 { // as many as there are; the case that is worked on has no sale yet
		v.rows(wide, high)
		v.Press("y")
		if bad := hostile.Active(v.Copied()); bad != "" || !strings.Contains(v.Copied(), "\n") {
			v.t.Errorf("%q was copied: %s", v.Copied(), bad)
		}
		v.look("Copied.")
		v.answers()
		v.Press("right")
	}
	v.Press("*")
	v.look("is not pinned any more")
	v.Press("*", "f2")
}

// carrying gives paths of files that are not there to what asks for one. It finds
// a draft, and leaves one.
func (v *visitor) carrying() {
	v.t.Helper()
	v.find("Revert all")
	for _, entry := range [][2]string{{"Import a catalog", "The catalog cannot be imported"}, {"Export the catalog", "The catalog was not exported"}} {
		v.find(entry[0])
		v.look(entry[0])
		v.Press("ctrl+u")
		v.enter("nowhere/FILE")
		v.Press("enter")
		v.look(entry[1])
		v.Press("enter")
		v.look(entry[0])
		v.Press("esc")
	}
	v.find("Go to " + model.NumberOfLevels.Name())
	v.Press("1")
}

// stock goes through the tables of the catalog: what they hold, and the same text
// typed into every field of a row. What can stand in one is in the save sheet too.
func (v *visitor) stock() {
	v.t.Helper()
	v.find("Revert all")
	v.Press("f5")
	for range 4 {
		v.look("Partners")
		v.Press("enter")
		v.enter("ROW")
		for range 8 {
			v.Press("down")
			v.Paste("ROW" + v.raw)
			v.rows(wide, high)
		}
		v.look("Partners")
		v.Press("esc", "/")
		v.enter("SOUGHT")
		v.look("search")
		v.Press("esc", "right")
	}
	v.Press("ctrl+s")
	v.look("Partners") // something of that cannot stand where it does
	v.find("Revert all")
	v.Press("esc", "left", "right", "home", "enter", "down")
	v.enter("ROW")
	v.Press("ctrl+s")
	v.look("1 row of the catalog changes")
	v.Press("esc", "f2")
}

// answers asks about the sale that is selected, and copies what is said.
func (v *visitor) answers() {
	v.t.Helper()
	for key, heading := range map[string]string{"w": "Why, why not", "g": "All settings", "o": "In words", "x": "with what comes of it"} {
		v.Press(key)
		if _, _, open := v.Screen().Find(heading); !open {
			continue // there is no sale to ask about
		}
		v.look(heading)
		if v.Press("right", "y"); key != "x" && hostile.Active(v.Copied()) != "" {
			v.t.Errorf("%q was copied: %s", v.Copied(), hostile.Active(v.Copied()))
		}
		v.look(heading)
		v.Press("esc")
	}
}

func (v *visitor) menus() {
	v.t.Helper()
	for key, heading := range map[string]string{"ctrl+p": "Everything", "?": "Help", "ctrl+o": "EXAMPLE"} {
		v.find("Go to " + model.HowToChoose.Name())
		v.Press(key)
		v.look(heading)
		v.enter("SEARCHED")
		v.look(heading)
		v.Press("esc")
	}
}

func (v *visitor) saving() {
	v.t.Helper()
	v.find("Revert all")
	v.find("Go to " + model.NumberOfLevels.Name())
	v.Press("3", "ctrl+q")
	v.look("Leave with unsaved changes?")
	v.Press("esc", "ctrl+s")
	v.look("Save these settings?")
	v.enter("NOTE")
	v.look("Save these settings?")
	v.Press("enter")
	v.look("Saved as revision 2")
	v.Press("f4")
	v.look("Every revision")
	v.Press("down", "space", "up")
	v.look("Against revision 1")
	v.Press("f2")
}

func (v *visitor) draftsKept() {
	v.t.Helper()
	v.find("Go to " + model.NumberOfLevels.Name())
	v.Press("2")
	v.find("Keep draft")
	v.enter("NAMED")
	v.look("Keep this draft")
	v.Press("enter")
	v.look("Kept as ")
	for _, name := range []string{"DRAFT", "NAMED"} {
		v.find("Drafts")
		v.look("Drafts that were put aside")
		v.Paste(name)
		v.look(name)
		v.Press("enter")
		v.look("Drop it")
		v.Press("down", "enter")
		v.look("is gone.")
	}
}

func (v *visitor) conflict() {
	v.t.Helper()
	theirs := model.DefaultDraft()
	theirs.Levels, theirs.PayIfUnused = 1, true
	theirs.LinkURL = "https://www.example.com/THEIRS" + hostile.InAddress(v.raw)
	settings, problems := theirs.Parse()
	if problems != nil {
		theirs.LinkURL = "https://www.example.com/THEIRS"
		settings, _ = theirs.Parse()
	}
	note := "THEIRS" + hostile.Uncontrolled(v.raw)
	if _, err := v.store.Save(2, db.Edit{Settings: settings}, note, today); err != nil {
		v.t.Fatal(err)
	}
	v.Press("ctrl+s", "enter")
	v.look("Saved by somebody else meanwhile")
	v.Press("enter", "f4")
	v.look("Every revision")
	v.Press("f2")
}

// Errors name the path of the database, or of what lies beside it.
func (v *visitor) errors() {
	v.t.Helper()
	folder := drafts.Beside(v.store.Path()).Path()
	v.write(folder)
	v.find("Keep draft")
	v.enter("NAMED")
	v.Press("enter")
	v.look("That did not work")
	v.Press("enter")
	v.find("Drafts")
	v.look("touched")
	v.Press("enter")
	if err := v.store.Close(); err != nil {
		v.t.Fatal(err)
	}
	v.Press("f4")
	v.look("referee")
	v.Press("esc")
	v.find("Go to " + model.UseIPAddress.Name())
	v.Press("space", "ctrl+s", "enter")
	v.look("Not saved")
}
