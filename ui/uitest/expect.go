package uitest

import (
	"fmt"
	"strings"
)

// Screen is what a person sees now. It fails the test if the view has too many
// rows, or a row is too wide or sends the terminal a command.
func (d *Driver) Screen() *Screen {
	d.t.Helper()
	if d.screen == nil {
		d.screen = NewScreen(d.t, d.w, d.h)
	}
	if !d.drawn {
		d.draw()
		d.drawn = true
	}
	return d.screen
}

func (d *Driver) draw() {
	d.t.Helper()
	d.screen.Resize(d.w, d.h)
	view := d.model.View()
	rows := strings.Split(view.Content, "\n")
	if len(rows) > d.h {
		d.t.Errorf("the view has %d rows, the screen %d", len(rows), d.h)
		rows = rows[:d.h]
	}
	checkRows(d.t, rows, d.w)

	var out strings.Builder
	out.WriteString("\x1b[m\x1b[?7l\x1b[H\x1b[J") // plain, no wrapping, all blank; 2J would keep what it clears
	for y, row := range rows {
		fmt.Fprintf(&out, "\x1b[%dH%s\x1b[m", y+1, row)
	}
	if c := view.Cursor; c != nil {
		fmt.Fprintf(&out, "\x1b[?25h\x1b[%d;%dH", c.Y+1, c.X+1)
	} else {
		out.WriteString("\x1b[?25l")
	}
	_, _ = d.screen.Write([]byte(out.String()))
	d.screen.title = view.WindowTitle
}

// CheckFrame fails the test unless the view fills the screen exactly.
func (d *Driver) CheckFrame() {
	d.t.Helper()
	CheckFrame(d.t, d.model.View().Content, d.w, d.h)
}

// Expect fails the test unless every one of the texts is on the screen, each
// within one row.
func (d *Driver) Expect(texts ...string) {
	d.t.Helper()
	for _, s := range texts {
		if _, _, ok := d.Screen().Find(s); !ok {
			d.t.Errorf("%q is not on the screen:\n%s", s, d.Screen().Text())
		}
	}
}

// Refute fails the test if one of the texts is on the screen.
func (d *Driver) Refute(texts ...string) {
	d.t.Helper()
	for _, s := range texts {
		if x, y, ok := d.Screen().Find(s); ok {
			d.t.Errorf("%q is on the screen, in row %d from column %d:\n%s", s, y, x, d.Screen().Text())
		}
	}
}

// ExpectRow fails the test unless row y, from 0, reads exactly so. Spaces at the
// end do not count.
func (d *Driver) ExpectRow(y int, want string) {
	d.t.Helper()
	if got := d.Screen().Row(y); got != strings.TrimRight(want, " ") {
		d.t.Errorf("row %d is\n%q, want\n%q", y, got, want)
	}
}

// ExpectCursor fails the test unless the cursor is shown in column x of row y.
func (d *Driver) ExpectCursor(x, y int) {
	d.t.Helper()
	if gotX, gotY, visible := d.Screen().Cursor(); gotX != x || gotY != y || !visible {
		d.t.Errorf("cursor in column %d of row %d (visible: %v), want column %d of row %d", gotX, gotY, visible, x, y)
	}
}

// Golden compares the text of the screen with testdata/name.golden, see
// [Screen.Golden].
func (d *Driver) Golden(name string) {
	d.t.Helper()
	d.Screen().Golden(d.t, name)
}
