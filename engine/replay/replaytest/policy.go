package replaytest

import "referee/model"

// Programs are rate cards that tell everything apart that a replay can come to:
// both roles, all levels, the unused row, amounts and percents, an explicit 0, a
// product's own rule, and a program that is asked first and has a rule for one
// product only.
func Programs() []model.Program {
	rates := func(cents int, percent string) model.RoleRates {
		r := model.RoleRates{Amount: model.Some(model.Money(cents))}
		if rate, err := model.ParsePercent(percent); err == nil {
			r.Percent = model.Some(rate)
		}
		return r
	}
	row := func(lead, sale model.RoleRates) model.RateRow { return model.RateRow{Lead: lead, Sale: sale} }
	gold := model.RateCard{Levels: [model.MaxLevels]model.RateRow{
		row(rates(200, "5"), rates(100, "10")),
		row(rates(0, "1.25"), rates(50, "5")),
		row(rates(1, ""), rates(0, "2")),
	}, Unused: row(rates(300, "7"), rates(100, "17"))}
	special := model.RateCard{Levels: [model.MaxLevels]model.RateRow{row(model.RoleRates{}, rates(0, "33.3333")), row(rates(0, "0"), rates(0, "0"))}}
	return []model.Program{
		{Name: "GOLD", Priority: 2, Payout: model.UpFront, Default: gold, Products: []model.ProductRule{{Product: "Y", Card: special}}},
		{Name: "ONLY Z", Priority: 1, Payout: model.OnPayment, Products: []model.ProductRule{{Product: "Z", Card: special}}},
	}
}
