package theme

// Theme is every look the program uses, by meaning. Panes name the meaning and
// never a colour. A Theme is built once by [New] and then only read, so panes
// share one pointer.
type Theme struct {
	Mode   Mode
	Glyphs Glyphs

	Text   Style // what is read first; always the terminal's own colour
	Muted  Style // what is read when looked for
	Title  Style // names of panes and groups
	Accent Style // the one colour of the desk
	Label  Style // names of settings
	Hint   Style // explanations of the focused field
	Key    Style // keys in the bottom bar and in help

	Choice   Style // the chosen option
	Option   Style // an option that is not chosen
	Focus    Style // the field that has the focus
	Selected Style // the selected row of a table
	Disabled Style // a field that has no effect, and the reason beside it

	Changed Style // differs from what is saved
	Problem Style // must be put right before saving
	Notice  Style // worth knowing, stops nothing

	Money Style // amounts
	Gain  Style // more than before
	Loss  Style // less than before

	Rule  Style // lines between panes
	Sheet Style // the border of a dialog
}

// New returns the theme of a mode with the given glyphs. An unknown mode gives
// [Neutral].
func New(mode Mode, glyphs Glyphs) *Theme {
	p := paletteOf(mode)
	return &Theme{
		Mode:   mode,
		Glyphs: glyphs,

		Text:   StyleOf(p.text),
		Muted:  StyleOf(p.muted),
		Title:  StyleOf(p.accent.Bold(true)),
		Accent: StyleOf(p.accent),
		Label:  StyleOf(p.text),
		Hint:   StyleOf(p.muted),
		Key:    StyleOf(p.strong),

		Choice:   StyleOf(p.accent.Bold(true)),
		Option:   StyleOf(p.muted),
		Focus:    StyleOf(p.accent.Bold(true)),
		Selected: StyleOf(p.strong),
		Disabled: StyleOf(p.muted),

		Changed: StyleOf(p.notice.Bold(true)),
		Problem: StyleOf(p.problem.Bold(true)),
		Notice:  StyleOf(p.notice),

		Money: StyleOf(p.text),
		Gain:  StyleOf(p.gain),
		Loss:  StyleOf(p.problem),

		Rule:  StyleOf(p.muted),
		Sheet: StyleOf(p.accent),
	}
}
