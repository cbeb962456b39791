package catalog

import (
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// titles is what the tabs are called.
var titles = [...]string{"Partners", "Programs", "Products", "Links"}

// drawTabs draws the tables one can turn to, and the search. It fills in where
// they can be clicked.
func (s *Screen) drawTabs(th *theme.Theme, width int) string {
	l := &s.drawn.line
	l.Reset(width)
	l.Space(1)
	s.drawn.tabs = s.drawn.tabs[:0]
	for i, title := range titles {
		label := fmt.Sprintf("%s %d", title, s.rows(i))
		if width < 46 {
			label = title
		}
		style, open, shut := th.Option, " ", " "
		if i == s.tab {
			style, open, shut = th.Choice, th.Glyphs.Prev, th.Glyphs.Next
		}
		from := l.Col()
		l.Put(style, open+label+shut)
		s.drawn.tabs = append(s.drawn.tabs, span{from, l.Col()})
	}
	return l.String()
}

// drawSearch draws what is searched for, or nothing.
func (s *Screen) drawSearch(th *theme.Theme, width int) string {
	l := &s.drawn.line
	l.Reset(width)
	if !s.searching && s.search.Value() == "" {
		return l.String()
	}
	l.Space(1)
	l.Put(th.Accent, "search ")
	found := fmt.Sprintf("%d of %d ", s.count(), s.rows(s.tab))
	from := l.Col()
	visible, caret := s.search.View(max(1, width-from-text.Width(found)-1))
	l.Put(th.Text, visible)
	if s.searching {
		s.drawn.caretX, s.drawn.caretY, s.drawn.caret = from+caret, 1, true
	}
	l.Right(th.Muted, found)
	return l.String()
}

// drawList draws the rows, the selected one in view, in exactly height rows.
func (s *Screen) drawList(th *theme.Theme, width, height int) []string {
	rows := make([]string, 0, height)
	s.drawn.list = s.drawn.list[:0]
	s.drawn.page = max(1, height)
	at := s.selected()
	s.drawn.first = max(min(s.drawn.first, at, s.count()-height), at-height+1, 0)
	last := min(s.drawn.first+height, s.count())
	widths := s.widths(s.drawn.first, last, width-markWidth)
	for i := s.drawn.first; i < last; i++ {
		rows = append(rows, s.drawRow(th, s.listed(i), widths, width))
		s.drawn.list = append(s.drawn.list, s.listed(i))
	}
	l := &s.drawn.line
	if s.count() == 0 && height > 0 {
		l.Reset(width)
		l.Space(markWidth)
		l.Put(th.Muted, text.Cut(s.emptiness(), l.Left(), th.Glyphs.Ellipsis))
		rows = append(rows, l.String())
	}
	for l.Reset(width); len(rows) < height; {
		rows = append(rows, l.String())
	}
	return rows[:height]
}

func (s *Screen) emptiness() string {
	if s.search.Value() != "" {
		return "nothing matches; esc ends the search"
	}
	return "none yet; a adds one"
}

// markWidth is the room in front of a row: the focus and the mark.
const markWidth = 4

func (s *Screen) drawRow(th *theme.Theme, row int, widths []int, width int) string {
	l := &s.drawn.line
	l.Reset(width)
	l.Space(1)
	glyph, style := th.Glyphs.NoFocus, th.Text
	switch selected := row == s.at[s.tab]; {
	case selected && !s.open:
		glyph, style = th.Glyphs.Focus, th.Focus
	case selected:
		glyph, style = th.Glyphs.Next, th.Selected
	case s.inactive(row):
		style = th.Disabled
	}
	l.Put(th.Focus, glyph)
	s.drawMark(l, th, row)
	l.To(markWidth)
	for i, cell := range s.cells(row) {
		if i >= len(widths) || widths[i] == 0 {
			continue
		}
		from := l.Col()
		l.Put(style, text.Cut(cell, widths[i], th.Glyphs.Ellipsis))
		l.To(from + widths[i] + 2)
		if style == th.Text {
			style = th.Muted
		}
	}
	return l.String()
}

// drawMark tells in one cell what matters most of a row.
func (s *Screen) drawMark(l *theme.Line, th *theme.Theme, row int) {
	for _, slip := range s.edit.Slips {
		if slip.Field.Table == s.table() && slip.Field.Row == row && !s.welcomes(slip.Field) {
			l.Put(th.Problem, th.Glyphs.Problem)
			return
		}
	}
	if s.changed[rowName{s.table(), s.code(row)}] {
		l.Put(th.Changed, th.Glyphs.Changed)
	}
}

func (s *Screen) inactive(row int) bool {
	return s.table() == model.PartnerTable && s.edit.Catalog.Partners()[row].Inactive
}

// widths shares the width out among the columns, the first ones first: each as
// wide as it needs to be for the rows in view, the last one that fits cut.
func (s *Screen) widths(first, last, width int) []int {
	var widths []int
	for i := first; i < last; i++ {
		for n, cell := range s.cells(s.listed(i)) {
			for len(widths) <= n {
				widths = append(widths, 0)
			}
			widths[n] = max(widths[n], text.Width(cell))
		}
	}
	for n := range widths {
		most := width
		if n == 0 && len(widths) > 1 {
			most = width * 2 / 3
		}
		widths[n] = min(widths[n], max(most, 0))
		if width -= widths[n] + 2; width < 4 {
			width = 0
		}
	}
	return widths
}

// cells is what the list shows of a row, and what a search looks in: its code as it is
// typed, also where that cannot be one.
func (s *Screen) cells(row int) []string {
	cells := s.contents(row)
	code := model.CatalogField{Table: s.table(), Row: row, Key: model.CodeKey(s.table())}
	switch {
	case s.unnamed(code):
		cells[0] = "new " + s.table()
	case len(s.edit.Slips) > 0:
		cells[0] = s.edit.Text(code)
	}
	return cells
}

// contents is what a row holds, its code first.
func (s *Screen) contents(row int) []string {
	c := s.edit.Catalog
	switch s.table() {
	case model.PartnerTable:
		p := c.Partners()[row]
		state := "" // first of what is told besides: an inactive partner looks like the others without colour
		if p.Inactive {
			state = "inactive"
		}
		if p.Parent != "" {
			state = strings.TrimPrefix(state+", under "+p.Parent, ", ")
		}
		return []string{p.Code, p.Name, state}
	case model.ProgramTable:
		p := c.Programs()[row]
		rules := ""
		if n := len(p.Products); n > 0 {
			rules = "1 for a product"
			if n > 1 {
				rules = fmt.Sprintf("%d for products", n)
			}
		}
		return []string{p.Name, fmt.Sprintf("priority %d", p.Priority), p.Payout.String(), rules}
	case model.ProductTable:
		p := c.Products()[row]
		return []string{p.Code, c.Currency().DisplayMoney(p.Price)}
	}
	link := c.Links()[row]
	return []string{link.Code, link.URL}
}
