package catalog

import (
	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

const (
	levelWidth = 11 // where the first cell begins
	cellWidth  = 9
	minCell    = 6
)

// cell is how wide a cell of the sheet is, with the blank before it: wider than
// usual where a value asks for it and there is room, since an amount that is cut is
// no amount.
func (d *details) cell() int {
	return max(minCell, min(max(cellWidth, d.longest+2), (d.width-levelWidth-1)/4))
}

// longestRate is how wide the widest value of the sheet is drawn.
func (d *details) longestRate() int {
	longest := 0
	for _, line := range d.lines {
		for _, at := range line.spots {
			if at.shape != rate {
				continue
			}
			w := text.Width(d.value(at))
			if d.hides(at.field.Cell) != "" {
				w += len("()")
			}
			longest = max(longest, w)
		}
	}
	return longest
}

// drawRates draws a row of the sheet, under its heads where it is the first.
func (d *details) drawRates(i int) {
	line := d.lines[i]
	if line.head {
		d.drawHeads(line)
	}
	l := &d.drawn.line
	l.Reset(d.width)
	if i == d.line {
		d.at = len(d.rows)
	}
	name, style := "unused", d.th.Label
	if level := line.spots[0].field.Cell.Level; level != model.UnusedLevel {
		name = "level " + string(rune('0'+level))
	}
	if d.allHidden(line) {
		style = d.th.Disabled
	}
	d.label(l, name, d.open && i == d.line, style)
	for n, at := range line.spots {
		l.To(levelWidth + n*d.cell())
		d.drawCell(l, i, n, at)
	}
	if why := d.rowHidden(line); why != "" && l.Left() > text.Width(why)+2 {
		l.Space(2)
		l.Put(d.th.Disabled, why)
	}
	d.rows = append(d.rows, l.String())
	d.notes(line.spots)
}

// drawHeads names the columns: the roles, and under them the kinds.
func (d *details) drawHeads(line line) {
	l := &d.drawn.line
	l.Reset(d.width)
	for n, at := range line.spots {
		if n%2 == 0 {
			l.To(levelWidth + n*d.cell() + 1)
			l.Put(d.headStyle(at), text.Cut(at.field.Cell.Role.String()+" rates", 2*d.cell()-2, ""))
		}
	}
	d.rows = append(d.rows, l.String())
	l.Reset(d.width)
	for n, at := range line.spots {
		head := at.field.Cell.Kind.String()
		if at.field.Cell.Kind == model.Percent && d.cell() < cellWidth-1 {
			head = "%"
		}
		l.To(levelWidth + (n+1)*d.cell() - 1 - text.Width(head))
		l.Put(d.headStyle(at), head)
	}
	d.rows = append(d.rows, l.String())
}

func (d *details) headStyle(at spot) theme.Style {
	if d.columnHidden(at) {
		return d.th.Disabled
	}
	return d.th.Muted
}

// columnHidden reports whether the settings hide the whole column.
func (d *details) columnHidden(at spot) bool {
	return !d.settings.PaysFor(at.field.Cell.Role) || !d.settings.PaysAs(at.field.Cell.Kind)
}

// rowHidden is why a whole row is hidden, or "".
func (d *details) rowHidden(line line) string {
	for _, at := range line.spots {
		if !d.columnHidden(at) {
			return d.hides(at.field.Cell)
		}
	}
	return ""
}

func (d *details) allHidden(line line) bool {
	for _, at := range line.spots {
		if d.hides(at.field.Cell) == "" {
			return false
		}
	}
	return true
}

// drawCell draws a value to the right of its cell, and one cell behind it for the
// mark. What is hidden stands in brackets, so that no colour is needed to see it.
func (d *details) drawCell(l *theme.Line, i, n int, at spot) {
	focused := d.open && i == d.line && n == d.spot
	value, style := d.value(at), d.th.Text
	if focused {
		d.sync(at)
		value = d.typing.Value()
	}
	blank := value == "" && !d.wrong(at)
	shown := value
	if blank {
		shown = d.th.Glyphs.Blank
	}
	switch {
	case d.wrong(at):
		style = d.th.Problem
	case focused:
		style = d.th.Focus
	case d.isChanged(at):
		style = d.th.Changed
	case blank:
		style = d.th.Option
	}
	if hidden := d.hides(at.field.Cell) != ""; hidden && !focused && !d.wrong(at) {
		style = d.th.Disabled
		if !blank {
			shown = "(" + value + ")"
		}
	}
	from, width := l.Col(), d.cell()
	open, mark := " ", " "
	if focused {
		open, mark = d.th.Glyphs.Prev, d.th.Glyphs.Next
	}
	if d.wrong(at) {
		mark = d.th.Glyphs.Problem
	} else if d.isChanged(at) && !focused {
		mark = d.th.Glyphs.Changed
	}
	shown = text.Cut(shown, width-2, d.th.Glyphs.Ellipsis)
	l.To(from + width - 2 - text.Width(shown))
	l.Put(d.th.Focus, open)
	l.Put(style, shown)
	d.putMark(l, at, mark)
	if focused {
		d.caretX, d.caretY = from+width-1, len(d.rows)
	}
	d.spots = append(d.spots, drawnSpot{len(d.rows), from, from + width, i, n, none})
}

func (d *details) putMark(l *theme.Line, at spot, mark string) {
	switch {
	case d.wrong(at):
		l.Put(d.th.Problem, mark)
	case d.isChanged(at):
		l.Put(d.th.Changed, mark)
	default:
		l.Put(d.th.Focus, mark)
	}
}

// isChanged reports whether a spot differs from what is saved. Where its row is
// new, that is said once, in the list.
func (d *details) isChanged(at spot) bool {
	before := d.before(at)
	return before != nil && *before != d.value(at)
}
