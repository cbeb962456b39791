package model

import "slices"

// Enrol puts a partner into a program, or takes it out.
func (e CatalogEdit) Enrol(partner int, program string, in bool) CatalogEdit {
	d := e.Catalog.Draft()
	had := d.Partners[partner].Programs
	if slices.Contains(had, program) == in {
		return e
	}
	programs := slices.DeleteFunc(slices.Clone(had), func(name string) bool { return name == program })
	if in {
		programs = slices.Insert(programs, d.placeOf(program, programs), program)
	}
	d.Partners = slices.Clone(d.Partners)
	d.Partners[partner].Programs = programs
	return e.with(d, stays)
}

// EnrolAll puts every partner into a program.
func (e CatalogEdit) EnrolAll(program string) CatalogEdit {
	d := e.Catalog.Draft()
	d.Partners = slices.Clone(d.Partners)
	for i := range d.Partners {
		p := &d.Partners[i]
		if !slices.Contains(p.Programs, program) {
			p.Programs = slices.Insert(slices.Clone(p.Programs), d.placeOf(program, p.Programs), program)
		}
	}
	return e.with(d, stays)
}

// Enrolled is how many partners are in a program.
func (c Catalog) Enrolled(program string) int {
	n := 0
	for _, p := range c.Partners() {
		if slices.Contains(p.Programs, program) {
			n++
		}
	}
	return n
}

// placeOf is where a program goes among those of a partner: before the first that
// the catalog has after it, so that out and in again is no change.
func (d *CatalogDraft) placeOf(program string, among []string) int {
	codes := d.codes(ProgramTable)
	rank := slices.Index(codes, program)
	for i, name := range among {
		if slices.Index(codes, name) > rank {
			return i
		}
	}
	return len(among)
}

func stays(f CatalogField) (CatalogField, bool) { return f, true }

// AddRule gives a program a rule of its own for the first product that it has
// none for. Ok is false if it has one for each.
func (e CatalogEdit) AddRule(program int) (next CatalogEdit, rule int, ok bool) {
	d := e.Catalog.Draft()
	rules := d.Programs[program].Products
	for _, product := range d.Products {
		if slices.ContainsFunc(rules, func(r ProductRule) bool { return r.Product == product.Code }) {
			continue
		}
		d.Programs = slices.Clone(d.Programs)
		d.Programs[program].Products = append(slices.Clip(rules), ProductRule{Product: product.Code})
		return e.with(d, stays), len(rules) + 1, true
	}
	return e, 0, false
}

// RemoveRule takes a rule for a product away, by its place in [Program.Cards].
func (e CatalogEdit) RemoveRule(program, rule int) CatalogEdit {
	d := e.Catalog.Draft()
	d.Programs = slices.Clone(d.Programs)
	p := &d.Programs[program]
	p.Products = slices.Delete(slices.Clone(p.Products), rule-1, rule)
	return e.with(d, func(f CatalogField) (CatalogField, bool) {
		if f.Table != ProgramTable || f.Row != program || f.Rule < rule {
			return f, true
		}
		gone := f.Rule == rule
		f.Rule--
		return f, !gone
	})
}
