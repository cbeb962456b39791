package ui_test

import "testing"

// The screen of logs speaks of the log: the figures of an example are not among it.
func TestTheHeadlineLeavesTheExampleOut(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("tab", "tab", "right")
	d.Expect("draft · 1 setting", "of 4 sales change")
	d.Press("f6")
	d.Refute("of 4 sales change")
	d.Press("o")
	d.answerPath("../engine/replay/testdata/logs")
	d.Expect("1 of 4 sales changes · saved: revision 1")
	d.Refute("payouts")
}
