package scenario

import (
	"cmp"
	"slices"

	"referee/engine"
	"referee/model"
)

// Effect is what a change of settings or catalog does to one case.
type Effect struct {
	Title string
	Who   engine.Pairing // of the two catalogs, for the partners of the effect
	engine.Effect
}

// Gain is what somebody is paid more, in minor units, or less if it is negative.
type Gain struct {
	Name     string
	Currency model.Currency
	Amount   model.Money
}

// Gains lists who is paid differently, the largest difference first.
func (e Effect) Gains() []Gain {
	gains := make([]Gain, len(e.Partners))
	for i, p := range e.Partners {
		gains[i] = Gain{e.Who.Partner(p.Partner).DisplayName(), e.Who.Currency(), p.Delta}
	}
	return gains
}

// Sum is several effects taken together.
type Sum struct {
	Cases, Orders, Changed int
	Gains                  []Gain // the largest difference first; nobody with none
}

// Add takes effects together. The same name in the same currency is taken for
// the same partner, which holds for cases about one program.
func Add(effects []Effect) Sum {
	sum := Sum{Cases: len(effects)}
	type who struct {
		name     string
		currency model.Currency
	}
	at := map[who]int{}
	for _, e := range effects {
		sum.Orders += e.Orders
		sum.Changed += e.Changed
		for _, g := range e.Gains() {
			key := who{g.Name, g.Currency}
			if _, met := at[key]; !met {
				at[key] = len(sum.Gains)
				sum.Gains = append(sum.Gains, Gain{Name: g.Name, Currency: g.Currency})
			}
			sum.Gains[at[key]].Amount += g.Amount
		}
	}
	sum.Gains = slices.DeleteFunc(sum.Gains, func(g Gain) bool { return g.Amount == 0 })
	slices.SortStableFunc(sum.Gains, func(a, b Gain) int {
		return cmp.Compare(max(b.Amount, -b.Amount), max(a.Amount, -a.Amount))
	})
	return sum
}
