package model

// Currency is what every amount of the catalog is in.
func (c Catalog) Currency() Currency { return c.d.Currency }

// App is the workspace's app name, which links carry (L1); may be empty.
func (c Catalog) App() string { return c.d.App }

// Partners lists the partners in their given order; rows are indexes into it.
func (c Catalog) Partners() []Partner { return c.d.Partners }

// Programs lists the programs in their given order.
func (c Catalog) Programs() []Program { return c.d.Programs }

// Products lists the products in their given order.
func (c Catalog) Products() []Product { return c.d.Products }

// Links lists the links in their given order.
func (c Catalog) Links() []Link { return c.d.Links }

// Draft is the catalog as something that can be edited; its slices are shared
// with the catalog and must be copied before they are written to.
func (c Catalog) Draft() CatalogDraft { return c.d }

// Partner is the row of a partner's code.
func (c Catalog) Partner(code string) (row int, known bool) {
	row, known = c.partners[code]
	return row, known
}

// Product is the row of a product's code.
func (c Catalog) Product(code string) (row int, known bool) {
	row, known = c.products[code]
	return row, known
}

// Parent is the row of a partner's parent, -1 for none.
func (c Catalog) Parent(partner int) int { return c.parents[partner] }
