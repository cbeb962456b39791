package form

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/ui/input"
	"referee/ui/theme"
)

// textbox is a line of text. It keeps where the caret is, not the text.
type textbox struct{ input input.Input }

func (c *textbox) sync(value string) {
	if c.input.Value() != value {
		c.input.Set(value)
	}
}

func (c *textbox) draw(l *theme.Line, look look) ([]span, int) {
	th := look.theme
	c.sync(look.value)
	from := l.Col()
	visible, caret := c.input.View(l.Left())
	if look.value == "" && !look.focused {
		l.Put(th.Option, th.Glyphs.Blank)
	} else {
		l.Put(th.Text, visible)
	}
	if !look.focused {
		caret = noCaret - from
	}
	return append(look.spans[:0], span{from, l.Width(), 0}), from + caret
}

func (c *textbox) key(value string, msg tea.KeyPressMsg) (string, bool, bool) {
	c.sync(value)
	_, handled := c.input.Key(msg)
	return c.input.Value(), true, handled
}

func (c *textbox) pick(value string, _ int) string { return value }

// paste puts a text in at the caret. Neither prefix nor URL can hold a blank,
// and a copied address often brings one along.
func (c *textbox) paste(value, pasted string) string {
	c.sync(value)
	c.input.Insert(strings.Join(strings.Fields(pasted), ""))
	return c.input.Value()
}
