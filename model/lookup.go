package model

import "slices"

// IsZero reports whether nobody made this catalog.
func (c Catalog) IsZero() bool { return c.held == nil }

// IsEmpty reports whether there is no row in it.
func (c Catalog) IsEmpty() bool {
	return len(c.Partners())+len(c.Programs())+len(c.Products())+len(c.Links()) == 0
}

// Draft is the catalog as something that can be edited; its slices are shared
// with the catalog and must be copied before they are written to.
func (c Catalog) Draft() CatalogDraft {
	if c.held == nil {
		return CatalogDraft{}
	}
	return c.held.d
}

// Currency is what every amount of the catalog is in.
func (c Catalog) Currency() Currency { return c.Draft().Currency }

// App is the workspace's app name, which links carry (L1); may be empty.
func (c Catalog) App() string { return c.Draft().App }

// Partners lists the partners in their given order; rows are indexes into it.
func (c Catalog) Partners() []Partner { return c.Draft().Partners }

// Programs lists the programs in their given order.
func (c Catalog) Programs() []Program { return c.Draft().Programs }

// Products lists the products in their given order.
func (c Catalog) Products() []Product { return c.Draft().Products }

// Links lists the links in their given order.
func (c Catalog) Links() []Link { return c.Draft().Links }

// Partner is the row of a partner's code.
func (c Catalog) Partner(code string) (row int, known bool) {
	if c.held != nil {
		row, known = c.held.partners[code]
	}
	return row, known
}

// Product is the row of a product's code.
func (c Catalog) Product(code string) (row int, known bool) {
	if c.held != nil {
		row, known = c.held.products[code]
	}
	return row, known
}

// Link is the row of a link's code.
func (c Catalog) Link(code string) (row int, known bool) {
	if c.held != nil {
		row, known = c.held.links[code]
	}
	return row, known
}

// has reports whether a row of a table is called so.
func (c Catalog) has(table, code string) (is bool) {
	switch table {
	case PartnerTable:
		_, is = c.Partner(code)
	case ProgramTable:
		is = slices.ContainsFunc(c.Programs(), func(p Program) bool { return p.Name == code })
	case ProductTable:
		_, is = c.Product(code)
	case LinkTable:
		_, is = c.Link(code)
	}
	return is
}

// Parent is the row of a partner's parent, -1 for none.
func (c Catalog) Parent(partner int) int { return c.held.parents[partner] }
