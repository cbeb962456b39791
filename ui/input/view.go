package input

import "referee/ui/text"

// View returns the part of the text to draw in width cells, at most that wide,
// and the column of the caret in it, from 0 to width-1. The caret always has a
// cell of its own, so a text that fills the width scrolls when the caret is
// behind it. A width below 1 shows nothing.
//
// The view scrolls by half its width, like a page, and depends on nothing but
// the text, the caret and the width: drawing twice shows the same.
func (in Input) View(width int) (visible string, caret int) {
	if width < 1 {
		return "", 0
	}
	start := in.start(width)
	visible, _, _ = text.Clip(in.value[start:], width)
	return visible, text.Width(in.value[start:in.caret])
}

// Click puts the caret where a click at a column of View's result points: in
// front of the grapheme in that cell, or behind the text.
func (in *Input) Click(column, width int) {
	if width < 1 {
		return
	}
	at, col := in.start(width), 0
	for at < len(in.value) {
		next := in.after(at)
		col += text.Width(in.value[at:next])
		if col > column {
			break
		}
		at = next
	}
	in.caret = at
}

// start is the offset of the first grapheme in view: the first one behind as
// many half widths as it takes to bring the caret in.
func (in Input) start(width int) int {
	caret := text.Width(in.value[:in.caret])
	if caret < width {
		return 0
	}
	half := max(width/2, 1)
	hidden := (caret - width + half) / half * half
	at := 0
	for col := 0; col < hidden && at < in.caret; {
		next := in.after(at)
		col += text.Width(in.value[at:next])
		at = next
	}
	return at
}
