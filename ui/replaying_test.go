package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A large log is read, shows what the draft changes, and any sale of it opens in the
// simulator as a case.
func TestALogIsReadAndASaleOpened(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../engine/replay/testdata/logs")); err != nil {
		t.Fatal(err)
	}
	d := open(t, 120, 36)
	d.Press("f6")
	d.Expect("o chooses a folder", "nothing is written", "touches.csv")
	d.Press("o")
	d.answerPath(folder)
	d.Expect("None of 4 sales changes", "draft: the same so far", "Who is paid most", "Zoe")
	d.Press("f2", "tab", "tab", "right", "f6")
	d.Expect("1 of 4 sales changes", "saved: revision 1; draft: 1 setting changed", "saved            200.00           1          1", "draft            300.00           2", "change          +100.00          +1", "cookie: another referral")
	d.Expect("Who gains, who loses", "Jim", "+200.00  ███", "▸ s-1001", "Zoe → Jim by cookie")
	d.Press("enter")
	d.Expect("s-1001, from the logs", "Sale s-1001 of the log in …"+string(filepath.Separator)+filepath.Base(folder)+": gone at the end, unless you edit it (e).")
	d.Press("*")
	d.Expect("it is not kept yet; keep it in the database first: e, ctrl+s")
	d.Press("f6", "/")
	d.Type("s-1004")
	d.Expect("Any sale of the log", "enter open")
	d.Press("enter")
	d.Expect("s-1004, from the logs", "▸ s-1004", "Why s-1004")
	d.Press("f6", "/")
	d.Type("s-9")
	d.Press("enter")
	d.Expect("The sale cannot be opened", "there is no sale")
	d.Refute("Looking for")
	if err := os.WriteFile(filepath.Join(folder, "sales.csv"), []byte("sale_id,time,contact,cookie,ip,amount,product\ns1,never,,,,1.00,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Press("esc", "o")
	d.answerPath(folder)
	d.Expect(`"never" is not a`, "Read it without 1 row")
}

// A log is read without the rows that cannot be, if somebody says so; they are counted, and
// a sale of it opens without them, too.
func TestALogIsReadWithoutItsBadRows(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../engine/replay/testdata/logs")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "touches.csv")
	touches, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	touches = append(touches, "t98,2026-01-05T10:00:00Z,,k-7f3a,,nobody,click\nt99,2026-01-05T10:00:00Z,,k-7f3a\n"...)
	if err := os.WriteFile(path, touches, 0o600); err != nil {
		t.Fatal(err)
	}
	d := open(t, 120, 36)
	d.Press("f6", "o")
	d.answerPath(folder)
	d.Expect("The log cannot be read", `"nobody"`, "columns", "Read it without 2 rows")
	if n := strings.Count(d.everything(), `"nobody"`); n != 1 {
		t.Errorf("what is wrong is said %d times", n)
	}
	d.Press("esc")
	d.Expect("The log cannot be read", `"nobody"`, "o chooses a folder") // still there once the question is not
	d.Press("o")
	d.answerPath(folder)
	d.Press("down", "enter")
	d.Expect("None of 4 sales changes", "2 rows could not be read and were left out; the first:", "Who is paid most")
	d.Press("/")
	d.Type("s-1001")
	d.Press("enter")
	d.Expect("s-1001, from the logs")
}

// A log that cannot be read leaves the one that is open, and its figures, where they
// are; what was typed need not be typed once more.
func TestALogThatCannotBeReadLeavesTheOther(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f6", "o")
	d.answerPath("nowhere")
	d.Expect("The log cannot be read", "What to do", "o chooses a folder")
	d.Press("o")
	d.answerPath("../engine/replay/testdata/logs")
	d.Press("f2", "tab", "tab", "right", "f6", "o")
	d.answerPath("nowhere")
	d.Expect("The log cannot be read", "What to do", "The log that was open stays.", "1 of 4 sales changes")
	d.Press("enter")
	d.Expect("path nowhere")
	d.Press("esc", "ctrl+s")
	d.Expect("1 of 4 sales in the log")
	d.Press("esc", "enter")
	d.Expect("s-1001, from the logs")
}

// What is wrong with a log is told with the path as it was typed.
func TestTheNameOfAFileStaysAsItIs(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("logs", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"partners.csv", "touches.csv", "sales.csv"} {
		if err := os.WriteFile(filepath.Join("logs", name), []byte("nothing\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, 120, 36)
	d.Press("f6", "o")
	d.answerPath("logs")
	d.Expect("The log cannot be read", " logs"+string(filepath.Separator)+"partners.csv:1: ")
}

// A sale that is found late takes nobody away from the screen they have turned to.
func TestASaleFoundLateStaysAway(t *testing.T) {
	d := open(t, 120, 36)
	d.readLog(sampleLogs)
	d.Press("tab", "tab", "right", "f6")
	d.Expect("1 of 4 sales change")
	looking := d.press("enter")
	d.Press("f4")
	d.Send(tea.BatchMsg{looking})
	d.Refute("s-1001, from the logs")
	d.Press("f3")
	d.Refute("s-1001, from the logs")
}

// Whoever asked for a sale and then read another log hears nothing of the first.
func TestASaleOfALogThatWasClosed(t *testing.T) {
	d := open(t, 120, 36)
	d.readLog(sampleLogs)
	d.Press("tab", "tab", "right", "f6")
	d.Expect("1 of 4 sales change")
	looking := d.press("enter")
	d.Press("o")
	d.answerPath(sampleLogs)
	d.Expect("1 of 4 sales change")
	d.Send(tea.BatchMsg{looking})
	d.Refute("cannot be opened")
	d.Refute("s-1001, from the logs")
}

// A log in which nobody can be credited says what that usually means.
func TestALogWithoutAMeetingPoint(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"partners.csv": "partner,parent,name\nzoe,,Zoe\n",
		"touches.csv":  "touch_id,time,contact,cookie,ip,partner,kind\n1,2026-01-01T10:00:00Z,7,,,zoe,click\n",
		"sales.csv":    "sale_id,time,contact,cookie,ip,amount,product\ns1,2026-01-02T10:00:00Z,ann@example.com,,,80.00,\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, 80, 24)
	d.Press("f6", "o")
	d.answerPath(folder)
	d.Expect("None of 1 sale changes", "0 of 1 touch could reach a sale", "call people by other ids", "To nobody")
}

// The screen of logs: before one is read, and with what a draft changes over one.
func TestLogScreens(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		w, h := size[0], size[1]
		d := open(t, w, h)
		d.Press("f6")
		d.Golden(fmt.Sprintf("log-none-%dx%d", w, h))
		d.readLog(sampleLogs)
		d.Press("f2")
		d.focus("How to choose")
		d.Press("right", "f6")
		d.Golden(fmt.Sprintf("log-%dx%d", w, h))
	}
}
