package model

import (
	"net/netip"
	"time"
)

// Order is a sale: what was bought, by whom, and from where.
type Order struct {
	At            time.Time
	ID            string
	Contact       string     // "" = unknown: it ties nothing and has no history
	Browser       string     // "" = a phone or hand-entered order (A6)
	IP            netip.Addr // the zero Addr is unknown; it never matches another unknown one
	Lines         []Line
	Tax           Money // these four are never in the base (C4)
	Shipping      Money
	Fee           Money
	FinanceCharge Money
	Discount      Discount         // on the whole order
	SalePartner   Optional[string] // set by hand; "" = explicitly nobody (A3)
	LeadPartner   Optional[string] // likewise (A4)
}

// Line is one item of an order.
type Line struct {
	Product  string
	Quantity int64
	Price    Money    // of one unit
	Discount Discount // on this line
}

// Discount takes money off an order or a line: an amount or a percentage. The
// zero Discount is none.
type Discount struct {
	Amount      Money
	Percent     Rate
	Commissions bool // whether it lowers the commission base too (C4)
}

// Off is what the discount takes off an amount, rounded half away from zero and
// never more than the amount.
func (d Discount) Off(amount Money) Money { return min(d.Amount+d.Percent.Of(amount), amount) }

// Total is what the lines come to, in minor units, before any discount and without
// tax, shipping and charges.
func (o Order) Total() Money {
	total := Money(0)
	for _, l := range o.Lines {
		total += l.Total()
	}
	return total
}

// Total is price × quantity before any discount.
func (l Line) Total() Money { return l.Price.Times(l.Quantity) }
