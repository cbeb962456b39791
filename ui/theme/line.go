package theme

import (
	"referee/ui/text"
)

// Line is one row of the screen under construction. It counts cells, clips at
// its width, and cleans every string on the way in, so a row can be neither too
// wide nor hostile. A Line is kept and reused: Reset starts the next row in the
// same memory, and only String allocates.
//
//	l.Reset(width)
//	l.Put(th.Label, "Pay for")
//	l.To(24)
//	l.Put(th.Choice, "sale")
//	row := l.String()
//
// The zero Line has width 0; call Reset first.
type Line struct {
	width, col int
	buf        []byte
	open       string // the look that is on at the end of buf
	drawn      map[string]string
}

// Reset empties the line and gives it a width in cells (below 0 counts as 0).
func (l *Line) Reset(width int) {
	l.width, l.col = max(width, 0), 0
	l.buf, l.open = l.buf[:0], ""
}

// Width is the width given to Reset.
func (l *Line) Width() int { return l.width }

// Col is the column the next Put starts at, in cells from the left.
func (l *Line) Col() int { return l.col }

// Left is how many cells are still free.
func (l *Line) Left() int { return l.width - l.col }

// Put adds s in a style. What does not fit is cut off between graphemes, and
// the line is then full: nothing is squeezed into a cell left over from a
// character of two.
func (l *Line) Put(st Style, s string) {
	head, cells, rest := text.Clip(s, l.Left())
	if cells > 0 {
		l.look(st.open)
		l.buf = append(l.buf, head...)
		l.col += cells
	}
	if rest != "" {
		l.To(l.width)
	}
}

// Fill adds a glyph n times, or as often as it fits, for rules and bars.
func (l *Line) Fill(st Style, glyph string, n int) {
	glyph, cells, _ := text.Clip(glyph, l.Left())
	if cells == 0 {
		return
	}
	l.look(st.open)
	for range min(n, l.Left()/cells) {
		l.buf = append(l.buf, glyph...)
		l.col += cells
	}
}

// Space adds n plain spaces, or as many as fit.
func (l *Line) Space(n int) {
	n = min(n, l.width-l.col)
	if n <= 0 {
		return
	}
	l.look("")
	for range n {
		l.buf = append(l.buf, ' ')
	}
	l.col += n
}

// To adds spaces up to a column. It does nothing if the line is already there
// or further.
func (l *Line) To(col int) { l.Space(col - l.col) }

// Right adds s so that it ends at the right edge. If there is not enough room
// left, s starts where the line is and is cut.
func (l *Line) Right(st Style, s string) {
	l.To(l.width - text.Width(s))
	l.Put(st, s)
}

// Row adds a row that another Line has drawn, and that is so many cells wide.
func (l *Line) Row(row string, cells int) {
	l.look("")
	l.buf = append(l.buf, row...)
	l.col += cells
}

// maxDrawn is how many rows a Line remembers: a few screens full.
const maxDrawn = 256

// Remember makes String return a row that was drawn before as the same string,
// not as a new one. It is for a Line that draws a pane over and over, of which
// each key changes a few rows.
func (l *Line) Remember() { l.drawn = make(map[string]string, maxDrawn) }

// String returns the row, filled with spaces to exactly its width.
func (l *Line) String() string {
	l.To(l.width)
	l.look("")
	if row, ok := l.drawn[string(l.buf)]; ok { // a look-up copies nothing
		return row
	}
	row := string(l.buf)
	if l.drawn != nil {
		if len(l.drawn) >= maxDrawn {
			clear(l.drawn)
		}
		l.drawn[row] = row
	}
	return row
}

// look switches the look on at the end of the buffer, if it is another one.
func (l *Line) look(open string) {
	if l.open == open {
		return
	}
	if l.open != "" {
		l.buf = append(l.buf, reset...)
	}
	l.buf = append(l.buf, open...)
	l.open = open
}
