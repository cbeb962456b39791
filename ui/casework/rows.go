package casework

import (
	"strings"

	"referee/engine/scenario/draft"
	"referee/ui/text"
	"referee/ui/theme"
)

// shown is what the last drawing put where, for the caret and the mouse.
type shown struct {
	line           theme.Line
	width          int
	spots          []spot
	caretX, caretY int
	hasCaret       bool
}

// spot is what stands in a row: an event of the list, a field, or nothing.
type spot struct {
	what  what
	index int
}

type what uint8

const (
	aGap what = iota
	anEvent
	aField
)

// Columns of the list and of the fields.
const (
	focusColumn = 1
	labelColumn = 3
	markColumn  = 16
	valueColumn = 18
	dateColumn  = 5
	storyColumn = dateColumn + len("20 Jan 2026 10:00") + 2
)

// Rows draws the list and the fields of the selected event in at most height rows of
// exactly width cells. What has the focus gets the room it needs first.
func (e *Editor) Rows(th *theme.Theme, width, height int) []string {
	d := drawing{e, th, width, make([]string, 0, height)}
	e.shown.spots, e.shown.hasCaret, e.shown.width = e.shown.spots[:0], false, width
	fields := e.fieldRows()
	list := len(e.draft.Events) + 1
	listRoom := share(height, list, len(fields)+1, e.inside)
	d.list(listRoom)
	if room := height - len(d.rows); room > 0 {
		if list+len(fields) < height {
			d.gap()
			room--
		}
		d.fields(fields, room)
	}
	return d.rows
}

// share is how many of so many rows the list gets, of the rows it wants, if the
// fields want theirs.
func share(height, list, fields int, inside bool) int {
	switch {
	case list+fields <= height:
		return list
	case height < 6 && inside:
		return 0
	case height < 6:
		return min(list, height)
	case inside:
		return min(list, max(height-fields, 2))
	}
	return min(list, max(height-fields, height/2))
}

// drawing collects rows.
type drawing struct {
	*Editor
	th    *theme.Theme
	width int
	rows  []string
}

func (d *drawing) begin() *theme.Line {
	d.shown.line.Reset(d.width)
	return &d.shown.line
}

func (d *drawing) end(s spot) {
	d.rows = append(d.rows, d.shown.line.String())
	d.shown.spots = append(d.shown.spots, s)
}

func (d *drawing) gap() {
	d.begin()
	d.end(spot{})
}

// list draws the head and the events, the selected one in view.
func (d *drawing) list(height int) {
	rows := len(d.draft.Events) + 1
	first := min(max(0, d.row+1-height/2), max(0, rows-height))
	for i := first; i < min(rows, first+height); i++ {
		d.event(i - 1)
	}
}

func (d *drawing) event(row int) {
	l, th := d.begin(), d.th
	mark, style := th.Glyphs.NoFocus, th.Text
	if row == d.row {
		mark, style = th.Glyphs.Next, th.Selected
		if d.active && !d.inside {
			mark, style = th.Glyphs.Focus, th.Focus
		}
	}
	l.To(focusColumn)
	l.Put(style, mark)
	l.To(labelColumn)
	if row == draft.Head {
		l.Put(style, "Case")
		l.To(storyColumn)
		l.Put(th.Title, text.Cut(d.draft.Title, l.Left(), th.Glyphs.Ellipsis))
		d.end(spot{anEvent, row})
		return
	}
	e := d.draft.Events[row]
	l.Put(th.Accent, glyph(th.Glyphs, e.Kind))
	l.To(dateColumn)
	if at := d.parsed.Times[row]; at.IsZero() {
		l.Put(th.Problem, text.Cut(e.Text(draft.Slot{Field: draft.At}), storyColumn-dateColumn-2, th.Glyphs.Ellipsis))
	} else {
		l.Put(style, text.Cut(draft.Moment(at), storyColumn-dateColumn-1, th.Glyphs.Ellipsis))
	}
	l.To(storyColumn)
	if d.parsed.Wrong(row) {
		l.Put(th.Problem, th.Glyphs.Problem+" ")
	}
	l.Put(style, text.Cut(inShort(e, th.Glyphs.Dot), l.Left(), th.Glyphs.Ellipsis))
	d.end(spot{anEvent, row})
}

// inShort is what an event says, in a line.
func inShort(e draft.Event, dot string) string {
	var parts []string
	add := func(fields ...draft.Field) {
		for _, f := range fields {
			if text := e.Text(draft.Slot{Field: f}); text != "" {
				parts = append(parts, text)
			}
		}
	}
	switch e.Kind {
	case draft.Click:
		add(draft.Partner, draft.Browser, draft.Contact)
	case draft.Form:
		parts = append(parts, "form")
		add(draft.Contact, draft.Browser)
	case draft.Referral:
		add(draft.Partner, draft.Contact)
		parts = append(parts, "by hand")
	case draft.Clearing:
		add(draft.Browser)
		parts = append(parts, "cleared")
	case draft.Order:
		add(draft.ID, draft.Contact, draft.Browser)
		if e.Text(draft.Slot{Field: draft.Browser}) == "" {
			parts = append(parts, "phone")
		}
		add(draft.Item)
	}
	return strings.Join(parts, " "+dot+" ")
}

// Caret is where the caret stands in the last drawing, if a field has it.
func (e *Editor) Caret() (x, y int, ok bool) {
	return e.shown.caretX, e.shown.caretY, e.active && e.shown.hasCaret
}

// Click takes the focus to what was drawn in a row, and the caret to a column of it.
func (e *Editor) Click(x, y int) {
	if y < 0 || y >= len(e.shown.spots) {
		return
	}
	e.edits.endRun()
	switch s := e.shown.spots[y]; s.what {
	case anEvent:
		e.inside = false
		e.choose(s.index)
		e.offer()
	case aField:
		e.slot, e.inside = s.index, true
		e.moved()
		if x >= valueColumn {
			e.input.Click(x-valueColumn, e.shown.width-valueColumn)
		}
	}
}

// Wheel moves the selection in the list.
func (e *Editor) Wheel(by int) {
	if !e.inside {
		e.choose(e.row + by)
	}
}
