package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui"
	"referee/ui/theme"
)

// Any partner is asked about, and what would pay it is taken as the draft; the key
// that undoes takes it back.
func TestWhyAndWhyNot(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "w")
	d.Expect("Why, why not: order-701", "‹ Jim ›", "Jim is paid nothing for order-701",
		"▸ 200.00 instead of nothing if How to choose were first", "(outranked)")
	d.Press("left")
	d.Expect("‹ Zoe ›", "Zoe is paid 200.00 for order-701: sale partner by cookie")
	d.Press("right", "right", "right", "right", "right", "right", "right")
	d.Expect("‹ Jim ›")
	d.Press("enter")
	d.Expect("Taken as the draft; ctrl+z takes it back.", "1 unsaved")
	d.Refute("Why, why not: order-701")
	d.Press("w")
	d.Expect("Zoe is paid nothing")
	d.Press("esc", "ctrl+z")
	d.Expect("nothing changed")
}

// What is no setting cannot be taken, and the page goes on to its end and back.
func TestWhyScrolls(t *testing.T) {
	d := open(t, 80, 24)
	d.Press("f3", "w")
	first := d.Screen().Text()
	for range 60 {
		d.Press("down")
	}
	d.Expect("0 below")
	d.Refute("Jim is paid nothing")
	for range 60 {
		d.Press("up")
	}
	if d.Screen().Text() != first {
		t.Errorf("scrolled back, it is not the same:\n%s", d.Screen().Text())
	}
	d.Press("esc", "right", "down", "down", "down", "w")
	d.Expect("Roger is paid nothing for order-104")
	d.Press("enter")
	d.Expect("it is no setting that does it")
}

// Every group of settings is what a run under them comes to: taking one shows its
// money in the table behind.
func TestEveryGroupCanBeTaken(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "g")
	d.Expect("360 combinations of settings", "[saved] [draft]", "as the draft is")
	d.Press("enter")
	d.Expect("the draft is that already")
	for n := range 6 {
		d.Press("g")
		for range n + 1 {
			d.Press("down")
		}
		_, y, _ := d.Screen().Find("▸")
		_, y, _ = findIn(d, "▸ ", y)
		row := d.Screen().Row(y)
		money := row[strings.LastIndex(row[:strings.LastIndex(row, ".")], " ")+1:]
		money = money[:strings.Index(money, ".")+3]
		d.Press("enter")
		d.Expect("Taken as the draft", money)
		d.Press("ctrl+z")
		d.Expect("nothing changed")
	}
}

// findIn looks for a mark inside the dialog.
func findIn(d *desk, mark string, _ int) (x, y int, ok bool) {
	for y := range d.h {
		row := d.Screen().Row(y)
		if at := strings.Index(row, "│ "+mark); at >= 0 && strings.Contains(row, " by ") {
			return at, y, true
		}
	}
	d.t.Fatalf("nothing is chosen:\n%s", d.Screen().Text())
	return 0, 0, false
}

func TestPolicyInWords(t *testing.T) {
	d := open(t, 120, 36)
	d.Press("f3", "o")
	d.Expect("In words", "Who is credited with an order", "Internet addresses are not used")
	d.Press("y")
	d.Expect("Copied.")
	if !strings.Contains(d.Copied(), "How our referral program pays") || !strings.Contains(d.Copied(), "For whoever sends this, not for partners") {
		t.Errorf("copied: %s", d.Copied())
	}
	d.Press("pgdown", "pgdown", "pgdown", "pgdown")
	d.Expect("N5", "0 below")
}

// y copies each page as plain text.
func TestAnswersAreCopied(t *testing.T) {
	d := open(t, 120, 36)
	for key, want := range map[string]string{
		"w": "expected a valid cookie of Jim", "g": "360 combinations", "o": "What is paid",
	} {
		d.Press("f3", key, "y")
		if !strings.Contains(d.Copied(), want) || strings.Contains(d.Copied(), "\x1b") {
			t.Errorf("%s: %q", key, d.Copied())
		}
		d.Press("esc")
	}
}

// A case becomes a file that expects what came of it, and never in the place of
// another one unasked.
func TestExpectThis(t *testing.T) {
	path := filepath.Join(t.TempDir(), "agreed.toml")
	d := open(t, 120, 36)
	write := func() {
		d.Press("f3", "x", "ctrl+u")
		d.Paste(path)
		d.Press("enter")
	}
	write()
	d.Expect("Written to")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := scenario.Read(path, text)
	if err != nil {
		t.Fatal(err)
	}
	c := file.Cases[0]
	if differences := scenario.Check(scenario.Run(c, c.Settings)); len(differences) > 0 || len(c.Wants) != 4 || c.Settings != model.Defaults() {
		t.Errorf("%+v of %d wants", differences, len(c.Wants))
	}
	write()
	d.Expect("exists already")
	d.Press("down", "enter")
	d.Expect("Written to")
	write()
	d.Press("enter", "esc")
	d.Refute("exists already")
}

func TestAnswersOnEveryScreen(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		for key, name := range map[string]string{"w": "why", "g": "grid", "o": "terms"} {
			d := open(t, size[0], size[1])
			d.Press("f3", key)
			d.Golden(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]))
		}
	}
	for key, name := range map[string]string{"w": "why", "g": "grid", "o": "terms"} {
		d := openWith(t, ui.Options{Mode: theme.None}, 80, 24)
		d.Press("f3", key)
		for y := range 24 {
			for x := range 80 {
				if c := d.Screen().Cell(x, y); c.FG != nil || c.BG != nil {
					t.Fatalf("%s: a colour at %d,%d", name, x, y)
				}
			}
		}
		d = openWith(t, ui.Options{Mode: theme.None, ASCII: true}, 80, 24)
		d.Press("f3", key)
		for _, r := range d.Screen().Text() {
			if r > '~' {
				t.Fatalf("%s: %q in\n%s", name, r, d.Screen().Text())
			}
		}
	}
}
