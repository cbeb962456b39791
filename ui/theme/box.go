package theme

import "referee/ui/text"

// Box draws a dialog's frame around rows that are exactly width-4 cells wide:
// a border with the title in it, and a blank cell at either side. A width below
// 6 has no room for a frame, and the rows come back as they are.
func (th *Theme) Box(title string, rows []string, width int) []string {
	if width < 6 {
		return rows
	}
	g := th.Glyphs
	var l Line
	boxed := make([]string, 0, len(rows)+2)
	l.Reset(width)
	l.Put(th.Sheet, g.TopLeft+g.HLine)
	if title != "" {
		l.Put(th.Title, " "+text.Cut(title, width-6, g.Ellipsis)+" ")
	}
	l.Fill(th.Sheet, g.HLine, l.Left()-1)
	l.Put(th.Sheet, g.TopRight)
	boxed = append(boxed, l.String())
	side := th.Sheet.Render(g.VLine)
	for _, row := range rows {
		boxed = append(boxed, side+" "+row+" "+side)
	}
	l.Reset(width)
	l.Put(th.Sheet, g.BottomLeft)
	l.Fill(th.Sheet, g.HLine, width-2)
	l.Put(th.Sheet, g.BottomRight)
	return append(boxed, l.String())
}
