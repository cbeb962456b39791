//go:build unix

package ui_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"referee/db"
	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/uitest"
	"referee/ui/uitest/hostile"
)

// What the whole program sends to a real terminal, byte for byte: text, and
// nothing but the sequences of its own. In it are all hostile texts at once, as
// notes, as names of drafts and in the app's name, and the worst are typed and
// pasted too.
func TestHostileBytesInARealTerminal(t *testing.T) {
	cmd := uitest.Reexec(t, "--db", hostileDatabase(t), "--colors=dark")
	tm := uitest.Start(t, cmd, 120, 36, uitest.Silent)
	tm.WaitFor("Unsaved changes were kept")
	tm.Press("enter")
	tm.WaitFor("3 problems")
	tm.Press("f4")
	tm.WaitFor("Every revision")
	tm.Press("end")
	tm.WaitFor("The first revision")
	tm.Press("f2", "ctrl+p")
	tm.WaitFor("Everything")
	tm.Send("Drafts\r")
	tm.WaitFor("Drafts that were put aside")
	tm.Press("end")
	for _, p := range hostile.Payloads() {
		if !strings.Contains(p.Raw, "\x1b[201~") {
			tm.Paste(p.Raw)
		}
	}
	tm.WaitFor("nothing matches")
	tm.Press("ctrl+c", "up", "enter")
	if status := tm.Wait(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	expectOwn(t, tm.Sent())
}

// hostileDatabase is a database that holds every hostile text.
func hostileDatabase(t *testing.T) string {
	var all strings.Builder
	for _, p := range hostile.Payloads() {
		all.WriteString(p.Raw)
	}
	file, err := scenario.Read("hostile.toml", []byte(hostile.Scenario("\u202e\u200b\ufeff")))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "shop.db")
	if err := db.Create(path, db.Seed{Settings: model.Defaults(), Catalog: file.Cases[0].Catalog, At: today}); err != nil {
		t.Fatal(err)
	}
	store, err := db.Open(path, db.Options{})
	if err != nil {
		t.Fatal(err)
	}
	draft := model.DefaultDraft()
	for i, p := range hostile.Payloads() {
		draft.Levels = 3 - draft.Levels
		settings, _ := draft.Parse()
		if _, err := store.Save(uint64(i+1), db.Edit{Settings: settings}, hostile.Uncontrolled(p.Raw), today); err != nil {
			t.Fatal(err)
		}
		if err := drafts.Beside(path).Keep(drafts.Kept{Name: "DRAFT" + p.Raw, Revision: 1, At: today, Draft: draft}); err != nil {
			t.Fatal(err)
		}
	}
	draft.CodePrefix, draft.LinkURL = "PREFIX"+all.String(), all.String()
	if err := drafts.Beside(path).Keep(drafts.Kept{Revision: 1, At: today, Draft: draft}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// expectOwn fails the test unless what was sent is text and sequences of the
// program's own. A hostile text that is made of just such sequences must not be
// there, unless the program has said it by itself, once: when it began.
func expectOwn(t *testing.T, sent string) {
	t.Helper()
	own := regexp.MustCompile("\x1b\\[[0-9;]*[ABCDGHJKLMPSTXb@dmr]" + // moves, clears and looks
		"|\x1b\\[[?>=<][0-9;]*[hlmuW]|\x1b\\[[?>]?[0-9;]*\\$?[pcqnu]" + // modes and questions
		"|\x1b\\[[0-9]* q|\x1b[78M=>]|\x1b\\][02];(referee( \\([0-9]+ unsaved\\))?)?\x07|[\r\b]")
	if bad := hostile.Active(own.ReplaceAllString(sent, "")); bad != "" {
		t.Errorf("sent to the terminal: %s", bad)
	}
	for _, p := range hostile.Payloads() {
		disguised := hostile.Active(p.Raw) != "" && hostile.Active(own.ReplaceAllString(p.Raw, "")) == ""
		if n := strings.Count(sent, p.Raw); disguised && n > 1 {
			t.Errorf("%s was sent to the terminal %d times", p.Name, n)
		}
	}
}
