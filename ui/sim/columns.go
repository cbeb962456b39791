package sim

import "referee/ui/text"

// columns is where things stand in a row of the table.
type columns struct{ order, saved, arrow, draft, name, rung, money int }

const (
	orderColumn = 2
	arrowWidth  = 3
	rungWidth   = 8  // the longest word, and a blank
	maxName     = 12 // of the names that rungs make room for
)

// columnsFor shares the width out: money first, then names and orders as wide
// as they are, and the rungs if there is still room.
func (p *Pane) columnsFor(r *run, width int) columns {
	order, name, money := p.natural(r)
	c := columns{order: orderColumn, money: min(money, 12)}
	free := width - orderColumn - arrowWidth - 2*c.money - 1
	if free >= 2*rungWidth+order+2*min(name, maxName) {
		c.rung = rungWidth
		free -= 2 * rungWidth
	}
	c.name = max(5, min(name, (free-min(order, free/3))/2))
	cell := c.name + c.rung + c.money
	c.draft = width - cell - 1
	c.arrow = c.draft - arrowWidth
	c.saved = c.arrow - cell
	return c
}

// natural is how wide orders, names and amounts want to be, blanks included.
func (p *Pane) natural(r *run) (order, name, money int) {
	for i := range r.before.settled {
		order = max(order, text.Width(r.before.book.Cases()[i].Order.ID)+2)
		for _, s := range [...]*side{&r.before, &r.after} {
			for _, payee := range p.payees(s, i) {
				name, money = max(name, text.Width(payee.name)+1), max(money, text.Width(payee.money)+1)
			}
		}
	}
	return order, name, money
}
