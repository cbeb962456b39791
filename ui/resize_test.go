package ui_test

import (
	"image/color"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui"
	"referee/ui/theme"
)

// Whatever sizes a window takes on the way, it ends on the same screen.
func TestResizeStorm(t *testing.T) {
	d := changed(t, ui.Options{Mode: theme.Dark}, 120, 36)
	before := d.everything()
	chance := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		d.Resize(1+chance.IntN(300), 1+chance.IntN(100))
		d.CheckFrame()
	}
	d.Resize(120, 36)
	if got := d.everything(); got != before {
		t.Errorf("another screen after the storm:\n%s", d.Screen().Text())
	}
}

// Every size has a whole frame, with every dialog open.
func TestFrameAtEverySize(t *testing.T) {
	for _, keys := range [][]string{nil, {"f3"}, {"ctrl+p"}, {"ctrl+o"}, {"space", "ctrl+s"}, {"space", "ctrl+q"}} {
		d := open(t, 120, 36)
		d.focusOn(model.HowToChoose)
		d.Press(keys...)
		for w := 1; w <= 300; w += 1 + w/5 {
			for h := 1; h <= 100; h += 1 + h/4 {
				d.Resize(w, h)
				d.CheckFrame()
				if c := d.View().Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
					t.Fatalf("%v at %d×%d: the cursor is at %d,%d", keys, w, h, c.X, c.Y)
				}
			}
		}
		if t.Failed() {
			t.Fatalf("after %v", keys)
		}
	}
}

func TestTinyAndBack(t *testing.T) {
	d := changed(t, ui.Options{Mode: theme.Dark}, 120, 36)
	before := d.everything()
	for _, size := range [][2]int{{39, 36}, {120, 11}, {10, 3}, {1, 1}} {
		d.Resize(size[0], size[1])
		d.CheckFrame()
		d.Refute("settings", "How to choose")
		d.Type("x1 ") // nothing can be changed that cannot be seen
		d.Press("ctrl+z", "ctrl+s", "enter", "tab")
		d.Paste("x")
		d.Click(0, 0)
		d.Wheel(0, 0, 1)
		d.Resize(120, 36)
		if d.everything() != before {
			t.Fatalf("%v: another screen afterwards:\n%s", size, d.Screen().Text())
		}
	}
	d.Resize(39, 20)
	d.Expect("referee needs 40 columns and 12 rows;", "here are 39 and 20.")
}

// A dialog that cannot be seen answers no key, least of all "write".
func TestTinyWithADialogOpen(t *testing.T) {
	d := changed(t, ui.Options{Mode: theme.Dark}, 120, 36)
	d.Press("ctrl+s")
	d.Resize(30, 10)
	d.Press("enter")
	d.Resize(120, 36)
	d.Expect("Save these settings?")
	if n := d.revisions(); n != 1 {
		t.Errorf("%d revisions: it was saved unseen", n)
	}
}

func TestTinyCanBeLeft(t *testing.T) {
	d := open(t, 20, 5)
	d.Press("ctrl+q")
	if !d.Quit() {
		t.Error("ctrl+q does not leave")
	}
	d = changed(t, ui.Options{Mode: theme.Dark}, 120, 36)
	d.Resize(20, 5)
	d.Press("ctrl+q")
	if d.Quit() {
		t.Error("left with unsaved changes")
	}
	d.Expect("Nothing is lost")
	d.Resize(120, 36)
	d.Expect("Leave with unsaved changes?")
}

// At 80×24 all ten settings, the headline and the first result are in view, and
// nothing is ever wider than the screen in any mode.
func TestEightyByTwentyFourIsComplete(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		d := changed(t, ui.Options{Mode: theme.None, ASCII: ascii}, 80, 24)
		for _, s := range model.AllSettings {
			d.Expect(s.Name())
		}
		d.Expect("order-701*", "1 of 4 sales changes", "payouts +100.00", "was: latest")
		d.CheckFrame()
	}
}

// The desk starts readable on any background, asks which it is, and turns to it.
func TestBackgroundAnswer(t *testing.T) {
	frames := map[string]string{}
	for name, dark := range map[string]bool{"dark": true, "light": false} {
		d := openWith(t, ui.Options{Mode: theme.Neutral}, 120, 36)
		frames["neutral"] = d.everything()
		d.Send(background(dark))
		frames[name] = d.everything()
		if text := d.Screen().Text(); text != open(t, 120, 36).Screen().Text() {
			t.Errorf("%s: the answer changed the text", name)
		}
		want := theme.Light
		if dark {
			want = theme.Dark
		}
		if frames[name] != openWith(t, ui.Options{Mode: want}, 120, 36).everything() {
			t.Errorf("%s: not the look of that mode", name)
		}
	}
	if frames["neutral"] == frames["dark"] || frames["dark"] == frames["light"] {
		t.Error("the look does not depend on the answer")
	}
	d := openWith(t, ui.Options{Mode: theme.None}, 120, 36)
	before := d.everything()
	d.Send(background(true))
	if d.everything() != before {
		t.Error("what was asked for on the command line was overruled")
	}
}

func background(dark bool) tea.BackgroundColorMsg {
	if dark {
		return tea.BackgroundColorMsg{Color: color.Gray{0x16}}
	}
	return tea.BackgroundColorMsg{Color: color.Gray{0xfa}}
}
