package ui_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"referee/model"
	"referee/ui"
	"referee/ui/form"
	"referee/ui/theme"
)

func TestHelpIsSearchedAndRunsEntries(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space", "?")
	d.Expect("Help", "ctrl+s", "ctrl+z")
	d.Type("undo last")
	d.Expect("▸ Undo")
	d.Refute("▸ Redo", "Palette")
	d.Press("enter")
	d.Refute("Help", "was: latest")
	d.Press("f1")
	d.Type("zzz")
	d.Expect("nothing matches", "0 of ")
	d.Press("enter") // there is nothing to choose
	d.Expect("nothing matches")
	d.Press("ctrl+u", "esc")
	d.Refute("Help")
}

// An entry that cannot be done now says why, and enter does not do it.
func TestDisabledEntriesSayWhy(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("ctrl+p")
	d.Type("redo")
	d.Expect("there is nothing to redo")
	d.Press("enter")
	d.Expect("Redo what was undone last", "Not now: there is nothing to redo", "Everything")
}

func TestPaletteReachesEverySetting(t *testing.T) {
	d := open(t, 120, 36)
	for _, s := range model.AllSettings {
		d.focus(s.Name())
		d.Expect("▸ "+s.Name(), form.Page(s))
		d.palette(form.Page(s)) // the page's own name leads there too
		d.Expect("▸ " + s.Name())
	}
}

func TestPaletteReachesEveryExample(t *testing.T) {
	d := open(t, 120, 36)
	for _, s := range examples() {
		d.show(s.Title)
		title, _, _ := strings.Cut(s.Title, ": ") // a long one is cut
		d.Expect(title, "of "+strconv.Itoa(len(examples())))
	}
}

// Every action does something or says why not, from the palette alone.
func TestPaletteRunsEveryAction(t *testing.T) {
	for _, a := range ui.Actions() {
		d := open(t, 120, 36)
		d.focusOn(model.HowToChoose)
		d.Press("space", "ctrl+z") // so that there is something to redo
		before := d.everything()
		d.palette(a.Help)
		if d.app.WhyNot(a.Label) != "" {
			continue
		}
		if unmoved := strings.Contains("back close example before sale before scroll scroll back", a.Label); d.everything() == before && !unmoved {
			t.Errorf("%q does nothing", a.Label)
		}
	}
}

func TestScenarioPicker(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space", "ctrl+o")
	d.Expect("Examples", "▸ "+twoClaims, "1 of 4 sales changes  pinned", "3 sales  pinned")
	d.Type("katie")
	d.Press("enter")
	d.Expect("Katie clicked last year", "0 of 4 sales change")
	d.Refute("Examples")
	d.Expect("▸ How to choose") // where the person was
	d.Press("ctrl+o")
	d.Expect("▸ Katie clicked")
	d.Press("esc")
	d.Refute("Examples")
}

func TestTakeTheExamplesSettings(t *testing.T) {
	d := open(t, 120, 36)
	d.palette("Take settings")
	d.Expect("○ only cookies  ● history", "● 1 unsaved", "payouts +50.00")
	d.Press("ctrl+z")
	d.Refute("unsaved")
}

// With a dialog open the bar offers the dialog's keys and no others.
func TestBarShowsOnlyKeysThatWork(t *testing.T) {
	d := open(t, 400, 36) // wide enough for every key
	bar := func() string { return d.Screen().Row(35) }
	expect := func(has, hasNot string) {
		t.Helper()
		for label := range strings.FieldsSeq(has) {
			if !strings.Contains(bar(), label) {
				t.Errorf("no %q in the bar: %s", label, bar())
			}
		}
		for label := range strings.FieldsSeq(hasNot) {
			if strings.Contains(bar(), label) {
				t.Errorf("%q in the bar: %s", label, bar())
			}
		}
	}
	expect("tab help", "space undo save redo revert copy")
	d.focusOn(model.HowToChoose)
	expect("space copy", "undo save")
	d.Press("space")
	expect("space undo save revert", "")
	d.Press("ctrl+p")
	expect("enter esc ctrl+q", "space undo save everything")
	d.Press("esc", "ctrl+s")
	expect("enter esc ctrl+q", "space undo everything")
	d.Press("esc", "f3")
	expect("f2", "space f3 revert")
}

// A hint is shown whole or not at all.
func TestBarIsNeverCut(t *testing.T) {
	d := openWith(t, ui.Options{Mode: theme.Dark}, 400, 24) // wide enough for every hint
	d.focusOn(model.HowToChoose)
	d.Press("space")
	whole := strings.Split(strings.TrimSpace(d.Screen().Row(23)), "   ")
	for w := 119; w >= 40; w-- {
		d.Resize(w, 24)
		for _, hint := range strings.Split(strings.TrimSpace(d.Screen().Row(23)), "   ") {
			if !slices.Contains(whole, hint) {
				t.Fatalf("%d columns: %q is no hint: %s", w, hint, d.Screen().Row(23))
			}
		}
	}
}
