package ui_test

import (
	"slices"
	"strings"
	"testing"

	"referee/ui"
	"referee/ui/uitest"
)

func TestEveryActionIsComplete(t *testing.T) {
	labels := map[[2]string]bool{}
	for _, a := range ui.Actions() {
		if a.Label == "" || a.Help == "" || !a.Complete {
			t.Errorf("%+v lacks something", a)
		}
		for _, screen := range a.On {
			if labels[[2]string{screen, a.Label}] {
				t.Errorf("two actions are labelled %q", a.Label)
			}
			labels[[2]string{screen, a.Label}] = true
		}
		if strings.HasSuffix(a.Help, ".") || strings.ToUpper(a.Help[:1]) != a.Help[:1] {
			t.Errorf("the help of %q is no sentence without a full stop: %q", a.Label, a.Help)
		}
	}
}

// A key means one thing on a screen, whatever its reach.
func TestNoTwoActionsShareAKey(t *testing.T) {
	taken := map[string]map[string]string{"desk": {}, "past": {}, "cases": {}, "stock": {}}
	for _, a := range ui.Actions() {
		for _, key := range a.Keys {
			if _, err := uitest.Key(key); err != nil {
				t.Errorf("%s: %v", a.Label, err)
			}
			for _, screen := range a.On {
				take(t, taken[screen], key, a.Label)
			}
		}
	}
}

func take(t *testing.T, taken map[string]string, key, label string) {
	t.Helper()
	if other := taken[key]; other != "" {
		t.Errorf("%s is both %q and %q", key, other, label)
	}
	taken[key] = label
}

// The keys that were promised; the rest of the table may change.
func TestKeysOfTheContract(t *testing.T) {
	want := map[string]string{
		"tab": "next", "down": "next", "shift+tab": "back", "up": "back",
		"space": "change", "left": "change", "right": "change",
		"ctrl+s": "save", "ctrl+z": "undo", "ctrl+y": "redo", "ctrl+r": "revert",
		"ctrl+p": "everything", "?": "help", "f2": "settings", "f3": "simulator", "f4": "history",
		"esc": "close", "ctrl+q": "quit", "ctrl+c": "quit", "y": "copy",
	}
	for key, label := range want {
		at := slices.IndexFunc(ui.Actions(), func(a ui.Action) bool { return slices.Contains(a.Keys, key) })
		if at < 0 || ui.Actions()[at].Label != label {
			t.Errorf("%s is not %q", key, label)
		}
	}
	for _, a := range ui.Actions() {
		if a.Everywhere != (a.Label == "quit") {
			t.Errorf("%q works in dialogs: %v; of all actions only quitting may", a.Label, a.Everywhere)
		}
	}
}

// Whatever can be done is in the palette and in the help, by its name, with its
// first key and the reason if it cannot be done now.
func TestPaletteAndHelpListEveryAction(t *testing.T) {
	d := open(t, 120, 60)
	for _, open := range []string{"ctrl+p", "?"} {
		for _, a := range ui.Actions() {
			if !slices.Contains(a.On, "desk") {
				continue
			}
			d.Press(open)
			d.Type(a.Help)
			title := strings.ToUpper(a.Label[:1]) + a.Label[1:]
			d.Expect("▸ " + title)
			if len(a.Keys) > 0 {
				d.Expect(a.Keys[0])
			}
			if why := d.app.WhyNot(a.Label); why != "" {
				d.Expect(why)
			}
			d.Press("esc")
		}
	}
}

// Pressing a key that means nothing now says why.
func TestDisabledActionSaysWhy(t *testing.T) {
	d := open(t, 120, 36)
	for key, why := range map[string]string{
		"ctrl+s": "nothing has changed since revision 1",
		"ctrl+z": "there is nothing to undo",
		"ctrl+y": "there is nothing to redo",
		"ctrl+r": "this setting is as it was saved",
		"f2":     "you are in the settings already",
	} {
		d.Press(key)
		d.Expect(why)
	}
	d.Press("f3", "f3")
	d.Expect("you are in the simulator already")
	d.Press("space")
	d.Expect("the focus is not on a choice")
	d.Press("tab")
	d.Refute("the focus is not on a choice")
}
