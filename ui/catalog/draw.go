package catalog

import (
	"referee/ui/theme"
)

// From this width on, the row stands beside the list; below it, and from this
// height on, under it. On a smaller screen what has the focus has all of it.
const (
	sideFrom  = 90
	underFrom = 15
)

// Below draws something in at most height rows of exactly width cells, for the
// room that a row leaves: what the draft comes to.
type Below func(width, height int) []string

// enoughBelow is how much room it takes to draw that.
const enoughBelow = 10

// ShowsBelow reports whether what the draft comes to was in the last drawing.
func (s *Screen) ShowsBelow() bool { return s.drawn.below }

// Rows draws the screen in exactly height rows of exactly width cells.
func (s *Screen) Rows(th *theme.Theme, width, height int, below Below) []string {
	s.drawn.caret, s.drawn.below = false, false
	s.drawn.list, s.drawn.spots = s.drawn.list[:0], s.drawn.spots[:0]
	s.drawn.listFrom, s.drawn.listTo = 0, width
	switch {
	case width >= sideFrom:
		return s.beside(th, width, height, below)
	case height >= underFrom:
		return s.under(th, width, height)
	}
	rows := []string{s.drawTabs(th, width)}
	if s.open {
		s.drawn.listTo = 0
		return append(rows, s.drawDetails(th, width, height-1, 0, 1)...)
	}
	rows = append(rows, s.drawSearch(th, width))
	return append(rows, s.drawList(th, width, height-2)...)
}

// beside puts the list at the left and the row at the right, and what it comes to
// below that, if there is room.
func (s *Screen) beside(th *theme.Theme, width, height int, below Below) []string {
	left := max(36, width*40/100)
	rows := []string{s.drawTabs(th, left), s.drawSearch(th, left)}
	rows = append(rows, s.drawList(th, left, height-2)...)
	s.drawn.listTo = left
	own, right := height, width-left-2
	if tall := s.tall(); height-tall-1 >= enoughBelow {
		own = tall
	}
	details := s.drawDetails(th, right, own, left+2, 0)
	if own < height {
		details = s.add(th, details, right, height, below(right, height-own-1))
		s.drawn.below = true
	}
	bar := th.Rule.Render(th.Glyphs.VLine) + " "
	for i := range rows {
		rows[i] += bar + details[i]
	}
	return rows
}

// tall is how many rows the selected row takes, with some for what is said of it:
// not the exact number, because what is below it should stand still.
func (s *Screen) tall() int {
	rows := len(s.lines) + hintHeight + spare
	for _, l := range s.lines {
		if l.head {
			rows += 2
		}
	}
	return rows
}

// spare is the rows for a problem and what a field was.
const spare = 3

// add puts a rule and more rows below those of the selected row.
func (s *Screen) add(th *theme.Theme, rows []string, width, height int, more []string) []string {
	l := &s.drawn.line
	l.Reset(width)
	l.Fill(th.Rule, th.Glyphs.HLine, width)
	rows = append(append(rows, l.String()), more...)
	for l.Reset(width); len(rows) < height; {
		rows = append(rows, l.String())
	}
	return rows
}

// under puts the list above and the row below.
func (s *Screen) under(th *theme.Theme, width, height int) []string {
	list := min(max(s.count(), 2), max(3, (height-3)/3))
	if !s.open {
		list = min(max(s.count(), 3), max(3, (height-3)/2))
	}
	rows := []string{s.drawTabs(th, width), s.drawSearch(th, width)}
	rows = append(rows, s.drawList(th, width, list)...)
	l := &s.drawn.line
	l.Reset(width)
	l.Fill(th.Rule, th.Glyphs.HLine, width)
	rows = append(rows, l.String())
	return append(rows, s.drawDetails(th, width, height-len(rows), 0, len(rows))...)
}
