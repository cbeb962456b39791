package ui_test

import (
	"os"
	"path/filepath"

	"referee/engine/scenario/draft"
	"referee/ui/casework"
	"referee/ui/uitest/hostile"
)

// workedOn is what the case editor keeps beside the database, with a hostile text in
// every field of every kind of event.
func workedOn(raw string) []byte {
	c := draft.Case{Title: "WORK" + raw, Story: "WORK" + raw}
	for _, k := range draft.Kinds {
		e := draft.NewEvent(k)
		for _, s := range e.Slots() {
			e = e.With(s, "WORKED"+raw)
		}
		c = c.Insert(len(c.Events), e)
	}
	return draft.Encode([]draft.Kept{{Case: c, File: "FILE" + raw}})
}

// cases edits a case: one that was kept with mistakes, then one in which every field
// is filled in anew.
func (v *visitor) cases() {
	v.t.Helper()
	v.Press("f3", "left", "e") // the last one on the bench
	v.look("Case")
	for range len(draft.Kinds) + 1 {
		v.Press("enter")
		v.rows(wide, high)
		v.Press("esc", "up")
		v.rows(wide, high)
	}
	v.look("WORK")
	v.Press("esc", "n")
	for _, k := range draft.Kinds {
		v.Press("a", casework.KindKey(k), "up") // to the first field
		for i := range draft.NewEvent(k).Slots() {
			if i > 0 {
				v.Press("down")
			}
			v.Press("ctrl+n", "ctrl+u")
			v.Paste("FIELD" + v.raw)
			v.rows(wide, high)
		}
		v.look("FIELD")
		v.Press("esc")
	}
	for range 8 {
		v.Press("ctrl+z")
	}
	v.rows(wide, high)
	v.Press("esc")
}

// files keeps a case under a hostile title, writes it to a hostile path, and opens a
// file that is nothing but hostile.
func (v *visitor) files() {
	v.t.Helper()
	v.Press("f3", "n", "up", "up", "enter", "ctrl+u")
	v.Paste("KEPT" + v.raw)
	v.Press("esc", "ctrl+s")
	v.look("Keep this case")
	v.Press("enter")
	v.look("KEPT")
	v.Press("right", "ctrl+s", "down", "enter", "ctrl+u")
	folder := v.t.(interface{ TempDir() string }).TempDir()
	v.Paste(filepath.Join(folder, "WRITTEN"+v.raw))
	v.look("Write the case to a file")
	v.Press("enter")
	v.rows(wide, high)
	v.Press("f3")
	bad := filepath.Join(folder, "bad.toml")
	v.write(bad)
	if err := os.WriteFile(filepath.Join(folder, "FOUND"+hostile.InFile(v.raw)+".toml"), nil, 0o600); err != nil {
		v.t.Log(err) // not every name can be a file's
	}
	v.Press("esc", "esc", "f3", "f")
	v.Paste(folder + string(filepath.Separator))
	v.Type("x")
	v.Press("backspace")
	v.look("Open a scenario file")
	v.Paste("bad.toml")
	v.Press("enter")
	v.look("The file cannot be used")
	v.Press("enter")
	v.look("Open a scenario file")
	v.Press("esc")
}

// clock and preview show names, codes and products.
func (v *visitor) clock() {
	v.t.Helper()
	v.show("EXAMPLE")
	v.Press("f3", "t")
	for range 3 {
		v.look("clock")
		v.Press("[")
	}
	v.Press("esc", "p")
	v.look("What would be paid")
	v.Press("ctrl+u")
	v.enter("PARTNER")
	v.Press("tab", "ctrl+u")
	v.Paste("GOODS" + v.raw)
	v.look("GOODS")
	v.Press("tab", "ctrl+u")
	v.Paste("PRICE" + v.raw)
	v.look("PRICE")
	v.Press("esc")
}
