package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"referee/engine"
	"referee/model"
)

// Effect is what a change of settings or catalog does to one case.
type Effect struct {
	Title string
	Who   engine.Pairing // of the two catalogs, for the partners of the effect
	Unfit string         // why it cannot be run on both, and nothing was reckoned; or ""
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
	Cases, Orders, Changed int     // of what was reckoned
	Gains                  []Gain  // the largest difference first; nobody with none
	Unfit                  []Unrun // the cases that could not be
}

// Unrun is how many cases could not be run on both catalogs for one reason.
type Unrun struct {
	Why   string
	Cases int
}

// Apart says how many cases cannot be run on both catalogs, and why, or "" if all can.
// What they would pay is not known, which is not to be taken for no change. Called
// is what one case is called there.
func (s Sum) Apart(called string) string {
	unfit, reasons := 0, make([]string, len(s.Unfit))
	for i, u := range s.Unfit {
		unfit += u.Cases
		reasons[i] = fmt.Sprintf("%s (%d)", u.Why, u.Cases)
	}
	if len(s.Unfit) == 1 {
		reasons[0] = s.Unfit[0].Why
	}
	switch all := unfit + s.Cases; {
	case unfit == 0:
		return ""
	case all == 1:
		return fmt.Sprintf("the only %s cannot be run on both sides of this change, and is not reckoned: %s", called, s.Unfit[0].Why)
	default:
		return fmt.Sprintf("%d of %d %ss cannot be run on both sides of this change, and are not reckoned: %s", unfit, all, called, strings.Join(reasons, ", "))
	}
}

// leave counts a case that cannot be run.
func (s *Sum) leave(why string) {
	at := slices.IndexFunc(s.Unfit, func(u Unrun) bool { return u.Why == why })
	if at < 0 {
		at = len(s.Unfit)
		s.Unfit = append(s.Unfit, Unrun{Why: why})
	}
	s.Unfit[at].Cases++
}

// Add takes effects together. The same name in the same currency is taken for
// the same partner, which holds for cases about one program. What was not reckoned is
// counted apart.
func Add(effects []Effect) Sum {
	var sum Sum
	type who struct {
		name     string
		currency model.Currency
	}
	at := map[who]int{}
	for _, e := range effects {
		if e.Unfit != "" {
			sum.leave(e.Unfit)
			continue
		}
		sum.Cases++
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
