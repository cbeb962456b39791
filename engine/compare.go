package engine

import (
	"cmp"
	"slices"

	"referee/model"
)

// Effect is what a second plan changes for the orders of a casebook: how many
// are credited or paid differently, by how much, and for whom. Amounts are
// calculated commissions in minor units.
type Effect struct {
	Orders   int
	Changed  int            // orders with another partner, rung or payout
	Delta    model.Money    // all payouts, second plan less first
	Partners []PartnerDelta // those paid differently, largest difference first
}

// PartnerDelta is what a partner gains, or loses where it is negative.
type PartnerDelta struct {
	Partner PartnerID
	Delta   model.Money
}

// Settled is one order under one plan. Rows stay valid until the slice they
// were appended to is reused.
type Settled struct {
	Outcome
	Rows []Row
}

// SettleAll settles every order of a casebook.
func (p *Plan) SettleAll(b *Casebook) []Settled {
	settled := make([]Settled, len(b.cases))
	rows := make([]Row, 0, 8*len(b.cases))
	for i := range b.cases {
		first := len(rows)
		settled[i].Outcome, rows = p.Settle(rows, &b.cases[i])
		settled[i].Rows = rows[first:len(rows):len(rows)]
	}
	return settled
}

// Differs reports whether two outcomes of one order under one catalog differ for
// anybody.
func (s *Settled) Differs(other *Settled) bool { return s.Upshot() != other.Upshot() }

// Upshot is what an order comes to for anybody: who is credited with it, by which
// rung, and what everybody is paid. Another lead partner counts when it is paid
// differently; nothing is ever paid for a lead alone (C1). It is comparable, and
// two outcomes differ exactly if their upshots do.
type Upshot struct {
	By   Rung
	Sale PartnerID
	paid tally // sorted by partner, without those who are paid nothing
}

// Upshot is what the order comes to.
func (s *Settled) Upshot() Upshot {
	return Upshot{s.By, s.Sale.Partner, tallyOf(s.Rows).sorted()}
}

// Compare sums up what changes from one settling of a casebook to another.
func Compare(before, after []Settled) Effect {
	var same Pairing
	return same.Compare(before, after)
}

// sum takes in what each partner gains.
func (e *Effect) sum(deltas map[PartnerID]model.Money) {
	for who, delta := range deltas {
		e.Delta += delta
		if delta != 0 {
			e.Partners = append(e.Partners, PartnerDelta{who, delta})
		}
	}
	SortDeltas(e.Partners)
}

// SortDeltas puts the largest difference first, of two as large the loss.
func SortDeltas(deltas []PartnerDelta) {
	slices.SortFunc(deltas, func(a, b PartnerDelta) int {
		return cmp.Or(cmp.Compare(abs(b.Delta), abs(a.Delta)), cmp.Compare(a.Delta, b.Delta), cmp.Compare(a.Partner, b.Partner))
	})
}

func abs(m model.Money) model.Money { return max(m, -m) }
