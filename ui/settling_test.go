package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/uitest"
)

// readLog opens logs on the screen of logs, and goes back to the desk.
func (d *desk) readLog(folder string) {
	d.t.Helper()
	d.Press("f6", "o")
	d.answerPath(folder)
	d.Expect("sales changes")
	d.Press("f2")
}

// sampleLogs are four sales.
const sampleLogs = "../engine/replay/testdata/logs"

// press presses a key and returns what it begins, which is left for later.
func (d *desk) press(name string) (begun tea.Cmd) {
	d.t.Helper()
	key, err := uitest.Key(name)
	if err != nil {
		d.t.Fatal(err)
	}
	_, begun = d.app.Update(key)
	return begun
}

// The sheet before saving says what the draft comes to over the log that was read
// last. It does not wait for it.
func TestSaveSheetSaysWhatTheLogComesTo(t *testing.T) {
	d := open(t, 80, 24)
	d.readLog(sampleLogs)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	begun := d.press("ctrl+s")
	d.Expect("Save these settings?", "The log", "Its 4 sales are being reckoned", "enter save")
	d.Send(tea.BatchMsg{begun})
	d.Expect("1 of 4 sales in the log", "In all +100.00 USD in commissions: Jim +200.00, Bob", "−200.00")
	d.Refute("being reckoned")
	d.Press("enter")
	d.Expect("Saved as revision 2")
	d.Press("f6")
	d.Expect("None of 4 sales changes")
}

// What another draft came to is never shown, however late it is known.
func TestSaveSheetShowsNoOtherDraftsLog(t *testing.T) {
	d := open(t, 120, 36)
	d.readLog(sampleLogs)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	late := d.press("ctrl+s")
	d.Press("esc", "ctrl+z")
	d.focusOn(model.UseIPAddress)
	d.Press("space")
	begun := d.press("ctrl+s")
	d.Send(tea.BatchMsg{late})
	d.Expect("Its 4 sales are being reckoned")
	d.Refute("sales in the log")
	d.Send(tea.BatchMsg{begun})
	d.Expect("2 of 4 sales in the log", "In all +111.00 USD in commissions: Jim +50.00, Bob +49.00, Ann +12.00")
}

// A log that is still being read, and one that a draft cannot be held against, say so.
func TestSaveSheetSaysWhyTheLogIsSilent(t *testing.T) {
	d := open(t, 120, 36)
	file := filepath.Join(t.TempDir(), "yen.toml")
	if err := os.WriteFile(file, []byte("title = 'yen'\ncurrency = 'JPY'\n[[partner]]\ncode = 'zoe'\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.readLog(sampleLogs)
	d.palette("Import a catalog")
	d.answerPath(file)
	d.Press("ctrl+s")
	d.Expect("says nothing about this change", "The log was read in USD")
}

// A partner and a product that the draft calls otherwise are in the log as they were
// called when it was written: renaming alone changes nothing.
func TestALogIsOlderThanARename(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"partners.csv": "partner,parent,name\nbob,,Bob\nzoe,,Zoe\n",
		"touches.csv":  "touch_id,time,contact,cookie,ip,partner,kind\n1,2026-01-01T10:00:00Z,,b,,bob,click\n2,2026-01-01T10:00:00Z,,z,,zoe,click\n",
		"sales.csv":    "sale_id,time,contact,cookie,ip,amount,product\ns1,2026-01-02T10:00:00Z,,b,,80.00,Scissors\ns2,2026-01-02T10:00:00Z,,z,,80.00,Scissors\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, 120, 36)
	d.readLog(folder)
	for _, keys := range [][]string{
		{"f5", "down", "down", "down"},                    // Zoe, who is not in every program
		{"esc", "right", "right", "home", "down", "down"}, // a product that one has a rate for
	} {
		d.Press(keys...)
		d.Press("enter", "ctrl+u")
		d.Type("renamed")
		d.Press("ctrl+s")
		d.Expect("code: ", " → renamed", "0 of 2 sales in the log")
		d.Press("esc")
	}
	d.Press("f6")
	d.Expect("None of 2 sales changes", "22.40", "16.00")
	d.Press("ctrl+s", "enter")
	d.Expect("Saved as revision")
	d.Expect("None of 2 sales changes", "22.40", "16.00")
}
