package form

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// control is the part of a row that is drawn and changed: one of the three
// shapes below. All of them work on a setting's text form.
type control interface {
	// draw puts the value at the end of a row and returns the spans that can be
	// clicked, and the caret's column if it has one.
	draw(l *theme.Line, look look) (spans []span, caret int)
	// key answers a key with the new text form; typing tells a run of typing.
	key(value string, msg tea.KeyPressMsg) (next string, typing, handled bool)
	// pick answers a click on a span.
	pick(value string, at int) string
}

// look is how a row is to be drawn.
type look struct {
	spans    []span // memory for those to return
	theme    *theme.Theme
	value    string
	focused  bool
	disabled bool
}

// span is a stretch of a row that stands for an option.
type span struct{ from, to, option int }

const noCaret = -1

func controlFor(s model.Setting) control {
	spec := specs[s]
	switch {
	case spec.options == nil:
		return &textbox{}
	case spec.ticks:
		return &ticks{options: spec.options}
	}
	return choice{spec.options}
}

// choice is one of a few values: ● latest ○ first.
type choice struct{ options []option }

func (c choice) draw(l *theme.Line, look look) ([]span, int) {
	th := look.theme
	if c.width(th) > l.Left() {
		return c.drawChosen(l, look), noCaret
	}
	spans := look.spans[:0]
	for i, o := range c.options {
		glyph, style := th.Glyphs.RadioOff, th.Option
		if o.value == look.value {
			glyph, style = th.Glyphs.RadioOn, th.Choice
		}
		if look.disabled {
			style = th.Disabled
		}
		spans = append(spans, putOption(l, style, glyph, o.label, i))
		l.Space(2)
	}
	return spans, noCaret
}

// width is how wide all options are in a row.
func (c choice) width(th *theme.Theme) int {
	sum := 0
	for _, o := range c.options {
		sum += text.Width(th.Glyphs.RadioOn) + text.Width(o.label) + 3
	}
	return sum - 2
}

// drawChosen draws the chosen option alone, where there is no room for all. A
// click on it goes on to the next.
func (c choice) drawChosen(l *theme.Line, look look) []span {
	th, style := look.theme, look.theme.Choice
	if look.disabled {
		style = th.Disabled
	}
	at := max(0, slices.IndexFunc(c.options, func(o option) bool { return o.value == look.value }))
	from := l.Col()
	l.Put(th.Option, th.Glyphs.Prev+" ")
	l.Put(style, c.options[at].label)
	l.Put(th.Option, " "+th.Glyphs.Next)
	return append(look.spans[:0], span{from, l.Col(), (at + 1) % len(c.options)})
}

func putOption(l *theme.Line, style theme.Style, glyph, label string, at int) span {
	from := l.Col()
	l.Put(style, glyph)
	if text.Width(glyph) == 1 {
		l.Space(1)
	}
	l.Put(style, label)
	return span{from, l.Col(), at}
}

// key goes on to another option, from the last one to the first, so that an
// arrow never does nothing.
func (c choice) key(value string, msg tea.KeyPressMsg) (string, bool, bool) {
	at := slices.IndexFunc(c.options, func(o option) bool { return o.value == value })
	n := len(c.options)
	switch key := msg.String(); key {
	case "space", "right":
		return c.options[(at+1)%n].value, false, true
	case "left":
		return c.options[(at+n-1)%n].value, false, true
	default:
		// A value of one character, a number of levels, can be typed.
		typed := slices.ContainsFunc(c.options, func(o option) bool { return o.value == key })
		if typed && len(key) == 1 {
			return key, false, true
		}
	}
	return value, false, false
}

func (c choice) pick(_ string, at int) string { return c.options[at].value }
