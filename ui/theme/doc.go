// Package theme is how the desk looks: the meaning of every colour and mark,
// and the row that is drawn with them.
//
// A pane never names a colour. It names a meaning, a token of [Theme], such as
// Choice or Problem, and the theme knows what that looks like on a dark
// terminal, on a light one, with the 16 colours of the terminal's owner, and
// with no colour at all ([Mode]). The same meaning is always told by a glyph or
// a word too ([Glyphs]), so the desk can be read without colours, and with
// seven-bit characters only.
//
// The rules of the look: one accent colour, no painted backgrounds, and a
// contrast of at least 4.5 to 1 for every coloured token on the backgrounds
// people use; a test computes it.
//
// A [Style] is made from a lipgloss style once. It keeps the two escape
// sequences and nothing else, because lipgloss takes a hundred times longer to
// draw a span than copying the sequences does. [Line] builds a row from styled
// spans. It lives here, and not beside the text functions it is made of, so
// that package text needs no styles and panes need one import for drawing.
package theme
