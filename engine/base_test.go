package engine_test

import (
	"slices"
	"testing"

	"referee/engine"
	"referee/model"
)

// TestBases is C4 in figures: what commissions are reckoned on, line by line.
func TestBases(t *testing.T) {
	counts := func(amount model.Money, percent model.Rate) model.Discount {
		return model.Discount{Amount: amount, Percent: percent * 10_000, Commissions: true}
	}
	silent := func(amount model.Money, percent model.Rate) model.Discount {
		return model.Discount{Amount: amount, Percent: percent * 10_000}
	}
	one := func(price model.Money, d model.Discount) model.Line {
		return model.Line{Product: "X", Quantity: 1, Price: price, Discount: d}
	}
	line := func(price model.Money) model.Line { return one(price, model.Discount{}) }
	for _, c := range []struct {
		name  string
		lines []model.Line
		order model.Discount
		want  []model.Money
	}{
		{"price × quantity", []model.Line{{Product: "X", Quantity: 3, Price: 3_333}}, model.Discount{}, []model.Money{9_999}},
		{"a line's own amount", []model.Line{one(1_000, counts(300, 0)), line(1_000)}, model.Discount{}, []model.Money{700, 1_000}},
		{"a line's own percent, half away from zero", []model.Line{one(125, counts(0, 10))}, model.Discount{}, []model.Money{112}},
		{"more off than there is", []model.Line{one(1_000, counts(3_000, 0)), line(1_000)}, model.Discount{}, []model.Money{0, 1_000}},
		{"a line's discount that does not count", []model.Line{one(1_000, silent(300, 0)), one(1_000, silent(0, 10))}, model.Discount{}, []model.Money{1_000, 1_000}},
		{"an order's discount that does not count", []model.Line{line(1_000)}, silent(0, 50), []model.Money{1_000}},
		{"pro rata", []model.Line{line(1_000), line(3_000)}, counts(400, 0), []model.Money{900, 2_700}},
		{"a cent left over goes to the largest remainder", []model.Line{line(1_000), line(1_900)}, counts(100, 0), []model.Money{966, 1_834}},
		{"of equal remainders to the first", []model.Line{line(1_000), line(1_000), line(1_000)}, counts(100, 0), []model.Money{966, 967, 967}},
		{"two cents to the first two", []model.Line{line(1_000), line(1_000), line(1_000)}, counts(2, 0), []model.Money{999, 999, 1_000}},
		{"a free line takes no part", []model.Line{line(0), line(1_000)}, counts(0, 10), []model.Money{0, 900}},
		{"nothing but free lines", []model.Line{line(0), line(0)}, counts(500, 0), []model.Money{0, 0}},
		{"an order's amount above its total", []model.Line{line(1_000), line(1)}, counts(5_000, 0), []model.Money{0, 0}},
		{"an order's percent is of what the lines' discounts leave", []model.Line{one(1_000, counts(500, 0)), line(500)}, counts(0, 10), []model.Money{450, 450}},
		{"one that does not count leaves everything", []model.Line{one(1_000, silent(500, 0)), line(500)}, counts(0, 10), []model.Money{900, 450}},
		{"an order's percent, half away from zero", []model.Line{line(125)}, counts(0, 10), []model.Money{112}},
		{"amounts whose product needs more than 64 bits", []model.Line{line(model.MaxMoney / 2), line(model.MaxMoney / 2)},
			counts(model.MaxMoney-1, 0), []model.Money{0, 1}},
	} {
		order := buys(1)
		order.Lines, order.Discount, order.Tax, order.Shipping, order.Fee, order.FinanceCharge = c.lines, c.order, 80, 20, 5, 7
		catalog := cast(t)
		var got []model.Money
		for _, item := range casebook(t, catalog, order).Cases()[0].Items {
			got = append(got, item.Base)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
		o := newOracle(model.Defaults(), catalog, []model.Event{order})
		for i, base := range o.bases(order) {
			if model.Money(base) != c.want[i] {
				t.Errorf("%s: the oracle says %d for line %d", c.name, base, i)
			}
		}
	}
}

// TestLargestOrder: the largest order at the highest rates fits an int64 with
// room to spare, as the limits of package model promise.
func TestLargestOrder(t *testing.T) {
	rates := model.RoleRates{Amount: model.Some(model.MaxRateAmount), Percent: model.Some(model.MaxRate)}
	row := model.RateRow{Lead: rates, Sale: rates}
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{{Code: "a", Programs: []string{"G"}}, {Code: "b", Parent: "a"}, {Code: "c", Parent: "b", Programs: []string{"G"}}},
		Programs: []model.Program{{Name: "G", Payout: model.UpFront, Default: model.RateCard{Levels: [3]model.RateRow{row, row, row}, Unused: row}}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	s := settings(t, func(d *model.Draft) { d.Levels, d.PayLead, d.PayAmount, d.PayIfUnused = 3, true, true, true })
	order := buys(1)
	order.SalePartner, order.LeadPartner = model.Some("c"), model.Some("c")
	order.Lines = []model.Line{{Product: "X", Quantity: model.MaxQuantity, Price: model.MaxMoney / model.MaxQuantity}}
	book := casebook(t, catalog, order)
	v := agree(t, newOracle(s, catalog, []model.Event{order}), engine.Compile(s, catalog), book, &book.Cases()[0])
	each := int64(model.MaxQuantity)*int64(model.MaxRateAmount) + 10*int64(model.MaxMoney)
	for who, paid := range payouts(v.Rows) {
		if paid != 2*each {
			t.Errorf("%s is paid %d, want %d in each of two roles", who, paid, each)
		}
	}
}
