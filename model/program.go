package model

import "slices"

// Payout is when a program's commission becomes due (C9).
type Payout uint8

const (
	UpFront   Payout = iota + 1 // in full with the order, the default
	OnPayment                   // as the order is paid
)

var payoutKeys = [...]string{"", "up-front", "on-payment"}

func (p Payout) String() string { return payoutKeys[p] }

// ParsePayout reads "up-front" or "on-payment".
func ParsePayout(s string) (Payout, bool) {
	i := slices.Index(payoutKeys[1:], s) + 1
	return Payout(i), i > 0
}

// MaxPriority bounds a program's priority, on both sides of 0.
const MaxPriority = 1_000_000

// Program is a commission program: rate cards with a priority (C3).
type Program struct {
	Name     string
	Priority int    // the lowest is asked first; equal ones by name
	Payout   Payout // when its commission is released (C9)
	Default  RateCard
	Products []ProductRule
}

// ProductRule is a program's own rate card for one product.
type ProductRule struct {
	Product string
	Card    RateCard
}

// RateCard is the rates of one rule: a row for each level, and the unused row
// that "Pay if unused" switches in (C6).
type RateCard struct {
	Levels [MaxLevels]RateRow
	Unused RateRow
}

// RateRow is one row of a rate card.
type RateRow struct{ Lead, Sale RoleRates }

// RoleRates is what a row pays for one role. Blank is not 0 (C3).
type RoleRates struct {
	Amount  Optional[Money] // per unit, in minor units
	Percent Optional[Rate]  // of the commission base
}

// For is the row's rates for a role.
func (r RateRow) For(role Role) RoleRates {
	if role == Lead {
		return r.Lead
	}
	return r.Sale
}

// Visible is what is left of the rates under the kinds that S9 ticks (C8).
func (r RoleRates) Visible(s Settings) RoleRates {
	if !s.PaysAs(Amount) {
		r.Amount = Optional[Money]{}
	}
	if !s.PaysAs(Percent) {
		r.Percent = Optional[Rate]{}
	}
	return r
}

// IsBlank reports whether neither rate is there.
func (r RoleRates) IsBlank() bool { return r == RoleRates{} }

// IsRule reports whether the card has any value at all: a rule without any is
// no rule (C3). Values that the settings hide count: the rule is there, and pays 0.
func (c RateCard) IsRule() bool { return c != RateCard{} }

// Cards lists the program's rate cards, its default one first, with the product
// each is for ("" for the default).
func (p Program) Cards() []ProductRule {
	return append([]ProductRule{{Card: p.Default}}, p.Products...)
}
