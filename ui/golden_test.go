package ui_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"referee/model"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// changed is a desk on which How to choose has just been changed to first, in
// the example where that moves money.
func changed(t testing.TB, o ui.Options, w, h int) *desk {
	t.Helper()
	d := openWith(t, o, w, h)
	d.show(twoClaims)
	d.focus("How to choose")
	d.Press("right")
	return d
}

// The first frame and a changed one, at every layout's typical size.
func TestScreens(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {100, 30}, {80, 24}, {60, 20}, {40, 12}} {
		w, h := size[0], size[1]
		open(t, w, h).Golden(fmt.Sprintf("first-%dx%d", w, h))
		changed(t, ui.Options{Mode: theme.Dark}, w, h).Golden(fmt.Sprintf("changed-%dx%d", w, h))
	}
}

func TestScreensWithoutColourAndInASCII(t *testing.T) {
	changed(t, ui.Options{Mode: theme.None}, 80, 24).Golden("none-80x24")
	changed(t, ui.Options{Mode: theme.Dark, ASCII: true}, 80, 24).Golden("ascii-80x24")
}

// With --ascii, nothing on the screen needs more than seven bits.
func TestASCIIEverywhere(t *testing.T) {
	for _, keys := range [][]string{nil, {"space", "ctrl+s"}, {"?"}, {"ctrl+p"}, {"ctrl+o"}, {"space", "ctrl+q"}, {"f3"}} {
		d := openWith(t, ui.Options{Mode: theme.None, ASCII: true}, 120, 36)
		d.focusASCII("How to choose")
		d.Press(keys...)
		for y, row := range strings.Split(d.Screen().Text(), "\n") {
			if i := strings.IndexFunc(row, func(r rune) bool { return r > '~' }); i >= 0 {
				t.Errorf("%v: row %d holds %q: %s", keys, y, row[i:], row)
			}
		}
	}
}

// focusASCII is focus for a desk whose marks are ASCII.
func (d *desk) focusASCII(label string) {
	d.t.Helper()
	d.focus(label)
	d.Expect("> " + label)
}

// Without any colour, the text alone tells focus, choice, what is changed, what
// is wrong and what has no effect.
func TestNothingNeedsColour(t *testing.T) {
	d := openWith(t, ui.Options{Mode: theme.None}, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	d.focusOn(model.NumberOfLevels)
	d.Press("1")
	d.focusOn(model.PayFor)
	d.Press("right", "space")
	row := func(label string) string {
		_, y, _ := d.Screen().Find(label)
		return d.Screen().Row(y)[:strings.Index(d.Screen().Row(y), "│")]
	}
	for label, marks := range map[string][]string{
		"How to choose": {"* ○ latest", "● first"},
		"Pay for":       {"▸", "✗", "☐ lead", "‹☐ sale›"},
	} {
		for _, mark := range marks {
			if !strings.Contains(row(label), mark) {
				t.Errorf("%q has no %q: %s", label, mark, row(label))
			}
		}
	}
	d.Expect("was: latest", "no effect: needs 2 or more levels", "draft · 1 problem")

	d = openWith(t, ui.Options{Mode: theme.None}, 120, 36)
	for y := range 36 {
		for x := range 120 {
			if c := d.Screen().Cell(x, y); c.FG != nil || c.BG != nil {
				t.Fatalf("column %d of row %d has a colour", x, y)
			}
		}
	}
}

// No mode paints a background, and with the user's 16 colours no other is used.
func TestNoPaintedBackground(t *testing.T) {
	for _, mode := range theme.Modes() {
		d := changed(t, ui.Options{Mode: mode}, 120, 36)
		for y := range 36 {
			for x := range 120 {
				if c := d.Screen().Cell(x, y); c.BG != nil {
					t.Fatalf("%s: column %d of row %d has a background", mode, x, y)
				}
			}
		}
		content := d.View().Content
		if mode == theme.ANSI && (strings.Contains(content, "38;2;") || strings.Contains(content, "38;5;")) {
			t.Error("--colors=ansi uses a colour that is not the user's own")
		}
	}
}

// The picture in the README is this screen.
func TestScreenshot(t *testing.T) {
	d := changed(t, ui.Options{Mode: theme.Dark}, 120, 36)
	d.Expect("1 of 4 sales changes", "Zoe −200.00", "How to choose is first")
	uitest.GoldenText(t, "screenshot.svg", d.Screen().SVG(uitest.Frame{
		Title: d.View().WindowTitle,
		FG:    color.RGBA{0xd8, 0xdc, 0xe2, 0xff},
		BG:    color.RGBA{0x16, 0x18, 0x1d, 0xff},
	}))
}
