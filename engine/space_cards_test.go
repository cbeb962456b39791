package engine_test

import "referee/model"

// rates of one role: an amount per unit and a percentage, -1 for blank.
func pays(amount model.Money, percent model.Rate) (r model.RoleRates) {
	if amount >= 0 {
		r.Amount = model.Some(amount)
	}
	if percent >= 0 {
		r.Percent = model.Some(percent * 10_000)
	}
	return r
}

// both is a row that pays a role what it says, and the other role a third.
func both(amount model.Money, percent model.Rate) model.RateRow {
	return model.RateRow{Lead: pays(amount/3, percent/3), Sale: pays(amount, percent)}
}

func saleOnly(amount model.Money, percent model.Rate) model.RateRow {
	return model.RateRow{Sale: pays(amount, percent)}
}

func leadOnly(amount model.Money, percent model.Rate) model.RateRow {
	return model.RateRow{Lead: pays(amount, percent)}
}

// card is a rate card with an unused row and any number of levels.
func card(unused model.RateRow, levels ...model.RateRow) (c model.RateCard) {
	c.Unused = unused
	copy(c.Levels[:], levels)
	return c
}

// cards are the rate cards that rules.md tells apart, each with what it is for.
func cards() []model.RateCard {
	var blank model.RateRow
	return []model.RateCard{
		card(both(-1, 25), both(-1, 20), both(-1, 10), both(-1, 5)),      // percents, as in the worked cases
		card(both(900, -1), both(600, -1), both(300, -1), both(150, -1)), // amounts
		card(both(900, 25), both(600, 20), both(300, 10), both(150, 5)),  // amounts and percents
		card(both(900, -1), both(-1, 20), both(-1, 10), both(-1, 5)),     // unused of another kind than the levels
		card(saleOnly(-1, 25), both(600, 20), both(300, 10)),             // unused for one role
		card(leadOnly(900, -1), both(600, 20), both(300, 10)),            // and for the other
		card(blank, both(600, 20), both(300, 10), both(150, 5)),          // no unused row
		card(both(900, 30), both(600, 20), both(300, 10)),                // as a pool, the very same at two levels
		card(both(30, 1), both(600, 20), both(300, 10), both(150, 5)),    // unused lower than what stands above
		card(both(0, 0), both(600, 20), both(300, 10)),                   // an unused row that explicitly pays 0
		card(both(900, 25)),                                                 // nothing but an unused row
		card(blank, both(600, 20)),                                          // nothing above level 1
		card(blank, blank, both(300, 10), both(150, 5)),                     // nothing at level 1
		card(both(-1, 25), blank, both(300, 10)),                            // unused where level 1 is blank
		card(blank, both(0, 0), both(300, 10), both(0, -1)),                 // explicit zeros
		card(blank, saleOnly(600, 20), leadOnly(300, 10), saleOnly(150, 5)), // roles by turns
		card(blank, leadOnly(600, 20)),                                      // a rule that pays a sale 0
		card(model.RateRow{}),                                               // no rule
	}
}

// programSets are the programs a seller can be in: each card by itself, and the
// ways programs and product rules can meet (C3).
func programSets() (sets [][]model.Program) {
	for _, c := range cards() {
		sets = append(sets, []model.Program{{Name: "GOLD", Payout: model.UpFront, Default: c}})
	}
	all := cards()
	gold, amounts, empty := all[0], all[1], model.RateCard{}
	program := func(name string, priority int, fallback model.RateCard, forX ...model.RateCard) model.Program {
		p := model.Program{Name: name, Priority: priority, Payout: model.UpFront, Default: fallback}
		for _, c := range forX {
			p.Products = append(p.Products, model.ProductRule{Product: "X", Card: c})
		}
		return p
	}
	onPayment := program("LATER", 1, gold, amounts)
	onPayment.Payout = model.OnPayment
	return append(sets,
		[]model.Program{},
		[]model.Program{program("GOLD", 1, gold, amounts)},                                    // a product rule beats its own default
		[]model.Program{program("GOLD", 1, gold, empty)},                                      // a product rule without a row is none
		[]model.Program{program("GOLD", 1, empty, amounts)},                                   // a rule for X, none for Y
		[]model.Program{program("GOLD", 1, gold, card(model.RateRow{}, leadOnly(50, 1)))},     // for X, but not for a sale
		[]model.Program{program("GOLD", 1, gold, card(both(0, 0), both(0, 0), both(0, 0)))},   // for X, explicitly 0
		[]model.Program{program("BETA", 2, gold, amounts), program("ALPHA", 1, all[2])},       // priority beats specificity
		[]model.Program{program("BETA", 1, all[2], amounts), program("ALPHA", 1, gold)},       // equal priority: by name
		[]model.Program{program("ALPHA", 9, all[2], amounts), program("BETA", -1, gold)},      // not by name otherwise
		[]model.Program{program("ALPHA", 1, empty, empty), program("BETA", 2, gold, amounts)}, // the first has no rule at all
		[]model.Program{program("ALPHA", 1, empty, amounts), program("BETA", 2, all[2])},      // X by the first, Y by the second
		[]model.Program{program("ALPHA", 1, all[16]), program("BETA", 2, gold)},               // a rule that pays 0 still ends the search
		[]model.Program{onPayment},
	)
}
