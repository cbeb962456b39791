package form

import (
	"slices"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// shown is what the last drawing put where, for the caret and the mouse.
type shown struct {
	line    theme.Line
	fields  []*Field // by row; nil where a row is no field
	caretX  int
	caretY  int
	hasText bool
	inline  bool   // notes stand beside the fields, not under them
	link    string // a partner's link under the draft
}

// From this width on, there is room for a note beside a field.
const (
	inlineFrom   = 72
	inlineColumn = 52
)

// row is one row of the page before it is drawn.
type row struct {
	field *Field
	title string
	note  string // a remark under the field above
	style func(*theme.Theme) theme.Style
	worth int // what goes first when there is no room: the lowest
}

// The worth of rows, from what goes first to what always stays.
const (
	worthBlank = iota + 1
	worthLink
	worthNotice
	worthWas
	worthTitle
	worthDisabled
	worthProblem
	worthField
)

// Rows draws the page in at most height rows, each exactly width cells. What
// does not fit goes in order of what it is worth; the ten fields go last, and
// then the focused one stays in view. Link is a partner's link under the draft.
func (f *Form) Rows(th *theme.Theme, width, height int, link string) []string {
	f.shown.inline = width >= inlineFrom
	f.shown.link = link
	rows := f.fit(f.rows(), height)
	f.shown.fields, f.shown.hasText = f.shown.fields[:0], false
	drawn := make([]string, 0, len(rows))
	for _, r := range rows {
		l := &f.shown.line
		l.Reset(width)
		f.draw(l, th, r, len(drawn))
		f.shown.fields = append(f.shown.fields, r.field)
		drawn = append(drawn, l.String())
	}
	return drawn
}

func (f *Form) draw(l *theme.Line, th *theme.Theme, r row, y int) {
	switch {
	case r.field != nil:
		if caret := r.field.draw(l, th); caret >= 0 && f.active {
			f.shown.caretX, f.shown.caretY, f.shown.hasText = caret, y, true
		}
		if f.shown.inline {
			f.drawBeside(l, th, r.field)
		}
	case r.title != "":
		l.Space(1)
		l.Put(th.Title, r.title)
	case r.note != "":
		l.Space(labelColumn + 2)
		l.Put(r.style(th), text.Cut(r.note, l.Left(), th.Glyphs.Ellipsis))
	}
}

// drawBeside puts the note that is worth most at the end of a field's row.
func (f *Form) drawBeside(l *theme.Line, th *theme.Theme, field *Field) {
	var best row
	for _, r := range f.notes(nil, field) {
		if r.worth > best.worth {
			best = r
		}
	}
	if best.note != "" && l.Col() < l.Width()-8 {
		l.To(max(inlineColumn, l.Col()+2))
		l.Put(best.style(th), text.Cut(best.note, l.Left(), th.Glyphs.Ellipsis))
	}
}

func (f *Form) rows() []row {
	rows := make([]row, 0, 32)
	for i, field := range f.fields {
		if group := specs[field.setting].group; group != "" {
			if i > 0 {
				rows = append(rows, row{worth: worthBlank})
			}
			rows = append(rows, row{title: group, worth: worthTitle})
		}
		rows = append(rows, row{field: field, worth: worthField})
		if !f.shown.inline {
			rows = f.notes(rows, field)
		}
	}
	return rows
}

// notes adds what stands with a field: why it cannot be saved or has no effect,
// what it was, what is worth knowing, and the link for the prefix.
func (f *Form) notes(rows []row, field *Field) []row {
	s := field.setting
	for _, p := range f.problems.On(s) {
		rows = append(rows, row{note: p.What + ": " + p.Hint, worth: worthProblem, style: problemStyle})
	}
	if why := f.disabled(s); why != "" {
		rows = append(rows, row{note: why, worth: worthDisabled, style: disabledStyle})
	}
	if f.changed(s) {
		rows = append(rows, row{note: "was: " + s.Words(f.saved.Draft().Text(s)), worth: worthWas, style: changedStyle})
	}
	if notice, fresh := f.notice(s); notice != "" && (fresh || field.focused) {
		rows = append(rows, row{note: notice, worth: worthNotice, style: noticeStyle})
	}
	if s == model.CodePrefix && f.shown.link != "" {
		rows = append(rows, row{note: f.shown.link, worth: worthLink, style: linkStyle})
	}
	return rows
}

func problemStyle(th *theme.Theme) theme.Style  { return th.Problem }
func disabledStyle(th *theme.Theme) theme.Style { return th.Disabled }
func changedStyle(th *theme.Theme) theme.Style  { return th.Changed }
func noticeStyle(th *theme.Theme) theme.Style   { return th.Notice }
func linkStyle(th *theme.Theme) theme.Style     { return th.Muted }

// fit drops rows until at most height are left.
func (f *Form) fit(rows []row, height int) []row {
	for worth := worthBlank; worth < worthField; worth++ {
		for i := len(rows) - 1; i >= 0 && len(rows) > height; i-- {
			if rows[i].worth == worth {
				rows = slices.Delete(rows, i, i+1)
			}
		}
	}
	if len(rows) <= height {
		return rows
	}
	focused := slices.IndexFunc(rows, func(r row) bool { return r.field == f.focused() })
	first := min(max(0, focused-height/2), len(rows)-height)
	return rows[first : first+max(height, 0)]
}
