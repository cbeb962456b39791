package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"referee/model"
	"referee/ui"
	"referee/ui/theme"
)

// catalog is a desk whose catalog is open at a table, the list having the focus.
func catalog(t testing.TB, w, h int, table string) *desk {
	t.Helper()
	d := open(t, w, h)
	d.Press("f5")
	for range 4 {
		if _, _, there := d.Screen().Find("‹" + table); there {
			return d
		}
		d.Press("right")
	}
	t.Fatalf("no table is called %s:\n%s", table, d.Screen().Text())
	return nil
}

// savedCatalog is what is on the disk.
func (d *desk) savedCatalog() model.Catalog {
	d.t.Helper()
	c, err := d.store.Catalog()
	if err != nil {
		d.t.Fatal(err)
	}
	return c
}

// While a rate is typed, the same frame says who would be paid differently, and
// the simulator shows the sales under it.
func TestARateIsTypedAndTheMoneyFollows(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Expect("▸  GOLD", "Levels is 2", "Pay if unused is no", "(5)")
	d.Press("enter", "down", "down", "down", "down", "right", "right", "right")
	d.Expect("‹20›")
	d.Type("3")
	d.Expect("‹3›", "was: 20", "* GOLD", "● 1 unsaved", "1 row of the catalog · 3 of 4 sales change", "Zoe −170.00")
	d.Type("0")
	d.Expect("‹30›", "Zoe +100.00")
	d.Type(".")
	d.Expect("‹30.✗", "not written with digits and one dot", "1 problem")
	d.Press("backspace")
	d.Refute("problem")
	d.Press("f3")
	d.Expect("order-701*", "200.00 → Zoe    cookie   300.00", "30 % of 1,000.00, GOLD")
	d.Press("ctrl+z")
	d.Expect("‹Programs", "‹20›", "nothing changed")
	d.Press("ctrl+y")
	d.Expect("‹30›", "Zoe +100.00")
}

// Blank is not 0, and both can be typed.
func TestBlankIsNotZero(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Press("enter", "down", "down", "down", "down", "down", "end")
	d.Expect("‹10›")
	d.Press("delete")
	d.Expect("‹–›", "was: 10", "Empty is not 0")
	d.Type("0")
	d.Expect("‹0›")
	d.Press("ctrl+s")
	d.Expect("level 2 sale percent: 10 % → 0 %")
	d.Press("enter")
	d.Expect("Saved as revision 2")
	if rate, set := d.savedCatalog().Programs()[0].Default.Levels[1].Sale.Percent.Get(); !set || rate != 0 {
		t.Errorf("saved as %d, %v", rate, set)
	}
}

// Settings and catalog are saved together, and both are in the sheet.
// A row that is renamed is followed by whatever names it, the cases too, while
// its code is being typed.
func TestRenamingKeepsReferences(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("down", "enter")
	d.Expect("▸ Code            bob")
	for range 3 {
		d.Press("backspace")
	}
	d.Expect("a partner has no usable code")
	d.Type("ann")
	d.Expect(`there are two partners "ann"`)
	d.Type("e")
	d.Refute("two partners")
	d.Press("esc", "down")
	d.Expect("Parent          anne", "under anne")
	d.Press("f3")
	d.Refute("a catalog of its own")
	d.Expect("Bob", "0 of 4 sales change")
}

func TestDeletingWhatIsInUseIsRefused(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("d")
	d.Expect("partner ann stays, it is in use: parent of bob")
	d.Press("end", "delete")
	d.Expect("partner hal is out of the draft", "1 example names it and cannot be run without it", "Partners 5")
	d.Press("ctrl+z")
	d.Expect("Partners 6", "▸  hal")
	d.Press("left")
	d.Expect("‹Links 2›")
	d.Press("left", "left", "d")
	d.Expect("program GOLD stays, it is in use: program of ann", "and 2 more")
}

func TestAddingAPartner(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("a")
	d.Expect("▸ Code", "a new partner: type what it is called", "☒ GOLD", "● 1 unsaved")
	d.Type("kim")
	d.Press("down")
	d.Type("Kim")
	d.Press("down")
	d.Type("bo")
	d.Expect("bo", "→ bob", "enter take bob")
	d.Press("enter")
	d.Expect("Parent          bob")
	d.Press("down")
	d.Type("90")
	d.Press("down", "space", "down", "space", "down", "down", "space")
	d.Expect("○ yes  ● no", "☐ GOLD", "1 row of the catalog")
	d.Press("ctrl+s")
	d.Expect("Partner kim added", "name Kim, parent bob, track days 90, active no, notify lead yes")
	d.Press("enter")
	d.Expect("Saved as revision 2")
	d.Press("esc")
	d.Expect("▸  kim", "inactive")
}

// Whose parent somebody is cannot become theirs: the field says so, and keeps
// nobody from leaving it.
func TestParentsFormNoCycle(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("enter", "down", "down")
	d.Type("jim")
	d.Expect("partners are each other's parents", "1 problem")
	d.Press("down", "down", "esc", "ctrl+s")
	d.Expect("▸ Parent", "partners are each other's parents") // saving goes to the problem
	d.Press("ctrl+r")
	d.Refute("each other's")
	d.Expect("nothing changed")
}

func TestSearchingTheCatalog(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("/")
	d.Type("under ann")
	d.Expect("search under ann", "1 of 6", "▸  bob")
	d.Refute("roger")
	d.Type("x")
	d.Expect("nothing matches; esc ends the search", "0 of 6")
	d.Press("backspace", "enter", "enter")
	d.Expect("▸ Code            bob")
	d.Press("esc", "esc")
	d.Expect("roger", "▸  bob")
	d.Press("esc")
	d.Expect("▸ Code prefix")
}

