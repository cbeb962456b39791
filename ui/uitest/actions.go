package uitest

import (
	tea "charm.land/bubbletea/v2"

	"referee/ui/text"
)

// Press presses keys by name, one after the other: Press("tab", "ctrl+s").
func (d *Driver) Press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		k, err := Key(name)
		if err != nil {
			d.t.Fatal(err)
		}
		d.Send(k)
	}
}

// Type types a text, one key for each grapheme.
func (d *Driver) Type(s string) {
	d.t.Helper()
	for s != "" {
		grapheme, _ := text.Cluster(s)
		d.Send(Letter(grapheme))
		s = s[len(grapheme):]
	}
}

// Paste pastes a text, as it is: line ends and controls included.
func (d *Driver) Paste(s string) {
	d.t.Helper()
	d.Send(tea.PasteMsg{Content: s})
}

// Resize changes the size of the terminal.
func (d *Driver) Resize(w, h int) {
	d.t.Helper()
	d.w, d.h = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Click presses and releases the left button in column x of row y, both from 0.
func (d *Driver) Click(x, y int) {
	d.t.Helper()
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// ClickOn clicks on the first character of some text on the screen.
func (d *Driver) ClickOn(s string) {
	d.t.Helper()
	x, y, ok := d.Screen().Find(s)
	if !ok {
		d.t.Fatalf("there is no %q to click on:\n%s", s, d.Screen().Text())
	}
	d.Click(x, y)
}

// Wheel turns the wheel over column x of row y: down by steps, or up if steps
// is negative.
func (d *Driver) Wheel(x, y, steps int) {
	d.t.Helper()
	button := tea.MouseWheelDown
	if steps < 0 {
		button, steps = tea.MouseWheelUp, -steps
	}
	for range steps {
		d.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
}
