package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"referee/db"
	"referee/db/drafts"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
	"referee/ui/uitest/hostile"
)

// Every text a person can write, and a path and drafts as anybody can leave them
// on the disk, with every hostile text in them, on every screen at three sizes:
// what is sent to the terminal is text and the program's own looks. The fields
// are hostile all at once; a mark in front of each names it.
func TestHostileTextOnEveryScreen(t *testing.T) {
	for i, p := range hostile.Payloads() {
		if underRace && i%8 != 0 {
			continue
		}
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			v := newVisitor(t, p.Raw)
			v.offered()
			v.settings()
			v.simulator()
			v.stock()
			v.menus()
			v.carrying()
			v.clock()
			v.cases()
			v.files()
			v.logs()
			v.saving()
			v.draftsKept()
			v.conflict()
			v.errors()
			v.shown()
		})
	}
}

// wide and high is a screen with room for everything.
const wide, high = 140, 40

// visitor goes through the screens of a desk and looks at each.
type visitor struct {
	*desk
	raw    string
	looks  map[string]bool // the program's own
	known  map[string]bool // rows that were looked at
	unseen []string        // marks of fields that were on no screen so far
}

func newVisitor(t *testing.T, raw string) *visitor {
	file, err := scenario.Read("hostile.toml", []byte(hostile.Scenario(raw)))
	if err != nil {
		t.Fatal(err)
	}
	c := file.Cases[0]
	draft := model.DefaultDraft()
	draft.LinkURL = "https://www.example.com/URL" + hostile.InAddress(raw)
	settings, problems := draft.Parse()
	if problems != nil {
		settings = model.Defaults() // not every one can be saved; what is typed and kept is on the screen all the same
	}
	path := filepath.Join(t.TempDir(), "PATH"+hostile.InFile(raw)+".db")
	if runtime.GOOS != "linux" {
		path = filepath.Join(t.TempDir(), "PATH.db") // elsewhere names are UTF-8
	}
	if err := db.Create(path, db.Seed{Settings: settings, Catalog: c.Catalog, At: today}); err != nil {
		t.Fatal(err)
	}
	kept := settings.Draft()
	kept.CodePrefix, kept.LinkURL, kept.Levels = "PREFIX"+raw, "ADDRESS"+raw, 3
	for _, name := range []string{"", "DRAFT" + raw} {
		if err := drafts.Beside(path).Keep(drafts.Kept{Name: name, Revision: 1, At: today, Draft: kept}); err != nil {
			t.Fatal(err)
		}
	}
	if err := drafts.Beside(path).KeepCases(workedOn(raw)); err != nil {
		t.Fatal(err)
	}
	title := "EXAMPLE" + raw // not from a file: nothing has looked at it
	example := scenario.Example{Name: "EXAMPLE" + hostile.Uncontrolled(raw), Title: title, Read: func() scenario.Case { c := c; c.Title = title; return c }}
	d := openWith(t, ui.Options{Mode: theme.Dark, Store: openStore(t, path, db.Options{}), Examples: append([]scenario.Example{example, {
		Name: "case", Title: c.Title, Read: func() scenario.Case { return c },
	}}, examples()[0])}, wide, high)
	return &visitor{desk: d, raw: raw, looks: looksOf(theme.Dark), known: map[string]bool{}, unseen: marks()}
}

// marks are those of all fields that some screen is sure to show. The desk names
// no contacts, and codes only of partners without a name.
func marks() []string {
	marks := slices.DeleteFunc(hostile.Fields(), func(mark string) bool { return mark == "CONTACT" || mark == "CODE" })
	marks = append(marks, "PREFIX", "ADDRESS", "URL", "TYPED", "NOTE", "THEIRS", "DRAFT", "NAMED", "EXAMPLE", "ROW", "SOUGHT", "PAGE", "CODE",
		"WORK", "WORKED", "FIELD", "KEPT", "PARTNER", "GOODS", "PRICE", "LOGGED", "LOGSALE", "LOGCODE", "NOLOG")
	if runtime.GOOS == "linux" {
		marks = append(marks, "PATH")
	}
	return marks
}

// looksOf is every look a theme has.
func looksOf(mode theme.Mode) map[string]bool {
	looks := map[string]bool{"\x1b[m": true}
	th := reflect.ValueOf(*theme.New(mode, theme.Unicode()))
	for i := range th.NumField() {
		if st, ok := th.Field(i).Interface().(theme.Style); ok {
			open, _, _ := strings.Cut(st.Render("x"), "x")
			looks[open] = true
		}
	}
	return looks
}

// look looks at the screen that is open, at every size. It must show a heading
// when there is room, or the visitor is lost.
func (v *visitor) look(heading string) {
	v.t.Helper()
	if content := v.rows(wide, high); !strings.Contains(content, heading) {
		v.t.Fatalf("this is not %q:\n%s", heading, v.Screen().Text())
	}
	for _, size := range [][2]int{{60, 20}, {30, 8}} {
		v.Resize(size[0], size[1])
		v.rows(size[0], size[1])
	}
	v.Resize(wide, high)
	if bad := hostile.ActiveRow(v.View().WindowTitle, nil); bad != "" {
		v.t.Errorf("the window's title, at %q: %s", heading, bad)
	}
}

func (v *visitor) rows(w, h int) (content string) {
	v.t.Helper()
	content = v.View().Content
	rows := strings.Split(content, "\n")
	if len(rows) != h {
		v.t.Errorf("%d×%d has %d rows", w, h, len(rows))
	}
	for _, row := range rows {
		if v.known[row] {
			continue
		}
		v.known[row] = true
		if bad := hostile.ActiveRow(row, v.looks); bad != "" {
			v.t.Errorf("%d×%d: %s", w, h, bad)
		}
		v.unseen = slices.DeleteFunc(v.unseen, func(mark string) bool { return strings.Contains(row, mark) })
	}
	return content
}

// shown holds the visit to its purpose: that every field was on some screen.
func (v *visitor) shown() {
	v.t.Helper()
	if len(v.unseen) > 0 {
		v.t.Errorf("on no screen: %v", v.unseen)
	}
}

// find runs an entry of the palette; pasted, it is found at once.
func (v *visitor) find(entry string) {
	v.Press("ctrl+p")
	v.Paste(entry)
	v.Press("enter")
}

// enter types and pastes the hostile text behind a mark.
func (v *visitor) enter(mark string) {
	v.Type(mark)
	v.Paste(v.raw)
	v.look(mark)
	// Some terminals send a key with any text. A question mark asks for help.
	v.Send(uitest.Letter(strings.ReplaceAll(v.raw, "?", "")))
}

func (v *visitor) write(path string) {
	if err := os.RemoveAll(path); err != nil {
		v.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(fmt.Sprintf("%q", v.raw)), 0o600); err != nil {
		v.t.Fatal(err)
	}
}
