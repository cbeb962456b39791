package engine_test

import (
	"cmp"
	"math/big"
	"slices"

	"referee/model"
)

// rows reckons up what an order pays to a sale and a lead partner. As a pool it
// reads pay-if-unused the way the older article does (A7): what stands above
// level 1 is taken out of the unused row.
func (o *oracle) rows(order model.Order, sale, lead string, pool bool) (rows []payRow) {
	bases := o.bases(order)
	for _, role := range []string{"lead", "sale"} {
		partner := map[string]string{"lead": lead, "sale": sale}[role]
		ticked := o.settings.PaysFor(map[string]model.Role{"lead": model.Lead, "sale": model.Sale}[role])
		if partner == "" || !ticked {
			continue
		}
		for line, item := range order.Lines {
			rows = append(rows, o.itemRows(role, partner, line, item, bases[line], pool)...)
		}
	}
	return rows
}

func (o *oracle) itemRows(role, seller string, line int, item model.Line, base int64, pool bool) []payRow {
	blank := payRow{Partner: seller, Role: role, Level: 1, Line: line, Base: base}
	program, card, forProduct, found := o.rule(seller, item.Product)
	if !found {
		blank.Rule = "no program"
		return []payRow{blank}
	}
	var rows []payRow
	for i, partner := range o.chain(seller) {
		row := blank
		row.Partner, row.Level, row.Program, row.ForProduct = partner, i+1, program.Name, forProduct
		rates, unused := card.Levels[i], false
		if i == 0 && o.alone(seller) && o.countsUnused(card, role) {
			rates, unused = card.Unused, true
		}
		o.pay(&row, rates, unused, item.Quantity)
		rows = append(rows, row)
	}
	if pool && o.countsUnused(card, role) && !o.partners[seller].Inactive {
		whole := blank
		o.pay(&whole, card.Unused, true, item.Quantity)
		for _, above := range rows[1:] {
			whole.Calculated -= above.Calculated
		}
		rows[0].Calculated = max(whole.Calculated, 0)
	}
	for i := range rows {
		if program.Payout == model.UpFront { // C9; without a payment nothing else is due
			rows[i].Released = rows[i].Calculated
		}
	}
	return rows
}

// chain is the credited partner and those above, cut to the levels (C2).
func (o *oracle) chain(seller string) (chain []string) {
	for code := seller; code != "" && len(chain) < o.settings.Levels(); code = o.partners[code].Parent {
		chain = append(chain, code)
	}
	return chain
}

// alone is whether nobody payable stands above level 1 (C6).
func (o *oracle) alone(seller string) bool {
	return !slices.ContainsFunc(o.chain(seller)[1:], func(code string) bool { return !o.partners[code].Inactive })
}

// countsUnused is whether the unused row has a visible value for a role (C6).
func (o *oracle) countsUnused(card model.RateCard, role string) bool {
	amount, percent := o.visible(card.Unused, role)
	return o.settings.PayIfUnused() && o.settings.Levels() > 1 && (amount.IsSet() || percent.IsSet())
}

// rule finds the program that pays for an item (C3).
func (o *oracle) rule(seller, product string) (_ model.Program, _ model.RateCard, forProduct, found bool) {
	var enrolled []model.Program
	for _, name := range o.partners[seller].Programs {
		enrolled = append(enrolled, o.programs[name])
	}
	slices.SortFunc(enrolled, func(a, b model.Program) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Name, b.Name))
	})
	for _, p := range enrolled {
		for _, own := range p.Products {
			if own.Product == product && hasValue(own.Card) {
				return p, own.Card, true, true
			}
		}
		if hasValue(p.Default) {
			return p, p.Default, false, true
		}
	}
	return model.Program{}, model.RateCard{}, false, false
}

// hasValue is whether a card is a rule at all: blank is not 0.
func hasValue(card model.RateCard) bool {
	for _, row := range []model.RateRow{card.Levels[0], card.Levels[1], card.Levels[2], card.Unused} {
		for _, rates := range []model.RoleRates{row.Lead, row.Sale} {
			if rates.Amount.IsSet() || rates.Percent.IsSet() {
				return true
			}
		}
	}
	return false
}

// visible is a row's amount and percent for a role, blank where S9 hides them (C8).
func (o *oracle) visible(row model.RateRow, role string) (amount model.Optional[model.Money], percent model.Optional[model.Rate]) {
	rates := row.Sale
	if role == "lead" {
		rates = row.Lead
	}
	if o.settings.PaysAs(model.Amount) {
		amount = rates.Amount
	}
	if o.settings.PaysAs(model.Percent) {
		percent = rates.Percent
	}
	return amount, percent
}

// pay works out one row (C5), rounded once (C7).
func (o *oracle) pay(row *payRow, rates model.RateRow, unused bool, quantity int64) {
	amount, percent := o.visible(rates, row.Role)
	row.Amount, row.PartsPerMillion = int64(amount.Or(0)), int64(percent.Or(0))
	switch {
	case o.partners[row.Partner].Inactive:
		row.Rule = "inactive"
		return
	case !amount.IsSet() && !percent.IsSet():
		row.Rule = "no rate"
		return
	case unused:
		row.Rule = "unused"
	default:
		row.Rule = "level"
	}
	exact := new(big.Rat).Mul(big.NewRat(row.PartsPerMillion, 1_000_000), big.NewRat(row.Base, 1))
	exact.Add(exact, new(big.Rat).Mul(big.NewRat(row.Amount, 1), big.NewRat(quantity, 1)))
	row.Calculated = halfAwayFromZero(exact)
}
