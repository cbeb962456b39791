package form_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/form"
	"referee/ui/theme"
	"referee/ui/uitest"
)

func defaults(t rapid.TB) model.Settings {
	t.Helper()
	settings, problems := model.DefaultDraft().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return settings
}

func newForm(t rapid.TB) *form.Form {
	t.Helper()
	return form.New(defaults(t), model.Surroundings{Catalog: scenario.SampleCatalog()})
}

func key(t rapid.TB, name string) tea.KeyPressMsg {
	t.Helper()
	k, err := uitest.Key(name)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// edits draws anything a person can do to a form.
func edits(t rapid.TB, f *form.Form, rt *rapid.T) {
	names := []string{"space", "left", "right", "1", "2", "3", "a", "-", "/", "é", "backspace", "ctrl+u"}
	for range rapid.IntRange(0, 30).Draw(rt, "edits") {
		switch rapid.IntRange(0, 9).Draw(rt, "kind") {
		case 0:
			f.Next()
		case 1:
			f.Prev()
		case 2:
			f.Paste(rapid.StringN(0, 20, -1).Draw(rt, "paste"))
		case 3:
			f.Revert(f.Focused())
		case 4:
			f.Undo()
		default:
			f.FocusOn(rapid.SampledFrom(model.AllSettings[:]).Draw(rt, "setting"))
			f.Key(key(t, rapid.SampledFrom(names).Draw(rt, "key")))
		}
	}
}

// Undoing everything is what was saved; redoing everything is what was there.
func TestUndoIsTheWayBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := newForm(rt)
		edits(rt, f, rt)
		after := f.Draft()
		steps := 0
		for ; f.Steps() > 0; steps++ {
			f.Undo()
		}
		if f.Draft() != f.Saved().Draft() || len(f.Changes()) != 0 {
			rt.Fatalf("undone to %+v", f.Draft())
		}
		for range steps {
			f.Redo()
		}
		if f.Draft() != after && steps > 0 {
			rt.Fatalf("redone to %+v, was %+v", f.Draft(), after)
		}
	})
}

// Whatever was done and however little room there is, rows are exactly as wide
// as asked for, no more than asked for, and the focused field is among them.
func TestRowsFit(t *testing.T) {
	th := theme.New(theme.None, theme.Unicode())
	rapid.Check(t, func(rt *rapid.T) {
		f := newForm(rt)
		edits(rt, f, rt)
		width, height := rapid.IntRange(40, 130).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height")
		rows := f.Rows(th, width, height, "acme.example/go/home/ann")
		if len(rows) > height {
			rt.Fatalf("%d rows, room for %d", len(rows), height)
		}
		focus := false
		for _, row := range append(rows, f.Hint(th, width, height)...) {
			if w := ansi.StringWidth(row); w != width {
				rt.Fatalf("%q takes %d cells, want %d", row, w, width)
			}
			focus = focus || strings.HasPrefix(ansi.Strip(row), " "+th.Glyphs.Focus)
		}
		if !focus {
			rt.Fatalf("the focused field is out of view:\n%s", strings.Join(rows, "\n"))
		}
		if x, y, ok := f.Caret(); ok && (x < 0 || y < 0 || x >= width || y >= len(rows)) {
			rt.Fatalf("the caret is at %d,%d", x, y)
		}
	})
}

// With room for ten rows they are the ten settings, in the page's order.
func TestTenRowsAreTheTenSettings(t *testing.T) {
	f := newForm(t)
	for i, row := range f.Rows(theme.New(theme.None, theme.Unicode()), 60, 10, "") {
		if want := model.AllSettings[i].Name(); !strings.Contains(row, want) {
			t.Errorf("row %d is %q, want %s", i, row, want)
		}
	}
}

// Saving what is drafted leaves no change; what was saved by somebody else
// shows as one.
func TestSetSaved(t *testing.T) {
	f := newForm(t)
	f.FocusOn(model.HowToChoose)
	f.Key(key(t, "space"))
	settings, ok := f.Settings()
	if !ok || len(f.Changes()) != 1 {
		t.Fatalf("%v, %d changes", ok, len(f.Changes()))
	}
	f.SetSaved(settings)
	if len(f.Changes()) != 0 || f.CanRevert(model.HowToChoose) {
		t.Error("changed after saving")
	}
	f.SetSaved(defaults(t))
	if len(f.Changes()) != 1 || !f.CanRevert(model.HowToChoose) {
		t.Error("not changed although something else is saved")
	}
}

// A trailing slash, which saving trims, is no change worth saving.
func TestTrailingSlashIsNoChange(t *testing.T) {
	draft := model.DefaultDraft()
	draft.LinkURL = "https://x.org/go"
	settings, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	f := form.New(settings, model.Surroundings{})
	f.FocusOn(model.CustomLinkURL)
	f.Key(key(t, "end"))
	f.Key(key(t, "/"))
	if f.Draft().LinkURL != "https://x.org/go/" || len(f.Changes()) != 0 {
		t.Errorf("%q, %d changes", f.Draft().LinkURL, len(f.Changes()))
	}
}

// The form leaves a key alone that means nothing to the field.
func TestKeysOfFields(t *testing.T) {
	f := newForm(t)
	for setting, names := range map[model.Setting][2]string{
		model.CodePrefix:     {"a left backspace home", "tab enter up ctrl+s esc"},
		model.HowToChoose:    {"space left right", "a 1 tab ctrl+z"},
		model.NumberOfLevels: {"1 2 3 space", "0 4 a"},
		model.PayFor:         {"space left right", "a enter"},
	} {
		f.FocusOn(setting)
		for i, list := range names {
			for name := range strings.FieldsSeq(list) {
				if handled := f.Key(key(t, name)); handled != (i == 0) {
					t.Errorf("%s: %s handled: %v", setting.Key(), name, handled)
				}
			}
		}
		if typing := setting == model.CodePrefix; f.Typing() != typing {
			t.Errorf("%s: typing %v", setting.Key(), f.Typing())
		}
	}
}
