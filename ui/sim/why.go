package sim

import (
	"strings"
	"time"

	"referee/engine"
	"referee/engine/explain"
	"referee/model"
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
	unfit    string
}

// why is the explanation of the selected sale, as rows of exactly width cells.
// In full it also lists what the rungs hold that had no say.
func (p *Pane) why(th *theme.Theme, width int, full bool) []string {
	r := p.run()
	s := r.shown()
	if s.plan == nil || p.index(r) >= len(s.settled) {
		return nil
	}
	now := told{plan: s.plan, at: p.at, sale: p.index(r), width: width, full: full, theme: th}
	if p.toldRows == nil || now != p.told {
		p.told, p.toldRows = now, p.tell(th, r, s, width, full)
	}
	return p.toldRows
}

func (p *Pane) tell(th *theme.Theme, r *run, s *side, width int, full bool) []string {
	c, settled := &s.book.Cases()[p.index(r)], &s.settled[p.index(r)]
	e := explain.Order(s.book, s.plan, c, &settled.Outcome, settled.Rows)
	t := &teller{th: th, line: &p.line, width: width, full: full, rows: make([]string, 0, 32)}
	t.heading(p.heading(th, r, s, c))
	// The money comes first: on a small screen it is what must stay in view.
	p.tellRows(t, s, settled, e)
	for _, f := range explain.Flips(s.plan, c, &settled.Outcome) {
		t.entry(s.name(f.Partner), f.Text, th.Muted, th.Muted)
	}
	t.blank()
	for _, reason := range e.Rungs {
		if full || reason.Rung != engine.ByNobody || reason.Finding == engine.Decides {
			t.reason(s, reason)
		}
	}
	if e.Lead.Finding == engine.Decides || s.plan.Settings().PaysFor(model.Lead) {
		t.entry("lead", e.Lead.Text, th.Muted, th.Muted)
	}
	if who := s.plan.ToldOfOrder(&settled.Decision); who != engine.Nobody {
		t.entry("mail", s.name(who)+" would be told of the order", th.Muted, th.Muted)
	}
	for _, note := range e.Notes {
		t.entry("note "+note.Rule, note.Text, th.Notice, th.Notice)
	}
	return t.rows
}

// heading is the sale in a line: its total, its moment, and how it came in.
func (p *Pane) heading(th *theme.Theme, r *run, s *side, c *engine.Case) string {
	base := p.Currency().DisplayMoney(c.Order.Total())
	how := "online"
	if c.Order.Browser == "" && !c.Order.IP.IsValid() {
		how = "by phone or by hand"
	}
	of := ""
	if s != &r.after {
		of = ", as saved"
	}
	return strings.Join([]string{"Why " + c.Order.ID + of, base, explain.When(c.Order.At, time.Time{}), how}, " "+th.Glyphs.Dot+" ")
}

// tellRows lists the money: who, how it comes about, how much.
func (p *Pane) tellRows(t *teller, s *side, settled *engine.Settled, e explain.Explanation) {
	for i, row := range settled.Rows {
		style := t.th.Text
		if row.Calculated == 0 {
			style = t.th.Muted
		}
		t.money(s.name(row.Partner), explain.Role(&row), e.Rows[i], p.Currency().DisplayMoney(row.Calculated), style)
	}
	if len(settled.Rows) == 0 {
		t.entry("nobody", "nothing is paid for this sale", t.th.Muted, t.th.Muted)
	}
}
