package sim

import (
	"fmt"
	"slices"

	"referee/engine"
	"referee/model"
	"referee/ui/text"
	"referee/ui/theme"
)

// payee is a cell of the table: who is paid what, and how the credit came.
type payee struct {
	name  string
	rung  string
	money string
}

// payees lists who an order pays, in the order of its rows; a single "nobody"
// if there is no one.
func (p *Pane) payees(s *side, i int) []payee {
	if s.plan == nil {
		return nil
	}
	if s.paid[i] == nil {
		s.paid[i] = s.pays(i, p.Currency())
	}
	return s.paid[i]
}

// pays lists the credited partner, paid or not, and everybody else who is paid.
func (s *side) pays(i int, currency model.Currency) []payee {
	settled := &s.settled[i]
	payouts := engine.Payouts(settled.Rows)
	list := make([]payee, 0, len(payouts)+1)
	credited := settled.Sale.Partner
	paid := func(o engine.Payout) bool { return o.Partner == credited }
	if credited != engine.Nobody && !slices.ContainsFunc(payouts, paid) || len(payouts) == 0 {
		list = append(list, payee{name: s.name(credited), rung: settled.By.String()})
	}
	for _, o := range payouts {
		list = append(list, payee{s.name(o.Partner), how(settled, o.Partner), currency.DisplayMoney(o.Paid)})
	}
	return list
}

// how is the word for how a partner came to be paid: the rung for the sale
// partner, "lead" for the lead partner, nothing for those above them.
func how(settled *engine.Settled, who engine.PartnerID) string {
	switch who {
	case settled.Sale.Partner:
		return settled.By.String()
	case settled.Lead.Partner:
		return model.Lead.String()
	}
	return ""
}

// table draws the sales, the selected one in view, in at most height rows. A
// sale is drawn whole or not at all, so that what is shown adds up; how many
// there are besides is said in the last row.
func (p *Pane) table(th *theme.Theme, width, height int, focused bool) []string {
	r := p.run()
	c := p.columnsFor(r, width)
	rows := []string{p.tableHead(th, c, width)}
	p.spots = append(p.spots, -1)
	total, first := len(r.before.settled), p.firstSale(r, height-2)
	next := first
	for ; next < total; next++ {
		left := height - len(rows)
		if first > 0 || next+1 < total {
			left-- // for the word on the others
		}
		if p.tall(r, next) > left && next > first {
			break
		}
		for _, drawn := range p.saleRows(th, r, c, next, width, focused) {
			rows = append(rows, drawn)
			p.spots = append(p.spots, next)
		}
	}
	if hidden := total - (next - first); hidden > 0 && len(rows) < height {
		p.line.Reset(width)
		p.line.Right(th.Muted, more(hidden, "sale")+" "+th.Glyphs.Ellipsis)
		rows = append(rows, p.line.String())
		p.spots = append(p.spots, -1)
	}
	return rows[:min(len(rows), height)]
}

// more is "1 more sale", "2 more sales".
func more(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d more %s", n, what)
}

// tall is how many rows a sale takes.
func (p *Pane) tall(r *run, i int) int {
	return max(len(p.payees(&r.before, i)), len(p.payees(&r.after, i)))
}

// tallest is how many rows the whole table takes.
func (p *Pane) tallest(r *run) int {
	rows := 1
	for i := range r.before.settled {
		rows += p.tall(r, i)
	}
	return rows
}

func (p *Pane) tableHead(th *theme.Theme, c columns, width int) string {
	l := &p.line
	l.Reset(width)
	l.To(c.order)
	l.Put(th.Muted, "sale")
	l.To(c.saved)
	l.Put(th.Muted, "saved")
	l.To(c.draft)
	if p.run().blank {
		l.Put(th.Notice, text.Cut("draft: not run", l.Left(), th.Glyphs.Ellipsis))
	} else {
		l.Put(th.Muted, "draft")
	}
	return l.String()
}

// firstSale is the first sale to draw so that the selected one is in view.
func (p *Pane) firstSale(r *run, height int) int {
	used := 0
	for i := min(p.index(r), len(r.before.settled)-1); i >= 0; i-- {
		used += p.tall(r, i)
		if used > height && i < p.index(r) {
			return i + 1
		}
	}
	return 0
}

func (p *Pane) saleRows(th *theme.Theme, r *run, c columns, i, width int, focused bool) []string {
	before, after := p.payees(&r.before, i), p.payees(&r.after, i)
	changed := p.differs(r, i)
	var rows []string
	for n := range max(len(before), len(after)) {
		l := &p.line
		l.Reset(width)
		if n == 0 {
			p.saleName(l, th, r, c, i, changed, focused)
		}
		l.To(c.saved)
		putPayee(l, th, c, before, n, th.Text)
		l.To(c.arrow + 1)
		if n == 0 && changed {
			l.Put(th.Changed, th.Glyphs.Arrow)
		}
		l.To(c.draft)
		style := th.Text
		if changed {
			style = th.Changed
		}
		putPayee(l, th, c, after, n, style)
		rows = append(rows, l.String())
	}
	return rows
}

func (p *Pane) saleName(l *theme.Line, th *theme.Theme, r *run, c columns, i int, changed, focused bool) {
	style, glyph := th.Text, th.Glyphs.NoFocus
	switch {
	case i == p.index(r) && focused:
		glyph, style = th.Glyphs.Focus, th.Focus
	case i == p.index(r):
		glyph, style = th.Glyphs.Next, th.Selected
	}
	l.Put(style, glyph)
	l.To(c.order)
	name := r.before.book.Cases()[i].Order.ID
	l.Put(style, text.Cut(name, c.saved-c.order-2, th.Glyphs.Ellipsis))
	if changed {
		l.Put(th.Changed, th.Glyphs.Changed)
	}
}

func putPayee(l *theme.Line, th *theme.Theme, c columns, list []payee, n int, style theme.Style) {
	if n >= len(list) {
		return
	}
	from := l.Col()
	p := list[n]
	l.Put(style, text.Cut(p.name, c.name-1, th.Glyphs.Ellipsis))
	if c.rung > 0 && p.rung != "nobody" {
		l.To(from + c.name)
		l.Put(th.Muted, p.rung)
	}
	if p.money == "" {
		p.money, style = th.Glyphs.Blank, th.Muted
	}
	l.To(from + c.name + c.rung + c.money - text.Width(p.money))
	l.Put(style, p.money)
}
