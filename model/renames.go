package model

import "slices"

// Rename is a row of a catalog that was given another code; Table is one of the
// names for a [Place].
type Rename struct{ Table, From, To string }

// Renames leads from one catalog to a later one: each row that was renamed is
// in it once, from its code in the first to its code in the last. A slice that
// was handed out is never written to.
type Renames []Rename

// Between is the renames of rows that both catalogs have. A row that was added has
// been renamed too, from the code it was given to start with, but no catalog had it
// under that; only [Renames.Since] and [Renames.Then] need to know.
func (r Renames) Between(first, last Catalog) Renames {
	elsewhere := func(row Rename) bool { return !first.has(row.Table, row.From) || !last.has(row.Table, row.To) }
	if !slices.ContainsFunc(r, elsewhere) {
		return r
	}
	return slices.DeleteFunc(slices.Clone(r), elsewhere)
}

// Now is what a row of the first catalog is called in the last one.
func (r Renames) Now(table, code string) string {
	for _, renamed := range r {
		if renamed.Table == table && renamed.From == code {
			return renamed.To
		}
	}
	return code
}

// Was is what a row of the last catalog was called in the first one.
func (r Renames) Was(table, code string) string {
	for _, renamed := range r {
		if renamed.Table == table && renamed.To == code {
			return renamed.From
		}
	}
	return code
}

// Then is the renames with one more after them. A row that gets its first code
// back was not renamed, and one that took over a code which another row gave up
// was not in the first catalog.
func (r Renames) Then(table, from, to string) Renames {
	next := make(Renames, 0, len(r)+1)
	first, taken := from, false
	for _, had := range r {
		switch {
		case had.Table == table && had.To == from:
			first = had.From
			continue
		case had.Table == table && had.From == from:
			taken = true
		}
		next = append(next, had)
	}
	if taken && first == from || first == to {
		return next
	}
	return append(next, Rename{table, first, to})
}

// Followed is r with next behind it: one that leads from the first catalog of r to
// the last one of next.
func (r Renames) Followed(next Renames) Renames {
	if len(r) == 0 {
		return next
	}
	var all Renames
	for _, had := range r {
		all = append(all, Rename{had.Table, had.From, next.Now(had.Table, had.To)})
	}
	for _, then := range next {
		if !slices.ContainsFunc(r, func(had Rename) bool {
			return had.Table == then.Table && (had.To == then.From || had.From == then.From)
		}) {
			all = append(all, then)
		}
	}
	return all
}

// Since is r with other taken off its beginning: both begin with one catalog, and
// the result leads from the last one of other to the last one of r.
func (r Renames) Since(other Renames) Renames {
	if len(other) == 0 {
		return r
	}
	var since Renames
	for _, both := range [...]Renames{r, other} {
		for _, row := range both {
			from, to := other.Now(row.Table, row.From), r.Now(row.Table, row.From)
			if next := (Rename{row.Table, from, to}); from != to && !slices.Contains(since, next) {
				since = append(since, next)
			}
		}
	}
	return since
}

// Follow is an event with the partners, products and links it names called as
// they are now.
func (r Renames) Follow(e Event) Event {
	if len(r) == 0 {
		return e
	}
	switch e := e.(type) {
	case Click:
		e.Partner = r.Now(PartnerTable, e.Partner)
		e.Link = r.Now(LinkTable, e.Link)
		return e
	case Form:
		e.Partner = r.Now(PartnerTable, e.Partner)
		return e
	case Referral:
		e.Partner = r.Now(PartnerTable, e.Partner)
		return e
	case Order:
		e.SalePartner = r.hand(e.SalePartner)
		e.LeadPartner = r.hand(e.LeadPartner)
		e.Lines = slices.Clone(e.Lines)
		for i := range e.Lines {
			e.Lines[i].Product = r.Now(ProductTable, e.Lines[i].Product)
		}
		return e
	}
	return e
}

// hand is a partner set by hand, called as it is now; "" is nobody and stays so.
func (r Renames) hand(partner Optional[string]) Optional[string] {
	if code, set := partner.Get(); set && code != "" {
		return Some(r.Now(PartnerTable, code))
	}
	return partner
}
