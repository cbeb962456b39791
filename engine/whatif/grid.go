package whatif

import (
	"cmp"
	"iter"
	"slices"

	"referee/engine"
	"referee/model"
)

// Group is the combinations of settings under which an order comes to the same:
// the same sale partner by the same rung, and the same money for everybody.
type Group struct {
	engine.Settled                  // what it comes to, as reckoned under the first of them
	Cells          []model.Settings // differing in S3, S4, S5 and S7 to S10 only
}

// NewGrid settles one order under every distinct combination of the settings
// that bear on money, and groups them by what the order comes to: first what the
// plan's own settings come to, then what is fewest settings away from them, the
// largest group first. Combinations are distinct unless they differ in S10 alone at one
// level, where it has no effect (N1). The other settings are the plan's.
//
// The evidence is kept from the casebook and nothing is indexed again: what
// differs between most cells is a fixed number of steps.
func NewGrid(p *engine.Plan, c *engine.Case) []Group {
	var groups []Group
	own := p.Settings()
	at := map[engine.Upshot]int{}
	var rows []engine.Row
	for s := range combinations(p.Settings()) {
		p = p.Under(s) // shares with the cell before what they have in common
		var settled engine.Settled
		settled.Outcome, rows = p.Settle(rows[:0], c)
		settled.Rows = rows
		upshot := settled.Upshot()
		i, known := at[upshot]
		if !known {
			i, at[upshot] = len(groups), len(groups)
			settled.Rows = slices.Clone(rows)
			groups = append(groups, Group{Settled: settled})
		}
		groups[i].Cells = append(groups[i].Cells, s)
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(apart(a.Nearest(own), own), apart(b.Nearest(own), own)), cmp.Compare(len(b.Cells), len(a.Cells)))
	})
	return groups
}

// combinations goes through the distinct combinations around some settings. What
// is dear to change is changed least often.
func combinations(around model.Settings) iter.Seq[model.Settings] {
	return func(yield func(model.Settings) bool) {
		d := around.Draft()
		unused := d.PayIfUnused
		for n := range 3 * 3 * 2 * 3 * 8 {
			d.Levels = 1 + n/(3*2*3*8)
			kinds, roles := 1+n/(2*3*8)%3, 1+n/8%3
			d.PayAmount, d.PayPercent = kinds&1 != 0, kinds&2 != 0
			d.PayLead, d.PaySale = roles&1 != 0, roles&2 != 0
			d.PayIfUnused = n/(3*8)%2 != 0
			d.Credit, d.Tracking, d.UseIP = model.Latest+model.Credit(n&1), model.OnlyCookies+model.Tracking(n>>1&1), n&4 != 0
			if d.Levels == 1 {
				if d.PayIfUnused {
					continue // the same as without
				}
				d.PayIfUnused = unused
			}
			if s, problems := d.Parse(); problems == nil && !yield(s) { // there are none: every value is one of the page's
				return
			}
		}
	}
}

// Holds reports whether settings are one of the group's, S1, S2 and S6 aside.
func (g *Group) Holds(s model.Settings) bool {
	return slices.ContainsFunc(g.Cells, func(cell model.Settings) bool { return apart(cell, s) == 0 })
}

// Nearest is the combination of the group that differs from settings in the
// fewest of them; of several, the first.
func (g *Group) Nearest(s model.Settings) model.Settings {
	return slices.MinFunc(g.Cells, func(a, b model.Settings) int { return cmp.Compare(apart(a, s), apart(b, s)) })
}

// apart counts the settings that bear on money in which two differ.
func apart(a, b model.Settings) int {
	n, x, y := 0, a.Draft(), b.Draft()
	for _, differs := range [...]bool{
		x.Credit != y.Credit, x.Tracking != y.Tracking, x.UseIP != y.UseIP, x.Levels != y.Levels,
		x.PayLead != y.PayLead || x.PaySale != y.PaySale, x.PayAmount != y.PayAmount || x.PayPercent != y.PayPercent,
		x.PayIfUnused != y.PayIfUnused && (x.Levels > 1 || y.Levels > 1),
	} {
		if differs {
			n++
		}
	}
	return n
}
