package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// today is the clock of every story.
var today = time.Date(2026, 1, 20, 10, 0, 0, 0, time.UTC)

// twoClaims is the example in which How to choose moves money.
const twoClaims = "Two partners claim this sale"

// desk is the terminal program under test, over a database of its own.
type desk struct {
	*uitest.Driver
	t     testing.TB
	app   *ui.App
	store *db.Store
	w, h  int
}

// open opens the desk over a new database, on a dark terminal of w×h cells.
func open(t testing.TB, w, h int) *desk {
	t.Helper()
	return openWith(t, ui.Options{Mode: theme.Dark}, w, h)
}

// openWith opens the desk as it is asked for; whatever is missing in the
// options is as in [open].
func openWith(t testing.TB, o ui.Options, w, h int) *desk {
	t.Helper()
	if o.Store == nil {
		o.Store = newStore(t)
	}
	if o.Examples == nil {
		o.Examples = examples()
	}
	o.Now = func() time.Time { return today }
	app := ui.Start(t, o, w, h)
	return &desk{uitest.New(t, app, w, h), t, app, o.Store, w, h}
}

// newStore is a database as the program makes it when it starts for the first time.
func newStore(t testing.TB) *db.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "referee.db")
	settings, problems := model.DefaultDraft().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	if err := db.Create(path, db.Seed{Settings: settings, Catalog: scenario.SampleCatalog(), At: today}); err != nil {
		t.Fatal(err)
	}
	return openStore(t, path, db.Options{})
}

func openStore(t testing.TB, path string, o db.Options) *db.Store {
	t.Helper()
	store, err := db.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// examples is what the simulator offers, as package cli chooses it.
func examples() []scenario.Example {
	var all []scenario.Example
	for _, s := range scenario.Samples() {
		if s.Name != "worked-cases" {
			all = append(all, s.Example())
		}
	}
	return all
}

// show turns the simulator to an example by its title, as a person would: with
// the palette.
func (d *desk) show(title string) {
	d.palette("Example " + title)
}

// focus moves to a setting by its label, with the palette.
func (d *desk) focus(label string) { d.palette("Go to " + label) }

// palette searches the palette for an entry and runs it.
func (d *desk) palette(entry string) {
	d.Press("ctrl+p")
	d.Type(entry)
	d.Press("enter")
}

// picture is all that is on the screen, colours included, above the bottom bar:
// that may offer a redo.
func (d *desk) picture() []string {
	rows := strings.Split(d.View().Content, "\n")
	return rows[:len(rows)-1]
}

// everything is all there is to see: every cell with its look, the cursor, the
// window's title.
func (d *desk) everything() string {
	v := d.View()
	at := "no cursor"
	if v.Cursor != nil {
		at = fmt.Sprint(v.Cursor.Position)
	}
	return fmt.Sprintln(v.WindowTitle, at, v.MouseMode, d.Quit(), d.Copied()) + v.Content
}

func (d *desk) expectTitle(want string) {
	if got := d.View().WindowTitle; got != want {
		d.t.Errorf("the window's title is %q, want %q", got, want)
	}
}

// focusOn moves to a setting with tab, wherever the focus is.
func (d *desk) focusOn(s model.Setting) {
	d.t.Helper()
	for range len(model.AllSettings) + 1 {
		if _, _, found := d.Screen().Find("▸ " + s.Name()); found {
			return
		}
		d.Press("tab")
	}
	d.t.Fatalf("tab does not lead to %s:\n%s", s.Name(), d.Screen().Text())
}

// expectDraft fails the test unless the draft holds a value.
func (d *desk) expectDraft(s model.Setting, want string) {
	d.t.Helper()
	if got := d.app.Draft().Text(s); got != want {
		d.t.Errorf("%s is %q, want %q", s.Name(), got, want)
	}
}

// copied is a copy of a database in a folder of its own.
func copied(t testing.TB, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), filepath.Base(path))
	for _, ending := range []string{"", ".anchor"} { // a database goes with its anchor
		data, err := os.ReadFile(path + ending)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+ending, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return to
}
