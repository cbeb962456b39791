package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is how a span of text looks. It holds the escape sequence that turns
// the look on, made once, so that drawing a span is two copies and no
// computation. The zero Style is the terminal's own text.
type Style struct {
	open string
}

// reset ends every look. One sequence for all keeps a frame short.
const reset = "\x1b[m"

// StyleOf takes the colours and attributes of a lipgloss style. Sizes, borders,
// padding and margins are not part of a Style and are ignored.
func StyleOf(ls lipgloss.Style) Style {
	ls = ls.Inline(true).UnsetPadding().UnsetMargins().UnsetWidth().UnsetHeight().UnsetBorderStyle()
	open, _, found := strings.Cut(ls.Render("x"), "x")
	if !found {
		return Style{}
	}
	return Style{open: open}
}

// Render wraps s, as it is, in the style: s must have passed text.Show. Most
// callers want [Line.Put], which cleans, clips and counts as well.
func (st Style) Render(s string) string {
	if st.open == "" || s == "" {
		return s
	}
	return st.open + s + reset
}

// Plain reports whether the style changes nothing.
func (st Style) Plain() bool { return st.open == "" }
