package ui_test

import (
	"strings"
	"testing"

	"referee/ui"
	"referee/ui/theme"
)

// whole is all that is on the screen.
func (d *desk) whole() string { return d.View().Content }

// The order is moved both ways; moved back, and left, every cell is as it was.
func TestDraggingTheClockAndBack(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		d := open(t, size[0], size[1])
		d.Press("f3", "shift+down", "shift+down")
		before := d.whole()
		d.Press("t")
		own := d.whole()
		if own == before {
			t.Fatal("the clock is not shown")
		}
		for _, keys := range [][2]string{{"right", "left"}, {"shift+left", "shift+right"}, {"ctrl+right", "ctrl+left"}, {"]", "home"}, {"[", "0"}} {
			d.Press(keys[0])
			if d.whole() == own {
				t.Errorf("%v: %s moves nothing", size, keys[0])
			}
			d.Press(keys[1])
			if d.whole() != own {
				t.Errorf("%v: after %s it is not the same:\n%s", size, keys[1], d.Screen().Text())
			}
		}
		d.Press("shift+right", "]", "esc")
		if d.whole() != before {
			t.Errorf("%v: left, it is not the same:\n%s", size, d.Screen().Text())
		}
		d.Press("t", "shift+left", "t")
		if d.whole() != before {
			t.Errorf("%v: ended by t, it is not the same:\n%s", size, d.Screen().Text())
		}
	}
}

// What it came to and what it comes to stand in one frame, with what lies on either
// side.
func TestTheClockSaysWhatChanged(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "t")
	d.Expect("clock  6 Jan 2026 10:00 · its own moment", "comes to Zoe 200.00, as it did", "[ 5 Jan 10:00 Zoe's click")
	d.Press("[")
	d.Expect("clock  5 Jan 2026 10:00 · 1 d earlier than it was", "comes to Zoe 200.00, as it did")
	d.Press("ctrl+left")
	d.Expect("5 Jan 2026 09:59", "came to Zoe 200.00 → Jim 200.00, Bob 100.00", "Why order-701 · 1,000.00 · 5 Jan 2026 09:59")
	d.Press("[", "[", "[")
	d.Expect("nothing that bears on the sale happens there")
	d.Press("ctrl+left")
	d.Expect("came to Zoe 200.00 → nobody", "] 1 Jan 10:00 Jim's click")
	d.Golden("clock-120x36")
	d.Press("home", "]")
	d.Expect("comes to Zoe 200.00, as it did")
	d.Press("down") // another sale, at its own moment
	d.Refute("clock  ")
	d.Expect("▸ order-702")
}

// An expiry is half-open: a second before, the click counts; at it, it is too late.
func TestTheClockJumpsToAnExpiry(t *testing.T) {
	d := open(t, 120, 36)
	d.show("Katie clicked last year and buys now: is Roger paid?")
	d.Press("f3", "t")
	for range 3 {
		d.Press("]")
	}
	d.Expect("clock  10 Mar 2026 18:20", "came to Roger 50.00 → nobody", "that very moment: too late")
	d.Press("ctrl+left")
	d.Expect("clock  10 Mar 2026 18:19", "comes to Roger 50.00, as it did", "] 10 Mar 18:20 Roger")
	d = openWith(t, ui.Options{Mode: theme.None, ASCII: true}, 80, 24)
	d.show("Katie clicked last year and buys now: is Roger paid?")
	d.Press("f3", "t", "]")
	d.Golden("clock-ascii-80x24")
}

// The case that is edited can be moved in time too; a change ends that.
func TestTheClockInACase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "t", "[", "ctrl+left")
	d.Expect("clock  19 Jan 2026 09:59", "came to Ann 200.00 → nobody")
	d.Press("esc", "esc", "right")
	d.Refute("clock  ")
	if text := d.Screen().Text(); strings.Contains(text, "earlier than") {
		t.Error(text)
	}
}
