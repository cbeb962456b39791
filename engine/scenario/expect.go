package scenario

import (
	"slices"

	"referee/model"
)

// Expecting is the case of a result, under its settings, with wants that are what
// came of it: written to a file and read again, [Check] finds no difference. It
// has no rules for products that it neither lists nor sells, which pay nothing in
// it and which no file with sales may hold.
func Expecting(r Result) Case {
	c := r.Case
	c.Wants = nil
	for i := range r.Sales {
		c.Wants = append(c.Wants, r.wantOf(&r.Sales[i]))
	}
	return withoutIdleRules(c)
}

// wantOf is all that can be wanted of a sale.
func (r *Result) wantOf(s *Sale) Want {
	w := Want{
		Sale:             s.Order.ID,
		SalePartner:      model.Some(r.code(s.Outcome.Sale.Partner)),
		LeadPartner:      model.Some(r.code(s.Outcome.Lead.Partner)),
		By:               model.Some(s.Outcome.By),
		Payouts:          model.Some(r.byCode(s.sums(calculated))),
		Released:         model.Some(r.byCode(s.sums(released))),
		ReadingSensitive: model.Some(s.Outcome.ReadingSensitive()),
		Notified:         model.Some(r.notified(s.Told)),
	}
	return w
}

func withoutIdleRules(c Case) Case {
	sold := map[string]bool{}
	for _, e := range c.Journal.Events() {
		if o, is := e.(model.Order); is {
			for _, l := range o.Lines {
				sold[l.Product] = true
			}
		}
	}
	idle := func(rule model.ProductRule) bool {
		_, listed := c.Catalog.Product(rule.Product)
		return !listed && !sold[rule.Product]
	}
	d := c.Catalog.Draft()
	if len(sold) == 0 || !slices.ContainsFunc(d.Programs, func(p model.Program) bool { return slices.ContainsFunc(p.Products, idle) }) {
		return c
	}
	d.Programs = slices.Clone(d.Programs)
	for i := range d.Programs {
		d.Programs[i].Products = slices.DeleteFunc(slices.Clone(d.Programs[i].Products), idle)
	}
	c.Catalog, c.Journal = rebuilt(d, c.Journal)
	return c
}

// rebuilt is a journal over a catalog from which only what it does not name was
// taken.
func rebuilt(d model.CatalogDraft, j model.Journal) (model.Catalog, model.Journal) {
	catalog, problems := d.Parse()
	if problems == nil {
		var journal model.Journal
		if journal, problems = catalog.Journal(j.Events()); problems == nil {
			return catalog, journal
		}
	}
	panic("scenario: what a journal does not name was taken away: " + problems.Error())
}
