package ui_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"

	"referee/model"
	"referee/ui/uitest/hostile"
)

// logs reads a large log with the text in every column, holds a draft against it,
// opens a sale, and reads what cannot be read. It finds a draft, and leaves one.
func (v *visitor) logs() {
	v.t.Helper()
	folder := v.t.(interface{ TempDir() string }).TempDir()
	as := hostile.Uncontrolled(v.raw)
	v.log(folder, as, "2026-01-03T10:00:00Z")
	v.find("Revert all")
	v.Press("f6")
	v.look("o chooses a folder")
	v.read(folder)
	v.look("of 1 sale")
	v.find("Go to " + model.HowToChoose.Name())
	v.Press("right", "f6")
	v.look("LOGSALE")
	v.Press("ctrl+s")
	v.look("in the log")
	v.Press("esc", "enter")
	v.look("from the logs")
	v.find("Revert all")
	v.Press("f6")
	v.log(folder, v.raw, "NEVER"+v.raw)
	v.read(folder)
	v.look("cannot be read")
	v.Press("esc")
	v.read("NOLOG" + v.raw)
	v.look("NOLOG")
	v.Press("esc")
	v.find("Go to " + model.NumberOfLevels.Name())
	v.Press("1")
}

// read reads the log in a folder, as far as its path can be pasted.
func (v *visitor) read(folder string) {
	v.t.Helper()
	v.Press("o", "ctrl+u")
	v.Paste(folder)
	v.rows(wide, high)
	v.Press("enter")
}

// log writes a log of one sale that two partners claim, with a text in every column.
func (v *visitor) log(folder, text, at string) {
	v.t.Helper()
	one, two := "ONE"+hostile.InCode(v.raw), "LOGCODE"+hostile.InCode(v.raw)
	for name, rows := range map[string][][]string{
		"partners.csv": {{"partner", "parent", "name"}, {one, "", "LOGGED" + text}, {two, "", ""}},
		"touches.csv": {{"touch_id", "time", "contact", "cookie", "ip", "partner", "kind"},
			{"TOUCH" + text, "2026-01-01T10:00:00Z", "WHO" + text, "COOKIE" + text, "", one, "click"},
			{"TOUCH" + text, "2026-01-02T10:00:00Z", "WHO" + text, "COOKIE" + text, "", two, "click"}},
		"sales.csv": {{"sale_id", "time", "contact", "cookie", "ip", "amount", "product"},
			{"LOGSALE" + text, at, "WHO" + text, "COOKIE" + text, "", "100.00", "GOODS" + text}},
	} {
		var b strings.Builder
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			v.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(b.String()), 0o600); err != nil {
			v.t.Fatal(err)
		}
	}
}
