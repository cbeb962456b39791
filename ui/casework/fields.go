package casework

import (
	"fmt"
	"strings"

	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// fieldRow is a row of the fields before it is drawn: a field, or what is wrong with
// the one above.
type fieldRow struct {
	slot  int
	wrong string
}

// fieldRows is the fields of the selected event, and what is wrong with them.
func (e *Editor) fieldRows() []fieldRow {
	slots := e.slots()
	rows := make([]fieldRow, 0, len(slots)+4)
	for i, s := range slots {
		rows = append(rows, fieldRow{slot: i})
		if p, wrong := e.problem(s); wrong {
			rows = append(rows, fieldRow{i, p.What})
		}
	}
	return rows
}

// problem is what is wrong with a field of the selected event.
func (e *Editor) problem(s draft.Slot) (model.Problem, bool) {
	if e.row == draft.Head {
		return model.Problem{}, false
	}
	return e.parsed.On(e.row, e.draft.Events[e.row].Kind, s)
}

// fields draws the fields, the focused one in view with what is wrong with it.
func (d *drawing) fields(rows []fieldRow, height int) {
	if len(rows) < height {
		d.heading()
		height--
	}
	focused := 0
	for i, r := range rows {
		if d.inside && r.slot == d.slot {
			focused = i
		}
	}
	first := min(max(0, focused-height/2), max(0, len(rows)-height))
	last := min(len(rows), first+height)
	for i, r := range rows[first:last] {
		l := d.begin()
		if r.wrong == "" {
			d.field(l, r.slot)
		} else {
			l.To(valueColumn)
			l.Put(d.th.Problem, text.Cut(r.wrong, l.Left(), d.th.Glyphs.Ellipsis))
		}
		if more := len(rows) - last; more > 0 && i == height-1 {
			d.more(l, more)
		}
		d.end(spot{aField, r.slot})
	}
}

// more says at the end of the last row how many are below it.
func (d *drawing) more(l *theme.Line, n int) {
	if words := fmt.Sprintf("%d more %s ", n, d.th.Glyphs.Ellipsis); l.Left() > text.Width(words) {
		l.Right(d.th.Muted, words)
	}
}

func (d *drawing) heading() {
	l, title := d.begin(), "The case"
	if e, ok := d.Selected(); ok {
		title = KindName(e.Kind)
	}
	l.Space(1)
	l.Put(d.th.Title, title)
	d.end(spot{})
}

func (d *drawing) field(l *theme.Line, slot int) {
	th := d.th
	s := d.slots()[slot]
	focused := d.inside && d.active && slot == d.slot
	mark, style := th.Glyphs.NoFocus, th.Label
	if focused {
		mark, style = th.Glyphs.Focus, th.Focus
	}
	l.To(focusColumn)
	l.Put(th.Focus, mark)
	l.To(labelColumn)
	l.Put(style, label(s))
	if _, wrong := d.problem(s); wrong {
		l.To(markColumn)
		l.Put(th.Problem, th.Glyphs.Problem)
	}
	l.To(valueColumn)
	if focused {
		d.caret(l)
	} else {
		d.value(l, s)
	}
}

// label is what a field is called; items after the first have a number.
func label(s draft.Slot) string {
	if s.Item > 0 {
		return fmt.Sprintf("%s %d", words[s.Field].label, s.Item+1)
	}
	return words[s.Field].label
}

// caret draws the focused field: what was typed, and what would complete it.
func (d *drawing) caret(l *theme.Line) {
	ghost := d.ghost()
	visible, at := d.input.View(l.Left())
	d.shown.caretX, d.shown.caretY, d.shown.hasCaret = l.Col()+at, len(d.rows), true
	l.Put(d.th.Text, visible)
	switch {
	case ghost != "":
		l.Put(d.th.Muted, ghost)
		return
	case d.text() == "":
		l.Space(1)
		l.Put(d.th.Option, text.Cut(d.blank(d.focused()), l.Left(), d.th.Glyphs.Ellipsis))
		return
	}
	d.meaning(l, d.focused())
}

// value draws a field that has not the focus.
func (d *drawing) value(l *theme.Line, s draft.Slot) {
	value := d.draft.Text(d.row, s)
	if value == "" {
		blank := d.blank(s)
		if blank == "" {
			blank = d.th.Glyphs.Blank
		}
		l.Put(d.th.Option, text.Cut(blank, l.Left(), d.th.Glyphs.Ellipsis))
		return
	}
	l.Put(d.th.Text, text.Cut(value, l.Left(), d.th.Glyphs.Ellipsis))
	d.meaning(l, s)
}

// blank is what an empty field means, or "".
func (d *drawing) blank(s draft.Slot) string {
	e, ok := d.Selected()
	if !ok || s.Item > 0 {
		return ""
	}
	return blankOf(e.Kind, s.Field)
}

// meaning adds what a text means, where that is not what it says: the moment of a
// relative time, the name of a partner's code.
func (d *drawing) meaning(l *theme.Line, s draft.Slot) {
	said, means := strings.TrimSpace(d.draft.Text(d.row, s)), d.means(s)
	if means == "" || means == said || l.Left() < 6 {
		return
	}
	l.Space(2)
	l.Put(d.th.Muted, text.Cut(means, l.Left(), d.th.Glyphs.Ellipsis))
}

func (d *drawing) means(s draft.Slot) string {
	if d.row == draft.Head {
		return ""
	}
	switch s.Field {
	case draft.At:
		if at := d.parsed.Times[d.row]; !at.IsZero() {
			return draft.Moment(at)
		}
	case draft.Partner, draft.SalePartner, draft.LeadPartner:
		return d.reader.Called(d.draft.Text(d.row, s))
	}
	return ""
}
