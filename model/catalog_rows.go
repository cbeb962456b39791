package model

import (
	"fmt"
	"slices"
)

// Add puts a row at the end of a table and says where it is. It has a code of its
// own, which holds; what stands in the code's field is empty, so that whoever
// added it is asked for one. A partner is in every program, as in a scenario file.
// It answers with a problem if the table is full.
func (e CatalogEdit) Add(table string) (next CatalogEdit, row int, problems Problems) {
	d := e.Catalog.Draft()
	code := d.unused(table)
	switch table {
	case PartnerTable:
		p := Partner{Code: code}
		for _, program := range d.Programs {
			p.Programs = append(p.Programs, program.Name)
		}
		row, d.Partners = len(d.Partners), append(slices.Clip(d.Partners), p)
	case ProgramTable:
		row, d.Programs = len(d.Programs), append(slices.Clip(d.Programs), Program{Name: code, Payout: UpFront})
	case ProductTable:
		row, d.Products = len(d.Products), append(slices.Clip(d.Products), Product{Code: code})
	case LinkTable:
		row, d.Links = len(d.Links), append(slices.Clip(d.Links), Link{Code: code})
	}
	if e.Catalog, problems = d.Parse(); len(problems) > 0 {
		return e, 0, problems
	}
	return e.Set(CatalogField{Table: table, Row: row, Key: CodeKey(table)}, ""), row, nil
}

// unused is a code that no row of a table has.
func (d *CatalogDraft) unused(table string) string {
	for n := 1; ; n++ {
		code := fmt.Sprintf("new-%d", n)
		if !slices.Contains(d.codes(table), code) {
			return code
		}
	}
}

// codes lists what the rows of a table are called.
func (d *CatalogDraft) codes(table string) (codes []string) {
	switch table {
	case PartnerTable:
		for _, p := range d.Partners {
			codes = append(codes, p.Code)
		}
	case ProgramTable:
		for _, p := range d.Programs {
			codes = append(codes, p.Name)
		}
	case ProductTable:
		for _, p := range d.Products {
			codes = append(codes, p.Code)
		}
	case LinkTable:
		for _, l := range d.Links {
			codes = append(codes, l.Code)
		}
	}
	return codes
}

// Uses lists what of the catalog refers to a row: "parent of bob", "program of
// ann", "rule of GOLD".
func (c Catalog) Uses(table string, row int) (uses []string) {
	switch table {
	case PartnerTable:
		for i, p := range c.Partners() {
			if c.Parent(i) == row {
				uses = append(uses, "parent of "+p.Code)
			}
		}
	case ProgramTable:
		for _, p := range c.Partners() {
			if slices.Contains(p.Programs, c.Programs()[row].Name) {
				uses = append(uses, "program of "+p.Code)
			}
		}
	case ProductTable:
		for _, p := range c.Programs() {
			if slices.ContainsFunc(p.Products, func(r ProductRule) bool { return r.Product == c.Products()[row].Code }) {
				uses = append(uses, "rule of "+p.Name)
			}
		}
	}
	return uses
}

// Remove takes a row away, unless something refers to it: then it answers with
// what does, and nothing is changed.
func (e CatalogEdit) Remove(table string, row int) (next CatalogEdit, uses []string) {
	if uses = e.Catalog.Uses(table, row); len(uses) > 0 {
		return e, uses
	}
	d := e.Catalog.Draft()
	code := d.codes(table)[row]
	switch table {
	case PartnerTable:
		d.Partners = slices.Delete(slices.Clone(d.Partners), row, row+1)
	case ProgramTable:
		d.Programs = slices.Delete(slices.Clone(d.Programs), row, row+1)
	case ProductTable:
		d.Products = slices.Delete(slices.Clone(d.Products), row, row+1)
	case LinkTable:
		d.Links = slices.Delete(slices.Clone(d.Links), row, row+1)
	}
	e.Renamed = slices.DeleteFunc(slices.Clone(e.Renamed), func(r Rename) bool { return r.Table == table && r.To == code })
	return e.with(d, func(f CatalogField) (CatalogField, bool) {
		if f.Table == table && f.Row > row {
			f.Row--
			return f, true
		}
		return f, f.Table != table || f.Row != row
	}), nil
}

// with is the edit with another draft that holds, and each slip where its field
// is now, if it still is.
func (e CatalogEdit) with(d CatalogDraft, now func(CatalogField) (CatalogField, bool)) CatalogEdit {
	catalog, problems := d.Parse()
	if len(problems) > 0 {
		panic("model: a catalog that held does not any more: " + problems.Error())
	}
	e.Catalog = catalog
	var slips []Slip
	for _, s := range e.Slips {
		if field, is := now(s.Field); is {
			s.Field = field
			slips = append(slips, s)
		}
	}
	e.Slips = slips
	return e.retry()
}
