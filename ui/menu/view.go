package menu

import (
	"fmt"
	"slices"

	"referee/ui/text"
	"referee/ui/theme"
)

// Rows draws the menu's inside in at most height rows of exactly width cells.
// The caret is where the search is typed; y is -1 if nothing can be typed.
func (m *Menu) Rows(th *theme.Theme, width, height int) (rows []string, caretX, caretY int) {
	var l theme.Line
	caretY = -1
	for _, line := range text.Wrap(m.Intro, width) {
		if m.Intro != "" {
			l.Reset(width)
			l.Put(th.Text, line)
			rows = append(rows, l.String())
		}
	}
	if m.Searchable {
		caretX, caretY = m.drawSearch(&l, th, width), len(rows)
		rows = append(rows, l.String())
	}
	if len(rows) > 0 {
		l.Reset(width)
		rows = append(rows, l.String())
	}
	m.top = len(rows)
	foot := m.foot(width, height-len(rows))
	m.page = max(1, height-len(rows)-foot)
	m.scroll()
	for i := m.first; i < len(m.shown) && i < m.first+m.page; i++ {
		m.drawItem(&l, th, m.items[m.shown[i]], i == m.at, width)
		rows = append(rows, l.String())
	}
	if len(m.shown) == 0 {
		l.Reset(width)
		l.Put(th.Muted, "nothing matches")
		rows = append(rows, l.String())
	}
	// The dialog keeps its size while a search narrows it down.
	l.Reset(width)
	for len(rows) < min(height-foot, m.top+len(m.items)) {
		rows = append(rows, l.String())
	}
	if foot > 0 {
		rows = append(rows, l.String())
		m.drawFoot(&l, th, width)
		rows = append(rows, l.String())
	}
	return rows[:min(len(rows), max(height, 0))], caretX, caretY
}

// footHeight is the rows for what has no room beside the selected item, and a gap.
const footHeight = 2

// foot is how many of so many rows are kept for that: none where every item can be
// chosen and is said whole, or where they are needed for the items.
func (m *Menu) foot(width, height int) int {
	if height < 2*footHeight || !slices.ContainsFunc(m.items, func(i Item) bool { return i.Why != "" || m.isCut(i, width) }) {
		return 0
	}
	return footHeight
}

// drawFoot says why the selected item cannot be chosen, or else what it does, if that has
// no room beside it: whole if the row is wide enough.
func (m *Menu) drawFoot(l *theme.Line, th *theme.Theme, width int) {
	l.Reset(width)
	if len(m.shown) == 0 {
		return
	}
	l.Space(2)
	switch item := m.items[m.shown[m.at]]; {
	case item.Why != "":
		l.Put(th.Notice, text.Cut("Not now: "+item.Why, l.Left(), th.Glyphs.Ellipsis))
	case m.isCut(item, width):
		l.Put(th.Muted, text.Cut(item.Detail, l.Left(), th.Glyphs.Ellipsis))
	}
}

// scroll brings the selected item into view, moving no more than needed.
func (m *Menu) scroll() {
	m.first = max(min(m.first, m.at), m.at-m.page+1, 0)
}

func (m *Menu) drawSearch(l *theme.Line, th *theme.Theme, width int) int {
	l.Reset(width)
	l.Put(th.Accent, "search ")
	count := fmt.Sprintf("%d of %d", len(m.shown), len(m.items))
	from := l.Col()
	visible, caret := m.search.View(max(1, width-from-text.Width(count)-2))
	l.Put(th.Text, visible)
	l.Right(th.Muted, count)
	return from + caret
}

// detailColumn is where details stand: behind the titles, unless those are long.
func detailColumn(items []Item) int {
	widest := 0
	for _, item := range items {
		if item.Detail != "" {
			widest = max(widest, text.Width(item.Title))
		}
	}
	return min(widest, 26) + 2
}

func (m *Menu) drawItem(l *theme.Line, th *theme.Theme, item Item, selected bool, width int) {
	glyph, style := th.Glyphs.NoFocus, th.Text
	if item.Why != "" {
		style = th.Disabled
	}
	if selected {
		glyph = th.Glyphs.Focus
		if item.Why == "" {
			style = th.Focus
		}
	}
	l.Reset(width)
	l.Put(th.Focus, glyph)
	l.Space(1)
	if item.Aside != "" {
		l.Put(style, text.Cut(item.Title, l.Left()-text.Width(item.Aside)-2, th.Glyphs.Ellipsis))
		l.Right(th.Muted, item.Aside)
		return
	}
	l.Put(style, text.Cut(item.Title, l.Left(), th.Glyphs.Ellipsis))
	l.To(m.detail)
	l.Space(2)
	m.drawDetail(l, th, item, m.room(item, width))
	if item.Keys != "" && width-l.Col() > text.Width(item.Keys) {
		l.Right(th.Key, item.Keys)
	}
}

// room is how many cells there are for what an item does.
func (m *Menu) room(item Item, width int) int {
	room := width - max(m.detail, 2+text.Width(item.Title)) - 2
	if item.Keys != "" {
		room -= text.Width(item.Keys) + 2
	}
	return room
}

// isCut reports whether an item has not room enough to say what it does.
func (m *Menu) isCut(item Item, width int) bool {
	return item.Aside == "" && text.Width(item.Detail) > m.room(item, width)
}

// leastWhy is how much of a reason is worth its place.
const leastWhy = 16

// drawDetail says what an item does and, dimmer and as far as there is room, why it
// cannot be done now.
func (m *Menu) drawDetail(l *theme.Line, th *theme.Theme, item Item, room int) {
	if room <= 8 {
		return
	}
	detail := text.Cut(item.Detail, room, th.Glyphs.Ellipsis)
	l.Put(th.Muted, detail)
	why := item.Why
	if room -= text.Width(detail); why != "" && detail != "" {
		why, room = " "+th.Glyphs.Dot+" "+why, room-3
	}
	if why != "" && room >= leastWhy {
		l.Put(th.Disabled, text.Cut(why, room+3, th.Glyphs.Ellipsis))
	}
}
