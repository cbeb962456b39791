package engine

import (
	"slices"

	"referee/model"
)

// Outcome is one order decided and reckoned up. Its rows are in the caller's
// buffer.
type Outcome struct {
	Decision
	Sensitive [numOtherReadings + 1]bool // by Reading: it would pay differently (A7)
	OwnLink   bool                       // a partner is credited with its own purchase (A8)
}

// ReadingSensitive reports whether any other reading would pay differently.
func (o *Outcome) ReadingSensitive() bool {
	return o.Sensitive[EarliestOverall] || o.Sensitive[UnusedIsThePool]
}

// Settle decides an order and appends its rows to dst. The other readings of A7
// are reckoned up behind them and dropped again, so dst should have room to
// spare; with room for twice the rows it allocates nothing.
func (p *Plan) Settle(dst []Row, c *Case) (Outcome, []Row) {
	var o Outcome
	p.DecideInto(&o.Decision, &c.Evidence)
	o.OwnLink = c.Buyer != Nobody && (c.Buyer == o.Sale.Partner || c.Buyer == o.Lead.Partner)
	first := len(dst)
	dst = p.AppendRows(dst, c, &o.Decision, OurReading)
	last := len(dst)
	for _, reading := range [...]Reading{EarliestOverall, UnusedIsThePool} {
		if !p.couldDiffer(&o.Decision, reading) {
			continue
		}
		dst = p.AppendRows(dst, c, &o.Decision, reading)
		o.Sensitive[reading] = !samePay(dst[first:last], dst[last:])
		dst = dst[:last]
	}
	return o, dst
}

// couldDiffer spares the second reckoning where it cannot matter.
func (p *Plan) couldDiffer(d *Decision, reading Reading) bool {
	if reading == EarliestOverall {
		return p.first && d.By != ByHand && d.Earliest.Partner != d.Sale.Partner
	}
	return p.settings.UnusedCounts()
}

// Payout is what one order pays one partner, all its rows together, in minor
// units.
type Payout struct {
	Partner PartnerID
	Paid    model.Money
}

// Payouts is who is paid what by the rows of one order: everybody once, in the
// order of the rows, and nobody who is paid nothing.
func Payouts(rows []Row) []Payout {
	t := tallyOf(rows)
	return slices.DeleteFunc(slices.Clone(t.payouts[:t.n]), func(p Payout) bool { return p.Paid == 0 })
}

// tally is what the rows of one order pay each partner: at most two chains.
type tally struct {
	payouts [2 * model.MaxLevels]Payout
	n       int
}

func tallyOf(rows []Row) tally {
	var t tally
	for i := range rows {
		at := t.find(rows[i].Partner)
		if at == t.n {
			t.payouts[at].Partner = rows[i].Partner
			t.n++
		}
		t.payouts[at].Paid += rows[i].Calculated
	}
	return t
}

// find is the partner's place, or the first free one.
func (t *tally) find(who PartnerID) int {
	for i := range t.n {
		if t.payouts[i].Partner == who {
			return i
		}
	}
	return t.n
}

// sorted is the tally by partner, without those who are paid nothing, so that
// two of them are equal if they pay everyone the same.
func (t tally) sorted() tally {
	var s tally
	for _, p := range t.payouts[:t.n] {
		if p.Paid == 0 {
			continue
		}
		at := s.n
		for ; at > 0 && s.payouts[at-1].Partner > p.Partner; at-- {
			s.payouts[at] = s.payouts[at-1]
		}
		s.payouts[at] = p
		s.n++
	}
	return s
}

// samePay reports whether two lists of rows pay everyone the same.
func samePay(a, b []Row) bool { return tallyOf(a).sorted() == tallyOf(b).sorted() }

// PaidTo is the sum of a partner's calculated rows, in minor units.
func PaidTo(rows []Row, who PartnerID) model.Money {
	sum := model.Money(0)
	for i := range rows {
		if rows[i].Partner == who {
			sum += rows[i].Calculated
		}
	}
	return sum
}
