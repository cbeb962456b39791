package model

import "slices"

// CatalogMerge is two edits of one catalog put together, row by row.
type CatalogMerge struct {
	Edit     CatalogEdit // both edits; where they collide, ours
	Theirs   []string    // rows taken over from theirs: "partner jim"
	Both     []string    // rows changed by both to different values
	Problems Problems    // why both together do not hold; Edit is ours then
}

// MergeCatalogs puts an edit of ours together with one of theirs that was saved
// meanwhile. A row that only one side changed is as that side has it, under the
// code we gave it. If the result does not hold (they took away what ours refers
// to), ours stays as it is.
func MergeCatalogs(base Catalog, ours CatalogEdit, theirs Catalog) CatalogMerge {
	renamed := ours.Renamed.Between(base, ours.Catalog)
	was, their, d := base.Draft().renamed(renamed), theirs.Draft().renamed(renamed), ours.Catalog.Draft()
	m := CatalogMerge{Edit: ours}
	if d.App == was.App {
		d.App = their.App
	}
	if d.Currency == was.Currency {
		d.Currency = their.Currency
	}
	d.Partners = mergeRows(&m, PartnerTable, was.Partners, d.Partners, their.Partners, partnerCode, partnerFields)
	d.Programs = mergeRows(&m, ProgramTable, was.Programs, d.Programs, their.Programs, programName, programFields(d.Currency))
	d.Products = mergeRows(&m, ProductTable, was.Products, d.Products, their.Products, productCode, productFields(d.Currency))
	d.Links = mergeRows(&m, LinkTable, was.Links, d.Links, their.Links, linkCode, linkFields)
	if _, m.Problems = d.Parse(); len(m.Problems) > 0 {
		return m
	}
	before := ours.Catalog.Draft()
	m.Edit = ours.with(d, func(f CatalogField) (CatalogField, bool) { return f.between(&before, &d) })
	return m
}

// between is where a field of one draft is in another one: its row by what that is
// called, its rule by the product. ok is false if it is not there.
func (f CatalogField) between(before, after *CatalogDraft) (now CatalogField, ok bool) {
	row := slices.Index(after.codes(f.Table), before.codes(f.Table)[f.Row])
	if row < 0 {
		return f, false
	}
	if f.Rule > 0 {
		product := before.Programs[f.Row].Products[f.Rule-1].Product
		f.Rule = 1 + slices.IndexFunc(after.Programs[row].Products, func(r ProductRule) bool { return r.Product == product })
		if f.Rule == 0 {
			return f, false
		}
	}
	f.Row = row
	return f, true
}

func mergeRows[R any](m *CatalogMerge, table string, base, ours, theirs []R, code func(R) string, fields func(R) []field) (merged []R) {
	was, their, our := rowsByCode(base, code), rowsByCode(theirs, code), rowsByCode(ours, code)
	same := func(a, b R) bool { return len(diffFields(fields(a), fields(b))) == 0 }
	for _, row := range ours {
		old, known := was[code(row)]
		new, still := their[code(row)]
		switch name := table + " " + code(row); {
		case still && same(row, new) || !known && !still || known && still && same(new, old):
			merged = append(merged, row)
		case known && same(row, old):
			m.Theirs = append(m.Theirs, name)
			if still {
				merged = append(merged, new)
			}
		default:
			m.Both = append(m.Both, name)
			merged = append(merged, row)
		}
	}
	for _, row := range theirs {
		old, known := was[code(row)]
		_, kept := our[code(row)]
		switch name := table + " " + code(row); {
		case kept || known && same(row, old): // merged above, or taken away by us
		case known:
			m.Both = append(m.Both, name)
		default:
			m.Theirs = append(m.Theirs, name)
			merged = append(merged, row)
		}
	}
	return merged
}

func rowsByCode[R any](rows []R, code func(R) string) map[string]R {
	by := make(map[string]R, len(rows))
	for _, row := range rows {
		by[code(row)] = row
	}
	return by
}

func partnerCode(p Partner) string { return p.Code }
func programName(p Program) string { return p.Name }
func productCode(p Product) string { return p.Code }
func linkCode(l Link) string       { return l.Code }
