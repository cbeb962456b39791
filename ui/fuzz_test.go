package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/ui"
	"referee/ui/text"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// maxSteps keeps one run of the fuzz test short.
const maxSteps = 64

// Steps are written as text, so that a failing one can be read: keys by name,
// letters behind ', a paste behind %, a size as @WIDTHxHEIGHT, a click as
// !COLUMN,ROW, the wheel as ~COLUMN,ROW; blanks between them.
func FuzzKeys(f *testing.F) {
	for _, seed := range []string{
		"", "tab space ctrl+z ctrl+y ctrl+r", "'vip- tab tab space ctrl+s 'note enter",
		"tab space ctrl+s esc ctrl+q esc ctrl+q enter", "? 'undo enter esc ctrl+p 'go_to down down enter",
		"ctrl+o down enter ctrl+o 'katie esc", "f3 down down right left y shift+down pgdown up up up",
		"@80x24 @60x20 space @39x11 x enter @40x12 @1x1 @300x100 @120x36",
		"%https://x.org/a?b=c#d ctrl+s tab %a\x1b]0;t\a 'x!' backspace ctrl+w ctrl+u",
		"!30,6 !30,7 !4,35 !60,12 !10,35 ~60,20 ~4,4 ctrl+p ~60,10 !40,9 !40,9 esc",
		"'日本\u0301👨\u200d👩\u200d👧🇩🇪 left backspace home delete end 'é",
		"shift+tab shift+tab 1 2 3 left right space ctrl+s pgdown pgdown up @80x24 @30x5 enter @80x24 enter",
		"f5 right enter down down down down right right right '3 '0 '. backspace f3 ctrl+z f5 ctrl+y esc ctrl+s enter",
		"f5 a 'kim down 'Kim down 'bo enter down '9 esc / 'kim enter d ctrl+z ctrl+z f2 tab space ctrl+z ctrl+y",
		"f5 right ctrl+n 'x'/? down 'abc delete %12.5 left left ctrl+x esc d left d !60,5 !60,9 !5,4 ~4,5 ~70,8 @80x24 @40x12 enter tab @60x20 esc esc",
		"tab space ctrl+q up up enter esc ctrl+q up enter", "ctrl+p 'take enter ctrl+p 'revert_all enter ctrl+z",
		"f3 n enter tab 'zo tab 'x up up esc d ctrl+z D shift+up right shift+left ctrl+right 'a 'o 'x esc 'a 'x esc esc e",
		"f3 e enter tab %\x1b[31mx ctrl+n ctrl+z ctrl+y @80x24 'soon @40x12 @39x11 enter @60x20 up up esc esc",
		"f3 t right shift+left ctrl+right ] [ home @40x12 ] esc t t n t [ esc esc right",
		"f3 p tab up shift+down tab 'x tab pgdown up esc @40x12 p pgdown !4,3 !20,5 ~20,5 esc",
		"f3 n ctrl+s down enter 'x enter esc ctrl+s enter ctrl+s down enter enter down enter esc f 'no/ tab enter enter",
		"f3 n 'a 'c %x 'r shift+up shift+down shift+right esc @40x12 'a '日本 esc up enter tab '日本語日本語日本語日本 ctrl+p esc @60x20 ctrl+o",
		"f3 n !4,4 !20,9 'y ~4,4 !4,30 f4 f2 f3 e f3 a esc right left ctrl+o enter ctrl+p 'drop_case enter down enter",
	} {
		f.Add(seed)
	}
	path, examples := newStore(f).Path(), examples()
	open := func(t *testing.T) *desk {
		o := ui.Options{Mode: theme.Dark, Examples: examples, Store: openStore(t, copied(t, path), db.Options{})}
		return openWith(t, o, 120, 36)
	}
	f.Fuzz(func(t *testing.T, steps string) {
		one, burst := open(t), open(t)
		folders := [2]string{t.TempDir(), t.TempDir()} // for what is written to files
		for i, step := range strings.Fields(steps) {
			if i == maxSteps {
				return
			}
			t.Chdir(folders[0])
			for _, msg := range messages(step) {
				one.take(msg)
				one.expectFrame()
			}
			t.Chdir(folders[1])
			for _, msg := range inOneGo(messages(step)) {
				burst.take(msg)
			}
			if a, b := one.everything(), burst.everything(); a != b {
				t.Fatalf("after %q, one by one:\n%s\nin a burst:\n%s", step, one.Screen().Text(), burst.Screen().Text())
			}
		}
	})
}

// messages is what a step sends; what it cannot read is nothing.
func messages(step string) []tea.Msg {
	kind, rest := step[:1], step[1:]
	var x, y int
	switch kind {
	case "'":
		var letters []tea.Msg
		for rest != "" {
			letter, _ := text.Cluster(rest)
			letters, rest = append(letters, uitest.Letter(letter)), rest[len(letter):]
		}
		return letters
	case "%":
		return []tea.Msg{tea.PasteMsg{Content: rest}}
	case "@":
		if n, _ := fmt.Sscanf(rest, "%dx%d", &x, &y); n == 2 && x > 0 && y > 0 && x <= 300 && y <= 100 {
			return []tea.Msg{tea.WindowSizeMsg{Width: x, Height: y}}
		}
	case "!":
		if n, _ := fmt.Sscanf(rest, "%d,%d", &x, &y); n == 2 {
			return []tea.Msg{tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}}
		}
	case "~":
		if n, _ := fmt.Sscanf(rest, "%d,%d", &x, &y); n == 2 {
			return []tea.Msg{tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown}}
		}
	}
	if key, err := uitest.Key(step); err == nil {
		return []tea.Msg{key}
	}
	return nil
}

// inOneGo makes one key of letters that follow each other, as they arrive when
// they are typed faster than they are read.
func inOneGo(msgs []tea.Msg) []tea.Msg {
	var letters string
	for _, msg := range msgs {
		key, ok := msg.(tea.KeyPressMsg)
		if !ok || key.Text == "" {
			return msgs
		}
		letters += key.Text
	}
	if len(msgs) < 2 {
		return msgs
	}
	return []tea.Msg{tea.KeyPressMsg{Code: tea.KeyExtended, Text: letters}}
}

// take gives the desk a message, and the screen its size.
func (d *desk) take(msg tea.Msg) {
	d.t.Helper()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		d.w, d.h = size.Width, size.Height
		d.Resize(size.Width, size.Height)
		return
	}
	d.Send(msg)
}

// expectFrame fails the test unless the view is a whole frame with the cursor
// inside.
func (d *desk) expectFrame() {
	d.t.Helper()
	d.CheckFrame()
	if c := d.View().Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= d.w || c.Y >= d.h) {
		d.t.Errorf("the cursor is at %d,%d of %d×%d", c.X, c.Y, d.w, d.h)
	}
}
