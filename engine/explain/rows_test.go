package explain_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine/explain"
	"referee/model"
)

// payment is a row of the table: under these settings and events, these rows are
// paid, and told like this.
type payment struct {
	settings string
	events   []model.Event
	rows     []string
}

func payments() map[string]payment {
	const both = "pay_as=amount,percent"
	jim, zoe := click("jim", "5 Jan 10:00"), click("zoe", "5 Jan 10:00")
	y := func(quantity int64, price model.Money) model.Line {
		return model.Line{Product: "Y", Quantity: quantity, Price: price}
	}
	small := model.Line{Product: "X", Quantity: 3, Price: 33_33}
	less := func(o *model.Order) { o.Discount = model.Discount{Percent: 100_000, Commissions: true} }
	return map[string]payment{
		"levels": {"levels=3", story(jim, order("6 Jan 10:00")), []string{
			"Jim sale, level 1 200.00: 20 % of 1,000.00, GOLD",
			"Bob sale, level 2 100.00: 10 % of 1,000.00, GOLD",
			"Ann sale, level 3 50.00: 5 % of 1,000.00, GOLD"}},
		"a discount": {"", story(zoe, order("6 Jan 10:00", less)), []string{"Zoe sale, level 1 180.00: 20 % of 900.00, GOLD"}},
		"rounded":    {"levels=1", story(zoe, order("6 Jan 10:00", of(small))), []string{"Zoe sale, level 1 20.00: 20 % of 99.99, GOLD"}},
		"amount and percent, a blank and a zero": {both + " levels=3", story(jim, order("6 Jan 10:00", of(y(3, 100_00)))), []string{
			"Jim sale, level 1 105.00: 15.00 × 3 + 20 % of 300.00, GOLD for Y",
			"Bob sale, level 2 9.00: 3.00 × 3, GOLD for Y",
			"Ann sale, level 3 0.00: 0 % of 300.00, GOLD for Y"}},
		"one unit": {"pay_as=amount", story(zoe, order("6 Jan 10:00", of(y(1, 100_00)))), []string{"Zoe sale, level 1 15.00: 15.00, GOLD for Y"}},
		"lead and sale, two lines": {both + " levels=1 pay_for=lead,sale", story(zoe, order("6 Jan 10:00", of(small, y(1, 10_00)))), []string{
			"Zoe lead, level 1 5.00: 5 % of 99.99, GOLD",
			"Zoe lead, level 1 0.00: GOLD for Y has no lead rate for level 1",
			"Zoe sale, level 1 20.00: 20 % of 99.99, GOLD",
			"Zoe sale, level 1 17.00: 15.00 + 20 % of 10.00, GOLD for Y"}},
		"no rate": {"pay_for=lead", story(jim, order("6 Jan 10:00")), []string{
			"Jim lead, level 1 50.00: 5 % of 1,000.00, GOLD",
			"Bob lead, level 2 0.00: GOLD has no lead rate for level 2"}},
		"an amount that is hidden": {"", story(jim, order("6 Jan 10:00", of(y(1, 100_00)))), []string{
			"Jim sale, level 1 20.00: 20 % of 100.00, GOLD for Y",
			"Bob sale, level 2 0.00: GOLD for Y has a sale amount for level 2, but amount is not ticked"}},
		"a percent that is hidden": {"pay_as=amount", story(zoe, order("6 Jan 10:00")), []string{
			"Zoe sale, level 1 0.00: GOLD has a sale percent for level 1, but percent is not ticked"}},
		"a percent that is hidden, below a rule that is none": {"pay_as=amount",
			story(zoe, order("6 Jan 10:00", of(model.Line{Product: "Z", Quantity: 1, Price: 100_00}))), []string{
				"Zoe sale, level 1 0.00: GOLD has a sale percent for level 1, but percent is not ticked"}},
		"no program for it": {"", story(click("hal", "5 Jan 10:00"), order("6 Jan 10:00")), []string{
			"hal sale, level 1 0.00: no program of hal has a rule for X"}},
		"no program at all": {"", story(click("max", "5 Jan 10:00"), order("6 Jan 10:00")), []string{"Max sale, level 1 0.00: Max is in no program"}},
		"an inactive parent": {"", story(click("kim", "5 Jan 10:00"), order("6 Jan 10:00")), []string{
			"Kim sale, level 1 200.00: 20 % of 1,000.00, GOLD",
			"Ina sale, level 2 0.00: Ina is inactive: earns nothing, and nobody moves up"}},
		"inactive, by hand": {"", story(order("6 Jan 10:00", sold("ina"))), []string{
			"Ina sale, level 1 0.00: Ina is inactive: earns nothing, and nobody moves up"}},
		"unused": {"pay_if_unused=true", story(zoe, order("6 Jan 10:00")), []string{
			"Zoe sale, level 1 250.00: 25 % of 1,000.00, GOLD: the unused row, as nobody above is paid (Pay if unused is yes)"}},
		"unused, below an inactive parent": {"pay_if_unused=true", story(click("kim", "5 Jan 10:00"), order("6 Jan 10:00")), []string{
			"Kim sale, level 1 250.00: 25 % of 1,000.00, GOLD: the unused row, as nobody above is paid (Pay if unused is yes)",
			"Ina sale, level 2 0.00: Ina is inactive: earns nothing, and nobody moves up"}},
		"unused, but somebody is above": {"pay_if_unused=true", story(jim, order("6 Jan 10:00")), []string{
			"Jim sale, level 1 200.00: 20 % of 1,000.00, GOLD",
			"Bob sale, level 2 100.00: 10 % of 1,000.00, GOLD"}},
		"nobody": {"", story(order("6 Jan 10:00")), nil},
	}
}

func TestRows(t *testing.T) {
	catalog := cast(t)
	for name, p := range payments() {
		t.Run(name, func(t *testing.T) {
			x := tell(t, catalog, p.settings, p.events)
			var got []string
			for i := range x.rows {
				r := &x.rows[i]
				got = append(got, fmt.Sprintf("%s %s %s: %s", catalog.Partners()[r.Partner].DisplayName(), explain.Role(r),
					catalog.Currency().DisplayMoney(r.Calculated), x.Rows[i]))
			}
			if diff := cmp.Diff(p.rows, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
