package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"referee/ui"
	"referee/ui/theme"
)

// pressed counts keys, for what has to be quick.
type counter struct {
	*desk
	keys int
}

func (c *counter) Press(names ...string) {
	c.keys += len(names)
	c.desk.Press(names...)
}

func (c *counter) Type(s string) {
	c.keys += len([]rune(s))
	c.desk.Type(s)
}

// A new case answers at once, and is another one after a few keys more.
func TestANewCaseTakesFewerThanTenKeys(t *testing.T) {
	c := &counter{desk: open(t, 120, 36)}
	c.Press("f3", "n")
	c.Expect("New case", "▸ ◆ 20 Jan 2026 10:00", "order-1 · buyer · laptop", "Ann  cookie   200.00", "the only valid referral in browser")
	c.Press("up", "enter", "tab", "ctrl+u")
	c.Type("z")
	c.Press("tab")
	c.Expect("partner        zoe  Zoe", "Zoe  cookie   200.00", "▸ browser")
	if c.keys >= 10 {
		t.Errorf("it took %d keys", c.keys)
	}
}

// fill types a text into the focused field in the place of what stands there, and goes
// on to the next.
func (d *desk) fill(texts ...string) {
	for _, text := range texts {
		d.Press("ctrl+u")
		d.Type(text)
		d.Press("enter")
	}
}

// The first question of them all, from nothing: Katie clicked Roger's link last year and
// buys now, by phone.
func TestKatieClickedLastYear(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "up", "enter")
	d.Expect("▸ when")
	d.fill("10 months before", "Roger", "old laptop", "Katie")
	d.Expect("● 20 Mar 2025 10:00  Roger · old laptop · Katie")
	d.Press("esc", "down", "enter", "down", "down")
	d.Press("ctrl+u")
	d.Type("kat")
	d.Expect("katie", "tab takes Katie")
	d.Press("tab", "ctrl+u") // no browser
	d.Expect("order-1 · Katie · phone", "nothing is paid for this sale", "Tracking method is only cookies. Valid", "there: Roger, 20 Mar 2025 10:00",
		"Roger     not paid now; 200.00 if Tracking method is history")
	d.Press("esc", "up", "shift+left", "shift+left")
	d.Expect("● 18 Mar 2025")
	// His 365 days end within the year.
	d.Press("enter")
	d.fill("1y before")
	d.Expect("● 20 Jan 2025 10:00", "Roger: expired 20 Jan 2026 10:00, order at that very", "too late.")
}

// While a field is wrong, what is wrong stands beside it, and the sales stay as they
// were.
func TestTheLastGoodCaseStays(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "up", "enter", "tab")
	d.Type("x")
	d.Expect(`there is no partner "annx"`, "or add the partner", "Ann  cookie   200.00", "✗ annx")
	d.Press("esc")
	d.Expect("of the case as it was before", "✗ annx · laptop")
	d.Press("ctrl+z")
	d.Refute("✗", "annx")
}

// A run of typing is one step, wherever the focus has been since.
func TestUndoInTheCase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "enter")
	start := d.picture()
	d.Press("tab", "tab", "ctrl+u")
	d.Type("katie")
	d.Press("tab")
	d.Type(" at home")
	d.Expect("laptop at home", "nobody")
	d.Press("ctrl+z")
	d.Expect("katie · laptop", "▸ browser")
	d.Press("ctrl+z")
	d.Expect("buyer · laptop", "▸ contact")
	d.Press("ctrl+y", "ctrl+y")
	d.Expect("laptop at home")
	d.Press("ctrl+z", "ctrl+z", "shift+tab", "shift+tab")
	if got := d.picture(); strings.Join(got, "\n") != strings.Join(start, "\n") {
		t.Errorf("undone, it is\n%s", d.Screen().Text())
	}
	d.Press("esc", "d", "d", "d")
	d.Expect("no event is selected", "A case without events: a adds one")
	d.Press("ctrl+z", "ctrl+z")
	d.Expect("order-1 · buyer", "Ann  cookie   200.00")
}

func TestEventsAreAddedMovedAndDuplicated(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "up", "a")
	d.Expect("Add an event", "Click on a partner's link", "Cookies cleared")
	d.Press("x")
	d.Expect("19 Jan 2026 11:00", "laptop · cleared", "▸ browser", "nobody")
	d.Press("esc", "shift+right", "right", "ctrl+right")
	d.Expect("20 Jan 2026 12:01  laptop · cleared", "Ann  cookie   200.00", "+1d 2h 1min") // after the order
	d.Press("shift+left", "left", "ctrl+left")
	d.Expect("19 Jan 2026 11:00  laptop · cleared")
	d.Press("down", "D")
	d.Expect("order-1 · buyer", "order-2 · buyer", "▸ ◆ 20 Jan 2026 10:00  order-2", "same time")
	d.Press("shift+up")
	d.Expect("▸ ◆ 20 Jan 2026 10:00  order-2")
	d.Press("down")
	d.Expect("▸ ◆ 20 Jan 2026 10:00  order-1")
	d.Press("d")
	d.Refute("order-1")
	d.Expect("order-2")
}