// A program can have rates of its own for a product, edited in the same sheet.
func TestRatesForAProduct(t *testing.T) {
	d := catalog(t, 120, 40, "Programs")
	d.Press("ctrl+n")
	d.Expect("▸ Rates for", "Haircut course")
	d.Press("down", "end")
	d.Type("50")
	d.Expect("‹50›", "2 of 4 sales change")
	d.Press("up")
	d.Press("ctrl+x")
	d.Refute("Rates for")
	d.Expect("nothing changed")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	d.Refute("Rates for")
	d.Press("ctrl+y")
	d.Expect("Rates for", "Haircut course")
}

// Everybody can be put into a program at once, as one step.
func TestEverybodyIntoAProgram(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Press("down", "enter", "down", "down", "down")
	d.Expect("▸ Partners", "5 of 6 are in it", "+ everybody", "space everybody")
	d.Press("space")
	d.Expect("6 of 6 are in it", "1 row of the catalog")
	d.Refute("+ everybody")
	d.Press("ctrl+s")
	d.Expect("Partner zoe changed", "programs: GOLD → GOLD, TOOLS")
	d.Press("esc", "ctrl+z")
	d.Expect("5 of 6 are in it", "nothing changed")
}

// Undo goes back through settings and catalog in the order they were changed, and
// shows each.
func TestUndoIsOneOrderForAll(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space", "f5", "space", "f2")
	d.focusOn(model.NumberOfLevels)
	d.Press("3")
	d.Expect("2 settings and 1 row of the catalog")
	d.Press("ctrl+z")
	d.Expect("▸ Levels", "1 setting and 1 row of the catalog")
	d.Press("ctrl+z")
	d.Expect("‹Partners", "1 setting ·")
	d.Press("ctrl+z")
	d.Expect("▸ How to choose", "nothing changed")
	d.Press("ctrl+y", "ctrl+y", "ctrl+y")
	d.Expect("2 settings and 1 row of the catalog")
	d.Press("ctrl+z", "ctrl+z", "f5", "space") // something else: what was undone is gone
	d.Press("ctrl+y")
	d.Expect("there is nothing to redo")
}

// Between two stretches of typing in one field something else was changed: they are two
// steps.
func TestARunOfTypingEndsWhereSomethingElseIsChanged(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.Press("enter", "down")
	d.Type("x")
	d.Press("f2")
	d.focusOn(model.NumberOfLevels)
	d.Press("3", "f5")
	d.Type("y")
	d.Press("ctrl+z")
	d.Expect("1 setting and 1 row of the catalog")
	d.Press("ctrl+z")
	d.Expect("▸ Levels", "1 row of the catalog")
}

// What is unsaved of the catalog survives whatever ended the program, slips too.
// Somebody else saved meanwhile: rows that only they changed are taken over.
func TestTheCatalogWithTheMouse(t *testing.T) {
	d := catalog(t, 120, 36, "Partners")
	d.ClickOn("Programs 2")
	d.Expect("‹Programs 2›")
	d.ClickOn("TOOLS")
	d.Expect("▸  TOOLS", "Scissors")
	d.ClickOn("on payment")
	d.Expect("● on payment", "* TOOLS")
	d.ClickOn("+ rates for a product")
	d.Expect("Haircut course")
	d.Wheel(5, 5, -1)
	d.Expect("▸  GOLD")
	d.ClickOn("Partners 6")
	d.ClickOn("☒ TOOLS")
	d.Expect("▸ ☐ TOOLS")
}

// The catalog at the sizes of every layout.
func TestCatalogScreens(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		d := catalog(t, size[0], size[1], "Partners")
		d.Golden(fmt.Sprintf("partners-%dx%d", size[0], size[1]))
		d.Press("right", "enter", "down", "down", "down", "down", "end")
		d.Type("30.")
		d.Golden(fmt.Sprintf("rates-%dx%d", size[0], size[1]))
	}
	d := openWith(t, ui.Options{Mode: theme.None, ASCII: true}, 80, 24)
	d.Press("f5", "right", "enter", "down", "down", "down", "down", "end")
	d.Type("30")
	d.Golden("rates-ascii-80x24")
}

// However large the screen and whatever has the focus, the frame fits.
func TestTheCatalogFitsAnyScreen(t *testing.T) {
	d := catalog(t, 120, 36, "Programs")
	d.Press("ctrl+n", "a")
	d.Type(strings.Repeat("long name ", 30))
	for _, keys := range [][]string{nil, {"ctrl+n", "down", "right"}, {"esc"}, {"left", "a"}, {"esc", "/"}} {
		d.Press(keys...)
		for _, size := range [][2]int{{300, 100}, {120, 36}, {99, 24}, {80, 24}, {60, 20}, {40, 12}, {40, 13}, {41, 17}, {20, 5}, {120, 36}} {
			d.Resize(size[0], size[1])
			d.CheckFrame()
		}
	}
}

// The palette knows every table and row by its name.
func TestThePaletteReachesTheCatalog(t *testing.T) {
	d := open(t, 120, 36)
	d.palette("go to partner zoe")
	d.Expect("‹Partners", "▸  zoe")
	d.palette("go to links")
	d.Expect("‹Links", "▸  haircare")
}

// A text that cannot stand in its field is unsaved too: leaving asks, and the next
// start offers it.
// A rename that was saved is a rename in the history too, with what the revision
// changed in money; and undoing it after the save is a rename back.
// From the history, both settings and catalog are taken, in one step.
// What cannot be written leaves both in the draft.
