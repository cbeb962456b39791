package ui_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
	"referee/ui/form"
)

// edit is one change of one setting as a person makes it, and what stands on
// the screen right after its last key.
type edit struct {
	setting model.Setting
	keys    []string // with the focus on the setting
	row     string   // the setting's row
	was     string
	shows   []string // elsewhere on the screen
}

// everyEdit changes each of the ten settings once, in an example where that
// moves something.
func everyEdit() []edit {
	return []edit{
		{model.CodePrefix, []string{"v", "i", "p", "-"}, "vip-", "empty",
			[]string{"acme.infusionsoft.com/go/haircare/vip-ann", "1 setting · 0 of 4 sales change"}},
		{model.SkipNotifications, []string{"space"}, "● yes  ○ no", "no",
			[]string{"1 setting · 0 of 4 sales change"}},
		{model.HowToChoose, []string{"right"}, "○ latest  ● first", "latest",
			[]string{"1 of 4 sales changes · payouts +100.00 · Zoe −200.00 · Jim +200.00 · Bob +100.00",
				"How to choose is first", "→ Jim"}},
		{model.TrackingMethod, []string{"space"}, "○ only cookies  ● history", "only cookies",
			[]string{"1 of 4 sales changes · payouts +50.00 · Zoe +50.00", "Why order-703"}},
		{model.UseIPAddress, []string{"left"}, "● yes  ○ no", "no",
			[]string{"1 setting · 0 of 4 sales change"}},
		{model.CustomLinkURL, strings.Split("https://x.org/r", ""), "https://x.org/r", "empty",
			[]string{"x.org/r/haircare/ann"}},
		{model.NumberOfLevels, []string{"3"}, "○ 1  ○ 2  ● 3", "2",
			[]string{"2 of 4 sales change · payouts +62.50 · Ann +62.50"}},
		{model.PayFor, []string{"space"}, "☒ lead", "sale",
			[]string{"4 of 4 sales change · payouts +125.00 · Zoe +125.00"}},
		{model.PayAs, []string{"space"}, "☒ amount", "percent",
			[]string{"3 of 4 sales change · payouts +45.00 · Jim +30.00 · Zoe +15.00"}},
		{model.PayIfUnused, []string{"space"}, "● yes  ○ no", "no",
			[]string{"1 of 4 sales changes · payouts +50.00 · Zoe +50.00"}},
	}
}

// The first frame says what this is, where one stands, and how to go on.
func TestFirstFrame(t *testing.T) {
	d := open(t, 120, 36)
	d.Expect("referee", "Referral partner defaults of acme", "saved   revision 1")
	d.Expect("▸ Code prefix", "Referral partner code prefix", "Tracking", "Payout")
	d.Expect("change a setting to see who would be paid differently", "? help", "tab next", "ctrl+p everything")
	d.Expect(twoClaims, "Why order-701")
	d.Refute("unsaved", "was:", "✗")
	d.expectTitle("referee")
	d.CheckFrame()
}

// The product in one test: change a setting, see in the same frame what follows,
// take it back, and the screen is as it was.
func TestChangeEverySetting(t *testing.T) {
	edits := everyEdit()
	if len(edits) != len(model.AllSettings) {
		t.Fatalf("%d edits for %d settings", len(edits), len(model.AllSettings))
	}
	for _, e := range edits {
		t.Run(e.setting.Key(), func(t *testing.T) {
			d := open(t, 120, 40)
			d.show(twoClaims)
			d.focus(e.setting.Name())
			before := d.picture()
			d.Press(e.keys...)
			d.Expect(e.shows...)
			d.Expect(e.row, "was: "+e.was, "● 1 unsaved", "revision 1")
			d.expectTitle("referee (1 unsaved)")
			after := d.picture()

			d.Press("ctrl+z")
			if diff := cmp.Diff(before, d.picture()); diff != "" {
				t.Errorf("undo left another screen:\n%s", diff)
			}
			d.expectTitle("referee")
			d.Press("ctrl+y")
			if diff := cmp.Diff(after, d.picture()); diff != "" {
				t.Errorf("redo left another screen:\n%s", diff)
			}
			d.Press("ctrl+r")
			if diff := cmp.Diff(before, d.picture()); diff != "" {
				t.Errorf("revert left another screen:\n%s", diff)
			}
		})
	}
}

// Every setting is explained where it has the focus.
func TestEverySettingIsExplained(t *testing.T) {
	d := open(t, 120, 36)
	for _, s := range model.AllSettings {
		d.Expect(form.Page(s), "▸ "+s.Name())
		words := strings.Fields(form.Help(s))
		d.Expect(strings.Join(words[:4], " "))
		d.Press("tab")
	}
	d.Expect("Simulator:", "f2 settings")
	d.Press("tab")
	d.Expect("▸ " + model.CodePrefix.Name())
	d.Press("shift+tab", "shift+tab")
	d.Expect("▸ " + model.PayIfUnused.Name())
}

func TestAddressRungPays(t *testing.T) {
	d := open(t, 120, 36)
	d.show("We switched something on by mistake")
	d.focus("Use IP address")
	d.Press("space")
	d.Expect("2 of 3 sales change · payouts +275.00 · Zoe +200.00 · Jim +50.00 · Bob +25.00")
	d.Expect("Sales without a cookie can still be paid")
}

func TestDisabledFieldSaysWhyAndKeepsItsValue(t *testing.T) {
	d := open(t, 120, 36)
	d.focus("Pay if unused")
	d.Press("space")
	d.focus("Levels")
	d.Press("1")
	d.Expect("no effect: needs 2 or more levels", "● yes  ○ no")
	d.Press("2")
	d.Refute("no effect")
	d.Expect("● yes  ○ no", "1 setting ·")
}
