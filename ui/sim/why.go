package sim

import (
	"fmt"

	"referee/engine"
	"referee/engine/explain"
	"referee/ui/text"
	"referee/ui/theme"
)

// told is what the explanation that was drawn last depends on. It is kept until
// something of this is different.
type told struct {
	plan     *engine.Plan
	at, sale int
	width    int
	full     bool
	theme    *theme.Theme
}

// why is the explanation of the selected sale, as rows of exactly width cells.
// In full it also lists what the rungs hold that had no say.
func (p *Pane) why(th *theme.Theme, width int, full bool) []string {
	r := p.bench.run(p.at)
	s := r.shown()
	if s.plan == nil || p.sale >= len(s.settled) {
		return nil
	}
	now := told{s.plan, p.at, p.sale, width, full, th}
	if p.toldRows == nil || now != p.told {
		p.told, p.toldRows = now, p.tell(th, r, s, width, full)
	}
	return p.toldRows
}

// teller draws an explanation row by row.
type teller struct {
	th    *theme.Theme
	line  *theme.Line
	width int
	full  bool
	rows  []string
}

const (
	rungColumn = 2  // where a rung's word stands
	textColumn = 12 // where its sentence does
)

func (p *Pane) tell(th *theme.Theme, r *run, s *side, width int, full bool) []string {
	c, settled := &r.book.Cases()[p.sale], &s.settled[p.sale]
	e := explain.Order(r.book, s.plan, c, &settled.Outcome, settled.Rows)
	t := &teller{th: th, line: &p.line, width: width, full: full, rows: make([]string, 0, 32)}
	t.heading(p.heading(r, s, c))
	for _, reason := range e.Rungs {
		if full || reason.Rung != engine.ByNobody || reason.Finding == engine.Decides {
			t.reason(p, reason)
		}
	}
	if e.Lead.Finding == engine.Decides || s.plan.Settings().Draft().PayLead {
		t.entry("lead", e.Lead.Text, th.Muted, th.Muted)
	}
	t.blank()
	p.tellRows(t, settled, e)
	for _, f := range explain.Flips(s.plan, c, &settled.Outcome) {
		t.entry(p.Partner(f.Partner), f.Text, th.Muted, th.Muted)
	}
	if told := s.plan.ToldOfOrder(&settled.Decision); told != engine.Nobody {
		t.entry("mail", p.Partner(told)+" would be told of the order", th.Muted, th.Muted)
	}
	for _, note := range e.Notes {
		t.entry("note "+note.Rule, note.Text, th.Notice, th.Notice)
	}
	return t.rows
}

// heading is the sale in a line: its total, its moment, and how it came in.
func (p *Pane) heading(r *run, s *side, c *engine.Case) string {
	base := p.Currency().DisplayMoney(totalOf(c))
	how := "online"
	if c.Order.Browser == "" && !c.Order.IP.IsValid() {
		how = "by phone or by hand"
	}
	of := ""
	if s != &r.after {
		of = ", as saved"
	}
	return fmt.Sprintf("Why %s%s · %s · %s · %s", c.Order.ID, of, base, explain.When(c.Order.At, c.Order.At), how)
}

// tellRows lists the money: who, how it comes about, how much.
func (p *Pane) tellRows(t *teller, settled *engine.Settled, e explain.Explanation) {
	for i, row := range settled.Rows {
		style := t.th.Text
		if row.Calculated == 0 {
			style = t.th.Muted
		}
		t.money(p.Partner(row.Partner), explain.Role(&row), e.Rows[i], p.Currency().DisplayMoney(row.Calculated), style)
	}
	if len(settled.Rows) == 0 {
		t.entry("nobody", "nothing is paid for this sale", t.th.Muted, t.th.Muted)
	}
}

func (t *teller) heading(s string) {
	t.line.Reset(t.width)
	t.line.Put(t.th.Title, text.Cut(s, t.width, t.th.Glyphs.Ellipsis))
	t.rows = append(t.rows, t.line.String())
}

func (t *teller) blank() {
	t.line.Reset(t.width)
	t.rows = append(t.rows, t.line.String())
}

// reason is a rung and what became of the referrals it could have chosen. With
// one of them, the rung's own sentence has said it all.
func (t *teller) reason(p *Pane, reason explain.Reason) {
	style, head := t.th.Muted, t.th.Muted
	if reason.Finding == engine.Decides {
		style, head = t.th.Text, t.th.Focus
	}
	word, first := reason.Rung.String(), len(t.rows)
	t.entry(word, reason.Text, head, style)
	if reason.Finding == engine.Decides {
		t.point(first, word, head, reason.Text, style)
	}
	silent := reason.Finding == engine.NotAsked || reason.Finding == engine.NotReached
	if len(reason.Candidates) < 2 || silent && !t.full {
		return
	}
	for _, c := range reason.Candidates {
		style := t.th.Muted
		if c.Chosen {
			style = t.th.Accent
		}
		t.hanging(textColumn, p.Partner(c.Partner)+" "+c.Text, style)
	}
}

// point draws a rung's first row again, with the mark of the one that decides.
func (t *teller) point(at int, word string, head theme.Style, sentence string, style theme.Style) {
	l := t.line
	l.Reset(t.width)
	l.Put(t.th.Focus, t.th.Glyphs.Focus)
	l.To(rungColumn)
	l.Put(head, word)
	l.To(textColumn)
	l.Put(style, t.wrapped(textColumn, sentence)[0])
	t.rows[at] = l.String()
}

// entry is a word and a sentence that hangs beside it.
func (t *teller) entry(word, sentence string, head, style theme.Style) {
	l := t.line
	for i, part := range t.wrapped(textColumn, sentence) {
		l.Reset(t.width)
		if i == 0 {
			l.To(rungColumn)
			l.Put(head, text.Cut(word, textColumn-rungColumn-1, t.th.Glyphs.Ellipsis))
		}
		l.To(textColumn)
		l.Put(style, part)
		t.rows = append(t.rows, l.String())
	}
}

func (t *teller) hanging(column int, sentence string, style theme.Style) {
	for i, part := range t.wrapped(column+2, sentence) {
		t.line.Reset(t.width)
		t.line.To(column + min(i, 1)*2)
		t.line.Put(style, part)
		t.rows = append(t.rows, t.line.String())
	}
}

// money is a row with its amount at the right edge.
func (t *teller) money(who, role, how, amount string, style theme.Style) {
	l := t.line
	room := t.width - textColumn - text.Width(amount) - 2
	parts := text.Wrap(role+": "+how, max(room, 8))
	for i, part := range parts {
		l.Reset(t.width)
		if i == 0 {
			l.To(rungColumn)
			l.Put(style, text.Cut(who, textColumn-rungColumn-1, t.th.Glyphs.Ellipsis))
		}
		l.To(textColumn)
		l.Put(t.th.Muted, part)
		if i == len(parts)-1 {
			l.Right(style, amount)
		}
		t.rows = append(t.rows, l.String())
	}
}

func (t *teller) wrapped(column int, s string) []string {
	lines := text.Wrap(s, max(t.width-column, 8))
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}
