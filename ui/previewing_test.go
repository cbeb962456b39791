package ui_test

import (
	"testing"

	"referee/ui"
	"referee/ui/theme"
)

// A partner, a product and an amount, and each level's row under saved and draft.
func TestPreviewOfAPayout(t *testing.T) {
	d := open(t, 120, 36)
	d.focus("Levels")
	d.Press("3")
	d.focus("Pay if unused")
	d.Press("space", "f3", "down", "p")
	d.Expect("What would be paid", "▸ partner", "jim  Jim", "Rate card: GOLD, its default rule", "priority")
	d.Expect("sale, level 1  Jim", "sale, level 2  Bob", "sale, level 3  Ann", "20 % of 1,000.00, GOLD")
	d.Golden("preview-120x36")
	d.Press("tab", "tab", "up")
	d.Expect("1010.00", "202.00", "20 % of 1,010.00")
	d.Press("shift+down", "down")
	d.Expect("900.00", "180.00")
	d.Press("tab", "up")
	d.Expect("360.00")
	d.Press("shift+tab", "ctrl+u")
	d.Type("1,5")
	d.Expect("✗ not an amount of money")
	d.Press("shift+tab", "shift+tab", "ctrl+u")
	d.Type("zo")
	d.Expect("✗ there is no partner", "zoe")
	d.Press("tab")
	d.Expect("zoe  Zoe")
	d.Press("esc")
	d.Refute("What would be paid")
	d.Expect("▸ order-702")
}

// What is paid is what an order set by hand would pay: the card says where it comes from.
func TestPreviewStepsThroughPartnersAndProducts(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "p")
	d.Expect("zoe  Zoe")
	d.Press("down")
	d.Refute("zoe  Zoe")
	d.Press("up")
	d.Expect("zoe  Zoe")
	before := d.Screen().Text()
	d.Press("tab", "down")
	if d.Screen().Text() == before {
		t.Error("another product changes nothing")
	}
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 12}} {
		d := openWith(t, ui.Options{Mode: theme.None, ASCII: size[0] == 60}, size[0], size[1])
		d.Press("f3", "p")
		d.Expect("What would be paid")
		d.Press("pgdown")
		d.CheckFrame()
		if size[0] == 80 {
			d.Press("pgup")
			d.Golden("preview-80x24")
		}
	}
}
