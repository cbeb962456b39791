package db

import (
	"cmp"
	"fmt"

	"referee/model"
)

func newCatalogRecord(c model.Catalog) catalogRecord {
	record := catalogRecord{Currency: cmp.Or(c.Currency(), model.USD).Code(), App: c.App()}
	for _, p := range c.Partners() {
		record.Partners = append(record.Partners, newPartnerRecord(p))
	}
	for _, p := range c.Programs() {
		record.Programs = append(record.Programs, newProgramRecord(p))
	}
	for _, p := range c.Products() {
		record.Products = append(record.Products, productRecord(p))
	}
	for _, l := range c.Links() {
		record.Links = append(record.Links, linkRecord(l))
	}
	return record
}

// catalog passes the rows through the same door as typed ones.
func (r catalogRecord) catalog() (model.Catalog, error) {
	currency, err := model.ParseCurrency(r.Currency)
	if err != nil {
		return model.Catalog{}, err
	}
	draft := model.CatalogDraft{Currency: currency, App: r.App}
	for _, p := range r.Partners {
		draft.Partners = append(draft.Partners, p.partner())
	}
	for i, p := range r.Programs {
		program, err := p.program()
		if err != nil {
			return model.Catalog{}, fmt.Errorf("program %d: %w", i+1, err)
		}
		draft.Programs = append(draft.Programs, program)
	}
	for _, p := range r.Products {
		draft.Products = append(draft.Products, model.Product(p))
	}
	for _, l := range r.Links {
		draft.Links = append(draft.Links, model.Link(l))
	}
	catalog, problems := draft.Parse()
	return catalog, problems.Err()
}

// names lists the programs, in their order.
func (r catalogRecord) names() []string {
	names := make([]string, len(r.Programs))
	for i, p := range r.Programs {
		names[i] = p.Name
	}
	return names
}
