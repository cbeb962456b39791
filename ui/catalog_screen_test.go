package ui_test

import "testing"

// A row that was added asks for its code; only when it is left without one is that
// wrong.
func TestANewRowIsWelcome(t *testing.T) {
	d := open(t, 80, 24)
	d.Press("f5", "a")
	d.Expect("* new partner", "▸ Code", "draft · a new partner: type what it is called")
	d.Refute("✗", "new-1", "problem")
	d.Press("tab")
	d.Expect("✗ new partner", "Code          ✗", "a partner has no usable code", "1 problem")
	d.Press("shift+tab")
	d.Refute("✗")
	d.Type("kim")
	d.Expect("* kim", "1 row of the catalog")
	d.Press("tab")
	d.Refute("✗")
	d.Press("esc", "right", "a")
	d.Expect("new program", "a new program: type what it is called")
	// Whoever saves is told.
	d.Press("ctrl+s")
	d.Expect("Not saved: ")
	// A row that was there before is not new when its code is taken away.
	d.Press("ctrl+z", "left", "home", "enter", "ctrl+u")
	d.Expect("Code          ✗")
}

// The catalog tells what the draft changes in the example, so it can be another one.
func TestTheExampleBesideTheCatalog(t *testing.T) {
	d := open(t, 80, 24)
	d.Press("f5", "ctrl+pgdown")
	d.Expect("Example 2 of 12: Katie clicked last year", "Partners")
	d.Press("shift+down")
	d.Expect("there is no room for the explanation here; f3 shows it")
	d.Press("ctrl+o")
	d.Type("two partners")
	d.Press("enter")
	d.Expect("Example 1 of 12: "+twoClaims, "Partners")

	d = open(t, 120, 50)
	d.Press("f5")
	d.Expect("Partners", twoClaims)
	d.Press("ctrl+pgdown")
	d.Expect("Partners", "Katie clicked last year")
	d.Refute("Example 2 of 12: ")
	d.Press("shift+down")
	d.Refute("there is no room")
}

// The list shows a code as it is typed, and not what of it could be one.
func TestACodeThatCannotBeIsListedAsItIsTyped(t *testing.T) {
	d := catalog(t, 80, 24, "Partners")
	d.Press("enter")
	d.Type(" x")
	d.Expect("✗ ann x  Ann")
	d.Type(" is a code that is a great deal too long for the list of partners")
	d.Expect("…  Ann")
}
