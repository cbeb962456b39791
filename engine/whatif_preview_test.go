package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/engine/whatif"
	"referee/model"
)

// TestPreviewIsAnOrder: what is previewed for a partner is what a real order
// pays it: one that came through its link, from a contact it brought.
func TestPreviewIsAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		catalog, problems := drawCatalog(t).Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		s, problems := drawSettings(t).Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		plan := engine.Compile(s, catalog)
		who := engine.PartnerID(rapid.IntRange(0, len(catalog.Partners())-1).Draw(t, "partner"))
		product := rapid.SampledFrom([]string{"X", "Y", "Z"}).Draw(t, "product")
		quantity, price := rapid.Int64Range(1, 5).Draw(t, "quantity"), model.Money(prices.Draw(t, "price"))
		sale, problems := whatif.Preview(plan, who, product, quantity, price)
		if problems != nil {
			t.Fatal(problems)
		}
		if catalog.Partners()[who].Inactive {
			return // no real order is credited to it
		}
		code := catalog.Partners()[who].Code
		journal, problems := catalog.Journal([]model.Event{
			model.Click{At: day(1), Partner: code, Browser: "b"},
			model.Form{At: day(1), Contact: "leo", Browser: "b"},
			model.Order{At: day(1), ID: "o", Contact: "leo", Browser: "b", Lines: []model.Line{{Product: product, Quantity: quantity, Price: price}}},
		})
		if problems != nil {
			t.Fatal(problems)
		}
		if days, set := catalog.Partners()[who].TrackDays.Get(); set && days == 0 {
			return // its cookies never count
		}
		if diff := cmp.Diff(settledOrder(engine.Index(journal), plan, "o").Rows, sale.Rows); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestPreviewRefusesWhatNoOrderHolds(t *testing.T) {
	catalog, _ := model.CatalogDraft{Partners: []model.Partner{{Code: "zoe"}}}.Parse()
	plan := engine.Compile(model.Defaults(), catalog)
	for name, c := range map[string]struct {
		product  string
		quantity int64
		price    model.Money
	}{
		"no product": {"", 1, 100}, "no quantity": {"X", 0, 100}, "a negative price": {"X", 1, -1}, "too much": {"X", 2, model.MaxMoney},
	} {
		if _, problems := whatif.Preview(plan, 0, c.product, c.quantity, c.price); problems == nil {
			t.Errorf("%s is previewed", name)
		}
	}
}
