package ui_test

import (
	"strconv"
	"strings"
	"testing"

	"referee/model"
)

func TestSimulatorKeys(t *testing.T) {
	d := open(t, 120, 40)
	d.Press("f3")
	d.Expect("Simulator:", "▸ order-701", "Why order-701")
	d.Press("down")
	d.Expect("▸ order-702", "Why order-702")
	d.Press("pgdown")
	d.Expect("Why order-703", "by phone or by hand")
	d.Press("up", "pgup")
	d.Expect("Why order-701")
	d.Press("right")
	d.Expect("Katie clicked", "‹ example 2 of ")
	d.Press("left", "left") // round from the first to the last
	d.Expect("‹ example " + strconv.Itoa(len(examples())) + " of ")
	d.Press("ctrl+pgdown")
	d.Expect("Simulator:", twoClaims, "‹ example 1 of ")
	d.Press("ctrl+pgup", "ctrl+pgdown", "esc")
	d.Expect("▸ Code prefix", "f3 simulator")
}

// At its ends the arrows leave the simulator as they leave the settings.
func TestArrowsGoRound(t *testing.T) {
	d := open(t, 120, 40)
	d.Press("f3", "up")
	d.Expect("▸ Pay if unused")
	d.Press("down", "down", "down", "down")
	d.Expect("▸ order-704")
	d.Press("down")
	d.Expect("▸ Code prefix")
}

func TestExplanationScrolls(t *testing.T) {
	d := open(t, 100, 30)
	d.Press("f3")
	d.Expect("more rows", "Why order-701", "sale, level 1")
	for range 40 {
		d.Press("shift+down")
	}
	d.Refute("more rows", "Why order-701")
	d.Expect("Zoe would be told of the order")
	for range 40 {
		d.Press("shift+up")
	}
	d.Expect("more rows", "Why order-701")
}

// Winners and losers, rung by rung, with the setting that decided.
func TestEveryResultSaysWhy(t *testing.T) {
	d := open(t, 120, 40)
	d.Expect("→ cookie", "the latest of 2 valid referrals", "Jim 1 Jan 10:00: valid, but How to choose is latest",
		"Not asked: Tracking method is only cookies", "Not asked: Use IP address is no",
		"sale, level 1: 20 % of 1,000.00, GOLD", "not paid now; 200.00 if How to choose is first")
	d.focusOn(model.TrackingMethod)
	d.Press("space")
	d.Expect("Why order-703", "→ history")
}

// The simulator turns to a sale that the draft changes, and back to the one the
// person had chosen.
func TestSimulatorFollowsTheChange(t *testing.T) {
	d := open(t, 120, 40)
	d.Press("pgdown")
	d.Expect("Why order-702")
	d.focusOn(model.TrackingMethod)
	d.Press("space")
	d.Expect("Why order-703", "order-703*")
	d.Press("ctrl+z")
	d.Expect("Why order-702")
	d.Refute("order-703*")
}

// While the draft has a problem, what is saved is explained, and said to be.
func TestSimulatorWithAProblem(t *testing.T) {
	d := open(t, 120, 40)
	d.Paste("not a prefix!")
	d.Expect("Why order-701, as saved", "1 problem")
	d.Press("ctrl+z")
	d.Refute("as saved")
}

func TestCopyTheResult(t *testing.T) {
	d := open(t, 120, 40)
	d.Press("f3", "down", "y")
	d.Expect("Copied.")
	copied := d.Copied()
	for _, want := range []string{twoClaims, "Why order-702", "cookie", "Jim", "200.00", "Bob", "100.00"} {
		if !strings.Contains(copied, want) {
			t.Errorf("%q was not copied:\n%s", want, copied)
		}
	}
	if strings.ContainsAny(copied, "\x1b\t") || !strings.HasSuffix(copied, "\n") {
		t.Errorf("what was copied is not plain text: %q", copied)
	}
	for line := range strings.Lines(copied) {
		if len(strings.TrimSpace(line)) > 78 || strings.HasSuffix(strings.TrimSuffix(line, "\n"), " ") {
			t.Errorf("too wide, or blanks at its end: %q", line)
		}
	}
	d.Press("down")
	d.Refute("Copied.")
}

// In a text field, y is a letter.
func TestLettersGoIntoText(t *testing.T) {
	d := open(t, 120, 40)
	d.Type("y")
	d.expectDraft(model.CodePrefix, "y")
	if d.Copied() != "" {
		t.Error("a letter copied something")
	}
}

// The simulator of a small screen takes the settings' room when it has the focus.
func TestSimulatorOnASmallScreen(t *testing.T) {
	d := open(t, 60, 20)
	d.Press("f3")
	d.Refute("Code prefix")
	d.Expect("▸ order-701", "Why order-701")
	d.Press("f2")
	d.Expect("▸ Code prefix")
	d.Press("shift+tab")
	d.Refute("Code prefix")
	d.Press("tab")
	d.Expect("▸ Code prefix")
}
