package replay

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"slices"

	"referee/engine"
	"referee/model"
)

// Comparison is what a second plan changes over a load.
type Comparison struct {
	Before, After Totals
	Changed       int                   // sales that are credited or paid differently
	Delta         model.Money           // all commissions, second plan less first
	Partners      []engine.PartnerDelta // those paid differently, largest difference first
	Turns         []Turn                // why sales change, most frequent first
	Largest       []SaleDelta           // the sales with the most money at stake, largest first
}

// Turn is a way in which sales change: the rung that credited them before and after,
// and whether it is another partner.
type Turn struct {
	Before, After engine.Rung
	SamePartner   bool // the same one, paid by other rates or levels
	Sales         int
	Delta         model.Money
}

// compareTurns puts the most frequent first; no two that differ are equal.
func compareTurns(a, b Turn) int {
	same := 0
	if a.SamePartner != b.SamePartner {
		if same = 1; b.SamePartner {
			same = -1
		}
	}
	return cmp.Or(cmp.Compare(b.Sales, a.Sales), cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After), same)
}

// SaleDelta is one sale that changes.
type SaleDelta struct {
	place         int64 // in the order of sales.csv
	row           int   // in its load
	Sale          string
	Moved         model.Money // what somebody loses or gains, whichever is more
	Before, After engine.PartnerID
	BeforeBy      engine.Rung
	AfterBy       engine.Rung
}

// MaxLargest is how many sales a comparison names.
const MaxLargest = 100

// Comparing is a comparison being made, load by load.
type Comparing struct {
	before, after *engine.Plan
	sum           comparer
}

// NewComparing compares two plans. Both catalogs must be ones that
// [Partners.Catalog] made.
func NewComparing(before, after *engine.Plan) *Comparing {
	return &Comparing{before: before, after: after, sum: comparer{before: &settler{}, after: &settler{}, turns: map[Turn]Turn{}}}
}

// Add settles both plans over a load, sale by sale. It returns the error of the
// context, or [ErrTooMuch].
func (c *Comparing) Add(ctx context.Context, l *Load, workers int) error {
	sides := make([]comparer, workers)
	for i := range sides {
		sides[i] = comparer{before: l.settler(c.before), after: l.settler(c.after), turns: map[Turn]Turn{}}
	}
	err := l.eachBlock(ctx, workers, func(worker, from, to int, _ *bytes.Buffer) error {
		side := &sides[worker]
		for row := from; row < to; row++ {
			if !l.sales.isOther(row) {
				side.sale(row)
			}
		}
		side.trim()
		side.name(l)
		return errors.Join(side.before.totals.fits(), side.after.totals.fits())
	}, func([]byte) error { return nil })
	for i := range sides {
		err = errors.Join(err, c.sum.add(&sides[i]))
	}
	return err
}

// Sum is the comparison of all loads so far, or [ErrTooMuch].
func (c *Comparing) Sum() (Comparison, error) { return c.sum.comparison() }

// comparer compares sale after sale.
type comparer struct {
	before, after *settler
	changed       int
	turns         map[Turn]Turn // by themselves without their figures
	largest       []SaleDelta
}

func (c *comparer) sale(row int) {
	c.before.settle(row)
	c.after.settle(row)
	one, other := c.before.settled(), c.after.settled()
	if !one.Differs(&other) {
		return
	}
	c.changed++
	t := Turn{Before: one.By, After: other.By, SamePartner: one.Sale.Partner == other.Sale.Partner}
	sum := c.turns[t]
	sum.Before, sum.After, sum.SamePartner = t.Before, t.After, t.SamePartner
	sum.Sales++
	gains, losses := moved(engine.Payouts(one.Rows), engine.Payouts(other.Rows))
	sum.Delta += gains - losses
	c.turns[t] = sum
	c.largest = append(c.largest, SaleDelta{c.before.load.sales.placeOf(row), row, "", max(gains, losses), one.Sale.Partner, other.Sale.Partner, one.By, other.By})
}

// settled is what the last sale came to.
func (s *settler) settled() engine.Settled {
	return engine.Settled{Outcome: engine.Outcome{Decision: s.d}, Rows: s.rows}
}

// moved is what all partners together gain, and what they lose.
func moved(before, after []engine.Payout) (gains, losses model.Money) {
	was := func(in []engine.Payout, who engine.PartnerID) model.Money {
		for _, p := range in {
			if p.Partner == who {
				return p.Paid
			}
		}
		return 0
	}
	for _, p := range after {
		if more := p.Paid - was(before, p.Partner); more > 0 {
			gains += more
		}
	}
	for _, p := range before {
		if less := p.Paid - was(after, p.Partner); less > 0 {
			losses += less
		}
	}
	return gains, losses
}

// trim keeps the largest.
func (c *comparer) trim() {
	slices.SortFunc(c.largest, func(a, b SaleDelta) int { return cmp.Or(cmp.Compare(b.Moved, a.Moved), cmp.Compare(a.place, b.place)) })
	c.largest = c.largest[:min(len(c.largest), MaxLargest)]
}

// name gives those that are left their ids.
func (c *comparer) name(l *Load) {
	for i := range c.largest {
		if d := &c.largest[i]; d.Sale == "" {
			d.Sale = string(l.sales.id.name(d.row))
		}
	}
}

func (c *comparer) add(other *comparer) error {
	c.changed += other.changed
	for key, t := range other.turns {
		sum := c.turns[key]
		c.turns[key] = Turn{t.Before, t.After, t.SamePartner, sum.Sales + t.Sales, sum.Delta + t.Delta}
	}
	c.largest = append(c.largest, other.largest...)
	c.trim()
	return errors.Join(c.before.totals.add(&other.before.totals), c.after.totals.add(&other.after.totals))
}

func (c *comparer) comparison() (Comparison, error) {
	out := Comparison{Before: c.before.totals, After: c.after.totals, Changed: c.changed, Largest: c.largest}
	for i, was := range out.Before.Partners {
		if delta := out.After.Partners[i].Paid - was.Paid; delta != 0 {
			out.Partners = append(out.Partners, engine.PartnerDelta{Partner: engine.PartnerID(i), Delta: delta})
		}
	}
	engine.SortDeltas(out.Partners)
	for _, t := range c.turns {
		out.Turns = append(out.Turns, t)
	}
	slices.SortFunc(out.Turns, compareTurns)
	was, err := out.Before.Paid()
	is, err2 := out.After.Paid()
	out.Delta = is - was
	return out, errors.Join(err, err2)
}
