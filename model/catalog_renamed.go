package model

import "slices"

// Renamed is the catalog with rows called otherwise, everywhere they are named. The
// problems are those of a code that another row has.
func (c Catalog) Renamed(r Renames) (Catalog, Problems) {
	if len(r) == 0 {
		return c, nil
	}
	return c.Draft().renamed(r).Parse()
}

// renamed is the draft with rows called otherwise, everywhere they are named: in
// their own row, as a parent, in what a partner is enrolled in, in the rules of
// programs. Its slices are copied where they are written to.
func (d CatalogDraft) renamed(r Renames) CatalogDraft {
	for table := range eachTable(r) {
		switch table {
		case PartnerTable:
			d.Partners = slices.Clone(d.Partners)
			for i := range d.Partners {
				p := &d.Partners[i]
				p.Code = r.Now(table, p.Code)
				if p.Parent != "" {
					p.Parent = r.Now(table, p.Parent)
				}
			}
		case ProgramTable:
			d.renamePrograms(r)
		case ProductTable:
			d.renameProducts(r)
		case LinkTable:
			d.Links = slices.Clone(d.Links)
			for i := range d.Links {
				d.Links[i].Code = r.Now(table, d.Links[i].Code)
			}
		}
	}
	return d
}

func eachTable(r Renames) map[string]bool {
	tables := map[string]bool{}
	for _, renamed := range r {
		tables[renamed.Table] = true
	}
	return tables
}

func (d *CatalogDraft) renamePrograms(r Renames) {
	d.Programs, d.Partners = slices.Clone(d.Programs), slices.Clone(d.Partners)
	for i := range d.Programs {
		d.Programs[i].Name = r.Now(ProgramTable, d.Programs[i].Name)
	}
	for i := range d.Partners {
		p := &d.Partners[i]
		p.Programs = slices.Clone(p.Programs)
		for n := range p.Programs {
			p.Programs[n] = r.Now(ProgramTable, p.Programs[n])
		}
	}
}

func (d *CatalogDraft) renameProducts(r Renames) {
	d.Products, d.Programs = slices.Clone(d.Products), slices.Clone(d.Programs)
	for i := range d.Products {
		d.Products[i].Code = r.Now(ProductTable, d.Products[i].Code)
	}
	for i := range d.Programs {
		p := &d.Programs[i]
		p.Products = slices.Clone(p.Products)
		for n := range p.Products {
			p.Products[n].Product = r.Now(ProductTable, p.Products[n].Product)
		}
	}
}
