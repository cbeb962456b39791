package engine

import (
	"slices"

	"referee/model"
)

// RowRule is the rule that made a row what it is.
type RowRule uint8

const (
	ByLevel         RowRule = iota + 1 // the rates of its level (C5)
	ByUnused                           // the unused row in place of level 1 (C6)
	NoRate                             // the card has no visible rate for it: 0 (C3)
	NoProgram                          // no program has a rule for the item: 0 (C3)
	InactivePartner                    // an inactive partner's slot: 0 (C2)
	ByPool                             // the other reading of C6, never paid (A7)
	numRowRules
)

var rowRuleNumbers = [numRowRules]string{"", "C5", "C6", "C3", "C3", "C2", "A7"}

// Number is the rule's number.
func (r RowRule) Number() string { return rowRuleNumbers[r] }

// NoProgramID is the Program of a row that no program had a rule for.
const NoProgramID int32 = -1

// Row is what one partner earns on one line of an order, in one role. Every
// figure it is made of stands in it, so it can be derived again on a screen.
type Row struct {
	Partner    PartnerID
	Program    int32 // its row in the catalog, or NoProgramID
	Item       int32 // the line of the order, from 0
	Role       model.Role
	Level      uint8 // 1 to 3
	Rule       RowRule
	ForProduct bool        // the program's rule for this product, not its default one
	Amount     model.Money // per unit, in minor units
	Percent    model.Rate
	Quantity   int64
	Base       model.Money // in minor units (C4)
	Calculated model.Money // rounded once (C5, C7)
	Released   model.Money // what is due so far (C9): all of it, or nothing before a payment
}

// Reading is how the rules are read where the vendor's own sources disagree (A7).
type Reading uint8

const (
	OurReading       Reading = iota // the rules as they stand; the only one that is ever paid
	EarliestOverall                 // first referring means the earliest referral of all rungs
	UnusedIsThePool                 // the unused row is what all levels share
	numOtherReadings = iota - 1
)

// AppendRows appends what an order pays, role by role, item by item, level by
// level, and returns the longer slice. It allocates only if dst is too short.
func (p *Plan) AppendRows(dst []Row, c *Case, d *Decision, reading Reading) []Row {
	for _, role := range model.Roles {
		who := d.credited(role)
		if reading == EarliestOverall && role == model.Sale {
			who = d.Earliest.Partner
		}
		if who == Nobody || !p.settings.PaysFor(role) {
			continue
		}
		for i := range c.Items {
			dst = p.appendItem(dst, who, role, int32(i), &c.Items[i], reading)
		}
	}
	return dst
}

// appendItem is one item in one role: the rates of one program for the whole
// chain (C2, C3).
func (p *Plan) appendItem(dst []Row, who PartnerID, role model.Role, at int32, item *Item, reading Reading) []Row {
	program, rule, forProduct := p.rule(who, item.Product)
	first := len(dst)
	if rule == nil {
		return append(dst, Row{Partner: who, Program: program, Item: at, Role: role, Level: 1, Rule: NoProgram,
			Quantity: item.Quantity, Base: item.Base})
	}
	partner := &p.partners[who]
	for level, id := range partner.chain {
		if id == Nobody {
			break // a chain has no gaps: who has no parent has no grandparent
		}
		var row *Row
		dst, row = another(dst)
		row.Partner, row.Program, row.Item, row.Role, row.Level = id, program, at, role, uint8(level+1)
		row.Rule, row.ForProduct, row.Quantity, row.Base = ByLevel, forProduct, item.Quantity, item.Base
		rates := &rule.levels[level+1][role]
		if unused := &rule.levels[model.UnusedLevel][role]; level == 0 && partner.alone && unused.set && p.settings.UnusedCounts() {
			rates, row.Rule = unused, ByUnused
		}
		p.pay(row, rates)
	}
	if reading == UnusedIsThePool {
		p.pool(dst[first:], rule, role)
	}
	return dst
}

// another is room for one more row, where every field must be set. Rows are made there,
// since copying one that has just been written takes longer than making it.
func another(rows []Row) ([]Row, *Row) {
	n := len(rows)
	rows = slices.Grow(rows, 1)[:n+1]
	return rows, &rows[n]
}

// pay is C5, rounded once (C7).
func (p *Plan) pay(row *Row, r *rates) {
	row.Amount, row.Percent = r.amount, r.percent
	row.Calculated = r.amount.Times(row.Quantity) + r.percent.Of(row.Base)
	switch {
	case !p.partners[row.Partner].active:
		row.Rule, row.Calculated = InactivePartner, 0
	case !r.set:
		row.Rule = NoRate
	}
	row.Released = row.Calculated
	if p.programs[row.Program].onPayment {
		row.Released = 0
	}
}

// pool rewrites an item's rows to the older reading of C6: the unused row is
// what everyone shares, and level 1 gets what the others leave of it.
func (p *Plan) pool(rows []Row, rule *card, role model.Role) {
	unused := &rule.levels[model.UnusedLevel][role]
	if len(rows) < 2 || p.partners[rows[0].Partner].alone || !unused.set || !p.settings.UnusedCounts() {
		return
	}
	others := model.Money(0)
	for _, row := range rows[1:] {
		others += row.Calculated
	}
	p.pay(&rows[0], unused)
	if rows[0].Rule == ByLevel || rows[0].Rule == ByUnused {
		rows[0].Rule = ByPool
	}
	rows[0].Calculated = max(0, rows[0].Calculated-others)
}

// rule is the program and rate card that pay for a product: among the level 1
// partner's programs in order, the first with a rule for it. A program's rule
// for the product beats its own default rule, never another program's priority (C3).
func (p *Plan) rule(who PartnerID, product string) (program int32, rule *card, forProduct bool) {
	for _, i := range p.enrolled[who] {
		if c := p.programs[i].products[product]; c != nil {
			return i, c, true
		}
		if c := p.programs[i].fallback; c != nil {
			return i, c, false
		}
	}
	return NoProgramID, nil, false
}

// Card is the rate card that a row was paid by, as it stands in the catalog and
// not yet masked (C8). A row that no program had a rule for has none.
func (p *Plan) Card(c *Case, r *Row) model.RateCard {
	if r.Program == NoProgramID {
		return model.RateCard{}
	}
	program := p.catalog.Programs()[r.Program]
	for _, rule := range program.Products {
		if r.ForProduct && rule.Product == c.Items[r.Item].Product {
			return rule.Card
		}
	}
	return program.Default
}
