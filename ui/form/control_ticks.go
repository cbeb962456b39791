package form

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/ui/theme"
)

// ticks is a row of tick boxes: ☐ lead ☒ sale. One of them is the current one.
type ticks struct {
	options []option
	current int
}

func (c *ticks) draw(l *theme.Line, look look) ([]span, int) {
	th := look.theme
	spans := look.spans[:0]
	for i, o := range c.options {
		glyph, style := th.Glyphs.CheckOff, th.Option
		if ticked(look.value, o.value) {
			glyph, style = th.Glyphs.CheckOn, th.Choice
		}
		open, shut := " ", " "
		if look.focused && i == c.current {
			open, shut = th.Glyphs.Prev, th.Glyphs.Next
		}
		l.Put(th.Focus, open)
		spans = append(spans, putOption(l, style, glyph, o.label, i))
		l.Put(th.Focus, shut)
		l.Space(1)
	}
	return spans, noCaret
}

func (c *ticks) key(value string, msg tea.KeyPressMsg) (string, bool, bool) {
	switch msg.String() {
	case "space":
		return c.toggle(value, c.current), false, true
	case "right":
		c.current = min(c.current+1, len(c.options)-1)
		return value, false, true
	case "left":
		c.current = max(c.current-1, 0)
		return value, false, true
	}
	return value, false, false
}

func (c *ticks) pick(value string, at int) string {
	c.current = at
	return c.toggle(value, at)
}

func (c *ticks) toggle(value string, at int) string {
	var on []string
	for i, o := range c.options {
		if ticked(value, o.value) != (i == at) {
			on = append(on, o.value)
		}
	}
	return strings.Join(on, ",")
}

func ticked(list, value string) bool {
	for v := range strings.SplitSeq(list, ",") {
		if v == value {
			return true
		}
	}
	return false
}
