package seal

import (
	"slices"

	"referee/engine/scenario"
	"referee/model"
)

// Mask is a case with everybody and everything in it called differently, and
// without what it does not need. It comes to the same. Chance deals the numbers.
func Mask(c scenario.Case, shuffle Shuffle) scenario.Case {
	who := castOf(c.Journal)
	m := newMask(who, shuffle)
	masked := scenario.Case{Title: "A sealed case", Settings: maskSettings(c.Settings)}
	catalog, problems := m.catalog(c.Catalog, who).Parse()
	if problems == nil {
		masked.Catalog = catalog
		masked.Journal, problems = catalog.Journal(m.events(c.Journal.Events()))
	}
	if problems != nil {
		panic("seal: a masked case is wrong, and the case was right: " + problems.Error())
	}
	return masked
}

// maskSettings leaves the settings that decide as they are.
func maskSettings(s model.Settings) model.Settings {
	d := s.Draft()
	if d.CodePrefix != "" {
		d.CodePrefix = "prefix-"
	}
	if d.LinkURL != "" {
		d.LinkURL = "https://partners.example.com"
	}
	masked, problems := d.Parse()
	if problems != nil {
		panic("seal: " + problems.Error())
	}
	return masked
}

func (m *mask) catalog(c model.Catalog, who *cast) model.CatalogDraft {
	d := model.CatalogDraft{Currency: c.Currency()}
	if c.App() != "" {
		d.App = "app"
	}
	for _, p := range c.Partners() {
		if who.seen[[2]string{"partner", p.Code}] {
			d.Partners = append(d.Partners, m.partner(p))
		}
	}
	for _, p := range c.Programs() {
		if m.programs[p.Name] != "" {
			d.Programs = append(d.Programs, m.program(p))
		}
	}
	for _, p := range c.Products() {
		if code := m.products[p.Code]; code != "" {
			d.Products = append(d.Products, model.Product{Code: code, Price: p.Price})
		}
	}
	for _, code := range who.links {
		d.Links = append(d.Links, model.Link{Code: m.links[code], URL: "https://www.example.com/" + m.links[code]})
	}
	d.Partners, d.Programs = shuffled(d.Partners, m.shuffle), shuffled(d.Programs, m.shuffle)
	d.Products, d.Links = shuffled(d.Products, m.shuffle), shuffled(d.Links, m.shuffle)
	return d
}

func (m *mask) partner(p model.Partner) model.Partner {
	p.Code, p.Name, p.Parent = m.people[p.Code], "", m.people[p.Parent]
	programs := make([]string, len(p.Programs))
	for i, name := range p.Programs {
		programs[i] = m.programs[name]
	}
	p.Programs = slices.Sorted(slices.Values(programs))
	return p
}

func (m *mask) program(p model.Program) model.Program {
	p.Name = m.programs[p.Name]
	var rules []model.ProductRule
	for _, rule := range p.Products {
		if code := m.products[rule.Product]; code != "" { // no other is sold
			rules = append(rules, model.ProductRule{Product: code, Card: rule.Card})
		}
	}
	p.Products = shuffled(rules, m.shuffle)
	return p
}

func (m *mask) events(events []model.Event) []model.Event {
	masked := make([]model.Event, len(events))
	for i, e := range events {
		masked[i] = m.event(e)
	}
	return masked
}

func (m *mask) event(e model.Event) model.Event {
	switch e := e.(type) {
	case model.Click:
		return model.Click{At: e.At, Partner: m.people[e.Partner], Browser: m.browsers[e.Browser],
			Contact: m.people[e.Contact], IP: m.ips[e.IP], Link: m.links[e.Link]}
	case model.Form:
		return model.Form{At: e.At, Contact: m.people[e.Contact], Browser: m.browsers[e.Browser],
			Partner: m.people[e.Partner], IP: m.ips[e.IP]}
	case model.Referral:
		return model.Referral{At: e.At, Partner: m.people[e.Partner], Contact: m.people[e.Contact], Type: e.Type, Days: e.Days}
	case model.Clearing:
		return model.Clearing{At: e.At, Browser: m.browsers[e.Browser]}
	case model.Order:
		return m.order(e)
	}
	panic("seal: an event of a kind that a journal cannot hold")
}

// order keeps the figures and masks whatever else there is, field by field: what
// an order learns to hold later is not let through unseen.
func (m *mask) order(o model.Order) model.Order {
	masked := model.Order{
		At: o.At, ID: m.orders[o.ID], Contact: m.people[o.Contact], Browser: m.browsers[o.Browser], IP: m.ips[o.IP],
		Tax: o.Tax, Shipping: o.Shipping, Fee: o.Fee, FinanceCharge: o.FinanceCharge, Discount: o.Discount,
		SalePartner: m.optional(o.SalePartner), LeadPartner: m.optional(o.LeadPartner),
	}
	for _, l := range o.Lines {
		masked.Lines = append(masked.Lines, model.Line{Product: m.products[l.Product], Quantity: l.Quantity, Price: l.Price, Discount: l.Discount})
	}
	return masked
}
