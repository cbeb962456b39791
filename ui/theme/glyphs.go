package theme

// Glyphs are the marks of the desk. They carry every meaning that a colour
// carries too, so nothing is lost without colours. Glyphs that stand in for one
// another (on and off, focused and not) are equally wide.
type Glyphs struct {
	Focus   string // the field or row that has the focus
	NoFocus string // the same place without it

	RadioOn, RadioOff string // one of several
	CheckOn, CheckOff string // yes or no

	Changed   string // differs from what is saved
	Unchanged string // the same place when it does not

	Problem string // must be put right before saving
	Notice  string // worth knowing, stops nothing

	Click, Form, Refer, Clear, Order string // events on the timeline

	HLine, VLine                                   string // lines between panes
	TopLeft, TopRight, BottomLeft, BottomRight     string // corners of a sheet
	TeeDown, TeeUp                                 string // where VLine meets HLine
	Arrow, Ellipsis, Prev, Next, Blank, Dot, Minus string
}

// Unicode is the set for terminals whose font has line drawing and shapes,
// which is nearly all of them.
func Unicode() Glyphs {
	return Glyphs{
		Focus: "▸", NoFocus: " ",
		RadioOn: "●", RadioOff: "○",
		CheckOn: "☒", CheckOff: "☐",
		Changed: "*", Unchanged: " ",
		Problem: "✗", Notice: "i",
		Click: "●", Form: "▤", Refer: "◇", Clear: "✕", Order: "◆",
		HLine: "─", VLine: "│",
		TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘",
		TeeDown: "┬", TeeUp: "┴",
		Arrow: "→", Ellipsis: "…", Prev: "‹", Next: "›", Blank: "–", Dot: "·", Minus: "−",
	}
}

// ASCII is the set for --ascii: seven bits, nothing a font can lack.
func ASCII() Glyphs {
	return Glyphs{
		Focus: ">", NoFocus: " ",
		RadioOn: "(*)", RadioOff: "( )",
		CheckOn: "[x]", CheckOff: "[ ]",
		Changed: "*", Unchanged: " ",
		Problem: "!", Notice: "i",
		Click: "o", Form: "f", Refer: "r", Clear: "x", Order: "#",
		HLine: "-", VLine: "|",
		TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		TeeDown: "+", TeeUp: "+",
		Arrow: "->", Ellipsis: "...", Prev: "<", Next: ">", Blank: "-", Dot: ".", Minus: "-",
	}
}
