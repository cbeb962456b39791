package sim

import (
	"time"

	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// mark is an event on the time axis.
type mark struct {
	at    time.Time
	glyph string
	label string
	style theme.Style
}

func (p *Pane) marks(th *theme.Theme) []mark {
	s := p.run().shown()
	events := s.book.Events()
	marks := make([]mark, 0, len(events))
	for _, e := range events {
		m := mark{at: e.When().UTC()}
		switch e := e.(type) {
		case model.Click:
			m.glyph, m.label, m.style = th.Glyphs.Click, s.called(e.Partner), th.Accent
		case model.Form:
			m.glyph, m.label, m.style = th.Glyphs.Form, "form", th.Muted
			if e.Partner != "" {
				m.label, m.style = s.called(e.Partner), th.Accent
			}
		case model.Referral:
			m.glyph, m.label, m.style = th.Glyphs.Refer, s.called(e.Partner), th.Accent
		case model.Clearing:
			m.glyph, m.label, m.style = th.Glyphs.Clear, "cleared", th.Muted
		case model.Order:
			m.glyph, m.label, m.style = th.Glyphs.Order, e.ID, th.Money
		}
		marks = append(marks, m)
	}
	return marks
}

// called is what people call the partner with a code.
func (s *side) called(code string) string {
	catalog := s.book.Catalog()
	if row, known := catalog.Partner(code); known {
		return catalog.Partners()[row].DisplayName()
	}
	return code
}

// timeline draws two rows: dates, and what happened on them. Events stand in
// proportion to time as far as there is room, and always in their order.
func (p *Pane) timeline(th *theme.Theme, width int) []string {
	marks := p.marks(th)
	if len(marks) == 0 {
		return nil
	}
	columns := spread(marks, width)
	return []string{p.dates(th, marks, columns, width), p.axis(th, marks, columns, width)}
}

// spread gives each event a column, at least one apart.
func spread(marks []mark, width int) []int {
	const left = 2
	room := max(width-left-10, 1) // the last label needs room too
	first, span := marks[0].at, marks[len(marks)-1].at.Sub(marks[0].at)
	columns := make([]int, len(marks))
	for i, m := range marks {
		columns[i] = left
		if span > 0 {
			columns[i] += int(int64(room) * int64(m.at.Sub(first)/time.Second) / max(int64(span/time.Second), 1))
		}
		if i > 0 {
			columns[i] = max(columns[i], columns[i-1]+1)
		}
	}
	return columns
}

func (p *Pane) dates(th *theme.Theme, marks []mark, columns []int, width int) string {
	l := &p.line
	l.Reset(width)
	last := ""
	for i, m := range marks {
		date := m.at.Format("2 Jan")
		if m.at.Year() != marks[len(marks)-1].at.Year() {
			date = m.at.Format("2 Jan 2006")
		}
		if date == last || columns[i] < l.Col()+1 && i > 0 || columns[i]+text.Width(date) > width {
			continue
		}
		l.To(columns[i])
		l.Put(th.Muted, date)
		last = date
	}
	return l.String()
}

func (p *Pane) axis(th *theme.Theme, marks []mark, columns []int, width int) string {
	l := &p.line
	l.Reset(width)
	l.Space(1)
	for i, m := range marks {
		l.Fill(th.Rule, th.Glyphs.HLine, columns[i]-l.Col())
		l.Put(m.style, m.glyph)
		room := width - l.Col() - 1
		if i+1 < len(marks) {
			room = columns[i+1] - l.Col()
		}
		if text.Width(m.label) <= room {
			l.Put(m.style, m.label)
		}
	}
	l.Fill(th.Rule, th.Glyphs.HLine, l.Left()-1)
	return l.String()
}
