package ui_test

import (
	"testing"

	"referee/model"
)

// example is the desk in the simulator at the example with a number, reached by keys
// that type nothing.
func example(t *testing.T, n int, keys ...string) *desk {
	t.Helper()
	d := open(t, 120, 36)
	d.Press("f3")
	for range n - 1 {
		d.Press("right")
	}
	d.Press(keys...)
	return d
}

// What people really ask, each answered on one screen from its own example.
func TestTheTenQuestions(t *testing.T) {
	t.Run("1 clicked last year, buys something else without a link", func(t *testing.T) {
		d := example(t, 2, "down", "w")
		d.Expect("Roger is paid 6.40 for order-102: sale partner by cookie", "8 % of 80.00, TOOLS", // the program
			"if clicks of Roger counted for 332 days instead of 365", // the expiry
			"if Pay for were lead", // the setting that flips it
			"cookie    expected: a valid cookie of Roger in the order's browser")
		d.Press("esc", "down", "w")
		d.Expect("Roger is paid nothing for order-103", "▸ 200.00 instead of nothing if Tracking method were history and cookies")
	})
	t.Run("2 a commission without a click on this program's link", func(t *testing.T) {
		example(t, 3).Expect("Links do not choose the program", "asked in order of priority", "8 % of 160.00, TOOLS for Scissors")
	})
	t.Run("3 lead or sale", func(t *testing.T) {
		example(t, 4, "ctrl+t").Expect("Jim       lead, level 1:", "Zoe       sale, level 1:")
	})
	t.Run("4 a lead came in and nothing was recorded", func(t *testing.T) {
		d := example(t, 5, "ctrl+t")
		d.Expect("lead alone pays nothing; the 3.00 come with her first order", "lead, level 1: 3.00", "form")
	})
	t.Run("5 phone orders pay nothing", func(t *testing.T) {
		d := example(t, 6, "down")
		d.Expect("Phone or hand-entered order: no browser, so no cookie.", "6.40 if Tracking method is history and")
	})
	t.Run("6 new contacts only", func(t *testing.T) {
		d := example(t, 7, "ctrl+t", "down")
		d.Expect("Old contacts get a permanent referral of the house", "order-601*", "Hal (house)  200.00")
		d.Press("w")
		d.Expect("Why, why not: order-602", "note A7", "Two readings of first.")
	})
	t.Run("7 two partners claim this sale", func(t *testing.T) {
		d := example(t, 1)
		d.Expect("Zoe, 5 Jan 10:00: the latest of 2 valid referrals in", "Jim 1 Jan 10:00: valid, but How to choose is latest",
			"not paid now; 200.00 if How to choose is first")
	})
	t.Run("8 what changes, and for whom, if I save this", func(t *testing.T) {
		d := example(t, 8, "f2")
		d.focusOn(model.HowToChoose)
		d.Press("right", "ctrl+s")
		d.Expect("Save these settings?", "How to choose", "latest → first", "GOLD")
	})
	t.Run("9 switched on by mistake", func(t *testing.T) {
		d := example(t, 9, "f2")
		d.focusOn(model.UseIPAddress)
		d.Press("right", "ctrl+s", "enter", "f4")
		d.Expect("Every revision", "2 in all", "Use IP address")
		d.Press("down", "enter")
		d.Expect("The draft is revision 1 now")
	})
	t.Run("10 testing that tracking works", func(t *testing.T) {
		example(t, 10).Expect("A private window, a click on Jim's link, a test order", "the only valid referral in browser", "private-window-1")
	})
}
