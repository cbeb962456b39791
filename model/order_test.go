package model_test

import (
	"testing"

	"referee/model"
)

// An order's total is what its lines come to: nothing is taken off or added.
func TestOrderTotal(t *testing.T) {
	o := model.Order{
		Lines: []model.Line{
			{Product: "X", Quantity: 3, Price: 33_33, Discount: model.Discount{Amount: 10_00}},
			{Product: "Y", Quantity: 1, Price: 1},
		},
		Tax: 8_00, Shipping: 5_00, Fee: 1_00, FinanceCharge: 2_00,
		Discount: model.Discount{Percent: 100_000, Commissions: true},
	}
	if got := o.Total(); got != 100_00 {
		t.Errorf("%d, want 10000", got)
	}
	if got := (model.Order{}).Total(); got != 0 {
		t.Errorf("an empty order comes to %d", got)
	}
}