// What is left is still there, its undo steps too; a copy of a sample that nobody
// changed is not.
func TestLeavingACaseLosesNothing(t *testing.T) {
	d := open(t, 120, 36)
	total := len(examples())
	d.Press("f3", "e")
	d.Expect(twoClaims+", a copy", fmt.Sprintf("example %d of %d", total+1, total+1))
	d.Press("esc")
	d.Expect(twoClaims, fmt.Sprintf("example 1 of %d", total), "▸ order-701")
	d.Refute("a copy")
	d.Press("e", "right", "esc")
	d.Expect("is not kept yet", fmt.Sprintf("of %d", total+1))
	d.Press("left", "ctrl+o")
	d.Type("a copy")
	d.Expect("(not kept)")
	d.Press("enter", "e", "ctrl+z", "esc")
	d.Expect(fmt.Sprintf("example 1 of %d", total))
}

func TestTheSimulatorBesideACase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "e", "f3")
	d.Expect("Simulator:", "▸ order-70")
	d.Press("a")
	d.Expect("the focus is in the simulator; esc goes back to the events")
	d.Press("esc", "pgup")
	d.Refute("Simulator:")
	d.Press("f3", "right") // another example
	d.Expect("  Code prefix", "Simulator:", "example")
	d.Refute("a copy")
}

// The bar says what tab and ctrl+n do in a field, and how the clock is moved.
func TestTheBarInAFieldAndAtTheClock(t *testing.T) {
	d := open(t, 120, 36)
	bar := func(words ...string) {
		t.Helper()
		for _, w := range words {
			if row := d.Screen().Row(35); !strings.Contains(row, w) {
				t.Errorf("no %q in the bar: %s", w, row)
			}
		}
	}
	d.Press("f3", "n", "up", "enter")
	bar("tab next", "ctrl+n next offer", "esc events")
	d.Press("tab", "ctrl+u")
	d.Type("z")
	bar("tab take zoe")
	d.ClickOn("tab take zoe")
	d.Expect("partner        zoe  Zoe")
	d.Press("esc", "f3", "t")
	bar("right later", "left earlier", "] next moment", "[ moment before", "esc end")
	d.ClickOn("[ moment before")
	d.Expect("earlier than it was")
	d.Press("esc")
	d.Refute("  clock  ")
}

func TestTheMouseInACase(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n")
	d.ClickOn("ann · laptop")
	d.Expect("▸ ● 19 Jan", "Click on a partner's link")
	d.ClickOn("partner  ")
	d.Expect("▸ partner")
	d.Press("esc")
	d.Wheel(4, 4, -1)
	d.Expect("▸ Case")
	d.ClickOn("a add")
	d.Expect("Add an event")
}

func TestCaseEditorScreens(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		d := open(t, size[0], size[1])
		d.Press("f3", "n", "up", "enter", "tab", "ctrl+u")
		d.Type("r")
		d.Golden(fmt.Sprintf("case-%dx%d", size[0], size[1]))
	}
	d := openWith(t, ui.Options{Mode: theme.None, ASCII: true}, 80, 24)
	d.Press("f3", "e", "up", "up", "enter", "tab", "tab")
	d.Type("?!")
	d.Golden("case-ascii-80x24")
}

// largeCase is the editor on a case of 200 events, 50 of them orders.
func largeCase(tb testing.TB, w, h int) *desk {
	tb.Helper()
	d := open(tb, w, h)
	d.Press("f3", "n", "esc", "e")
	d.app.Enlarge(200)
	d.Press("up", "up", "up", "up", "up", "enter", "tab", "tab")
	return d
}

// What is renamed in the catalog is followed in a case that is being edited, as it was
// typed before, and the case still runs under what is saved.
func TestACaseFollowsWhatIsRenamed(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "f5", "enter")
	d.Expect("▸ Code            ann")
	d.Type("e")
	d.Press("esc", "f3")
	d.Expect("New case", "Ann  cookie   200.00   Ann  cookie   200.00", "0 of 1 sale change")
	d.Refute("a catalog of its own")
	d.Press("e")
	d.Refute("✗")
	d.Press("up", "enter", "tab", "ctrl+u")
	d.Type("anne")
	d.Press("esc")
	d.Refute("✗", "a catalog of its own")
	d.Expect("Ann  cookie   200.00   Ann  cookie   200.00")
}

// A time that cannot be read says what one looks like.
func TestATimeThatIsNone(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "n", "enter", "ctrl+u")
	d.Type("noonish")
	d.Expect(`"noonish" is no time: write it like 6 Jan 2026`, "14:30, +3d or 2h before")
}
