package whatif

import (
	"time"

	"referee/engine"
	"referee/model"
)

// Sale is an order that nobody made, decided and reckoned up: what package
// explain needs to tell of it.
type Sale struct {
	Book    *engine.Casebook
	Case    *engine.Case
	Outcome engine.Outcome
	Rows    []engine.Row
}

// Preview is what a plan pays if one partner brought the contact and is credited
// with the sale: one line of a product, by quantity and unit price in minor
// units, and nothing else having happened. Each row names the rate card that it
// comes from: its Program and whether that has a rule for the product.
//
// It is the engine's answer about an order with both partners set by hand (A3,
// A4), so an inactive partner earns nothing, as it would. The product need not be
// one that the catalog lists. The problems are those of an order: a price or a
// quantity out of range, an unusable product.
func Preview(p *engine.Plan, who engine.PartnerID, product string, quantity int64, price model.Money) (Sale, model.Problems) {
	code := model.Some(p.Catalog().Partners()[who].Code)
	journal, problems := p.Catalog().Journal([]model.Event{model.Order{
		At: previewed, ID: "preview", Contact: "preview",
		Lines:       []model.Line{{Product: product, Quantity: quantity, Price: price}},
		SalePartner: code, LeadPartner: code,
	}})
	if problems != nil {
		return Sale{}, problems
	}
	s := Sale{Book: engine.Index(journal)}
	s.Case = &s.Book.Cases()[0]
	s.Outcome, s.Rows = p.Settle(nil, s.Case)
	return s, nil
}

// previewed is when a previewed order is made. No rule asks for it: nothing that
// could expire was recorded.
var previewed = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
