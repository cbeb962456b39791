package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/model"
)

func TestClickFocusesAndChanges(t *testing.T) {
	d := open(t, 120, 36)
	d.ClickOn("○ first")
	d.Expect("▸ How to choose", "○ latest  ● first", "was: latest")
	d.ClickOn("☐ lead")
	d.Expect("▸ Pay for", "☒ lead", "● 2 unsaved")
	d.ClickOn("☒ sale")
	d.Expect("☐ sale")
	d.ClickOn("Levels") // on the label it only focuses
	d.Expect("▸ Levels", "● 2 unsaved")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	d.Refute("unsaved")
}

func TestClickPutsTheCaret(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-gold")
	x, y, _ := d.Screen().Find("vip-gold")
	d.focusOn(model.HowToChoose)
	d.Click(x+3, y)
	d.Expect("▸ Code prefix")
	d.ExpectCursor(x+3, y)
	d.Type("2")
	d.expectDraft(model.CodePrefix, "vip2-gold")
	d.Click(x+15, y) // behind the text
	d.ExpectCursor(x+9, y)
}

// Options that do not fit are one of them at a time; a click goes on.
func TestClickOnAChoiceWithoutRoom(t *testing.T) {
	d := open(t, 40, 12)
	d.ClickOn("‹ latest ›")
	d.Expect("▸ How to choose", "‹ first ›")
	d.ClickOn("‹ first ›")
	d.Expect("‹ latest ›")
	d.Refute("unsaved")
}

func TestClickOnASale(t *testing.T) {
	d := open(t, 120, 36)
	d.ClickOn("order-703")
	d.Expect("▸ order-703", "Why order-703", "Simulator:")
	d.ClickOn("Custom link URL")
	d.Expect("▸ Custom link URL")
}

func TestHintsAreClickable(t *testing.T) {
	d := open(t, 120, 36)
	for _, step := range [][2]string{
		{"? help", "Help"},
		{"esc close", "▸ Code prefix"},
		{"tab next", "▸ Skip notifications"},
		{"space change", "was: no"},
		{"ctrl+s save", "Save these settings?"},
		{"enter save", "Saved as revision 2"},
		{"ctrl+p everything", "Everything"},
	} {
		x := strings.Index(d.Screen().Row(35), step[0])
		if x < 0 {
			t.Fatalf("no hint %q: %s", step[0], d.Screen().Row(35))
		}
		d.Click(x+1, 35)
		d.Expect(step[1])
	}
}

func TestClickInADialog(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("ctrl+o")
	d.ClickOn("Katie clicked")
	d.Expect("▸ Katie clicked", "Examples")
	d.ClickOn("Katie clicked")
	d.Refute("Examples")
	d.Expect("Katie clicked", "‹ example 2 of ")
	d.Press("ctrl+o")
	d.Click(1, 1) // beside the dialog nothing happens
	d.Expect("Examples")
}

func TestWheelScrollsWhatIsUnderIt(t *testing.T) {
	d := open(t, 100, 30)
	d.Expect("more rows", "Why order-701")
	d.Wheel(5, 5, 3)
	d.Expect("Why order-701", "▸ Code prefix") // over the settings: nothing to scroll
	d.Wheel(70, 20, 3)
	d.Refute("Why order-701")
	d.Wheel(70, 20, -3)
	d.Expect("Why order-701")
	d.Press("ctrl+p")
	d.Wheel(50, 15, 2)
	d.Expect("Everything", "  Next")
	d.Refute("▸ Next")
}

// Who wants to select text with the mouse can have it back from the program.
func TestMouseIsReleased(t *testing.T) {
	d := open(t, 120, 36)
	if d.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is not asked for")
	}
	d.palette("mouse terminal")
	if d.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is not released")
	}
	d.palette("mouse terminal")
	if d.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is not taken back")
	}
}

func TestOtherButtonsDoNothing(t *testing.T) {
	d := open(t, 120, 36)
	before := d.everything()
	x, y, _ := d.Screen().Find("○ first")
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseRight})
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseMiddle})
	if d.everything() != before {
		t.Error("another button changed something")
	}
}
